package kirchberg.document;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.edition.TextRules;
import kirchberg.domain.text.Language;
import org.jspecify.annotations.Nullable;

/** Reads the lists of words that make sentences of a text: {@code abbreviations.csv} and {@code common_words.csv}. */
final class WordFile {
    private static final String BUILT_IN = "/kirchberg/words/";

    private final String name;
    private final @Nullable Path folder;

    private WordFile(String name, @Nullable Path folder) {
        this.name = name;
        this.folder = folder;
    }

    /**
     * The lists of a folder; without one, those that the project brings along.
     *
     * @throws Stop with exit 2 if a list is missing or cannot be read
     */
    static TextRules rules(@Nullable Path folder) {
        return new TextRules(
                new WordFile("abbreviations.csv", folder).words(), new WordFile("common_words.csv", folder).words());
    }

    private Map<Language, Set<String>> words() {
        try (var bytes = open();
                var rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))) {
            return rows.stream()
                    .collect(Collectors.groupingBy(
                            this::language, Collectors.flatMapping(this::words, Collectors.toSet())));
        } catch (IOException | CsvParseException e) {
            throw stop("got " + e);
        }
    }

    private InputStream open() throws IOException {
        if (folder != null) {
            return Files.newInputStream(folder.resolve(name));
        }
        var bytes = WordFile.class.getResourceAsStream(BUILT_IN + name);
        if (bytes == null) {
            throw new NoSuchFileException(BUILT_IN + name);
        }
        return bytes;
    }

    private Language language(NamedCsvRecord row) {
        var code = field(row, "language");
        return Language.of(code)
                .orElseThrow(() -> stop("got the language " + code + " in line " + row.getStartingLineNumber()));
    }

    private Stream<String> words(NamedCsvRecord row) {
        return Stream.of(field(row, "words").split("\\|", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty());
    }

    private String field(NamedCsvRecord row, String column) {
        return row.findField(column)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> stop("got no " + column + " in line " + row.getStartingLineNumber()));
    }

    private Stop stop(String why) {
        return new Stop(
                Exit.USAGE,
                "Cannot read the word list: " + why
                        + ", expected CSV with the columns role,value,language,words,note, languages fr, en, de\nin "
                        + (folder == null ? "the jar" : folder.resolve(name)),
                "Copy data/words of the project and change the copy; every file of it is needed.");
    }
}
