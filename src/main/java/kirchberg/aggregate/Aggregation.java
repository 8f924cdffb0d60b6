package kirchberg.aggregate;

import static kirchberg.table.Financings.AMOUNT_EUR;
import static kirchberg.table.Financings.COUNTRY;
import static kirchberg.table.Financings.INSTITUTION;
import static kirchberg.table.Financings.JOINT_AMOUNT_EUR;
import static kirchberg.table.Financings.OPERATION_ID;
import static kirchberg.table.Financings.OPERATION_KEY;
import static kirchberg.table.Financings.SIGNED_ON;
import static kirchberg.table.Financings.STAGE;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import kirchberg.domain.Basis;
import kirchberg.domain.Institution;
import kirchberg.domain.Stage;
import kirchberg.domain.overlap.Precedence;
import kirchberg.table.Financings;
import kirchberg.table.Operations;
import kirchberg.table.Table;
import kirchberg.table.Totals;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sums signed financings. Rows are never counted as operations, and what is unknown is never left out. */
public final class Aggregation {
    private static final Column NOTHING = lit(new BigDecimal("0.00"));

    private Aggregation() {}

    /** One row per operation, under {@link Operations#TABLE}. */
    public static Dataset<Row> operations(Dataset<Row> financings) {
        var eif = isOf(Institution.EIF);
        return financings
                .filter(isSigned())
                .groupBy(OPERATION_KEY.col())
                .agg(
                        max(OPERATION_ID.col()).as(OPERATION_ID.name()),
                        max(when(OPERATION_ID.col().isNotNull(), lit(Basis.STATED.name()))
                                        .otherwise(lit(Basis.DERIVED.name())))
                                .as(Operations.ID_BASIS.name()),
                        min(Financings.OPERATION_NAME.col()).as(Operations.OPERATION_NAME.name()),
                        min(SIGNED_ON.col()).as(Operations.FIRST_SIGNED_ON.name()),
                        max(SIGNED_ON.col()).as(Operations.LAST_SIGNED_ON.name()),
                        count(lit(1)).as(Operations.FINANCING_COUNT.name()),
                        count_distinct(COUNTRY.col()).as(Operations.COUNTRY_COUNT.name()),
                        amountWhere(isOf(Institution.EIB)).as(Operations.EIB_AMOUNT_EUR.name()),
                        amountWhere(eif).as(Operations.EIF_AMOUNT_EUR.name()),
                        sum(coalesce(JOINT_AMOUNT_EUR.col(), NOTHING)).as(Operations.JOINT_AMOUNT_EUR.name()),
                        count(when(eif.and(JOINT_AMOUNT_EUR.col().isNull()), 1))
                                .as(Operations.JOINT_UNKNOWN_COUNT.name()))
                .transform(Operations.TABLE::select);
    }

    /**
     * The rows of all tables of totals in one plan, to be collected once: they are few, however large the portfolio is.
     * {@link #table} gives each table its own.
     */
    public static Dataset<Row> totals(Dataset<Row> financings) {
        var signed = financings.filter(isSigned());
        return Keys.joined(Sums.of(signed), OperationCounts.of(signed)).transform(Keys.ALL_TABLES::select);
    }

    /**
     * The rows of one table among those of all.
     *
     * @param table one of {@link Totals#TABLES}
     * @param totals collected rows of {@link #totals}
     */
    public static List<Row> table(Table table, List<Row> totals) {
        return TotalsRows.of(table, totals);
    }

    /**
     * Pairs of financings of overlapping sources that both count and look alike.
     *
     * @param financings under {@code Financings.TABLE}, without superseded ones
     * @return rows under {@code PossibleDoubles.TABLE}
     */
    public static Dataset<Row> possibleDoubles(Dataset<Row> financings, Precedence precedence) {
        return Doubles.of(financings, precedence);
    }

    private static Column isSigned() {
        return STAGE.col().equalTo(Stage.SIGNED.name());
    }

    static Column isOf(Institution institution) {
        return INSTITUTION.col().equalTo(institution.name());
    }

    private static Column amountWhere(Column condition) {
        return sum(when(condition, AMOUNT_EUR.col()).otherwise(NOTHING));
    }
}
