package kirchberg.read.reference;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Problem;
import kirchberg.read.received.Text;

/** One reference table as a file: comment lines, a header, entries; every error is noted with its line. */
final class ReferenceFile {
    /** Greatest length of a reference table, in bytes. */
    private static final long SIZE_LIMIT = 16L * 1024 * 1024;

    /**
     * One entry.
     *
     * @param line in the file, from 1
     * @param values by column name, trimmed; empty where nothing is stated
     */
    record Entry(long line, Map<String, String> values) {
        String text(String column) {
            return values.getOrDefault(column, "");
        }
    }

    private final Path path;
    private final List<Problem> problems;
    private final List<String> lines = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * Reads a file; what is wrong with it is added to the problems.
     *
     * @param columns that must be there; others are ignored
     */
    ReferenceFile(Path path, List<String> columns, List<Problem> problems) {
        this.path = path;
        this.problems = problems;
        if (Files.isRegularFile(path)) {
            open(columns);
        } else {
            note(1, "", "Cannot read the table: there is no such file");
        }
    }

    List<Entry> entries() {
        return entries;
    }

    Set<String> values(String column) {
        return entries.stream().map(e -> e.text(column)).collect(Collectors.toSet());
    }

    /** Notes every entry whose key is empty or was there before: a doubled key would double money in a join. */
    void requireUnique(String column) {
        var first = new HashMap<String, Long>();
        for (var entry : entries) {
            var key = entry.text(column);
            var before = first.putIfAbsent(key, entry.line());
            if (before != null) {
                note(
                        entry.line(),
                        key,
                        "Cannot use " + column + " as key: it is there twice, got \"" + key + "\" in lines " + before
                                + " and " + entry.line() + ", expected it once");
            }
        }
        require(column, key -> !key.isEmpty(), "a value");
    }

    /** Notes every entry whose value does not pass. */
    void require(String column, Predicate<String> passes, String expected) {
        entries.stream()
                .filter(e -> !passes.test(e.text(column)))
                .forEach(e -> note(
                        e.line(),
                        e.text(column),
                        "Cannot read " + column + ": got \"" + e.text(column) + "\", expected " + expected));
    }

    /** Notes every entry whose value is none of these; the empty text stands for nothing. */
    void requireOneOf(String column, Set<String> values) {
        var expected = values.stream()
                .sorted()
                .map(v -> v.isEmpty() ? "nothing" : v)
                .collect(Collectors.joining(", ", "one of ", ""));
        require(column, values::contains, expected);
    }

    /** The same values, and nothing. */
    static Set<String> orNothing(Set<String> values) {
        return Stream.concat(values.stream(), Stream.of("")).collect(Collectors.toSet());
    }

    /** Whether a whole text is described by a regular expression. */
    static Predicate<String> matches(String expression) {
        return Pattern.compile(expression).asMatchPredicate();
    }

    /** Notes a problem at a line of this file, at the place of the text if the line holds it. */
    void note(long line, String text, String message) {
        var excerpt = line <= lines.size() ? lines.get((int) line - 1) : "";
        problems.add(new Problem(
                "reference." + path.getFileName().toString().replace(".csv", ""),
                message,
                path.toString(),
                (int) line,
                Math.max(0, excerpt.indexOf(text)) + 1,
                excerpt,
                "correct the reference table"));
    }

    private void open(List<String> columns) {
        try {
            var size = Files.size(path);
            if (size > SIZE_LIMIT) {
                note(1, "", "Cannot read the table: got " + size + " bytes, expected at most " + SIZE_LIMIT);
            } else {
                read(Files.readString(path, StandardCharsets.UTF_8), columns);
            }
        } catch (IOException e) {
            note(1, "", "Cannot read the table: " + e + ", expected a file in UTF-8");
        } catch (CsvParseException e) {
            note(1, "", "Cannot read the table: " + e.getMessage() + ", expected CSV with commas");
        }
    }

    private void read(String content, List<String> columns) throws IOException {
        content.lines().forEach(lines::add);
        var builder = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .skipEmptyLines(true)
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        try (var reader = builder.ofCsvRecord(content)) {
            var found = reader.iterator();
            var header = found.hasNext() ? cells(found.next()) : List.<String>of();
            if (hasColumns(header, columns)) {
                found.forEachRemaining(r -> add(r, header));
            }
        }
    }

    private boolean hasColumns(List<String> header, List<String> columns) {
        var missing = columns.stream().filter(c -> !header.contains(c)).toList();
        var sound = missing.isEmpty() && header.stream().distinct().count() == header.size();
        if (!sound) {
            note(
                    1,
                    "",
                    "Cannot read the header: missing " + missing + ", got " + header + ", expected each of " + columns
                            + " once");
        }
        return sound;
    }

    private void add(CsvRecord found, List<String> header) {
        var line = found.getStartingLineNumber();
        if (found.getFieldCount() != header.size()) {
            note(line, "", "Cannot read the entry: got " + found.getFieldCount() + " cells, expected " + header.size());
            return;
        }
        var values = new LinkedHashMap<String, String>();
        for (var index = 0; index < header.size(); index++) {
            values.put(header.get(index), Text.clean(found.getField(index)));
        }
        entries.add(new Entry(line, values));
    }

    private static List<String> cells(CsvRecord found) {
        return found.getFields().stream().map(Text::clean).toList();
    }
}
