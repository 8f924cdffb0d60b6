package kirchberg.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.source.SourceFormat;

/**
 * Runs Jazzer on each reader for a while, in a Java of its own with a small heap. Arguments: seconds for each format,
 * then keys of formats, or of files of configuration, with commas between them, or the word all. New inputs go to
 * {@code target/fuzz}; whoever finds a fault puts its input into {@code src/test/resources/fuzz}.
 */
public final class Fuzzing {
    private static final String HEAP = "-Xmx512m";

    /** Whose branches tell the fuzzer that an input is new: ours, and those of the parsers that we hand bytes to. */
    private static final String WATCHED = String.join(
            ":", "kirchberg.**", "org.apache.parquet.**", "com.fasterxml.jackson.core.**", "org.snakeyaml.**");

    /** The files of configuration, beside the formats of sources. */
    private static final List<String> YAML = List.of("yaml-source", "yaml-job", "yaml-claims");

    private static final String YAML_TARGET = "kirchberg.config.YamlFuzz";

    private Fuzzing() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        for (var key : keys(arguments[1])) {
            System.out.println("== fuzzing " + key + " for " + arguments[0] + " s");
            var code = run(key, arguments[0]);
            if (code != 0) {
                throw new IllegalStateException("Jazzer found a fault in " + key + ", exit code " + code
                        + ": its input is in target/fuzz/" + key);
            }
        }
    }

    private static List<String> keys(String chosen) {
        var all = Stream.concat(SourceFormat.keys(f -> true).stream(), YAML.stream())
                .toList();
        var keys = chosen.equals("all") ? all : Arrays.asList(chosen.split(","));
        if (!all.containsAll(keys)) {
            throw new IllegalArgumentException("Cannot fuzz: got " + keys + ", expected some of " + all);
        }
        return keys;
    }

    private static String target(String key) {
        return YAML.contains(key) ? YAML_TARGET : ReaderFuzz.class.getName();
    }

    private static int run(String key, String seconds) throws IOException, InterruptedException {
        var work = Files.createDirectories(Path.of("target/fuzz", key).toAbsolutePath());
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Dfuzz.format=" + key,
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target(key),
                "--instrumentation_includes=" + WATCHED,
                "--keep_going=1",
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.FilePathTraversal",
                "-max_total_time=" + seconds,
                "-max_len=16384",
                "-timeout=120",
                "-rss_limit_mb=0",
                "-print_final_stats=1",
                work.toString(),
                Path.of("src/test/resources/fuzz", key).toAbsolutePath().toString());
        return new ProcessBuilder(command)
                .directory(work.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
