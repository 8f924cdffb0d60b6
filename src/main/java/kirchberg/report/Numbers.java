package kirchberg.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as the EU institutions print them in English: a hard space between thousands, a decimal point, EUR before the
 * amount (Interinstitutional Style Guide, 6.5 and 7.3.3, edition of 2022).
 */
final class Numbers {
    private static final String GAP = "\u00A0";
    private static final BigDecimal BILLION = new BigDecimal("1000000000");
    private static final BigDecimal MILLION = new BigDecimal("1000000");

    /** Digits after the point beyond which a printed bound is no longer made to agree with the true one. */
    private static final int MOST_DIGITS = 12;

    private static final List<String> MONTHS =
            List.of(("January February March April May June July August September" + " October November December")
                    .split(" ", -1));

    private Numbers() {}

    /**
     * How a quantity is written.
     *
     * @param power power of ten by which a base unit is multiplied to get the printed number: 2 for per cent
     * @param digits digits after the point of a single value
     * @param strip whether zeros at the end are dropped
     */
    record Scale(String before, int power, String after, int digits, boolean strip) {
        static Scale of(Unit unit, BigDecimal largest) {
            return switch (unit) {
                case SHARE -> new Scale("", 2, GAP + "%", 1, false);
                case COUNT -> new Scale("", 0, "", 0, true);
                case RATIO -> new Scale("", 0, "", 2, false);
                case EUR -> eur(largest.abs());
            };
        }

        private static Scale eur(BigDecimal largest) {
            if (largest.compareTo(BILLION) >= 0) {
                return new Scale("EUR" + GAP, -9, GAP + "billion", 3, true);
            }
            return largest.compareTo(MILLION) >= 0
                    ? new Scale("EUR" + GAP, -6, GAP + "million", 3, true)
                    : new Scale("EUR" + GAP, 0, "", 0, true);
        }

        /** The number alone, with so many digits after the point. */
        String number(BigDecimal value, int places) {
            return grouped(value.scaleByPowerOfTen(power).setScale(places, RoundingMode.HALF_UP));
        }

        String exact(Quotient value) {
            var scaled = new BigDecimal(value.plain()).scaleByPowerOfTen(power).stripTrailingZeros();
            return grouped(scaled.setScale(Math.max(0, scaled.scale()), RoundingMode.UNNECESSARY));
        }

        private String single(BigDecimal value, int places) {
            var text = number(value, places);
            return before + (strip && places > 0 ? text.replaceAll("\\.?0+\\z", "") : text) + after;
        }
    }

    static String count(long value) {
        return grouped(BigDecimal.valueOf(value));
    }

    /** With one digit after the point in the larger unit, where the value is an estimate. */
    static String rough(BigDecimal value, Unit unit) {
        var scale = Scale.of(unit, value);
        return scale.single(value, Math.min(1, scale.digits()));
    }

    /** A bare number with as many digits as it has, zeros at the end dropped. */
    static String plain(BigDecimal value) {
        var bare = value.stripTrailingZeros();
        return grouped(bare.setScale(Math.max(0, bare.scale()), RoundingMode.UNNECESSARY));
    }

    /** With exactly so many digits after the point, and no unit: for columns of amounts. */
    static String fixed(BigDecimal value, int digits) {
        return grouped(value.setScale(digits, RoundingMode.UNNECESSARY));
    }

    /** EUR 76.464 billion: at most three decimals in the larger unit. */
    static String eur(BigDecimal value) {
        var scale = Scale.of(Unit.EUR, value);
        return scale.single(value, scale.digits());
    }

    /** EUR 76 464 315 473, with cents where there are any. */
    static String exactEur(BigDecimal value) {
        var whole = value.stripTrailingZeros().scale() <= 0;
        return "EUR" + GAP + grouped(value.setScale(whole ? 0 : 2, RoundingMode.HALF_UP));
    }

    /** 4 December 2025. */
    static String date(LocalDate day) {
        return day.getDayOfMonth() + GAP + MONTHS.get(day.getMonthValue() - 1) + GAP + day.getYear();
    }

    /** Day of a publication; of one dated 1 January, the year, for claim files write that where no day is known. */
    static String published(LocalDate day) {
        return day.getDayOfYear() == 1 ? String.valueOf(day.getYear()) : date(day);
    }

