package kirchberg.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A page of plain text of a given width: titles, terms, paragraphs and small tables. */
final class PlainText {
    private static final int GAP = 2;
    private static final int TERM = 20;
    private static final int LEAST_NAME = 12;
    private static final int MOST_SECOND = 14;

    private final List<String> lines = new ArrayList<>();
    private final int width;

    PlainText(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    /** The text; letters that nobody would see are replaced. */
    String text() {
        return lines.stream()
                .map(l -> Reporting.visible(l.replace('\u00A0', ' ').replaceAll("\\p{Cntrl}", ""))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    void head(String title) {
        paragraph(title);
        lines.add("=".repeat(width));
    }

    void title(String title) {
        lines.add("");
        lines.add(title);
        lines.add("-".repeat(title.length()));
    }

    void blank() {
        lines.add("");
    }

    void paragraph(String text) {
        lines.addAll(TerminalTable.wrap(text, width));
    }

    /** As it is: what is to be copied is not broken. */
    void verbatim(String text) {
        lines.addAll(Arrays.asList(text.split("\n", -1)));
    }

    void fact(String term, String text) {
        row(List.of(term, text), List.of(TERM, width - TERM - GAP), List.of());
    }

    /**
     * Rows under a head. All columns are as wide as their widest cell but one, which takes what is left and is broken;
     * a second column before it is broken above 14 letters.
     *
     * @param flexible the column that is broken
     * @param right columns of numbers
     */
    void table(List<List<String>> rows, int flexible, List<Integer> right) {
        var widths = widths(rows, rows.get(0).size());
        if (flexible > 1 && widths.get(1) > MOST_SECOND) {
            widths.set(1, MOST_SECOND);
        }
        var others = widths.stream().mapToInt(w -> w + GAP).sum() - widths.get(flexible) - GAP;
        widths.set(flexible, Math.max(LEAST_NAME, Math.min(widths.get(flexible), width - others - GAP)));
        row(rows.get(0), widths, right);
        lines.add(widths.stream().map("-"::repeat).collect(Collectors.joining(" ".repeat(GAP))));
        rows.stream().skip(1).forEach(r -> row(r, widths, right));
    }

    /** Rows without a head; the last column takes what is left. */
    void grid(List<List<String>> rows) {
        var widths = widths(rows, rows.get(0).size() - 1);
        var others = widths.stream().mapToInt(w -> w + GAP).sum();
        widths.add(Math.max(LEAST_NAME, width - others));
        rows.forEach(r -> row(r, widths, List.of()));
    }

    private static List<Integer> widths(List<List<String>> rows, int columns) {
        var widths = new ArrayList<Integer>();
        for (int i = 0; i < columns; i++) {
            var column = i;
            widths.add(rows.stream().mapToInt(r -> length(r.get(column))).max().orElse(0));
        }
        return widths;
    }

    private void row(List<String> cells, List<Integer> widths, List<Integer> right) {
        var columns = IntStream.range(0, cells.size())
                .mapToObj(i -> TerminalTable.wrap(cells.get(i), widths.get(i)))
                .toList();
        var height = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < height; i++) {
            lines.add(across(columns, i, widths, right));
        }
    }

    private static String across(List<List<String>> columns, int line, List<Integer> widths, List<Integer> right) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> {
                    var text = line < columns.get(i).size() ? columns.get(i).get(line) : "";
                    var room = " ".repeat(Math.max(0, widths.get(i) - length(text)));
                    return right.contains(i) ? room + text : text + room;
                })
                .collect(Collectors.joining(" ".repeat(GAP)));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
