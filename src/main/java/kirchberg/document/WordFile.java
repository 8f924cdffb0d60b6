package kirchberg.document;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.edition.TextRules;
import kirchberg.domain.text.Language;

/** Reads the lists of words that make sentences of a text: {@code abbreviations.csv} and {@code common_words.csv}. */
final class WordFile {
    private final Path path;
    private final String column;

    private WordFile(Path path, String column) {
        this.path = path;
        this.column = column;
    }

    /** @throws Stop with exit 2 if a list is missing or cannot be read */
    static TextRules rules(Path folder) {
        return new TextRules(
                new WordFile(folder.resolve("abbreviations.csv"), "abbreviation").words(),
                new WordFile(folder.resolve("common_words.csv"), "word").words());
    }

    private Map<Language, Set<String>> words() {
        try (var lines = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(Files.readString(path))) {
            return lines.stream()
                    .collect(Collectors.groupingBy(
                            this::language, Collectors.mapping(line -> field(line, column), Collectors.toSet())));
        } catch (IOException | CsvParseException e) {
            throw stop("got " + e + ", expected CSV in UTF-8 with the columns language and " + column);
        }
    }

    private Language language(NamedCsvRecord line) {
        var code = field(line, "language");
        return Language.of(code)
                .orElseThrow(() -> stop(
                        "got the language " + code + " in line " + line.getStartingLineNumber() + ", expected fr, en or de"));
    }

    private String field(NamedCsvRecord line, String name) {
        return line.findField(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> stop("got no " + name + " in line " + line.getStartingLineNumber()));
    }

    private Stop stop(String why) {
        return new Stop(
                Exit.USAGE,
                "Cannot read the words: " + why + "\nin " + path,
                "Name the folder of the word lists with --words; the project's own is data/words.");
    }
}
