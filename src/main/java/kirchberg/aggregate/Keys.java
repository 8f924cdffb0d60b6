package kirchberg.aggregate;

import static kirchberg.table.Financings.SIGNATURE_YEAR;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;

import java.util.stream.Stream;
import kirchberg.table.Field;
import kirchberg.table.Table;
import kirchberg.table.Totals;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What every total is told apart by, and how sums and counts that were made apart come together under it. */
final class Keys {
    /** Rows of all tables of totals, told apart by the first column. */
    static final Table ALL_TABLES = Table.of(
            "totals",
            6,
            Cut.TABLE,
            Totals.INSTITUTION,
            Totals.LABEL,
            Cut.BY,
            Cut.CODE,
            SIGNATURE_YEAR,
            Totals.AMOUNT_LOW_EUR,
            Totals.AMOUNT_HIGH_EUR,
            Totals.FINANCING_COUNT,
            Totals.OPERATION_LOW_COUNT,
            Totals.OPERATION_HIGH_COUNT);

    private Keys() {}

    static Column[] columns() {
        return ALL_TABLES.key().stream().map(Field::col).toArray(Column[]::new);
    }

    /** Sums and counts of the same keys as one row each; amounts are rounded once, here. */
    static Dataset<Row> joined(Dataset<Row> sums, Dataset<Row> counts) {
        return sums.unionByName(counts)
                .groupBy(columns())
                .agg(
                        cents(Totals.AMOUNT_LOW_EUR),
                        cents(Totals.AMOUNT_HIGH_EUR),
                        added(Totals.FINANCING_COUNT),
                        added(Totals.OPERATION_LOW_COUNT),
                        added(Totals.OPERATION_HIGH_COUNT))
                .filter(Totals.FINANCING_COUNT.col().gt(0));
    }

    private static Column cents(Field amount) {
        return round(sum(amount.col()), 2).as(amount.name());
    }

    private static Column added(Field count) {
        return sum(count.col()).as(count.name());
    }

    /** The key of a row that does not have its label yet. */
    static Stream<Column> withoutLabel() {
        return ALL_TABLES.key().stream().filter(f -> !f.equals(Totals.LABEL)).map(Field::col);
    }
}
