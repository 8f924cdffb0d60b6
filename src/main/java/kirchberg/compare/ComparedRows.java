package kirchberg.compare;

import static kirchberg.table.Differences.AFTER_COUNT;
import static kirchberg.table.Differences.BEFORE_COUNT;
import static kirchberg.table.Differences.CONTENTS;
import static kirchberg.table.Differences.EQUAL_COUNT;
import static kirchberg.table.Differences.EQUAL_EUR;
import static kirchberg.table.Differences.IS_AFTER;
import static kirchberg.table.Differences.ROW_COUNT;
import static kirchberg.table.Differences.TOTALS;
import static kirchberg.table.Financings.AMOUNT_EUR;
import static kirchberg.table.Financings.SIGNATURE_YEAR;
import static kirchberg.table.Financings.SIGNED_ON;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.difference.Attribute;
import kirchberg.domain.difference.Content;
import kirchberg.domain.difference.Difference;
import kirchberg.domain.difference.Sum;
import kirchberg.table.Differences;
import org.apache.spark.sql.Row;

/** What came to the driver, as words of the domain. */
final class ComparedRows {
    private ComparedRows() {}

    static List<Difference.Year> years(List<Row> totals) {
        var year = TOTALS.index(SIGNATURE_YEAR);
        return totals.stream()
                .map(row -> row.getInt(year))
                .distinct()
                .sorted()
                .map(y -> {
                    var ofYear =
                            totals.stream().filter(row -> row.getInt(year) == y).toList();
                    return new Difference.Year(y, new Difference.Total(sum(ofYear, false), sum(ofYear, true)));
                })
                .toList();
    }

    static Set<Attribute> notCompared(List<Row> totals) {
        return Arrays.stream(Attribute.values())
                .filter(a -> !a.isAlwaysStated())
                .filter(a -> isStated(totals, a, false) != isStated(totals, a, true))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Attribute.class)));
    }

    static Difference difference(Difference.Scope scope, List<Row> contents, int most) {
        requireFew(contents, most);
        var unchanged = contents.stream()
                .map(row ->
                        new Sum(row.getLong(CONTENTS.index(EQUAL_COUNT)), row.getDecimal(CONTENTS.index(EQUAL_EUR))))
                .reduce(Sum.NOTHING, Sum::plus);
        return Difference.of(scope, unchanged, left(contents, ComparedRows::more), left(contents, row -> -more(row)));
    }

    private static boolean isStated(List<Row> totals, Attribute attribute, boolean isAfter) {
        var stated = TOTALS.index(Differences.statedCount(attribute));
        return ofSide(totals, isAfter).anyMatch(row -> row.getLong(stated) > 0);
    }

    private static Sum sum(List<Row> totals, boolean isAfter) {
        return ofSide(totals, isAfter)
                .map(row -> new Sum(row.getLong(TOTALS.index(ROW_COUNT)), row.getDecimal(TOTALS.index(AMOUNT_EUR))))
                .reduce(Sum.NOTHING, Sum::plus);
    }

    private static Stream<Row> ofSide(List<Row> totals, boolean isAfter) {
        return totals.stream().filter(row -> row.getBoolean(TOTALS.index(IS_AFTER)) == isAfter);
    }

    /** How many rows of a content the older portfolio has more than the newer. */
    private static long more(Row row) {
        return row.getLong(CONTENTS.index(BEFORE_COUNT)) - row.getLong(CONTENTS.index(AFTER_COUNT));
    }

    private static void requireFew(List<Row> contents, int most) {
        var rows = contents.stream().mapToLong(row -> Math.abs(more(row))).sum();
        if (rows > most) {
            throw new Stop(
                    Exit.INPUT,
                    "Cannot compare: too many rows differ, got " + rows + " or more in both together, expected at most "
                            + most,
                    "Name two portfolios that are closer: two vintages of one source, or of fewer years.");
        }
    }

    private static List<Content> left(List<Row> contents, ToLongFunction<Row> surplus) {
        return contents.stream()
                .filter(row -> surplus.applyAsLong(row) > 0)
                .flatMap(row -> Collections.nCopies((int) surplus.applyAsLong(row), content(row)).stream())
                .toList();
    }

    private static Content content(Row row) {
        var texts = new EnumMap<Attribute, String>(Attribute.class);
        for (var attribute : Attribute.values()) {
            var value = row.get(CONTENTS.index(Differences.field(attribute)));
            if (value != null && attribute != Attribute.AMOUNT && attribute != Attribute.SIGNED_ON) {
                texts.put(attribute, Objects.toString(value));
            }
        }
        return new Content(
                row.getDecimal(CONTENTS.index(AMOUNT_EUR)), row.getLocalDate(CONTENTS.index(SIGNED_ON)), texts);
    }
}
