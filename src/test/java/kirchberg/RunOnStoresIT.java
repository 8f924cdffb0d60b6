package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kirchberg.faults.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command line with a root on each kind of store: Spark writes there, and readers see the same content. */
class RunOnStoresIT {
    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    /** How a command ended. */
    private record End(int code, String out, String err) {}

    @Test
    void a_release_is_the_same_wherever_it_lies() throws IOException, InterruptedException {
        var sample = folder.resolve("sample").toString();
        assertThat(kirchberg("sample", "--rows", "2000", "--seed", "7", "--out", sample)
                        .code())
                .isZero();
        var digests = new TreeMap<Place, String>();
        for (var place : Place.values()) {
            digests.put(place, digest(place));
        }
        assertThat(digests.values().stream().distinct()).as(digests.toString()).hasSize(1);
        System.out.println("B7: 1 content digest on a disk, HDFS and S3");
    }

    private String digest(Place place) throws IOException, InterruptedException {
        var address = place.root(Files.createDirectory(folder.resolve("on-" + place)));
        var settings = settings(place, address.settings());
        var job = job(place, address.root());
        var first = kirchberg("run", job, "--properties-file", settings, "--exit-zero");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("Published ");
        var again = kirchberg("run", job, "--properties-file", settings, "--exit-zero");
        assertThat(again.out()).as(again.err()).contains("Unchanged since ");
        var verified = kirchberg("verify", address.root(), "--properties-file", settings);
        assertThat(verified.out()).as(verified.err()).contains("no difference");
        var status = kirchberg("status", address.root(), "--properties-file", settings, "--max-age", "PT1H");
        assertThat(status.code()).as(status.err()).isZero();
        assertThat(status.out()).contains("lease           free");
        return status.out()
                .lines()
                .filter(line -> line.startsWith("content digest"))
                .findFirst()
                .orElseThrow();
    }

    private String settings(Place place, Map<String, String> hadoop) throws IOException {
        var lines = Stream.concat(
                Stream.of("spark.ui.enabled false"),
                hadoop.entrySet().stream().map(e -> "spark.hadoop." + e.getKey() + " " + e.getValue()));
        var file = folder.resolve(place + ".conf");
        Files.write(file, lines.toList(), StandardCharsets.UTF_8);
        return file.toString();
    }

    private String job(Place place, String root) throws IOException {
        var file = folder.resolve(place + ".yaml");
        Files.write(
                file,
                List.of(
                        "sources: ['" + folder.resolve("sample") + "']",
                        "reference: '" + HOME.resolve("data/reference") + "'",
                        "claims: ['" + HOME.resolve("data/claims") + "']",
                        "output: '" + root + "'"),
                StandardCharsets.UTF_8);
        return file.toString();
    }

    /** A process of its own: a session that is there already would not hear the settings of the file system. */
    private End kirchberg(String... arguments) throws IOException, InterruptedException {
        var opens = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"));
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(
                        Stream.of(java),
                        opens,
                        Stream.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath),
                        Stream.of("kirchberg.Main"),
                        Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("done in time").isTrue();
        return new End(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
