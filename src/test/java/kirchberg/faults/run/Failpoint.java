package kirchberg.faults.run;

import java.time.Duration;
import java.util.function.Consumer;
import kirchberg.domain.release.Step;

/**
 * A fault at a step of a run.
 *
 * @param delay how long it waits, if that is the fault
 */
public record Failpoint(Step step, Fault fault, Duration delay) implements Consumer<Step> {
    /** Exit code of a process that was halted. */
    public static final int HALTED = 99;

    public static final Failpoint NONE = new Failpoint(Step.RELEASE, Fault.NONE, Duration.ZERO);

    /** As {@link #toString} writes it. */
    public static Failpoint parse(String text) {
        var parts = text.split(":", -1);
        return new Failpoint(
                Step.valueOf(parts[0]), Fault.valueOf(parts[1]), Duration.ofMillis(Long.parseLong(parts[2])));
    }

    @Override
    public String toString() {
        return step + ":" + fault + ":" + delay.toMillis();
    }

    /** Whether readers see the new release after it: a late run is a good run, and from CONFIRM on it is swapped in. */
    public boolean isPublished() {
        return fault == Fault.NONE || fault == Fault.DELAY || step.compareTo(Step.SWAP) > 0;
    }

    @Override
    public void accept(Step begun) {
        if (begun == step) {
            strike();
        }
    }

    private void strike() {
        switch (fault) {
            case NONE -> {}
            case HALT -> Runtime.getRuntime().halt(HALTED);
            case EXCEPTION -> throw new IllegalStateException("made to fail at " + step);
            case DELAY -> pause();
            case OUT_OF_MEMORY -> exhaust();
        }
    }

    private void pause() {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The machine's own error, but of one wish only: the next one is granted. */
    private static void exhaust() {
        throw new IllegalStateException("Cannot happen: got " + new long[Integer.MAX_VALUE].length + " numbers");
    }
}
