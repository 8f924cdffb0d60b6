package kirchberg.config;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kirchberg.domain.Exit;
import kirchberg.domain.Nearest;
import kirchberg.domain.Stop;
import kirchberg.domain.words.Role;
import kirchberg.domain.words.Word;
import kirchberg.domain.words.Words;

/**
 * Reads the word lists by which figures are found in texts: CSV files, one row for one meaning in one language, as
 * {@code data/words} has them and explains them.
 */
public final class WordLists {
    private static final List<String> HEADER = List.of("role", "value", "language", "words", "note");
    /** Lists may hold more languages than are read. */
    private static final Set<String> LANGUAGES = Set.of("*", "en", "fr", "de", "es", "it", "pt", "nl");

    private WordLists() {}

    /** The lists that the project brings along. */
    public static Words builtIn() {
        var rows = new ArrayList<Word>();
        for (var name : Role.files()) {
            var path = "/kirchberg/words/" + name + ".csv";
            try (var bytes = Objects.requireNonNull(WordLists.class.getResourceAsStream(path), path)) {
                rows.addAll(rows(bytes, name, name + ".csv"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Words(rows);
    }

    /**
     * The lists of a folder, which take the place of all that the project brings along.
     *
     * @throws Stop with exit 2 if a file is missing or has a row that cannot be used
     */
    public static Words of(Path folder) {
        var rows = new ArrayList<Word>();
        for (var name : Role.files()) {
            var file = folder.resolve(name + ".csv");
            try (var bytes = Files.newInputStream(file)) {
                rows.addAll(rows(bytes, name, file.toString()));
            } catch (IOException e) {
                throw new Stop(
                        Exit.USAGE,
                        "Cannot read the word list " + Grammar.shown(file.toString(), 200) + ": " + e,
                        "Copy data/words of the project and change the copy; every file of it is needed.",
                        e);
            }
        }
        return new Words(rows);
    }

    private static List<Word> rows(InputStream bytes, String name, String file) throws IOException {
        var rows = new ArrayList<Word>();
        try (var text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
                var csv = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(text)) {
            for (var row : csv) {
                rows.add(word(row, name, file));
            }
            return rows;
        } catch (CsvParseException | UncheckedIOException e) {
            throw refused(file, 0, "it is no CSV: " + e.getMessage());
        }
    }

    private static Word word(NamedCsvRecord row, String name, String file) {
        var line = row.getStartingLineNumber();
        if (!row.getHeader().equals(HEADER) || row.getFieldCount() != HEADER.size()) {
            throw refused(file, line, "got the cells " + shown(row) + ", expected " + String.join(",", HEADER));
        }
        var language = row.getField("language").strip();
        if (!LANGUAGES.contains(language)) {
            throw refused(
                    file,
                    line,
                    "got language " + Grammar.shown(language, 40) + ", expected one of "
                            + LANGUAGES.stream().sorted().toList());
        }
        try {
            return new Word(
                    role(row, name, file),
                    row.getField("value").strip(),
                    language,
                    row.getField("words").strip());
        } catch (IllegalArgumentException e) {
            throw refused(file, line, Objects.requireNonNullElse(e.getMessage(), ""));
        }
    }

    private static Role role(NamedCsvRecord row, String name, String file) {
        var written = row.getField("role").strip();
        var roles = Role.of(name);
        return roles.stream()
                .filter(role -> role.name().equals(written))
                .findFirst()
                .orElseThrow(() -> refused(
                        file,
                        row.getStartingLineNumber(),
                        "got role " + Grammar.shown(written, 40) + ", expected one of " + roles
                                + Nearest.to(
                                                written,
                                                roles.stream().map(Role::name).toList())
                                        .map(near -> "; did you mean " + near)
                                        .orElse("")));
    }

    private static String shown(NamedCsvRecord row) {
        return Grammar.shown(String.join(",", row.getFields()), 120);
    }

    private static Stop refused(String file, long line, String why) {
        return new Stop(
                Exit.USAGE,
                "Cannot use a row of a word list: " + why + ", in " + file + (line > 0 ? ":" + line : ""),
                "Mend the row; data/words/README.md says what each column holds.");
    }
}
