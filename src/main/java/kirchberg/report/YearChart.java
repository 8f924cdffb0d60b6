package kirchberg.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Unit;

/**
 * Signed volume of the Group per year: a full column up to the least possible value, a hatched one on top up to the
 * greatest. Places across are per cent of the width, heights are pixels.
 *
 * @param unit of the printed values: "billion EUR"
 * @param label what the picture says, for those who hear it
 * @param columns from the earliest year to the latest
 */
record YearChart(String unit, String label, List<Column> columns) {
    /** Height of the tallest column, in pixels. */
    static final int TALLEST = 200;

    /** The base line, in pixels from the top: room for two values over the tallest column. */
    static final int BASE = 240;

    /**
     * One year.
     *
     * @param left edge, in per cent
     * @param width in per cent
     * @param middle in per cent
     * @param sureTop top of the full column, in pixels
     * @param top top of the hatched column; {@code sureTop} if nothing is unsure
     * @param low least value as printed
     * @param high greatest value as printed; empty if it is the same
     */
    record Column(
            String year,
            BigDecimal left,
            BigDecimal width,
            BigDecimal middle,
            int sureTop,
            int top,
            String low,
            String high) {

        int sureHeight() {
            return BASE - sureTop;
        }

        int unsureHeight() {
            return sureTop - top;
        }
    }

    /** Amounts of one year, in EUR. */
    record Amount(int year, BigDecimal low, BigDecimal high) {}

    static YearChart of(List<Amount> amounts) {
        var most = amounts.stream().map(Amount::high).reduce(BigDecimal.ONE, BigDecimal::max);
        var scale = Numbers.Scale.of(Unit.EUR, most);
        var columns = new ArrayList<Column>();
        for (var amount : amounts) {
            columns.add(column(amount, new BigDecimal(columns.size()), new BigDecimal(amounts.size()), most));
        }
        return new YearChart(unit(scale), label(amounts), List.copyOf(columns));
    }

    /** The unit of a whole table or chart: "billion EUR", "million EUR" or "EUR". */
    static String unit(Numbers.Scale scale) {
        return (scale.after().strip().replace("\u00A0", "") + " EUR").strip();
    }

    private static String label(List<Amount> amounts) {
        if (amounts.isEmpty()) {
            return "No financing has a year.";
        }
        var last = amounts.get(amounts.size() - 1);
        return "Columns, one per year from " + amounts.get(0).year() + " to " + last.year() + "; " + last.year() + ": "
                + Numbers.eur(last.low()) + ". The table below has every value.";
    }

    private static Column column(Amount amount, BigDecimal place, BigDecimal count, BigDecimal most) {
        var slot = new BigDecimal(100).divide(count.max(new BigDecimal(4)), 4, RoundingMode.HALF_UP);
        var left = slot.multiply(place.add(new BigDecimal("0.14")));
        var scale = Numbers.Scale.of(Unit.EUR, most);
        var ends = Numbers.ends(amount.low(), amount.high(), scale);
        return new Column(
                String.valueOf(amount.year()),
                left.setScale(2, RoundingMode.HALF_UP),
                slot.multiply(new BigDecimal("0.72")).setScale(2, RoundingMode.HALF_UP),
                slot.multiply(place.add(new BigDecimal("0.5"))).setScale(2, RoundingMode.HALF_UP),
                top(amount.low(), most),
                top(amount.high(), most),
                ends.get(0),
                ends.size() == 1 ? "" : ends.get(1));
    }

    private static int top(BigDecimal value, BigDecimal most) {
        var part = IntervalChart.percent(Quotient.of(value), most);
        return BASE
                - part.multiply(new BigDecimal(TALLEST))
                        .divide(new BigDecimal(100), 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }
}
