package kirchberg.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Rows of a table as one JSON array of objects under its column names: decimals and days are strings. */
final class RowsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RowsJson() {}

    static String of(Table table, List<Row> rows) {
        var array = NODES.arrayNode();
        rows.forEach(row -> array.add(object(table, row)));
        return FindingsJson.printed(array);
    }

    private static ObjectNode object(Table table, Row row) {
        var node = NODES.objectNode();
        IntStream.range(0, row.length()).forEach(i -> put(node, table.names().get(i), row.get(i)));
        return node;
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value instanceof Integer number) {
            node.put(name, number);
        } else if (value instanceof Boolean flag) {
            node.put(name, flag);
        } else if (value instanceof BigDecimal exact) {
            node.put(name, exact.stripTrailingZeros().toPlainString());
        } else {
            node.put(name, value == null ? null : value.toString());
        }
    }
}
