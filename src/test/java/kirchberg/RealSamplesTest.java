package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import kirchberg.spark.LocalSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way on real cuts of the bank's export, which are not part of the project. Skipped, visibly, where they are
 * absent.
 */
@Tag("spark")
class RealSamplesTest {
    private static final Path SAMPLES = Path.of(System.getenv().getOrDefault("KIRCHBERG_SAMPLES", "../shared/data"))
            .resolve("eib-export");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void needSamples() {
        assumeTrue(Files.isDirectory(SAMPLES), "skipped: no real samples at " + SAMPLES);
        assertThat(LocalSpark.session().sparkContext().isStopped()).isFalse();
    }

    @Test
    void the_oldest_part_of_the_export_gives_its_known_sums() throws IOException {
        var job = run("raw_export_1959_1965.csv");
        assertThat(out.toString())
                .contains("94 records = 92 published + 0 rejected + 2 control rows", "EUR 502445800.00 published")
                .contains("1706313672427", "502445800");
        var years = new TreeMap<String, String>();
        rows(job, "totals_by_year").stream()
                .filter(r -> r[0].equals("EIB") && r[1].equals("all"))
                .forEach(r -> years.put(r[2], r[3]));
        assertThat(years)
                .containsEntry("1959", "34127485.00")
                .containsEntry("1960", "25457443.00")
                .containsEntry("1961", "86543246.00")
                .containsEntry("1962", "66347208.00")
                .containsEntry("1963", "71171474.00")
                .containsEntry("1964", "117347038.00")
                .containsEntry("1965", "101451906.00")
                .hasSize(7);
    }

    @Test
    void a_page_of_july_2024_leaves_the_group_claim_out_of_reach() throws IOException {
        var job = run("raw_export_2024-07_page.csv");
        assertThat(out.toString())
                .contains("44 records = 44 published + 0 rejected + 0 control rows", "EUR 4474181940.00 published");
        var group = rows(job, "findings").stream()
                .filter(r -> r[0].equals("group-signed-2024"))
                .findFirst()
                .orElseThrow();
        assertThat(group[2]).isEqualTo("OUT_OF_REACH");
        var operations = rows(job, "totals_by_year").stream()
                .filter(r -> r[0].equals("EIB") && r[1].equals("all"))
                .findFirst()
                .orElseThrow();
        // 29 different names, 44 rows: no number of operations is published
        assertThat(List.of(operations[6], operations[7])).containsExactly("29", "44");
    }

    private JobFolder run(String file) throws IOException {
        var job = new JobFolder(folder).with(Files.readAllBytes(SAMPLES.resolve(file)));
        var code = Main.run(
                new String[] {"run", job.job().toString()}, new PrintWriter(out, true), new PrintWriter(err, true));
        assertThat(code).as(err.toString()).isBetween(0, 1);
        return job;
    }

    private static List<String[]> rows(JobFolder job, String table) throws IOException {
        try (var releases = Files.list(job.root().resolve("releases"))) {
            var release = releases.filter(Files::isDirectory).findFirst().orElseThrow();
            return Files.readAllLines(release.resolve("csv").resolve(table + ".csv")).stream()
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }
}
