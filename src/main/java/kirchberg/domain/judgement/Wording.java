package kirchberg.domain.judgement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Unit;

/** Numbers as people read them, rounded here and nowhere before: EUR 88.812 bn, 57.11 %, 1 095. */
final class Wording {
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
    private static final int ALL_DIGITS = 11;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Wording() {}

    static String eur(BigDecimal amount) {
        return eur(amount, 3);
    }

    private static String eur(BigDecimal amount, int decimals) {
        var size = amount.abs();
        if (size.compareTo(BILLION) >= 0) {
            return "EUR " + grouped(amount.movePointLeft(9), decimals) + " bn";
        }
        if (size.compareTo(MILLION) >= 0) {
            return "EUR " + grouped(amount.movePointLeft(6), decimals) + " m";
        }
        return "EUR " + grouped(amount, 2);
    }

    static String value(Quotient value, Unit unit) {
        return switch (unit) {
            case EUR -> eur(value.rounded(2, RoundingMode.HALF_UP));
            case SHARE -> grouped(value.rounded(6, RoundingMode.HALF_UP).movePointRight(2), 2) + " %";
            case COUNT -> grouped(value.rounded(1, RoundingMode.HALF_UP), 1);
            case RATIO -> grouped(value.rounded(3, RoundingMode.HALF_UP), 3);
        };
    }

    /** What is possible: one value, or from one to another. */
    static String possible(Interval interval, Unit unit) {
        var high = interval.high();
        var low = value(interval.low(), unit);
        if (high == null) {
            return "at least " + low;
        }
        return high.equals(interval.low()) ? low : low + " to " + value(high, unit);
    }

    /**
     * What was said, to its last digit, for the verdict hangs on it: with brackets that tell whether the ends belong to
     * it.
     */
    static String said(Interval interval, Unit unit) {
        var high = interval.high();
        return (interval.lowOpen() ? "(" : "[")
                + exact(interval.low(), unit)
                + (high == null ? ", no upper end)" : ", " + exact(high, unit) + (interval.highOpen() ? ")" : "]"));
    }

    private static String exact(Quotient value, Unit unit) {
        return switch (unit) {
            case EUR -> eur(value.rounded(2, RoundingMode.HALF_UP), ALL_DIGITS);
            case SHARE ->
                grouped(value.rounded(ALL_DIGITS, RoundingMode.HALF_UP).movePointRight(2), ALL_DIGITS) + " %";
            case COUNT, RATIO -> grouped(value.rounded(ALL_DIGITS, RoundingMode.HALF_UP), ALL_DIGITS);
        };
    }

    static String count(long number) {
        return grouped(BigDecimal.valueOf(number), 0);
    }

    private static String grouped(BigDecimal number, int decimals) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(' '); // a comma parts the ends of an interval
        symbols.setMinusSign('\u2212');
        var format = new DecimalFormat("#,##0" + (decimals == 0 ? "" : "." + "#".repeat(decimals)), symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
