package kirchberg.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import kirchberg.domain.source.SourceFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replays what the fuzzer was given and what it found: `./mvnw -Pfuzz verify` looks for more. */
final class FuzzCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/fuzz");

    @ParameterizedTest
    @EnumSource(SourceFormat.class)
    void every_input_of_the_corpus_is_read_or_refused_and_nothing_is_lost(SourceFormat format) throws IOException {
        var read = new ArrayList<Path>();
        var refused = new ArrayList<Path>();
        try (var files = Files.list(CORPUS.resolve(format.key()))) {
            for (var file : files.sorted().toList()) {
                (ReaderFuzz.judge(format, Files.readAllBytes(file)) ? read : refused).add(file);
            }
        }
        assertThat(read).as("inputs of the corpus that are read").isNotEmpty();
        assertThat(refused).as("inputs of the corpus that are refused").isNotEmpty();
    }
}
