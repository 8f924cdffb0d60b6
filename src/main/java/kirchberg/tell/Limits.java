package kirchberg.tell;

import java.time.Duration;

/**
 * How long telling may take.
 *
 * @param aside reading the secrets, and again writing down what was told
 * @param whole all that is told at one moment, together; then it is given up
 * @param each one answer of another machine
 * @param pause before the second attempt; before each further one twice as long as before the last
 * @param attempts at most
 */
record Limits(Duration aside, Duration whole, Duration each, Duration pause, int attempts) {
    /** The end of a run waits for at most 2 + 16 + 2 = 20 s; three attempts take at most 3 * 4 + 0.5 + 1 = 13.5 s. */
    static final Limits END =
            new Limits(Duration.ofSeconds(2), Duration.ofSeconds(16), Duration.ofSeconds(4), Duration.ofMillis(500), 3);

    /** The beginning of a run waits for at most 1 + 4 = 5 s. */
    static final Limits START =
            new Limits(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(4), Duration.ZERO, 1);
}
