package kirchberg.query;

import java.util.List;
import java.util.stream.Stream;
import kirchberg.table.Table;

/** Pieces of SQL text. */
final class Sql {
    private Sql() {}

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A released table as DuckDB reads it, from the folder of the release. */
    static String file(Table table) {
        return "'data/" + table.name() + ".parquet'";
    }

    /** A query as a table of another one. */
    static List<String> nested(String before, List<String> query, String after) {
        return Stream.of(Stream.of(before + "("), indented(query), Stream.of(")" + after))
                .flatMap(lines -> lines)
                .toList();
    }

    static Stream<String> indented(List<String> lines) {
        return lines.stream().map(line -> "  " + line);
    }

    static List<String> lines(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }
}
