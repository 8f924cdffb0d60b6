package kirchberg.domain;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What broke a run and was not foreseen, said as a {@link Stop} in one line. Two kinds are known, for the user can do
 * something about them: a lack of memory, and a signal that stopped Spark.
 */
public final class Breakdown {
    /** Causes may go round in a circle. */
    private static final int DEEPEST_CAUSE = 20;

    /** What Spark says of a heap that is below its least, 450 MiB. */
    private static final String TOO_SMALL_FOR_SPARK = "INVALID_DRIVER_MEMORY";

    /** What Spark says, here and there, after its own hook has heard a signal. */
    private static final Pattern STOPPED =
            Pattern.compile("SparkContext (was|has been) shut ?down|stopped SparkContext");

    private static final String MORE_MEMORY =
            "Give Java a larger heap: -Xmx2g in KIRCHBERG_JAVA_OPTS, or --driver-memory 2g and --executor-memory 2g of"
                    + " spark-submit. Nothing published was touched.";

    private Breakdown() {}

    /**
     * An internal error.
     *
     * @param what what could not be done, to follow "Cannot"
     * @param why as it was caught, of any kind
     */
    public static Stop of(String what, Throwable why) {
        return of(what, why, "Run again with -v and report what it prints. Nothing published was touched.");
    }

    /**
     * The same.
     *
     * @param hint what to do where it is neither memory nor a signal
     */
    public static Stop of(String what, Throwable why, String hint) {
        if (lacksMemory(why)) {
            return stop(what + ": the memory does not suffice,", why, MORE_MEMORY);
        }
        if (causes(why).anyMatch(t -> STOPPED.matcher(text(t)).find())) {
            return stop(what + ": Spark was stopped,", why, "Run again. Nothing published was touched.");
        }
        return stop(what + ":", why, hint);
    }

    private static Stop stop(String what, Throwable why, String hint) {
        return new Stop(Exit.INTERNAL, "Cannot " + what + " got " + firstLine(why), hint, why);
    }

    /** In Spark's own exceptions, the one of a task is only told of. */
    private static boolean lacksMemory(Throwable why) {
        return causes(why)
                .anyMatch(t -> t instanceof OutOfMemoryError
                        || text(t).contains(OutOfMemoryError.class.getSimpleName())
                        || text(t).contains(TOO_SMALL_FOR_SPARK));
    }

    private static Stream<Throwable> causes(Throwable why) {
        return Stream.iterate(why, t -> t != null, Throwable::getCause).limit(DEEPEST_CAUSE);
    }

    private static String text(Throwable why) {
        return String.valueOf(why.getMessage());
    }

    /** Spark's messages go on with the stack of the task. */
    private static String firstLine(Throwable why) {
        return why.toString().lines().findFirst().orElse("nothing");
    }
}
