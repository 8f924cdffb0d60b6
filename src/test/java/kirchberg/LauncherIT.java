package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as its user sees it: exit code, standard output and standard error. */
final class LauncherIT {
    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    private final List<Path> links = new ArrayList<>();
    private Path elsewhere;

    @BeforeEach
    void makeAnotherFolder() throws IOException {
        elsewhere = Files.createDirectory(folder.resolve("else where"));
    }

    /** Links out of the temporary folder make JUnit warn. */
    @AfterEach
    void deleteLinks() throws IOException {
        for (var link : links) {
            Files.delete(link);
        }
    }

    @Test
    void without_a_command_it_prints_help_with_examples() throws Exception {
        var answer = launch(HOME.resolve("kirchberg"), Map.of());

        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).contains("Usage: kirchberg", "Examples");
        assertThat(answer.code()).isZero();
    }

    @Test
    void the_version_is_printed() throws Exception {
        var answer = launch(HOME.resolve("kirchberg"), Map.of(), "--version");

        assertThat(answer.out()).containsPattern("[0-9]+[.][0-9]+[.][0-9]+");
        assertThat(answer.code()).isZero();
    }

    @Test
    void a_misspelt_command_is_a_usage_error_with_a_suggestion() throws Exception {
        var answer = launch(HOME.resolve("kirchberg"), Map.of(), "runn");

        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("runn", "run");
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void it_is_found_through_links_and_from_another_folder() throws Exception {
        link(elsewhere.resolve("first"), HOME.resolve("kirchberg"));
        link(elsewhere.resolve("second"), Path.of("first"));

        assertThat(launch(elsewhere.resolve("second"), Map.of(), "--version").code())
                .isZero();
    }

    @Test
    void its_own_path_may_have_spaces() throws Exception {
        var answer = launch(copyOfTheHouse(elsewhere), Map.of(), "--version");

        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
    }

    @Test
    void arguments_reach_the_program_whole() throws Exception {
        var answer = launch(HOME.resolve("kirchberg"), Map.of(), "run", "no such  job*.yaml");

        assertThat(answer.err()).contains("no such  job*.yaml");
        assertThat(answer.code()).isIn(2, 3);
    }

    @Test
    void a_jvm_that_breaks_does_not_look_like_a_failed_claim() throws Exception {
        // the JVM itself exits with 1 here, which would mean that a claim fails
        var answer = launch(HOME.resolve("kirchberg"), Map.of("KIRCHBERG_JAVA_OPTS", "-Xmx1x"), "--version");

        assertThat(answer.code()).isEqualTo(70);
    }

    @Test
    void a_missing_java_is_named_with_the_way_out() throws Exception {
        var answer = launch(HOME.resolve("kirchberg"), Map.of("JAVA_HOME", "/nowhere"), "--version");

        assertThat(answer.err()).contains("JAVA_HOME is /nowhere", "JDK 17 or newer");
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void an_old_java_is_refused_with_its_version() throws Exception {
        var java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        var home = folder.resolve("jdk").toString();

        var answer = launch(HOME.resolve("kirchberg"), Map.of("JAVA_HOME", home), "--version");

        assertThat(answer.err()).contains("it is Java 11, expected 17 or newer");
        assertThat(answer.code()).isEqualTo(2);
    }

    private void link(Path link, Path target) throws IOException {
        links.add(Files.createSymbolicLink(link, target));
    }

    private Path copyOfTheHouse(Path place) throws IOException {
        var target = Files.createDirectory(place.resolve("target"));
        Files.copy(
                HOME.resolve("target/kirchberg.jar"),
                target.resolve("kirchberg.jar"),
                StandardCopyOption.COPY_ATTRIBUTES);
        link(target.resolve("lib"), HOME.resolve("target/lib"));
        return Files.copy(HOME.resolve("kirchberg"), place.resolve("kirchberg"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private Answer launch(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var process = new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                .toList());
        process.environment().putAll(environment);
        process.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "KIRCHBERG_MASTER"));
        var code = process.directory(elsewhere.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Answer(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private record Answer(int code, String out, String err) {}
}
