package kirchberg.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import kirchberg.sample.Sampling.Format;
import kirchberg.sample.Sampling.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dgolden=rewrite} writes the committed sample anew. */
class CommittedSampleTest {
    private static final Path COMMITTED = Path.of("data/sample");

    @Test
    void the_committed_sample_is_what_the_generator_makes(@TempDir Path folder) throws IOException {
        var made = folder.resolve("sample");
        Sampling.write(made, new Request(10_000, 20_251_204, Format.KIRCHBERG_CSV));
        for (var name : new String[] {"portfolio.csv", "source.yaml"}) {
            if ("rewrite".equals(System.getProperty("golden"))) {
                Files.createDirectories(COMMITTED);
                Files.copy(made.resolve(name), COMMITTED.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            assertThat(COMMITTED.resolve(name)).hasSameBinaryContentAs(made.resolve(name));
        }
    }
}
