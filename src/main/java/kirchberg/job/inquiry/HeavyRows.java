package kirchberg.job.inquiry;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import kirchberg.publish.Publishing;
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

    private HeavyRows() {}

    /**
     * Rows of a figure, told with their financings.
     *
     * @param heaviest those that add most
     * @param unsettled those whose least and greatest contributions are farthest apart
     */
    record Chosen(List<Reporting.HeavyRow> heaviest, List<Reporting.HeavyRow> unsettled) {}

    static Chosen of(Publishing.Release release, String claimId) {
        var all = release.rows(Contributions.TABLE).stream()
                .filter(r -> text(Contributions.TABLE, r, Claims.CLAIM_ID).equals(claimId))
                .toList();
        var heaviest = first(all, r -> high(r).abs());
        var unsettled = first(
                all.stream().filter(r -> span(r).signum() > 0).toList(), HeavyRows::span);
        var financings = financings(
                release, Stream.concat(heaviest.stream(), unsettled.stream()).toList());
        return new Chosen(told(heaviest, financings), told(unsettled, financings));
    }

    private static List<Row> first(List<Row> rows, Function<Row, BigDecimal> weight) {
        return rows.stream()
                .sorted(Comparator.comparing(weight)
                        .reversed()
                        .thenComparing(r -> text(Contributions.TABLE, r, Financings.FINANCING_ID)))
                .limit(SHOWN)
                .toList();
    }

    private static BigDecimal high(Row row) {
        return decimal(Contributions.TABLE, row, Contributions.NUMERATOR_HIGH_EUR);
    }

    private static BigDecimal span(Row row) {
        return high(row)
                .subtract(decimal(Contributions.TABLE, row, Contributions.NUMERATOR_LOW_EUR))
                .abs();
    }

    private static List<Reporting.HeavyRow> told(List<Row> rows, Map<String, Row> financings) {
        return rows.stream().map(r -> heavy(r, financings)).toList();
    }

    private static Map<String, Row> financings(Publishing.Release release, List<Row> chosen) {
        var wanted = new HashMap<String, Row>();
        chosen.forEach(r -> wanted.put(text(Contributions.TABLE, r, Financings.FINANCING_ID), r));
        release.rows(Financings.TABLE)
                .forEach(r -> wanted.replace(text(Financings.TABLE, r, Financings.FINANCING_ID), r));
        return wanted;
    }

    private static Reporting.HeavyRow heavy(Row contribution, Map<String, Row> financings) {
        var financing = Objects.requireNonNull(
                financings.get(text(Contributions.TABLE, contribution, Financings.FINANCING_ID)));
        var table = Financings.TABLE;
        return new Reporting.HeavyRow(
                text(table, financing, Financings.FINANCING_ID),
                text(table, financing, Financings.OPERATION_NAME),
                financing.getLocalDate(table.index(Financings.SIGNED_ON)),
                text(table, financing, Financings.COUNTRY),
                decimal(table, financing, Financings.AMOUNT_EUR),
                decimal(Contributions.TABLE, contribution, Contributions.NUMERATOR_LOW_EUR),
                decimal(Contributions.TABLE, contribution, Contributions.NUMERATOR_HIGH_EUR));
    }

    private static String text(Table table, Row row, Field field) {
        var value = row.getString(table.index(field));
        return value == null ? "" : value;
    }

    private static BigDecimal decimal(Table table, Row row, Field field) {
        return row.getDecimal(table.index(field));
    }
}
