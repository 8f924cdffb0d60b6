package kirchberg.domain.claim;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A printed number.
 *
 * @param printed the figure as the claim file gives it, such as {@code 89 bn EUR} or {@code 50 %}
 * @param value the number in base units: EUR, a share from 0 to 1, a count, a multiple
 * @param unit what it counts
 * @param lastPrinted weight of the last printed digit, in base units (u1)
 * @param lastNonZero weight of the last digit that is not zero, in base units (u2)
 */
public record Figure(String printed, BigDecimal value, Unit unit, BigDecimal lastPrinted, BigDecimal lastNonZero) {
    /** What {@link #parse} accepts, for people. */
    public static final String GRAMMAR = "89 bn EUR (or k, m, tn, or plain EUR), 50 %, 3.6 x, or 900";

    private static final Pattern PRINTED = Pattern.compile(
            "(0|[1-9]\\d{0,2}(?:,\\d{3})+|[1-9]\\d*)(\\.\\d+)?(?: *(?:(?:(k|m|bn|tn) )?(EUR)|(%)|(x)))?");
    private static final Map<String, Integer> POWERS = Map.of("k", 3, "m", 6, "bn", 9, "tn", 12);
    private static final int LONGEST = 40;
    private static final int MOST_DECIMALS = 4;
    private static final int MOST_WHOLE_DIGITS = 14;

    /**
     * Reads a figure as printed: {@code <number> [k|m|bn|tn] EUR}, {@code <number> %}, {@code <number> x} or
     * {@code <number>}, which is a count. A number is digits, with or without a comma between thousands, and with or
     * without decimals after a point. Zeros after a decimal point are meant: 77.0 has lastNonZero 0.1.
     *
     * @throws IllegalArgumentException if the text is none of these, or needs more than 14 digits before the point or 4
     *     after it in base units
     */
    public static Figure parse(String printed) {
        var parts = PRINTED.matcher(printed);
        if (printed.length() > LONGEST || !parts.matches()) {
            throw refused(printed, "this is no figure", GRAMMAR);
        }
        var whole = parts.group(1).replace(",", "");
        var decimals = parts.group(2) == null ? "" : parts.group(2);
        var power = power(parts);
        var last = decimals.isEmpty() ? 0 : 1 - decimals.length();
        var lastNonZero = decimals.isEmpty() ? trailingZeros(whole) : last;
        if (whole.length() + power > MOST_WHOLE_DIGITS || last + power < -MOST_DECIMALS) {
            throw refused(printed, "the number is too long", "at most 14 digits before the point and 4 after it");
        }
        var value = plain(new BigDecimal(whole + decimals), power);
        return new Figure(printed, value, unit(parts), weight(last + power), weight(lastNonZero + power));
    }

    /** The same number as a multiple, for ratios that are printed without an x. */
    public Figure asRatio() {
        return new Figure(printed, value, Unit.RATIO, lastPrinted, lastNonZero);
    }

    private static int power(Matcher parts) {
        if (parts.group(5) != null) {
            return -2;
        }
        return parts.group(3) == null ? 0 : POWERS.getOrDefault(parts.group(3), 0);
    }

    private static Unit unit(Matcher parts) {
        if (parts.group(4) != null) {
            return Unit.EUR;
        }
        if (parts.group(5) != null) {
            return Unit.SHARE;
        }
        return parts.group(6) == null ? Unit.COUNT : Unit.RATIO;
    }

    /** Zeros at the end of a whole number; none of them in 0 itself. */
    private static int trailingZeros(String whole) {
        var significant = whole.replaceFirst("0+\\z", "");
        return significant.isEmpty() ? 0 : whole.length() - significant.length();
    }

    private static BigDecimal weight(int power) {
        return plain(BigDecimal.ONE, power);
    }

    private static BigDecimal plain(BigDecimal number, int power) {
        var moved = number.scaleByPowerOfTen(power);
        return moved.scale() < 0 ? moved.setScale(0) : moved;
    }

    private static IllegalArgumentException refused(String printed, String why, String expected) {
        return new IllegalArgumentException(
                "Cannot read a figure: " + why + ", got \"" + printed + "\", expected " + expected);
    }
}
