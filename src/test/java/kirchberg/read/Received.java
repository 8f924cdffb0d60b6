package kirchberg.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Source;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** What the reader of a source counted and handed over. */
record Received(ControlTotals totals, List<Row> rows) {

    static Received from(Source source) {
        var rows = new ArrayList<Row>();
        return new Received(Records.read(source, rows::add), rows);
    }

    /** Value of a field in one of the rows. */
    @Nullable
    String value(int row, Field field) {
        return value(rows.get(row), field);
    }

    static @Nullable String value(Row row, Field field) {
        return row.getString(Financings.RAW.names().indexOf(field.name()));
    }

    /** Reasons of the structural rejects, in order, parted by spaces. */
    String reasons() {
        return rows.stream()
                .map(r -> value(r, Financings.REASON))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
