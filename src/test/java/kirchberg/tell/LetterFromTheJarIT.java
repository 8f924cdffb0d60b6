package kirchberg.tell;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mail library still finds its parts after it was moved into the jar under another name. */
@Tag("slow")
final class LetterFromTheJarIT {
    @TempDir
    private Path folder;

    @Test
    void a_letter_is_sent_from_the_jar() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var output = output(String.valueOf(server.getSmtp().getPort()));

            assertThat(output).isEmpty();
            assertThat(server.getReceivedMessages()).hasSize(1);
            var letter = server.getReceivedMessages()[0];
            assertThat(letter.getSubject()).isEqualTo("Kirchberg: nightly: 1 verdict changed");
            assertThat(letter.getContent().toString()).contains("- a: new -> HOLDS");
        } finally {
            server.stop();
        }
    }

    /** The jar before the test classes, and of its libraries those only that every cluster has. */
    private String output(String port) throws IOException, InterruptedException {
        var copy = folder.resolve("kirchberg.jar"); // away from lib/, which it names
        Files.copy(Path.of("target/kirchberg.jar"), copy);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        copy + File.pathSeparator + "target/test-classes" + File.pathSeparator + jackson(),
                        "kirchberg.tell.ByHand",
                        port)
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static String jackson() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/lib"))) {
            return files.map(Path::toString)
                    .filter(file -> file.contains("jackson-"))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
