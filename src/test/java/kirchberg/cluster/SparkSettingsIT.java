package kirchberg.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B6: how Spark cuts and repeats the work changes no digit. */
@Tag("slow")
final class SparkSettingsIT {
    private static final int ROWS = 3000;
    private static final List<Integer> PARTITIONS = List.of(1, 2, 3, 7, 16, 64);

    @TempDir
    private Path folder;

    /** B6: six numbers of partitions, planned anew or not, plain or with speculation and retries of tasks. */
    @Test
    void twenty_four_settings_give_one_digest() throws IOException {
        JobRoot.sample(folder, ROWS);
        var digests = new TreeMap<String, String>();
        for (var partitions : PARTITIONS) {
            for (var adaptive : List.of(true, false)) {
                for (var repeats : List.of(true, false)) {
                    var name = "p" + partitions + "-" + adaptive + "-" + repeats;
                    digests.put(name, digest(name, settings(partitions, adaptive, repeats), repeats));
                }
            }
        }
        assertThat(digests).hasSize(24);
        assertThat(digests.values()).as(digests.toString()).containsOnly(digests.get("p1-false-false"));
        System.out.println("B6: 24 of 24 settings give the same digest");
    }

    private String digest(String name, String settings, boolean repeats) throws IOException {
        var file = Files.writeString(folder.resolve(name + ".conf"), settings);
        var root = JobRoot.of(folder, name);
        var run = root.start(
                List.of("-Xmx1g"),
                "--master",
                repeats ? "local[2,4]" : "local[2]",
                "--properties-file",
                file.toString());
        assertThat(run.code()).as(name + "\n" + run.text()).isBetween(0, 1);
        return root.digest();
    }

    private static String settings(int partitions, boolean adaptive, boolean repeats) {
        return """
                spark.sql.shuffle.partitions %1$d
                spark.default.parallelism %1$d
                spark.sql.files.maxPartitionBytes %2$d
                spark.sql.adaptive.enabled %3$s
                spark.speculation %4$s
                spark.speculation.multiplier 1.1
                spark.speculation.quantile 0.1
                spark.task.maxFailures 4
                """.formatted(partitions, 4_000_000 / partitions, adaptive, repeats);
    }
}
