package kirchberg.aggregate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kirchberg.domain.Label;
import kirchberg.domain.Priority;
import kirchberg.table.Field;
import kirchberg.table.Labels;
import kirchberg.table.Totals;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One value of a label column: which part of each financing it takes.
 *
 * @param key the value
 * @param lowShare least part of the amount
 * @param highShare greatest part
 */
record LabelView(String key, Column lowShare, Column highShare) {
    static final Field LOW_SHARE = Field.share("view_low_share", "Least part of the amount that the view takes.");
    static final Field HIGH_SHARE = Field.share("view_high_share", "Greatest part of the amount that the view takes.");
    static final Column WHOLE = lit(BigDecimal.ONE).cast(Field.SHARE);
    static final Column NONE = lit(BigDecimal.ZERO).cast(Field.SHARE);

    /** All values: the whole amount, the rows without any priority, and every label. */
    static final List<LabelView> ALL = Stream.concat(
                    Stream.of(new LabelView(Totals.ALL, WHOLE, WHOLE), unclassified()),
                    Label.all().stream()
                            .map(l -> new LabelView(
                                    l.key(), Labels.low(l).col(), Labels.high(l).col())))
            .toList();

    private static final String EACH = "view";

    /** Each row once per view that it belongs to or may belong to. */
    static Dataset<Row> perLabel(Dataset<Row> rows) {
        return rows.withColumn(
                        EACH,
                        explode(array(ALL.stream().map(LabelView::asStruct).toArray(Column[]::new))))
                .withColumn(Totals.LABEL.name(), in(Totals.LABEL))
                .withColumn(LOW_SHARE.name(), in(LOW_SHARE))
                .withColumn(HIGH_SHARE.name(), in(HIGH_SHARE))
                .filter(HIGH_SHARE.col().gt(NONE));
    }

    private Column asStruct() {
        return struct(lit(key).as(Totals.LABEL.name()), lowShare.as(LOW_SHARE.name()), highShare.as(HIGH_SHARE.name()));
    }

    private static Column in(Field field) {
        return col(EACH).getField(field.name());
    }

    /** Whole where every priority is possible at most: none is certain, and not every one is ruled out. */
    private static LabelView unclassified() {
        var isCertain = anyPriority(p -> Labels.low(p).col().gt(NONE));
        var isPossible = anyPriority(p -> Labels.high(p).col().gt(NONE));
        var share = when(not(isCertain).and(isPossible), WHOLE).otherwise(NONE);
        return new LabelView(Totals.UNCLASSIFIED, share, share);
    }

    private static Column anyPriority(Function<Priority, Column> condition) {
        return Stream.of(Priority.values()).map(condition).reduce(Column::or).orElseThrow();
    }

    Column isCertain() {
        return lowShare.gt(NONE);
    }

    Column isPossible() {
        return highShare.gt(NONE);
    }
}
