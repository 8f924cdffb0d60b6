package kirchberg.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replays what the fuzzer was given and what it found: `./mvnw -Pfuzz verify` looks for more. */
final class YamlCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/fuzz");

    @ParameterizedTest
    @EnumSource(YamlFuzz.Kind.class)
    void every_input_of_the_corpus_is_read_or_refused_with_all_its_errors(YamlFuzz.Kind kind) throws IOException {
        var read = new ArrayList<String>();
        var refused = new ArrayList<String>();
        try (var files = Files.list(CORPUS.resolve(kind.key()))) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                (YamlFuzz.judge(kind, Files.readAllBytes(file)) ? read : refused).add(name);
            }
        }
        assertThat(read).as("inputs of the corpus that are read").contains("whole.yaml");
        assertThat(refused).as("inputs of the corpus that are refused").isNotEmpty();
    }
}
