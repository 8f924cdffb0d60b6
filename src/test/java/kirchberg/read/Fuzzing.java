package kirchberg.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kirchberg.domain.source.SourceFormat;

/**
 * Runs Jazzer on each reader for a while, in a Java of its own with a small heap. Arguments: seconds for each format,
 * then keys of formats with commas between them, or the word all. New inputs go to {@code target/fuzz}; whoever finds a
 * fault puts its input into {@code src/test/resources/fuzz}.
 */
public final class Fuzzing {
    private static final String HEAP = "-Xmx512m";

    private Fuzzing() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var keys = arguments[1].equals("all") ? SourceFormat.keys(f -> true) : Arrays.asList(arguments[1].split(","));
        for (var key : keys) {
            System.out.println("== fuzzing " + ReaderFuzz.format(key).key() + " for " + arguments[0] + " s");
            var code = run(key, arguments[0]);
            if (code != 0) {
                throw new IllegalStateException("Jazzer found a fault in " + key + ", exit code " + code
                        + ": its input is in target/fuzz/" + key);
            }
        }
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
                "--target_class=" + ReaderFuzz.class.getName(),
                "--instrumentation_includes=kirchberg.read.**:org.dhatim.**",
                "--keep_going=1",
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.FilePathTraversal",
                "-max_total_time=" + seconds,
                "-max_len=16384",
                "-timeout=20",
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
