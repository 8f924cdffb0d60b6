package kirchberg.publish.protocol;

/** The end of a process in the middle of a call: nothing of it may go on. */
final class Death extends Error {
    private static final long serialVersionUID = 1;

    Death() {
        super("killed", null, false, false);
    }
}
