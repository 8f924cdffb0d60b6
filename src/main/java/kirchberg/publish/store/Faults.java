package kirchberg.publish.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.nio.file.FileSystemException;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;

/** Says what a fault of a store means to a run that has not swapped yet. */
public final class Faults {
    private static final int REREADS = 3;

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

    /**
     * Reads, and reads again if what is read was replaced meanwhile: HDFS answers a plain fault then, once in some
     * 100,000 reads. What is missing, or does not answer, is not asked again.
     *
     * @throws IOException of the last of four times
     */
    static <T> T reread(Act<T> act) throws IOException {
        for (var left = REREADS; left > 0; left--) {
            try {
                return act.run();
            } catch (FileSystemException | FileNotFoundException | InterruptedIOException | SocketException e) {
                throw e;
            } catch (IOException e) {
                // the next time tells
            }
        }
        return act.run();
    }

    public static Stop fault(String what, String shown, IOException why) {
        return new Stop(
                Exit.STORE,
                "Cannot " + what + " " + shown + ": " + why.getClass().getSimpleName() + ", " + why.getMessage(),
                "Check space, rights and health of the store; the release before stays.",
                why);
    }
}
