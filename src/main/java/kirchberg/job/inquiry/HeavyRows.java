package kirchberg.job.inquiry;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    static List<Reporting.HeavyRow> of(Publishing.Release release, String claimId) {
        var heaviest = release.rows(Contributions.TABLE).stream()
                .filter(r -> text(Contributions.TABLE, r, Claims.CLAIM_ID).equals(claimId))
                .sorted(Comparator.comparing(
                                (Row r) -> decimal(Contributions.TABLE, r, Contributions.NUMERATOR_HIGH_EUR)
                                        .abs())
                        .reversed())
                .limit(SHOWN)
                .toList();
        var financings = financings(release, heaviest);
        return heaviest.stream().map(r -> heavy(r, financings)).toList();
    }

    private static Map<String, Row> financings(Publishing.Release release, List<Row> heaviest) {
        var wanted = new HashMap<String, Row>();
        heaviest.forEach(r -> wanted.put(text(Contributions.TABLE, r, Financings.FINANCING_ID), r));
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
