package kirchberg.aggregate;

import static kirchberg.aggregate.LabelView.HIGH_SHARE;
import static kirchberg.aggregate.LabelView.LOW_SHARE;
import static kirchberg.aggregate.LabelView.NONE;
import static kirchberg.aggregate.LabelView.WHOLE;
import static kirchberg.table.Financings.COUNTRY;
import static kirchberg.table.Financings.COUNTRY_CODE;
import static kirchberg.table.Financings.INSTITUTION;
import static kirchberg.table.Financings.OPERATION_ID;
import static kirchberg.table.Financings.REGION;
import static kirchberg.table.Financings.SECTOR;
import static kirchberg.table.Financings.SIGNATURE_YEAR;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.table.Field;
import kirchberg.table.Totals;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/**
 * Amounts and rows per key and label: first by everything that any table parts by, then per table. Most shares are none
 * or all: those amounts are summed as whole cents in 64 bits, which hold 92 quadrillion euro and stop the run beyond;
 * only true parts of an amount need wide decimals.
 */
final class Sums {
    private static final Field LOW_CENTS = Field.count("low_cents", "Whole amounts of the least sum, in cents.");
    private static final Field LOW_PART = new Field("low_part_eur", Field.EXACT_EUR, "Parts of the least sum, in EUR.");
    private static final Field HIGH_CENTS = Field.count("high_cents", "Whole amounts of the greatest sum, in cents.");
    private static final Field HIGH_PART =
            new Field("high_part_eur", Field.EXACT_EUR, "Parts of the greatest sum, in EUR.");
    private static final Field ROWS = Field.count("row_count", "Rows that belong or may belong.");
    private static final Field UNNUMBERED =
            Field.count("unnumbered_count", "Those without a stated id: each may be an operation of its own.");

    private static final List<Field> MEASURES = List.of(LOW_CENTS, LOW_PART, HIGH_CENTS, HIGH_PART, ROWS, UNNUMBERED);
    private static final List<Field> FINEST =
            List.of(INSTITUTION, SIGNATURE_YEAR, REGION, COUNTRY, COUNTRY_CODE, SECTOR, Totals.LABEL);
    private static final DecimalType EXACT = DataTypes.createDecimalType(28, 10);
    private static final Column CENT = lit(new BigDecimal("0.01"));

    private Sums() {}

    static Dataset<Row> of(Dataset<Row> weighted) {
        return weighted.transform(LabelView::perLabel)
                .transform(Sums::finest)
                .transform(Cut::perTable)
                .transform(Sums::perKey);
    }

    private static Dataset<Row> finest(Dataset<Row> labelled) {
        var low = Weights.LOW_EUR.col();
        var high = Weights.HIGH_EUR.col();
        var least = when(low.geq(0), LOW_SHARE.col()).otherwise(HIGH_SHARE.col());
        var greatest = when(high.geq(0), HIGH_SHARE.col()).otherwise(LOW_SHARE.col());
        return labelled.groupBy(FINEST.stream().map(Field::col).toArray(Column[]::new))
                .agg(
                        sum(whole(low, least)).as(LOW_CENTS.name()),
                        sum(part(low, least)).as(LOW_PART.name()),
                        sum(whole(high, greatest)).as(HIGH_CENTS.name()),
                        sum(part(high, greatest)).as(HIGH_PART.name()),
                        count(lit(1)).as(ROWS.name()),
                        count(when(OPERATION_ID.col().isNull(), 1)).as(UNNUMBERED.name()));
    }

    /** Cents where all of the amount counts. */
    private static Column whole(Column weight, Column share) {
        return when(share.equalTo(WHOLE), weight.multiply(lit(100)).cast(DataTypes.LongType));
    }

    private static Column part(Column weight, Column share) {
        return when(share.notEqual(WHOLE).and(share.notEqual(NONE)), weight.multiply(share));
    }

    private static Dataset<Row> perKey(Dataset<Row> cut) {
        var sums = MEASURES.stream().map(m -> sum(m.col()).as(m.name())).toList();
        return cut.groupBy(Keys.columns())
                .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
                .select(Stream.concat(Stream.of(Keys.columns()), measures()).toArray(Column[]::new));
    }

    private static Stream<Column> measures() {
        return Stream.of(
                total(LOW_CENTS, LOW_PART).as(Totals.AMOUNT_LOW_EUR.name()),
                total(HIGH_CENTS, HIGH_PART).as(Totals.AMOUNT_HIGH_EUR.name()),
                ROWS.col().as(Totals.FINANCING_COUNT.name()),
                lit(0L).as(Totals.OPERATION_LOW_COUNT.name()),
                UNNUMBERED.col().as(Totals.OPERATION_HIGH_COUNT.name()));
    }

    private static Column total(Field cents, Field part) {
        var whole = coalesce(cents.col(), lit(0L))
                .cast(DataTypes.createDecimalType(20, 0))
                .multiply(CENT);
        return whole.cast(EXACT).plus(coalesce(part.col(), lit(BigDecimal.ZERO)).cast(EXACT));
    }
}
