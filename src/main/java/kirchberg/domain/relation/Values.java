package kirchberg.domain.relation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Objects;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Unit;

/**
 * Intervals in a sentence: "36.45 to 36.55 bn EUR". Ends are rounded outward, so that what is printed is never narrower
 * than what is meant.
 */
public final class Values {
    private static final Quotient BILLION = Quotient.of(BigDecimal.valueOf(1_000_000_000));

    private Values() {}

    public static String text(Interval interval, Unit unit) {
        var scale = scale(interval, unit);
        var high = interval.high();
        var low = number(interval.low(), scale, RoundingMode.FLOOR);
        if (high == null) {
            return (interval.lowOpen() ? "more than " : "at least ") + low + scale.after();
        }
        var top = number(high, scale, RoundingMode.CEILING);
        if (low.equals(top) && interval.isPoint()) {
            return low + scale.after();
        }
        var least = interval.lowOpen() ? "above " + low + " and " : low + " ";
        return least + upTo(interval) + top + scale.after();
    }

    private static String upTo(Interval interval) {
        if (interval.highOpen()) {
            return interval.lowOpen() ? "below " : "to below ";
        }
        return interval.lowOpen() ? "up to " : "to ";
    }

    private record Scale(int power, int digits, String after) {}

    private static Scale scale(Interval interval, Unit unit) {
        return switch (unit) {
            case SHARE -> new Scale(2, 2, " %");
            case COUNT -> new Scale(0, 0, "");
            case RATIO -> new Scale(0, 2, "");
            case EUR ->
                Objects.requireNonNullElse(interval.high(), interval.low()).compareTo(BILLION) >= 0
                        ? new Scale(-9, 3, " bn EUR")
                        : new Scale(-6, 3, " m EUR");
        };
    }

    private static String number(Quotient value, Scale scale, RoundingMode mode) {
        var rounded = value.rounded(scale.digits() + scale.power(), mode).scaleByPowerOfTen(scale.power());
        var format = new DecimalFormat(
                "#,##0" + (scale.digits() == 0 ? "" : "." + "#".repeat(scale.digits())),
                DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return format.format(rounded);
    }
}
