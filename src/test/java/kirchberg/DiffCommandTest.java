package kirchberg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kirchberg.JobFolder.EXPORT_HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kirchberg.read.ParquetFiles;
import kirchberg.spark.LocalSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff} as a user meets it. */
@Tag("spark")
class DiffCommandTest {
    private static final String OLD = EXPORT_HEADER
            + "WATER ONE,European Union,France,\"Water, sewerage\",31/07/2024,\"€1,000\",\n"
            + "WIND TWO,European Union,Italy,Energy,30/07/2024,€500,\n"
            + "ROAD SIX,European Union,Spain,Transport,29/07/2024,€70,\n"
            + "ROAD SIX,European Union,Spain,Transport,29/07/2024,€70,\n";

    /** WIND TWO has 0.50 more and is a year older, one ROAD SIX is gone, SCHOOL is new; one record has no amount. */
    private static final String NEW = EXPORT_HEADER
            + "WATER ONE,European Union,France,\"Water, sewerage\",31/07/2024,\"€1,000\",\n"
            + "WIND TWO,European Union,Italy,Energy,30/07/2023,€500.50,\n"
            + "ROAD SIX,European Union,Spain,Transport,29/07/2024,€70,\n"
            + "SCHOOL,European Union,Malta,Education,01/02/2024,€3,A school.\n"
            + "BAD,European Union,Malta,Education,01/02/2024,,\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void startSpark() {
        assertThat(LocalSpark.session().sparkContext().isStopped()).isFalse();
    }

    @Test
    void a_data_file_is_no_portfolio_and_no_fault_of_the_disk() throws IOException {
        var file = Files.writeString(folder.resolve("loanExport.csv"), "Name,Region");
        assertThat(kirchberg("diff", file.toString(), file.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("Cannot read source " + file).contains("Name a folder that holds");
    }

    /** 1640 before; 1000 + 500.50 + 70 + 3 = 1573.50 after; -70 + 0.50 + 3 = -66.50. */
    @Test
    void two_source_folders_differ_by_cause_and_by_year() {
        assertThat(diff(source("old", OLD), source("new", NEW)))
                .as(err.toString())
                .isZero();
        assertThat(lines())
                .contains(
                        "CAUSE      ROWS  EUR BEFORE  EUR AFTER  DIFFERENCE",
                        "unchanged     2    1 070.00   1 070.00        0.00",
                        "several       1      500.00     500.50       +0.50",
                        "vanished      1       70.00       0.00      −70.00",
                        "appeared      1        0.00       3.00       +3.00",
                        "total              1 640.00   1 573.50      −66.50")
                .contains(
                        "2023  0 -> 1        0.00     500.50     +500.50",
                        "2024  4 -> 3    1 640.00   1 073.00     −567.00")
                .contains("CHANGES, heaviest first (3 of 3)")
                .contains("        1 rejected, not compared: EUR 0 readable, 1 amounts unreadable")
                .contains("        Not compared, for only one of them states it: description");
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("WIND TWO, Italy; amount: EUR 500 -> EUR 500.50; date: 30 July 2024 -> 30 July 2023")
                .doesNotContain("SYNTHETIC");
    }

    /** The thread of a user has no session until one is opened, and then plans would not hear its settings. */
    @BeforeEach
    void beInNoSession() {
        SparkSession.clearActiveSession();
    }

    @AfterEach
    void leaveTheSessionToOthers() {
        SparkSession.setActiveSession(LocalSpark.session());
    }

    @Test
    void machines_get_decimals_as_text() throws IOException {
        assertThat(diff(source("old", OLD), source("new", NEW), "--format", "json", "--limit", "1"))
                .isZero();
        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.at("/difference_eur").textValue()).isEqualTo("-66.50");
        assertThat(json.at("/before/name").textValue()).isEqualTo("source source/old");
        assertThat(json.at("/after/rejected_unreadable").intValue()).isEqualTo(1);
        assertThat(json.at("/not_compared/0").textValue()).isEqualTo("description");
        assertThat(json.at("/causes/0/cause").textValue()).isEqualTo("UNCHANGED");
        assertThat(json.at("/causes/0/before_eur").textValue()).isEqualTo("1070.00");
        assertThat(json.at("/years/0/difference_eur").textValue()).isEqualTo("500.50");
        assertThat(json.at("/change_count").intValue()).isEqualTo(3);
        assertThat(json.at("/changes")).hasSize(1);
        assertThat(json.at("/changes/0/cause").textValue()).isEqualTo("SEVERAL");
        assertThat(json.at("/changes/0/before/amount_eur").textValue()).isEqualTo("500.00");
        assertThat(json.at("/changes/0/after/signed_on").textValue()).isEqualTo("2023-07-30");
    }

    @Test
    void a_source_does_not_differ_from_itself() {
        var source = source("old", OLD);
        assertThat(diff(source, source)).isZero();
        assertThat(lines())
                .contains("unchanged     4       1 640      1 640           0")
                .contains("total                 1 640      1 640           0");
        assertThat(out.toString()).doesNotContain("CHANGES", "YEAR");
    }

    @Test
    void the_last_two_releases_of_a_root_are_compared_by_name_or_without() throws IOException {
        var job = new JobFolder(folder).with(OLD);
        assertThat(kirchberg("run", job.job().toString())).isBetween(0, 1);
        assertThat(diff(job.root().toString())).isEqualTo(3);
        assertThat(err.toString()).contains("has one release", "expected two");
        job.with(NEW);
        assertThat(kirchberg("run", job.job().toString())).isBetween(0, 1);
        var runs = runs(job);
        out.getBuffer().setLength(0);
        assertThat(diff(job.root().toString())).as(err.toString()).isZero();
        var alone = out.toString();
        assertThat(alone).contains("BEFORE  run " + runs.get(0), "AFTER   run " + runs.get(1), "−66.50");
        out.getBuffer().setLength(0);
        assertThat(diff(job.root().toString(), runs.get(0), runs.get(1))).isZero();
        assertThat(out.toString()).isEqualTo(alone);
        out.getBuffer().setLength(0);
        assertThat(diff(source("old", OLD), job.root().toString())).isZero();
        assertThat(out.toString()).contains("BEFORE  source source/old", "AFTER   run " + runs.get(1), "−66.50");
    }

    @Test
    void an_unknown_run_is_answered_with_the_nearest() throws IOException {
        var job = new JobFolder(folder).with(OLD);
        assertThat(kirchberg("run", job.job().toString())).isBetween(0, 1);
        var run = runs(job).get(0);
        var misspelt = run.substring(0, run.length() - 1) + "x";
        assertThat(diff(job.root().toString(), misspelt, run)).isEqualTo(2);
        assertThat(err.toString()).contains(misspelt, "Did you mean " + run);
        assertThat(diff(job.root().toString(), run, "../../elsewhere")).isEqualTo(2);
        assertThat(err.toString())
                .contains("../../elsewhere", "The newest is " + run)
                .doesNotContain("\tat ");
    }

    @Test
    void a_folder_that_is_neither_source_nor_root_is_an_input_error() {
        assertThat(diff(source("old", OLD), folder.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("source.yaml", "What to do:").doesNotContain("\tat ");
    }

    @Test
    void a_changed_file_is_refused() throws IOException {
        var source = source("old", OLD);
        Files.writeString(Path.of(source, "portfolio.csv"), NEW, UTF_8);
        assertThat(diff(source, source)).isEqualTo(3);
        assertThat(err.toString()).contains("DIGEST");
    }

    @Test
    void wrong_usage_is_answered_with_what_is_expected() {
        assertThat(diff()).isEqualTo(2);
        assertThat(diff("a", "b", "c", "d")).isEqualTo(2);
        assertThat(diff("a", "b", "--limit", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("--limit -1", "0 or more").doesNotContain("\tat ");
    }

    /** 1000.50 twice and -0.01 before; one row of 1000.50 became 7 after, and one without an amount was rejected. */
    @Test
    void portfolios_that_spark_reads_are_compared_like_any_other() {
        var before = parquet(
                "before",
                ParquetFiles.record(),
                ParquetFiles.record(),
                ParquetFiles.with("amount_eur", "-0.01::DECIMAL(18,2)"));
        var after = parquet(
                "after",
                ParquetFiles.record(),
                ParquetFiles.with("amount_eur", "7::DECIMAL(18,2)"),
                ParquetFiles.with("amount_eur", "-0.01::DECIMAL(18,2)"),
                ParquetFiles.with("amount_eur", "NULL::DECIMAL(18,2)"));
        assertThat(diff(before, after)).as(err.toString()).isZero();
        assertThat(lines())
                .contains(
                        "unchanged     2    1 000.49   1 000.49        0.00",
                        "amount        1    1 000.50       7.00     −993.50",
                        "total              2 000.99   1 007.49     −993.50")
                .contains("        1 rejected, not compared: EUR 0 readable, 1 amounts unreadable");
    }

    @Test
    void a_portfolio_whose_pages_are_torn_is_named() throws IOException {
        var before = parquet("before", ParquetFiles.record());
        var file = ParquetFiles.write(
                folder.resolve("made.parquet"),
                ParquetFiles.schemaWith(Map.of()),
                row -> row.append("amount_eur", 100L).append("operation_id", "UNIQUE-TEXT"));
        var bytes = Files.readAllBytes(file);
        // everything in front of the amounts: pages of five other columns
        Arrays.fill(bytes, 4, ParquetFiles.firstPage(bytes, "amount_eur"), (byte) 0xFF);
        assertThat(diff(before, parquet("after", bytes))).isEqualTo(3);
        assertThat(err.toString())
                .contains("Cannot read source/after/portfolio.csv")
                .doesNotContain("\tat ");
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private String parquet(String vintage, Map<String, String>... records) {
        try {
            return parquet(
                    vintage, Files.readAllBytes(ParquetFiles.write(folder.resolve(vintage + ".parquet"), records)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String parquet(String vintage, byte[] bytes) {
        return new JobFolder(folder, vintage)
                .as("kirchberg-parquet", "GROUP")
                .with(bytes)
                .source()
                .toString();
    }

    @Test
    void what_was_made_up_is_called_so() throws IOException {
        var source = source("old", OLD);
        var yaml = Path.of(source, "source.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("synthetic: false", "synthetic: true"));
        assertThat(diff(source, source("new", NEW))).isZero();
        assertThat(out.toString()).contains("BEFORE  source source/old, SYNTHETIC: made up");
        assertThat(err.toString()).contains("SYNTHETIC", "say nothing about the EIB");
    }

    @Test
    void a_name_cannot_move_the_cursor() {
        var evil = NEW.replace("SCHOOL", "SCH\u001B[2JOOL\u202E");
        assertThat(diff(source("old", OLD), source("new", evil))).isZero();
        assertThat(out.toString()).contains("SCH\uFFFD[2JOOL\uFFFD").doesNotContain("\u001B", "\u202E");
    }

    private String source(String vintage, String csv) {
        return new JobFolder(folder, vintage).with(csv).source().toString();
    }

    private int diff(String... args) {
        var all = new java.util.ArrayList<>(List.of("diff"));
        all.addAll(List.of(args));
        return kirchberg(all.toArray(String[]::new));
    }

    private int kirchberg(String... args) {
        return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private static List<String> runs(JobFolder job) throws IOException {
        try (var releases = Files.list(job.root().resolve("releases"))) {
            return releases.map(r -> r.getFileName().toString()).sorted().toList();
        }
    }
}