    /**
     * A computed interval, rounded outward, a single value half up, with as many digits as it takes for its relation to
     * each of the said intervals to be the true one.
     */
    static String possible(Interval interval, Collection<Interval> said, Unit unit) {
        var scale = Scale.of(unit, largest(interval));
        var places = isPoint(interval) ? scale.digits() : Math.min(1, scale.digits());
        while (places < MOST_DIGITS && !keepsRelations(rounded(interval, places + scale.power()), interval, said)) {
            places++;
        }
        return written(rounded(interval, places + scale.power()), scale, places);
    }

    /** What words allow, exactly: "59 to below 60 %", "over 900". */
    static String said(Interval said, Unit unit) {
        var scale = Scale.of(unit, largest(said));
        var low = scale.exact(said.low());
        var high = said.high();
        if (high == null) {
            return (said.lowOpen() ? "over " : "at least ") + scale.before() + low + scale.after();
        }
        var top = scale.exact(high) + scale.after();
        if (said.low().compareTo(high) == 0) {
            return scale.before() + top;
        }
        if (said.low().numerator().signum() == 0 && !said.lowOpen()) {
            return (said.highOpen() ? "below " : "up to ") + scale.before() + top;
        }
        return said.lowOpen()
                ? "over " + scale.before() + low + (said.highOpen() ? " to below " : ", up to ") + top
                : scale.before() + low + (said.highOpen() ? " to below " : " to ") + top;
    }

    /** A sentence whose numbers are not parted from their units at the end of a line. */
    static String glued(String sentence) {
        return sentence.replaceAll("(?<=\\d) (?=%|bn|billion|million|\\d{3}\\b)|(?<=EUR) (?=\\d)", GAP);
    }

    static boolean isPoint(Interval interval) {
        return interval.high() != null && interval.low().compareTo(interval.high()) == 0;
    }

    /** "12.3" or "12.3–14.5", rounded outward, without its unit: for the cells of a table. */
    static String cell(BigDecimal low, BigDecimal high, Scale scale) {
        return String.join("–", ends(low, high, scale));
    }

    /** One number, or two rounded outward, without their unit. */
    static List<String> ends(BigDecimal low, BigDecimal high, Scale scale) {
        if (low.compareTo(high) == 0) {
            return List.of(scale.number(low, 1));
        }
        var places = 1 + scale.power();
        return List.of(
                scale.number(low.setScale(places, RoundingMode.FLOOR), 1),
                scale.number(high.setScale(places, RoundingMode.CEILING), 1));
    }

    private static boolean keepsRelations(Interval printed, Interval exact, Collection<Interval> said) {
        return said.stream()
                .allMatch(
                        c -> c.contains(printed) == c.contains(exact) && c.isDisjoint(printed) == c.isDisjoint(exact));
    }

    private static Interval rounded(Interval interval, int scale) {
        var high = interval.high();
        if (isPoint(interval)) {
            var value = interval.low().rounded(scale, RoundingMode.HALF_UP);
            return Interval.closed(value, value);
        }
        return new Interval(
                Quotient.of(interval.low().rounded(scale, RoundingMode.FLOOR)),
                interval.lowOpen(),
                high == null ? null : Quotient.of(high.rounded(scale, RoundingMode.CEILING)),
                interval.highOpen());
    }

    private static String written(Interval rounded, Scale scale, int places) {
        var low = rounded.low().rounded(places + scale.power(), RoundingMode.UNNECESSARY);
        var high = rounded.high();
        if (high == null) {
            return scale.single(low, places) + " or more";
        }
        if (isPoint(rounded)) {
            return scale.single(low, places);
        }
        var top = high.rounded(places + scale.power(), RoundingMode.UNNECESSARY);
        var least = low.signum() == 0 ? "0" : scale.number(low, places);
        return scale.before() + least + " to " + scale.number(top, places) + scale.after();
    }

    private static BigDecimal largest(Interval interval) {
        @Nullable Quotient high = interval.high();
        var low = interval.low().rounded(12, RoundingMode.HALF_UP).abs();
        return high == null
                ? low
                : low.max(high.rounded(12, RoundingMode.HALF_UP).abs());
    }

    private static String grouped(BigDecimal value) {
        var digits = value.abs().toPlainString();
        var point = digits.indexOf('.');
        var whole = point < 0 ? digits : digits.substring(0, point);
        var grouped = whole.replaceAll("(?<=\\d)(?=(\\d{3})+\\z)", GAP);
        return (value.signum() < 0 ? "\u2212" : "") + grouped + (point < 0 ? "" : digits.substring(point));
    }
}
