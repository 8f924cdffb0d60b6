package kirchberg.publish.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Power cannot be cut in a test; the order in which the system is asked to write can be seen. */
final class PowerLossIT {
    private static final int FLIPS = 100;
    private static final Pattern CALL = Pattern.compile("\\b(fsync|rename\\w*)\\((.*)");

    @TempDir
    private Path folder;

    /** Row A13. */
    @Test
    void a_flip_syncs_the_file_then_renames_then_syncs_the_folder() throws Exception {
        var root = folder.toRealPath().resolve("root");
        assumeTrue(run(List.of("strace", "-o", trace().toString(), "true")) == 0, "A13: skipped, strace cannot be run");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var trace = List.of("strace", "-f", "-y", "-e", "trace=fsync,/^rename", "-o", trace().toString());
        var flips = List.of(
                java, "-cp", System.getProperty("java.class.path"), Flips.class.getName(), root.toString(), "" + FLIPS);
        assertThat(run(Stream.concat(trace.stream(), flips.stream()).toList())).isZero();

        var calls = calls(root);

        // the folder of the lease and the root itself are made before: their two syncs come first
        var traced = calls.subList(calls.indexOf("file"), calls.size());
        var right = 0;
        for (var at = 0; at + 3 <= traced.size(); at += 3) {
            right += traced.subList(at, at + 3).equals(List.of("file", "rename", "folder")) ? 1 : 0;
        }
        System.out.println("A13: " + right + " of " + FLIPS + " flips sync the file, rename, sync the folder");
        assertThat(right).isEqualTo(FLIPS);
        assertThat(traced).hasSize(3 * FLIPS);
    }

    private int run(List<String> command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true);
            return process.redirectOutput(folder.resolve("out.txt").toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            System.out.println("A13: skipped, " + e.getMessage());
            return -1;
        }
    }

    private Path trace() {
        return folder.resolve("trace.txt");
    }

    /** What was asked of the file, the name and the folder, in order. */
    private List<String> calls(Path root) throws IOException {
        var calls = new ArrayList<String>();
        for (var line : Files.readAllLines(trace(), StandardCharsets.UTF_8)) {
            var call = CALL.matcher(line);
            if (call.find()) {
                kind(call.group(1), call.group(2), root).ifPresent(calls::add);
            }
        }
        return calls;
    }

    private static Optional<String> kind(String call, String arguments, Path root) {
        var proposal = root + "/LOCK/CURRENT";
        if (call.equals("fsync")) {
            return arguments.contains("<" + proposal + ">")
                    ? Optional.of("file")
                    : Optional.of("folder").filter(folder -> arguments.contains("<" + root + ">"));
        }
        return Optional.of("rename")
                .filter(rename ->
                        arguments.contains("\"" + proposal + "\"") && arguments.contains("\"" + root + "/CURRENT\""));
    }
}
