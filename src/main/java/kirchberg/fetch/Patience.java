package kirchberg.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.fetch.Exchange.Answer;
import org.jspecify.annotations.Nullable;

/** How long to wait after an attempt that failed: 2, 4, 8, 16 s and a little, or as long as the publisher asks. */
final class Patience {
    private static final Duration FIRST = Duration.ofSeconds(2);

    /** Up to so much more is added by chance, so that those who were turned away together come back apart. */
    private static final int SPREAD = 4;

    private final Publisher.Limits limits;
    private final Fetching.World world;

    Patience(Publisher.Limits limits, Fetching.World world) {
        this.limits = limits;
        this.world = world;
    }

    /**
     * The wait before the next attempt.
     *
     * @param what is asked for
     * @param answer that came; null if none did
     * @param retry attempts before this one
     * @throws Stop if the publisher asks for too long a wait
     */
    Duration wait(String what, @Nullable Answer answer, int retry) {
        var usual = FIRST.multipliedBy(1L << retry);
        usual = usual.plusMillis(world.chance().nextLong(usual.toMillis() / SPREAD));
        var asked = answer == null ? Duration.ZERO : asked(answer);
        if (answer != null && asked.compareTo(limits.longestWait()) > 0) {
            throw new Stop(
                    Exit.INPUT,
                    "Cannot fetch " + what + ": the publisher asks to wait too long, got " + asked.toSeconds()
                            + " s with status " + answer.status() + ", expected at most "
                            + limits.longestWait().toSeconds() + " s",
                    Visitor.AGAIN);
        }
        return asked.compareTo(usual) > 0 ? asked : usual;
    }

    /** Seconds or a date, as HTTP has it (RFC 9110, Retry-After); nothing if it cannot be read. */
    private Duration asked(Answer answer) {
        var text = answer.header("Retry-After").orElse("").strip();
        if (text.matches("[0-9]+")) {
            return Duration.ofSeconds(text.length() > 9 ? 999_999_999L : Long.parseLong(text));
        }
        return date(text)
                .map(at -> Duration.between(world.clock().instant(), at))
                .orElse(Duration.ZERO);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
