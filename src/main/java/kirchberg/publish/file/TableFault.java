package kirchberg.publish.file;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** What is wrong with a table that must not be published, in words. */
public final class TableFault {
    private TableFault() {}

    /** Stops if a published value is not the computed one. */
    public static void same(Table table, Row row, int index, @Nullable Object computed) {
        var value = row.get(index);
        var isSame = Objects.equals(value, computed)
                || (value instanceof BigDecimal a && computed instanceof BigDecimal b && a.compareTo(b) == 0);
        if (!isSame) {
            throw broken(
                    table,
                    table.fields().get(index).name() + " of " + key(table, row) + " differs, got " + text(value)
                            + ", expected " + text(computed));
        }
    }

    /** A row's key as people read it. */
    public static List<String> key(Table table, Row row) {
        return table.key().stream().map(f -> text(row.get(table.index(f)))).toList();
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
    }

    /** A table that must not be published. */
    public static Stop broken(Table table, String why) {
        return new Stop(
                Exit.INTERNAL,
                "Cannot publish table " + table.name() + ": " + why,
                "The release before stays. This is a fault of the program: please report it with this message.");
    }
}
