package kirchberg.job.inquiry;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import kirchberg.domain.claim.Claim;
import kirchberg.publish.release.Release;
import kirchberg.report.Reporting;
import kirchberg.table.Claims;
import kirchberg.table.Contributions;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;

/** The rows that weigh most in a figure. */
final class HeavyRows {
    private static final int SHOWN = 10;
    private static final int BASE = Contributions.TABLE.index(Contributions.BASE_EUR);

    private HeavyRows() {}

    /**
     * Rows of a figure, told with their financings.
     *
     * @param heaviest those that add most; none for a count, in which each adds 1
     * @param unsettled those that settle lists put first, with the least and the most that each may add
     */
    record Chosen(List<Reporting.HeavyRow> heaviest, List<Reporting.HeavyRow> unsettled) {}

    static Chosen of(Release release, Claim claim) {
        var all = release.rows(Contributions.TABLE).stream()
                .filter(r -> text(Contributions.TABLE, r, Claims.CLAIM_ID).equals(claim.id()))
                .toList();
        var isCount = claim.measure().isOfOperations();
        var heaviest = isCount ? List.<Row>of() : first(all, r -> high(r).abs());
        var unsettled = first(all.stream().filter(r -> weight(r).signum() > 0).toList(), HeavyRows::weight);
        var financings = financings(
                release, Stream.concat(heaviest.stream(), unsettled.stream()).toList());
        return new Chosen(
                heaviest.stream()
                        .map(r -> heavy(r, financings, low(r), high(r)))
                        .toList(),
                unsettled.stream()
                        .map(r -> heavy(r, financings, least(r), most(r)))
                        .toList());
    }

    private static List<Row> first(List<Row> rows, Function<Row, BigDecimal> weight) {
        return rows.stream()
                .sorted(Comparator.comparing(weight)
                        .reversed()
                        .thenComparing(r -> text(Contributions.TABLE, r, Financings.FINANCING_ID)))
                .limit(SHOWN)
                .toList();
    }

    private static BigDecimal low(Row row) {
        return decimal(Contributions.TABLE, row, Contributions.NUMERATOR_LOW_EUR);
    }

    private static BigDecimal high(Row row) {
        return decimal(Contributions.TABLE, row, Contributions.NUMERATOR_HIGH_EUR);
    }

    /** As settle lists weigh: the width of the label, and the whole amount where nobody can tell whether it belongs. */
    private static BigDecimal weight(Row row) {
        if (row.isNullAt(BASE)) {
            return high(row).subtract(low(row)).abs();
        }
        var belongs = row.getBoolean(Contributions.TABLE.index(Contributions.BELONGS));
        return belongs
                ? most(row).subtract(least(row)).abs()
                : row.getDecimal(BASE).abs();
    }

    private static BigDecimal least(Row row) {
        if (row.isNullAt(BASE)) {
            return low(row);
        }
        return row.getBoolean(Contributions.TABLE.index(Contributions.BELONGS))
                ? row.getDecimal(BASE).multiply(decimal(Contributions.TABLE, row, Contributions.LOW_SHARE))
                : BigDecimal.ZERO;
    }

    private static BigDecimal most(Row row) {
        return row.isNullAt(BASE)
                ? high(row)
                : row.getDecimal(BASE).multiply(decimal(Contributions.TABLE, row, Contributions.HIGH_SHARE));
    }

    private static Map<String, Row> financings(Release release, List<Row> chosen) {
        var wanted = new HashMap<String, Row>();
        chosen.forEach(r -> wanted.put(text(Contributions.TABLE, r, Financings.FINANCING_ID), r));
        release.rows(Financings.TABLE)
                .forEach(r -> wanted.replace(text(Financings.TABLE, r, Financings.FINANCING_ID), r));
        return wanted;
    }

    private static Reporting.HeavyRow heavy(
            Row contribution, Map<String, Row> financings, BigDecimal low, BigDecimal high) {
        var financing = Objects.requireNonNull(
                financings.get(text(Contributions.TABLE, contribution, Financings.FINANCING_ID)));
        var table = Financings.TABLE;
        return new Reporting.HeavyRow(
                text(table, financing, Financings.FINANCING_ID),
                text(table, financing, Financings.OPERATION_NAME),
                financing.getLocalDate(table.index(Financings.SIGNED_ON)),
                text(table, financing, Financings.COUNTRY),
                decimal(table, financing, Financings.AMOUNT_EUR),
                low,
                high);
    }

    private static String text(Table table, Row row, Field field) {
        var value = row.getString(table.index(field));
        return value == null ? "" : value;
    }

    private static BigDecimal decimal(Table table, Row row, Field field) {
        return row.getDecimal(table.index(field));
    }
}
