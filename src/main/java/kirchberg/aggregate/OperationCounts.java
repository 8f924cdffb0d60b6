package kirchberg.aggregate;

import static kirchberg.table.Financings.COUNTRY;
import static kirchberg.table.Financings.COUNTRY_CODE;
import static kirchberg.table.Financings.INSTITUTION;
import static kirchberg.table.Financings.OPERATION_ID;
import static kirchberg.table.Financings.OPERATION_KEY;
import static kirchberg.table.Financings.REGION;
import static kirchberg.table.Financings.SECTOR;
import static kirchberg.table.Financings.SIGNATURE_YEAR;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.table.Field;
import kirchberg.table.Totals;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Operations per key and label: first per operation, so that one with many rows counts once. Which views an operation
 * belongs to is a set of bits.
 */
final class OperationCounts {
    private static final Field CERTAIN = Field.count("certain_bits", "Views that some row certainly belongs to.");
    private static final Field POSSIBLE =
            Field.count("possible_bits", "Views that some row may belong to, if the operation's id is stated.");

    private static final String LABEL_ROW = "label_row";
    private static final BigDecimal NOTHING = new BigDecimal("0.0000000000");

    private OperationCounts() {}

    static Dataset<Row> of(Dataset<Row> signed) {
        return signed.select(columns())
                .withColumn(INSTITUTION.name(), explode(array(INSTITUTION.col(), lit(Institution.GROUP.name()))))
                .transform(Cut::perTable)
                .transform(OperationCounts::perOperation)
                .transform(OperationCounts::perKey)
                .transform(OperationCounts::perLabel);
    }

    /** Operations without a stated id are counted by their key at least, by their rows at most: see {@link Sums}. */
    private static Column[] columns() {
        var isNumbered = OPERATION_ID.col().isNotNull();
        return Stream.concat(
                        Stream.of(INSTITUTION, SIGNATURE_YEAR, REGION, COUNTRY, COUNTRY_CODE, SECTOR, OPERATION_KEY)
                                .map(Field::col),
                        Stream.of(
                                set(LabelView::isCertain).as(CERTAIN.name()),
                                when(isNumbered, set(LabelView::isPossible))
                                        .otherwise(lit(0L))
                                        .as(POSSIBLE.name())))
                .toArray(Column[]::new);
    }

    private static Dataset<Row> perOperation(Dataset<Row> cut) {
        return cut.groupBy(Stream.concat(Keys.withoutLabel(), Stream.of(OPERATION_KEY.col()))
                        .toArray(Column[]::new))
                .agg(
                        bit_or(CERTAIN.col()).as(CERTAIN.name()),
                        bit_or(POSSIBLE.col()).as(POSSIBLE.name()));
    }

    private static Dataset<Row> perKey(Dataset<Row> operations) {
        var counts = LabelView.ALL.stream()
                .flatMap(view -> Stream.of(
                        sum(isSet(CERTAIN, view)).as(certain(view)),
                        sum(isSet(POSSIBLE, view)).as(possible(view))))
                .toList();
        return operations
                .groupBy(Keys.withoutLabel().toArray(Column[]::new))
                .agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new));
    }

    private static Dataset<Row> perLabel(Dataset<Row> counts) {
        var rows = array(LabelView.ALL.stream().map(OperationCounts::labelRow).toArray(Column[]::new));
        return counts.select(Stream.concat(
                                Keys.withoutLabel(), Stream.of(explode(rows).as(LABEL_ROW)))
                        .toArray(Column[]::new))
                .select(col("*"), col(LABEL_ROW + ".*"))
                .drop(LABEL_ROW);
    }

    private static Column labelRow(LabelView view) {
        return struct(
                lit(view.key()).as(Totals.LABEL.name()),
                lit(NOTHING).as(Totals.AMOUNT_LOW_EUR.name()),
                lit(NOTHING).as(Totals.AMOUNT_HIGH_EUR.name()),
                lit(0L).as(Totals.FINANCING_COUNT.name()),
                col(certain(view)).as(Totals.OPERATION_LOW_COUNT.name()),
                col(possible(view)).as(Totals.OPERATION_HIGH_COUNT.name()));
    }

    private static String certain(LabelView view) {
        return view.key() + "_certain";
    }

    private static String possible(LabelView view) {
        return view.key() + "_possible";
    }

    private static Column set(Function<LabelView, Column> belongs) {
        return LabelView.ALL.stream()
                .map(view -> when(belongs.apply(view), lit(bit(view))).otherwise(lit(0L)))
                .reduce(Column::bitwiseOR)
                .orElseThrow();
    }

    private static Column isSet(Field set, LabelView view) {
        return set.col().bitwiseAND(lit(bit(view))).notEqual(lit(0L)).cast(DataTypes.LongType);
    }

    private static long bit(LabelView view) {
        return 1L << LabelView.ALL.indexOf(view);
    }
}
