package kirchberg.compare;

import static kirchberg.table.Differences.AFTER_COUNT;
import static kirchberg.table.Differences.BEFORE_COUNT;
import static kirchberg.table.Differences.CONTENT;
import static kirchberg.table.Differences.CONTENTS;
import static kirchberg.table.Differences.EQUAL_COUNT;
import static kirchberg.table.Differences.EQUAL_EUR;
import static kirchberg.table.Differences.IS_AFTER;
import static kirchberg.table.Differences.ROW_COUNT;
import static kirchberg.table.Differences.TOTALS;
import static kirchberg.table.Financings.AMOUNT_EUR;
import static kirchberg.table.Financings.SIGNATURE_YEAR;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kirchberg.domain.difference.Attribute;
import kirchberg.domain.difference.Difference;
import kirchberg.table.Differences;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lays two portfolios side by side. What is equal pairs off where the rows are, also by number among equals; only the
 * contents that one portfolio has more often than the other come to the driver.
 */
public final class Comparison {
    /** Rows of both portfolios that may differ: they are paired in the memory of the driver. */
    public static final int MOST_DIFFERENT = 200_000;

    private Comparison() {}

    /**
     * Both portfolios by year.
     *
     * @param before rows under {@code Financings.CLEAN}, or more columns
     * @param after the same of the newer portfolio
     * @return rows under {@code Differences.TOTALS}
     */
    public static Dataset<Row> totals(Dataset<Row> before, Dataset<Row> after) {
        var stated = Arrays.stream(Attribute.values())
                .map(a -> count(Differences.field(a).col())
                        .as(Differences.statedCount(a).name()));
        var aggregates = Stream.concat(Stream.of(sum(AMOUNT_EUR.col()).as(AMOUNT_EUR.name())), stated);
        return together(before, after)
                .groupBy(IS_AFTER.col(), SIGNATURE_YEAR.col())
                .agg(count(lit(1)).as(ROW_COUNT.name()), aggregates.toArray(Column[]::new))
                .transform(TOTALS::select);
    }

    /**
     * The contents in which the portfolios differ, and one row more for all that is equal.
     *
     * @param notCompared attributes that are left out on both sides
     * @return rows under {@code Differences.CONTENTS}; more than {@link #MOST_DIFFERENT} of them are cut off
     */
    public static Dataset<Row> contents(Dataset<Row> before, Dataset<Row> after, Set<Attribute> notCompared) {
        return together(before, after)
                .select(compared(notCompared))
                .groupBy(columns(CONTENT))
                .agg(
                        count(when(IS_AFTER.col(), null).otherwise(1)).as(BEFORE_COUNT.name()),
                        count(when(IS_AFTER.col(), 1)).as(AFTER_COUNT.name()))
                .transform(Comparison::withoutEqual)
                .limit(MOST_DIFFERENT + 2);
    }

    /**
     * Totals of years, in order.
     *
     * @param totals rows under {@code Differences.TOTALS}
     */
    public static List<Difference.Year> years(List<Row> totals) {
        return ComparedRows.years(totals);
    }

    /**
     * The attributes that one portfolio states nowhere and the other somewhere.
     *
     * @param totals rows under {@code Differences.TOTALS}
     */
    public static Set<Attribute> notCompared(List<Row> totals) {
        return ComparedRows.notCompared(totals);
    }

    /**
     * How the portfolios differ.
     *
     * @param contents rows under {@code Differences.CONTENTS}
     * @throws kirchberg.domain.Stop INPUT if more rows differ than can be paired, INTERNAL if the causes do not add up
     */
    public static Difference difference(Difference.Scope scope, List<Row> contents) {
        return ComparedRows.difference(scope, contents, MOST_DIFFERENT);
    }

    private static Dataset<Row> together(Dataset<Row> before, Dataset<Row> after) {
        return side(before, false).unionByName(side(after, true));
    }

    private static Dataset<Row> side(Dataset<Row> rows, boolean isAfter) {
        return rows.transform(Financings.CLEAN::select).withColumn(IS_AFTER.name(), lit(isAfter));
    }

    private static Column[] compared(Set<Attribute> notCompared) {
        var content = Arrays.stream(Attribute.values())
                .map(a -> notCompared.contains(a)
                        ? lit(null)
                                .cast(Differences.field(a).type())
                                .as(Differences.field(a).name())
                        : Differences.field(a).col());
        return Stream.concat(content, Stream.of(IS_AFTER.col())).toArray(Column[]::new);
    }

    /** What is equal loses its content, and so becomes one row. */
    private static Dataset<Row> withoutEqual(Dataset<Row> counted) {
        var equal = least(BEFORE_COUNT.col(), AFTER_COUNT.col());
        var differs = BEFORE_COUNT.col().notEqual(AFTER_COUNT.col());
        var left = Stream.concat(
                CONTENT.stream().map(f -> when(differs, f.col()).as(f.name())),
                Stream.of(
                        BEFORE_COUNT.col(),
                        AFTER_COUNT.col(),
                        equal.as(EQUAL_COUNT.name()),
                        AMOUNT_EUR.col().multiply(equal).as(EQUAL_EUR.name())));
        return counted.select(left.toArray(Column[]::new))
                .groupBy(columns(CONTENT))
                .agg(
                        sum(BEFORE_COUNT.col()).as(BEFORE_COUNT.name()),
                        sum(AFTER_COUNT.col()).as(AFTER_COUNT.name()),
                        sum(EQUAL_COUNT.col()).as(EQUAL_COUNT.name()),
                        sum(EQUAL_EUR.col()).as(EQUAL_EUR.name()))
                .transform(CONTENTS::select);
    }

    private static Column[] columns(List<Field> fields) {
        return fields.stream().map(Field::col).toArray(Column[]::new);
    }
}
