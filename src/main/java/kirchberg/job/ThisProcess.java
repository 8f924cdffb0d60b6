package kirchberg.job;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kirchberg.domain.release.Pace;
import kirchberg.domain.release.Step;
import kirchberg.domain.release.Terms;

/** Time, chance and name of the process that runs. */
public final class ThisProcess {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int TOKEN_BYTES = 16;

    private ThisProcess() {}

    /** The terms of a run that nobody watches. */
    public static Terms terms() {
        return terms(step -> {}, warning -> {});
    }

    /**
     * The terms of a run.
     *
     * @param at told of each step as it begins
     * @param warn told of faults that do not change the outcome
     */
    public static Terms terms(Consumer<Step> at, Consumer<String> warn) {
        return new Terms(Terms.TTL, new OwnPace(), ThisProcess::token, name(), at, warn);
    }

    private static String token() {
        var bytes = new byte[TOKEN_BYTES];
        CHANCE.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String name() {
        var host = System.getenv().getOrDefault("HOSTNAME", "this host");
        return "process " + ProcessHandle.current().pid() + " of " + host;
    }

    /** The clock of the machine that only goes forward. */
    private static final class OwnPace implements Pace {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) {
            try {
                TimeUnit.NANOSECONDS.sleep(duration.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
