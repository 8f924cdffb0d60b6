package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same inputs give the same content digest, on any number of partitions, in any time zone of the machine. */
class SameDigestIT {
    private static final Path JAR = Path.of("target/kirchberg.jar").toAbsolutePath();
    private static final Pattern DIGEST = Pattern.compile("\"content_digest\" *: *\"([0-9a-f]{64})\"");

    @TempDir
    private Path folder;

    @Test
    void partitions_and_time_zones_change_no_digit() throws IOException, InterruptedException {
        var sample = folder.resolve("sample/2026-01-31");
        assertThat(java("UTC", List.of("sample", "--rows", "9000", "--seed", "7", "--out", sample.toString())))
                .isZero();
        var digests = new ArrayList<String>();
        digests.add(digest("UTC", 1));
        digests.add(digest("UTC", 2));
        digests.add(digest("UTC", 8));
        digests.add(digest("Pacific/Kiritimati", 2));
        digests.add(digest("America/Los_Angeles", 8));
        assertThat(digests).hasSize(5).containsOnly(digests.get(0));
    }

    /** Runs a job of its own root, cut into this many partitions on as many threads. */
    private String digest(String zone, int partitions) throws IOException, InterruptedException {
        var name = zone.replace('/', '-') + "-" + partitions;
        var job = folder.resolve(name + ".yaml");
        Files.writeString(job, """
                sources: [sample/2026-01-31]
                reference: %1$s/data/reference
                claims: [%1$s/data/claims]
                output: %2$s
                """.formatted(Path.of("").toAbsolutePath(), name));
        var spark = folder.resolve(name + ".conf");
        Files.writeString(spark, """
                spark.sql.shuffle.partitions %1$d
                spark.default.parallelism %1$d
                spark.sql.files.maxPartitionBytes %2$d
                spark.sql.adaptive.enabled false
                """.formatted(partitions, 4_000_000 / partitions));
        var code = java(
                zone,
                List.of(
                        "run",
                        job.toString(),
                        "--master",
                        "local[" + partitions + "]",
                        "--properties-file",
                        spark.toString()));
        assertThat(code).as("exit code of " + name).isBetween(0, 1);
        return digestOf(folder.resolve(name));
    }

    private static String digestOf(Path root) throws IOException {
        try (var releases = Files.list(root.resolve("releases"))) {
            var manifest = Files.readString(releases.findFirst().orElseThrow().resolve("MANIFEST.json"));
            var found = DIGEST.matcher(manifest);
            assertThat(found.find()).as(manifest).isTrue();
            return found.group(1);
        }
    }

    private int java(String zone, List<String> arguments) throws IOException, InterruptedException {
        var command = Stream.of(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx1g"),
                        Stream.of("-Duser.timezone=" + zone, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                        Stream.of("-jar", JAR.toString()),
                        arguments.stream())
                .flatMap(part -> part)
                .toList();
        var log = folder.resolve("log.txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("done in time").isTrue();
        return process.exitValue();
    }
}
