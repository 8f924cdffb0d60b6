package kirchberg.read.received;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import org.jspecify.annotations.Nullable;

/** The first row of a table: where the expected columns stand, whatever their order and case. */
public final class Header {
    private final String fileName;
    private final List<String> header;
    private final int[] positions;

    /**
     * Finds the expected columns.
     *
     * @param fileName for messages
     * @param expected names of the columns
     * @param names as they stand in the file; empty if it has no header that can be read
     * @param raw the row as received
     * @throws Stop HEADER if an expected column is missing or doubled
     */
    public Header(String fileName, List<String> expected, List<String> names, String raw) {
        this.fileName = fileName;
        this.header = names.stream().map(n -> folded(Text.clean(n))).toList();
        this.positions =
                expected.stream().mapToInt(e -> header.indexOf(folded(e))).toArray();
        requireColumns(expected, names, raw);
    }

    /** Whether a row of clean texts is the header once more. */
    public boolean isRepeatedBy(List<String> texts) {
        return texts.size() == header.size()
                && IntStream.range(0, texts.size()).allMatch(i -> texts.get(i).equalsIgnoreCase(header.get(i)));
    }

    /** Columns of the file, the unknown ones too. */
    public int size() {
        return header.size();
    }

    /** The values of the expected columns, in their order, empty ones as null. */
    public List<@Nullable String> expectedCells(List<String> texts) {
        var cells = new ArrayList<@Nullable String>(positions.length);
        for (var position : positions) {
            var text = texts.get(position);
            cells.add(text.isEmpty() ? null : text);
        }
        return Collections.unmodifiableList(cells);
    }

    private void requireColumns(List<String> expected, List<String> names, String raw) {
        var doubled = expected.stream()
                .filter(e -> Collections.frequency(header, folded(e)) > 1)
                .toList();
        var missing = expected.stream().filter(e -> !header.contains(folded(e))).toList();
        if (doubled.isEmpty() && missing.isEmpty() && names.size() <= Limits.COLUMNS) {
            return;
        }
        var why = separated(raw, expected)
                + (missing.isEmpty() ? "" : "missing columns " + missing + ", ")
                + (doubled.isEmpty() ? "" : "doubled columns " + doubled + ", ")
                + (names.size() <= Limits.COLUMNS ? "" : "more than " + Limits.COLUMNS + " columns, ");
        throw Stop.refused(
                Refusal.HEADER,
                "Cannot read the header of " + fileName + ": " + why + "got \"" + cut(raw) + "\", expected \""
                        + String.join(",", expected) + "\"",
                "write these column names into the first row; in a CSV file, part them by commas (a spreadsheet program"
                        + " that writes another separator may save a workbook, .xlsx, instead)");
    }

    private static String separated(String raw, List<String> expected) {
        for (var separator : List.of(";", "\t", "|")) {
            var names = Arrays.stream(raw.split(Pattern.quote(separator), -1))
                    .map(n -> folded(Text.clean(n.replace("\"", ""))))
                    .toList();
            if (expected.stream().anyMatch(e -> names.size() > 1 && names.contains(folded(e)))) {
                return "the columns are separated by " + (separator.equals("\t") ? "tabs" : "\"" + separator + "\"")
                        + ", ";
            }
        }
        return "";
    }

    /**
     * Notes each column that is written otherwise or ignored.
     *
     * @param remarks takes a sentence on each
     */
    public void remark(List<String> expected, List<String> names, Consumer<String> remarks) {
        for (var index = 0; index < names.size(); index++) {
            var name = names.get(index);
            var folded = header.get(index);
            var meant = expected.stream().filter(e -> folded(e).equals(folded)).findFirst();
            if (meant.isEmpty()) {
                remarks.accept(fileName + ": column \"" + cut(Text.clean(name)) + "\" is not known and was ignored.");
            } else if (!meant.get().equals(name)) {
                remarks.accept(fileName + ": column \"" + meant.get() + "\" is written \"" + name + "\".");
            }
        }
    }

    private static String cut(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
