package kirchberg.read;

import java.text.Normalizer;
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
import kirchberg.domain.source.RejectReason;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header: the cells of each record in the order that its reader expects, as clean text. */
final class CsvTable {
    private static final int COLUMN_LIMIT = 256;

    /**
     * One record after the header.
     *
     * @param number 1 for the first
     * @param offset of its first byte in the file
     * @param raw its text as received
     * @param control true for a blank row or a repeated header
     * @param fault why the cells cannot be trusted; null if they can
     * @param cells of the expected columns, in their order, empty ones as null; none if control or fault says so
     */
    record Line(
            long number,
            long offset,
            String raw,
            boolean control,
            @Nullable RejectReason fault,
            List<@Nullable String> cells) {}

    private final CsvBytes bytes;
    private final CsvRecords records;
    private final List<String> header;
    private final int[] positions;

    /**
     * Reads the header and refuses the file if an expected column is missing or doubled.
     *
     * @param expected names of the columns
     * @param remarks takes a sentence on each column that is written otherwise or ignored
     */
    CsvTable(CsvBytes bytes, List<String> expected, Consumer<String> remarks) {
        this.bytes = bytes;
        this.records = new CsvRecords(bytes);
        var found = records.next();
        var names = found == null || found.fault() != null ? List.<String>of() : found.cells();
        this.header = names.stream().map(n -> folded(text(n))).toList();
        this.positions =
                expected.stream().mapToInt(e -> header.indexOf(folded(e))).toArray();
        requireColumns(expected, names, found == null ? "" : found.raw());
        remark(expected, names, remarks);
    }

    /** Hands every record after the header to the consumer, in order. */
    void lines(Consumer<Line> consumer) {
        var number = 0L;
        for (var found = records.next(); found != null; found = records.next()) {
            number++;
            consumer.accept(line(number, found));
        }
    }

    private Line line(long number, CsvRecords.CsvRecord found) {
        var texts = found.cells().stream().map(CsvTable::text).toList();
        var fault = found.fault();
        var control = fault == null && isControl(texts);
        if (fault == null && !control && texts.size() != header.size()) {
            fault = RejectReason.RAGGED;
        }
        var trusted = fault == null && !control;
        return new Line(
                number, found.offset(), found.raw(), control, fault, trusted ? expectedCells(texts) : List.of());
    }

    private boolean isControl(List<String> texts) {
        return texts.stream().allMatch(String::isEmpty) || isHeader(texts);
    }

    private boolean isHeader(List<String> texts) {
        return texts.size() == header.size()
                && IntStream.range(0, texts.size()).allMatch(i -> texts.get(i).equalsIgnoreCase(header.get(i)));
    }

    private List<@Nullable String> expectedCells(List<String> texts) {
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
        if (doubled.isEmpty() && missing.isEmpty() && names.size() <= COLUMN_LIMIT) {
            return;
        }
        var why = separated(raw, expected)
                + (missing.isEmpty() ? "" : "missing columns " + missing + ", ")
                + (doubled.isEmpty() ? "" : "doubled columns " + doubled + ", ")
                + (names.size() <= COLUMN_LIMIT ? "" : "more than " + COLUMN_LIMIT + " columns, ");
        throw Stop.refused(
                Refusal.HEADER,
                "Cannot read the header of " + bytes.name() + ": " + why + "got \"" + cut(raw) + "\", expected \""
                        + String.join(",", expected) + "\"",
                "save the file with commas and with these column names in its first line");
    }

    private static String separated(String raw, List<String> expected) {
        for (var separator : List.of(";", "\t", "|")) {
            var names = Arrays.stream(raw.split(Pattern.quote(separator), -1))
                    .map(n -> folded(text(n.replace("\"", ""))))
                    .toList();
            if (expected.stream().anyMatch(e -> names.size() > 1 && names.contains(folded(e)))) {
                return "the columns are separated by " + (separator.equals("\t") ? "tabs" : "\"" + separator + "\"")
                        + ", ";
            }
        }
        return "";
    }

    private void remark(List<String> expected, List<String> names, Consumer<String> remarks) {
        for (var index = 0; index < names.size(); index++) {
            var name = names.get(index);
            var folded = header.get(index);
            var meant = expected.stream().filter(e -> folded(e).equals(folded)).findFirst();
            if (meant.isEmpty()) {
                remarks.accept(bytes.name() + ": column \"" + cut(text(name)) + "\" is not known and was ignored.");
            } else if (!meant.get().equals(name)) {
                remarks.accept(bytes.name() + ": column \"" + meant.get() + "\" is written \"" + name + "\".");
            }
        }
    }

    private static String cut(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Composed (NFC), with LF as the only line end, without white space at the ends; inner runs of spaces stay. */
    static String text(String received) {
        var composed = Normalizer.normalize(received, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        var begin = 0;
        var end = composed.length();
        while (begin < end && isBlank(composed.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(composed.charAt(end - 1))) {
            end--;
        }
        return composed.substring(begin, end);
    }

    private static boolean isBlank(char letter) {
        return Character.isWhitespace(letter) || letter == '\u00A0' || letter == '\u202F' || letter == '\uFEFF';
    }
}
