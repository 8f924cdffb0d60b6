package kirchberg.aggregate;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kirchberg.domain.Priority;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Table;
import kirchberg.table.Totals;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Collected rows of {@link Keys#ALL_TABLES} to rows of one table. */
final class TotalsRows {
    private static final List<String> PRIORITIES = Stream.concat(
                    Stream.of(Totals.ALL, Totals.UNCLASSIFIED),
                    Stream.of(Priority.values()).map(Priority::key))
            .toList();

    /** Where a table's column stands among the collected ones, if it is called otherwise there. */
    private static final Map<Field, Field> RENAMED = Map.of(
            Totals.PRIORITY, Totals.LABEL,
            Financings.REGION, Cut.BY,
            Financings.COUNTRY, Cut.BY,
            Financings.SECTOR, Cut.BY,
            Financings.COUNTRY_CODE, Cut.CODE);

    private TotalsRows() {}

    static List<Row> of(Table table, List<Row> totals) {
        var columns = table.fields().stream().map(TotalsRows::column).toList();
        return totals.stream()
                .filter(row -> text(row, Cut.TABLE).equals(table.name()))
                .filter(row ->
                        !table.fields().contains(Totals.PRIORITY) || PRIORITIES.contains(text(row, Totals.LABEL)))
                .map(row -> row(row, columns))
                .toList();
    }

    private static int column(Field field) {
        return Keys.ALL_TABLES.index(RENAMED.getOrDefault(field, field));
    }

    private static Row row(Row row, List<Integer> columns) {
        return RowFactory.create(columns.stream().map(row::get).toArray());
    }

    private static String text(Row row, Field field) {
        return row.getString(Keys.ALL_TABLES.index(field));
    }
}
