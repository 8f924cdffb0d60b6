package kirchberg.domain;

/** Exit codes of the command line that mean trouble; 0 and 1 are results and not here. */
public enum Exit {
    USAGE(2),
    INPUT(3),
    LOCKED(6),
    STORE(7),
    UNKNOWN(8),
    INTERNAL(70);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
