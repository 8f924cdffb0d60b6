package kirchberg.aggregate;

import static kirchberg.table.Financings.COUNTRY;
import static kirchberg.table.Financings.COUNTRY_CODE;
import static kirchberg.table.Financings.INSTITUTION;
import static kirchberg.table.Financings.OPERATION_ID;
import static kirchberg.table.Financings.REGION;
import static kirchberg.table.Financings.SECTOR;
import static kirchberg.table.Financings.SIGNATURE_YEAR;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
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
    private static final Field ROWS = Field.count("row_count", "Rows that belong or may belong.");
    private static final Field UNNUMBERED =
            Field.count("unnumbered_count", "Those without a stated id: each may be an operation of its own.");

    private static final List<Field> FINEST =
            List.of(INSTITUTION, SIGNATURE_YEAR, REGION, COUNTRY, COUNTRY_CODE, SECTOR, Totals.LABEL);
    private static final List<Field> SUMS = Stream.of(Weights.OWN.fields(), Weights.GROUP.fields())
            .flatMap(List::stream)
            .toList();
    private static final DecimalType EXACT = DataTypes.createDecimalType(28, 10);
    private static final Column CENT = lit(new BigDecimal("0.01"));
    private static final String BOOKS = "books";

    private Sums() {}

    static Dataset<Row> of(Dataset<Row> signed) {
        return signed.transform(LabelView::perLabel)
                .transform(Sums::finest)
                .transform(Sums::perInstitution)
                .transform(Cut::perTable)
                .transform(Sums::perKey);
    }

    private static Dataset<Row> finest(Dataset<Row> labelled) {
        var sums = Stream.concat(
                Stream.of(
                        count(lit(1)).as(ROWS.name()),
                        count(when(OPERATION_ID.col().isNull(), 1)).as(UNNUMBERED.name())),
                SUMS.stream().map(f -> sum(f.col()).as(f.name())));
        var dimensions = FINEST.stream().map(Field::col);
        var weights = Stream.concat(Weights.OWN.columns(), Weights.GROUP.columns());
        return aggregated(
                labelled.select(Stream.of(dimensions, Stream.of(OPERATION_ID.col()), weights)
                        .flatMap(columns -> columns)
                        .toArray(Column[]::new)),
                FINEST.stream().map(Field::col),
                sums);
    }

    /** Each sum once in its own institution's books and once in the Group's, as amounts in EUR. */
    private static Dataset<Row> perInstitution(Dataset<Row> finest) {
        return finest.withColumn(
                        BOOKS,
                        explode(array(
                                books(INSTITUTION.col(), Weights.OWN),
                                books(lit(Institution.GROUP.name()), Weights.GROUP))))
                .withColumn(INSTITUTION.name(), in(INSTITUTION))
                .withColumn(Totals.AMOUNT_LOW_EUR.name(), in(Totals.AMOUNT_LOW_EUR))
                .withColumn(Totals.AMOUNT_HIGH_EUR.name(), in(Totals.AMOUNT_HIGH_EUR));
    }

    private static Column books(Column institution, Weights weights) {
        return struct(
                institution.as(INSTITUTION.name()),
                total(weights.lowCents(), weights.lowPart()).as(Totals.AMOUNT_LOW_EUR.name()),
                total(weights.highCents(), weights.highPart()).as(Totals.AMOUNT_HIGH_EUR.name()));
    }

    private static Column in(Field field) {
        return col(BOOKS).getField(field.name());
    }

    private static Dataset<Row> perKey(Dataset<Row> cut) {
        return aggregated(
                        cut,
                        Stream.of(Keys.columns()),
                        Stream.of(Totals.AMOUNT_LOW_EUR, Totals.AMOUNT_HIGH_EUR, ROWS, UNNUMBERED)
                                .map(f -> sum(f.col()).as(f.name())))
                .withColumnRenamed(ROWS.name(), Totals.FINANCING_COUNT.name())
                .withColumnRenamed(UNNUMBERED.name(), Totals.OPERATION_HIGH_COUNT.name())
                .withColumn(Totals.OPERATION_LOW_COUNT.name(), lit(0L));
    }

    private static Dataset<Row> aggregated(Dataset<Row> rows, Stream<Column> by, Stream<Column> measures) {
        var all = measures.toList();
        return rows.groupBy(by.toArray(Column[]::new))
                .agg(all.get(0), all.subList(1, all.size()).toArray(Column[]::new));
    }

    private static Column total(Field cents, Field part) {
        var whole = coalesce(cents.col(), lit(0L))
                .cast(DataTypes.createDecimalType(20, 0))
                .multiply(CENT);
        return whole.cast(EXACT).plus(coalesce(part.col(), lit(BigDecimal.ZERO)).cast(EXACT));
    }
}
