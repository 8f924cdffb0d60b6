package kirchberg.aggregate;

import static kirchberg.table.Financings.OPERATION_ID;
import static kirchberg.table.Financings.OPERATION_KEY;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kirchberg.domain.Label;
import kirchberg.domain.Priority;
import kirchberg.table.Field;
import kirchberg.table.Table;
import kirchberg.table.Totals;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How one table of totals is made: first per operation, so that an operation with many rows counts once, then per key;
 * only then is every label's view given a row of its own. Labels stay columns until the rows are few.
 *
 * @param labelColumn the table's column that names the label
 * @param dimensions the table's other key columns
 * @param views one per value of the label column
 */
record TotalsShape(Field labelColumn, List<Field> dimensions, List<LabelView> views) {
    private static final String LABEL_ROW = "label_row";
    private static final Field HAS_ID = Field.flag("has_id", "Whether the operation's id is stated.");

    static TotalsShape of(Table table) {
        var labelColumn = table.fields().contains(Totals.PRIORITY) ? Totals.PRIORITY : Totals.LABEL;
        var labels = labelColumn.equals(Totals.PRIORITY) ? List.<Label>of(Priority.values()) : Label.all();
        return new TotalsShape(
                labelColumn,
                table.key().stream().filter(f -> !f.equals(labelColumn)).toList(),
                Stream.concat(
                                Stream.of(LabelView.all(), LabelView.unclassified()),
                                labels.stream().map(LabelView::of))
                        .toList());
    }

    Dataset<Row> perOperation(Dataset<Row> weighted) {
        var keys = Stream.concat(dimensionColumns(), Stream.of(OPERATION_KEY.col(), hasId()));
        return grouped(
                weighted,
                keys,
                view -> Stream.of(
                        sum(view.leastContribution()).as(view.low()),
                        sum(view.greatestContribution()).as(view.high()),
                        sum(view.isPossible().cast(LONG)).as(view.rows()),
                        max(view.isCertain().cast(LONG)).as(view.certain())));
    }

    Dataset<Row> perKey(Dataset<Row> operations) {
        return grouped(
                operations,
                dimensionColumns(),
                view -> Stream.of(
                        sum(col(view.low())).as(view.low()),
                        sum(col(view.high())).as(view.high()),
                        sum(col(view.certain())).as(view.certain()),
                        sum(view.mostOperations(HAS_ID.col())).as(view.possible()),
                        sum(col(view.rows())).as(view.rows())));
    }

    Dataset<Row> perLabel(Dataset<Row> totals) {
        var labelRows = views.stream().map(this::labelRow).toArray(Column[]::new);
        var columns = Stream.concat(
                dimensionColumns(), Stream.of(explode(array(labelRows)).as(LABEL_ROW)));
        return totals.select(columns.toArray(Column[]::new))
                .select(col("*"), col(LABEL_ROW + ".*"))
                .filter(Totals.FINANCING_COUNT.col().gt(0));
    }

    private Column labelRow(LabelView view) {
        return struct(
                lit(view.key()).as(labelColumn.name()),
                round(col(view.low()), 2).as(Totals.AMOUNT_LOW_EUR.name()),
                round(col(view.high()), 2).as(Totals.AMOUNT_HIGH_EUR.name()),
                col(view.rows()).as(Totals.FINANCING_COUNT.name()),
                col(view.certain()).as(Totals.OPERATION_LOW_COUNT.name()),
                col(view.possible()).as(Totals.OPERATION_HIGH_COUNT.name()));
    }

    private Dataset<Row> grouped(Dataset<Row> rows, Stream<Column> keys, Function<LabelView, Stream<Column>> measures) {
        var all = views.stream().flatMap(measures).toList();
        var rest = all.subList(1, all.size()).toArray(Column[]::new);
        return rows.groupBy(keys.toArray(Column[]::new)).agg(all.get(0), rest);
    }

    private Stream<Column> dimensionColumns() {
        return dimensions.stream().map(Field::col);
    }

    private static Column hasId() {
        return when(OPERATION_ID.col().isNotNull(), true).otherwise(false).as(HAS_ID.name());
    }

    private static final String LONG = "long";
}
