package kirchberg.domain.source;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of dates of signatures, disbursements and statuses, written once for the reader and for the plan that
 * cleans. Text must match the expression first, then be a real day under the pattern.
 */
public final class DateText {
    /** Dates of the bank's export: day, month, year. */
    public static final String EXPORT = "^[0-9]{2}/[0-9]{2}/[0-9]{4}\\z";

    /** Pattern of {@link #EXPORT} for Spark, which resolves it strictly. */
    public static final String EXPORT_PATTERN = "dd/MM/yyyy";

    /**
     * Dates of a canonical portfolio or an activity file, and what milliseconds of a list are turned into: ISO 8601.
     */
    public static final String CANONICAL = "^[0-9]{4}-[0-9]{2}-[0-9]{2}\\z";

    /** Pattern of {@link #CANONICAL} for Spark, which resolves it strictly. */
    public static final String CANONICAL_PATTERN = "yyyy-MM-dd";

    /**
     * First day on which a signature is possible: the bank was founded on 1 January 1958, its earliest signature is of
     * 21 April 1959. The last possible day is the day after the source was fetched.
     */
    public static final LocalDate EARLIEST = LocalDate.of(1958, 1, 1);

    /** How the dates of a format are written. */
    public enum Grammar {
        DAY_FIRST(EXPORT, EXPORT_PATTERN),
        ISO(CANONICAL, CANONICAL_PATTERN);

        private final String expression;
        private final String pattern;

        Grammar(String expression, String pattern) {
            this.expression = expression;
            this.pattern = pattern;
        }

        /** What the whole text of a date must match. */
        public String expression() {
            return expression;
        }

        /** How Spark reads text that matches. */
        public String pattern() {
            return pattern;
        }
    }

    private static final DateTimeFormatter DAYS_FIRST = strict("dd/MM/uuuu");

    private static final DateTimeFormatter ISO_DAYS = strict("uuuu-MM-dd");

    private DateText() {}

    /** The day that a text of a format means, or nothing if its grammar does not read it or there is no such day. */
    public static Optional<LocalDate> read(SourceFormat format, @Nullable String text) {
        if (text == null || !text.matches(format.dates().expression())) {
            return Optional.empty();
        }
        try {
            var days = switch (format.dates()) {
                case DAY_FIRST -> DAYS_FIRST;
                case ISO -> ISO_DAYS;
            };
            return Optional.of(LocalDate.parse(text, days));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
