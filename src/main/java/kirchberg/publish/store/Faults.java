package kirchberg.publish.store;

import java.io.IOException;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;

/** Says what a fault of a store means to a run that has not swapped yet. */
public final class Faults {
    private Faults() {}

    /** An act on a store that may fail. */
    @FunctionalInterface
    public interface Act<T> {
        T run() throws IOException;
    }

    /**
     * Runs an act on a path.
     *
     * @param what as in "Cannot WHAT PATH"
     * @throws Stop STORE if it fails
     */
    public static <T> T or(String what, String shown, Act<T> act) {
        try {
            return act.run();
        } catch (IOException e) {
            throw fault(what, shown, e);
        }
    }

    public static Stop fault(String what, String shown, IOException why) {
        return new Stop(
                Exit.STORE,
                "Cannot " + what + " " + shown + ": " + why.getClass().getSimpleName() + ", " + why.getMessage(),
                "Check space, rights and health of the store; the release before stays.",
                why);
    }
}
