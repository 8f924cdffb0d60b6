package kirchberg.cluster;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting that ends: nothing in these tests may hang. */
final class Patience {
    /** Longest time for what takes seconds on a machine that is idle. */
    static final Duration SHORT = Duration.ofMinutes(3);

    /** Longest time for a run. */
    static final Duration LONG = Duration.ofMinutes(8);

    private static final long PAUSE_MILLIS = 20;

    private Patience() {}

    /** Waits until something is so; if it never is, fails with the reason. */
    static void until(BooleanSupplier isSo, Duration most, Supplier<String> why) {
        var end = System.nanoTime() + most.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain for " + most.toSeconds() + " s: " + why.get());
            }
            pause(PAUSE_MILLIS);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted", e);
        }
    }
}
