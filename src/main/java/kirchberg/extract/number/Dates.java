package kirchberg.extract.number;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kirchberg.domain.claim.Period;
import kirchberg.domain.text.NumberKind;
import kirchberg.domain.words.Line;
import kirchberg.domain.words.Role;
import org.jspecify.annotations.Nullable;

/** Tells dates, times of day, years and spans of years by their form. */
final class Dates {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST_SPAN = 60;
    private static final int CENTURY = 100;
    private static final int LAST_HOUR = 24;
    private static final int LAST_MINUTE = 59;
    /** Lengths of year, month and day, or of day, month and year. */
    private static final Pattern NUMERIC = Pattern.compile("4[12][12]|[12][12][24]");

    private final Line line;

    Dates(Line line) {
        this.line = line;
    }

    Optional<Aside> at(int i) {
        return numeric(i)
                .or(() -> time(i))
                .or(() -> written(i))
                .or(() -> span(i))
                .or(() -> year(i));
    }

    /** 2025-12-04, 04.12.2025, 4/12/25. */
    private Optional<Aside> numeric(int i) {
        var sign = line.has(i + 1) ? line.token(i + 1).folded() : "";
        var joined = (sign.equals("-") || sign.equals(".") || sign.equals("/"))
                && line.is(i + 3, sign)
                && Stream.of(1, 2, 3, 4).allMatch(step -> line.touches(i + step))
                && line.isDigits(i + 2)
                && line.isDigits(i + 4);
        return joined
                        && NUMERIC.matcher(length(i) + "" + length(i + 2) + length(i + 4))
                                .matches()
                ? date(i, i + 5)
                : Optional.empty();
    }

    private int length(int i) {
        return Math.min(9, line.token(i).text().length());
    }

    /** 10:30, 10.30 Uhr, 10 h 30, 10 a.m. */
    private Optional<Aside> time(int i) {
        if (!isAtMost(i, LAST_HOUR)) {
            return Optional.empty();
        }
        var minutes = (line.is(i + 1, ":") || line.is(i + 1, "."))
                && line.touches(i + 1)
                && line.touches(i + 2)
                && isMinute(i + 2);
        var to = minutes ? i + 3 : i + 1;
        var word = line.at(Role.CLOCK, to);
        if (word.isPresent()) {
            var end = word.get().to();
            return timeOfDay(i, !minutes && isMinute(end) && !isUnit(end + 1) ? end + 1 : end);
        }
        return minutes && line.is(i + 1, ":") ? timeOfDay(i, to) : Optional.empty();
    }

    private boolean isMinute(int i) {
        return isAtMost(i, LAST_MINUTE) && length(i) == 2;
    }

    private boolean isAtMost(int i, int most) {
        return line.isDigits(i)
                && length(i) <= 2
                && Integer.parseInt(line.token(i).text()) <= most;
    }

    private static Optional<Aside> timeOfDay(int from, int to) {
        return Optional.of(Aside.of(from, to, NumberKind.DATE, "it is a time of day"));
    }

    /** 4 December 2025, December 4, 2025, December 2025 (which is no whole year). */
    private Optional<Aside> written(int i) {
        if (line.ending(Role.MONTH, i).isPresent() && yearAt(i) > 0) {
            return date(i, i + 1);
        }
        if (length(i) > 2) {
            return Optional.empty();
        }
        var after = line.is(i + 1, ".") || (line.at(Role.ORDINAL, i + 1).isPresent() && line.touches(i + 1))
                ? i + 2
                : i + 1;
        var month = line.at(Role.MONTH, after)
                .or(() -> line.is(after, "-") ? line.at(Role.MONTH, after + 1) : Optional.empty());
        if (month.isPresent()) {
            var to = month.get().to();
            return date(i, yearAt(to) > 0 ? to + 1 : to);
        }
        if (line.ending(Role.MONTH, i).isPresent() && !isUnit(i + 1)) {
            var comma = line.is(after, ",") ? after + 1 : after;
            return date(i, yearAt(comma) > 0 ? comma + 1 : after);
        }
        return Optional.empty();
    }

    private Optional<Aside> date(int from, int to) {
        return Optional.of(Aside.of(from, to, NumberKind.DATE, "it is a date"));
    }

    /** 2025-2027, 2025-27, 2025/26, 2025 to 2027, between 2021 and 2024. */
    private Optional<Aside> span(int i) {
        var first = yearAt(i);
        if (first == 0) {
            return Optional.empty();
        }
        var joint = line.at(Role.RANGE, i + 1)
                .or(() -> line.ending(Role.BETWEEN, i).flatMap(between -> line.at(Role.AND, i + 1)));
        var second = joint.map(cue -> cue.to()).orElse(line.is(i + 1, "/") ? i + 2 : -1);
        var last = line.isDigits(second) ? lastYear(first, second) : 0;
        return last > first && last - first <= LONGEST_SPAN && !isUnit(second + 1)
                ? years(i, second + 1, new Period(first, last, false))
                : Optional.empty();
    }

    /** A full year, or its last two digits where a sign joins them. */
    private int lastYear(int first, int i) {
        var full = yearAt(i);
        var short2 = length(i) == 2 && line.touches(i) && line.touches(i - 1);
        return full > 0 || !short2
                ? full
                : first / CENTURY * CENTURY + Integer.parseInt(line.token(i).text());
    }

    private Optional<Aside> year(int i) {
        var year = yearAt(i);
        if (year == 0
                || isUnit(i + 1)
                || isCounted(i)
                || line.ending(Role.CURRENCY, i).isPresent()) {
            return Optional.empty();
        }
        return years(i, i + 1, Period.year(year));
    }

    /** More than 2000 projects are a count, even if the number looks like a year. */
    private boolean isCounted(int i) {
        var hedged = line.ending(Role.HEDGE, i).isPresent()
                && line.ending(Role.LIMIT, i).isEmpty();
        return hedged && line.isWord(i + 1) && line.at(Role.STOP, i + 1).isEmpty();
    }

    private boolean isUnit(int i) {
        return Stream.of(Role.POWER, Role.PERCENT, Role.MONEY, Role.CURRENCY, Role.QUANTITY, Role.TIMES, Role.POINTS)
                        .anyMatch(role -> line.at(role, i).isPresent())
                || (line.touches(i)
                        && (line.is(i, ",") || line.is(i, "."))
                        && line.touches(i + 1)
                        && line.isDigits(i + 1));
    }

    /** The year at the token; 0 if there is none. */
    private int yearAt(int i) {
        if (!line.isDigits(i) || length(i) != 4) {
            return 0;
        }
        var year = Integer.parseInt(line.token(i).text());
        return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
    }

    private static Optional<Aside> years(int from, int to, @Nullable Period years) {
        return Optional.of(new Aside(from, to, NumberKind.DATE, "it is a year or a span of years", years));
    }
}
