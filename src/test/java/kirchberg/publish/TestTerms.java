package kirchberg.publish;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kirchberg.domain.release.Pace;
import kirchberg.domain.release.Step;
import kirchberg.domain.release.Terms;

/** Terms with a lease that runs out soon, in the time of this machine. */
public final class TestTerms {
    private static final Duration TTL = Duration.ofMillis(500);

    private TestTerms() {}

    public static Terms terms() {
        return watched(step -> {});
    }

    /** Terms under which each step that begins is told. */
    public static Terms watched(Consumer<Step> at) {
        return terms(() -> UUID.randomUUID().toString().replace("-", ""), at);
    }

    private static Terms terms(Supplier<String> chance, Consumer<Step> at) {
        return new Terms(TTL, new MachinePace(), chance, "a test", at, warning -> {});
    }

    /** Time of this machine. */
    public static final class MachinePace implements Pace {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) {
            try {
                Thread.sleep(duration.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
