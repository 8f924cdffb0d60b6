package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kirchberg.publish.store.Sha256;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row A14: the same inputs again change nothing. Row F2: a dry run changes nothing. */
@Tag("spark")
class SameAgainTest {
    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void the_same_inputs_again_and_a_dry_run_leave_every_byte_of_the_root() throws IOException {
        var first = run();
        assertThat(first).contains("Published ");
        var before = tree(folder.resolve("out"));

        assertThat(run()).contains("Unchanged since");
        var again = tree(folder.resolve("out"));
        System.out.println(
                "A14: " + changed(before, again) + " of " + before.size() + " files changed by the same run");
        assertThat(again).isEqualTo(before);
        assertThat(folder.resolve("out/LAST_SUCCESS.json")).content().contains("UNCHANGED");

        run("--dry-run", "--as-of", "2026-10-01");
        var dry = tree(folder.resolve("out"));
        System.out.println("F2: " + changed(before, dry) + " of " + before.size() + " files changed by a dry run");
        assertThat(dry).isEqualTo(before);
    }

    private String run(String... more) throws IOException {
        var job = folder.resolve("job.yaml");
        Files.write(
                job,
                List.of(
                        "sources: ['" + HOME.resolve("data/sample") + "']",
                        "reference: '" + HOME.resolve("data/reference") + "'",
                        "claims: ['" + HOME.resolve("data/claims") + "']",
                        "output: out"),
                StandardCharsets.UTF_8);
        var out = new StringWriter();
        var err = new StringWriter();
        var arguments = new java.util.ArrayList<>(List.of("run", job.toString(), "--exit-zero"));
        arguments.addAll(List.of(more));
        var code = Main.run(arguments.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    /** Every file below, with its digest, and every folder; but for the note of the last success, which is renewed. */
    private static Map<String, String> tree(Path root) throws IOException {
        var found = new TreeMap<String, String>();
        try (var paths = Files.walk(root)) {
            for (var path : paths.filter(p -> !p.endsWith("LAST_SUCCESS.json")).toList()) {
                found.put(
                        root.relativize(path).toString(),
                        Files.isDirectory(path) ? "folder" : Sha256.of(Files.readAllBytes(path)));
            }
        }
        return found;
    }

    private static long changed(Map<String, String> before, Map<String, String> after) {
        var names = new java.util.TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !String.valueOf(before.get(name)).equals(String.valueOf(after.get(name))))
                .count();
    }
}
