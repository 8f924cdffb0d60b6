package kirchberg.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A job on the synthetic portfolio and its root of releases, in a folder of its own.
 *
 * @param name of the job, of its root and of the logs of its local runs
 */
record JobRoot(Path folder, String name) {
    static final Path HOME = Path.of("").toAbsolutePath();
    static final Path JAR = HOME.resolve("target/kirchberg.jar");

    private static final Pattern DIGEST = Pattern.compile("\"content_digest\" *: *\"([0-9a-f]{64})\"");
    private static final Pattern RUN = Pattern.compile("\"run\" *: *\"([0-9A-Za-z-]+)\"");

    /** Makes the portfolio of all jobs of a folder. */
    static void sample(Path folder, int rows) {
        var made = java(folder.resolve("sample.log"), List.of(), sampleOf(folder, rows));
        assertThat(made.code()).as(made.text()).isZero();
    }

    private static List<String> sampleOf(Path folder, int rows) {
        return List.of(
                "sample",
                "--rows",
                Integer.toString(rows),
                "--seed",
                "7",
                "--out",
                folder.resolve("sample/2026-01-31").toString());
    }

    /** Writes the job file; a root that stands there stays. */
    static JobRoot of(Path folder, String name) {
        var root = new JobRoot(folder, name);
        root.write(HOME.resolve("data/claims"));
        return root;
    }

    /** A later job on the same root, which judges fewer claims: so it does not end as unchanged. */
    JobRoot withFewerClaims() {
        write(HOME.resolve("data/claims/eib-2025-491-en.yaml"));
        return this;
    }

    /** A later job on the same root whose only source has lost its second half. */
    JobRoot withHalfOfItsFile() {
        var torn = folder.resolve("torn/2026-01-31");
        var whole = folder.resolve("sample/2026-01-31");
        try {
            Files.createDirectories(torn);
            Files.copy(whole.resolve("source.yaml"), torn.resolve("source.yaml"));
            var bytes = Files.readAllBytes(whole.resolve("portfolio.csv"));
            Files.write(torn.resolve("portfolio.csv"), Arrays.copyOf(bytes, bytes.length / 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write("torn/2026-01-31", HOME.resolve("data/claims"));
        return this;
    }

    private void write(Path claims) {
        write("sample/2026-01-31", claims);
    }

    private void write(String source, Path claims) {
        var text = """
                sources: [%s]
                reference: %s
                claims: [%s]
                output: %s
                """.formatted(source, HOME.resolve("data/reference"), claims, name);
        try {
            Files.writeString(job(), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path job() {
        return folder.resolve(name + ".yaml");
    }

    Path root() {
        return folder.resolve(name);
    }

    /** A run on this machine alone; not waited for. */
    Program start(List<String> jvm, String... more) {
        var arguments = new ArrayList<>(List.of("run", job().toString()));
        arguments.addAll(List.of(more));
        return java(newLog("local"), jvm, arguments);
    }

    /** A run on this machine alone, which publishes. */
    JobRoot ran() {
        var program = start(List.of("-Xmx1g"));
        assertThat(program.code()).as(program.text()).isBetween(0, 1);
        return this;
    }

    /** What {@code status} says, as JSON. */
    String status() {
        var program = java(newLog("status"), List.of(), List.of("status", root().toString(), "--format", "json"));
        assertThat(program.code()).as(program.text()).isZero();
        return program.text();
    }

    /** Content digest of the standing release, as {@code status} says. */
    String digest() {
        return found(DIGEST, status());
    }

    /** Run id of the standing release; empty before the first. */
    Optional<String> current() {
        try {
            return Optional.of(found(RUN, Files.readString(root().resolve("CURRENT"), StandardCharsets.UTF_8)));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    /** Waits until a run that is under way has begun to write a table: then its tasks are at work. */
    void waitForTable(String table, Program run) {
        Patience.until(
                () -> hasDraftWith(table) || !run.isAlive(),
                Patience.LONG,
                () -> "a draft with " + table + "\n" + run.text());
        assertThat(run.isAlive())
                .as("ended before it wrote " + table + "\n" + run.text())
                .isTrue();
    }

    private boolean hasDraftWith(String table) {
        try (var runs = Files.list(root().resolve("releases"))) {
            return runs.filter(run -> !Files.exists(run.resolve("MANIFEST.json")))
                    .filter(run ->
                            !current().orElse("").equals(run.getFileName().toString()))
                    .filter(run -> !Files.exists(run.resolve("FAILED.json")))
                    .anyMatch(run -> Files.isDirectory(run.resolve("staging/" + table + ".spark/_temporary")));
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A file beside the root whose name is not taken. */
    Path newLog(String kind) {
        return Stream.iterate(1, i -> i + 1)
                .map(i -> folder.resolve(name + "-" + kind + "-" + i + ".log"))
                .filter(file -> !Files.exists(file))
                .findFirst()
                .orElseThrow();
    }

    private static Program java(Path log, List<String> jvm, List<String> arguments) {
        var command = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(jvm);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(arguments);
        return Program.java(log, Map.of(), command);
    }
}
