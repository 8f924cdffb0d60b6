package kirchberg.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A table of the page.
 *
 * @param name lower case with hyphens: its anchor is {@code table-NAME}, its download {@code NAME.csv}
 * @param caption what it shows, with the unit
 * @param texts how many of the first columns are text; the others are numbers, set to the right
 * @param head names of the columns
 * @param rows cells as they are printed; the first of a row names it
 * @param data the same as plain data, first row the names; empty if there is no download
 */
record Grid(
        String name, String caption, int texts, List<String> head, List<List<String>> rows, List<List<String>> data) {

    /** A table whose cells are its data. */
    static Grid of(String name, String caption, List<String> head, List<List<String>> rows) {
        return new Grid(name, caption, head.size(), head, rows, List.of());
    }

    /** Rows as they are published, under their column names. */
    static List<List<String>> data(Table table, List<Row> rows) {
        var cells = rows.stream()
                .map(row -> IntStream.range(0, row.length())
                        .mapToObj(i -> Objects.toString(row.get(i), ""))
                        .toList());
        return Stream.concat(Stream.of(table.names()), cells).toList();
    }

    String download() {
        return download(data);
    }

    /** Data as a link that a browser can save without a server. */
    static String download(List<List<String>> data) {
        var text = data.stream()
                .map(row -> row.stream().map(Grid::csv).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        return "data:text/csv;charset=utf-8,"
                + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The printed cells as a Markdown table. */
    String markdown() {
        return line(head)
                + line(head.stream().map(h -> "---").toList())
                + rows.stream().map(Grid::line).collect(Collectors.joining());
    }

    /** The address if a browser may follow it: http and https only. */
    static @Nullable String link(String url) {
        return url.startsWith("https://") || url.startsWith("http://") ? url : null;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Grid::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escaped(String cell) {
        return cell.replaceAll("\\s*\\R\\s*", " ")
                .replaceAll("([\\\\|`*_\\[\\]<>])", "\\\\$1")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** RFC 4180, and no cell that a spreadsheet would take for a formula. */
    private static String csv(String cell) {
        var number = cell.matches("-?\\d+(\\.\\d+)?");
        var safe = !number && cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
