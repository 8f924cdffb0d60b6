package kirchberg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kirchberg.JobFolder.EXPORT_HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import kirchberg.spark.LocalSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input as a user meets it: one clear message, the right code, and nothing published is touched. */
@Tag("spark")
class CommandLineTest {
    private static final String GOOD = EXPORT_HEADER
            + "WATER ONE,European Union,France,\"Water, sewerage\",31/07/2024,\"€1,000\",\n"
            + "WIND TWO,European Union,Atlantis,Energy,30/07/2024,€500,\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void startSpark() {
        assertThat(LocalSpark.session().sparkContext().isStopped()).isFalse();
    }

    @Test
    void without_a_command_it_prints_help_with_examples() {
        assertThat(kirchberg()).isZero();
        assertThat(out.toString()).contains("Usage: kirchberg", "Examples:", "kirchberg run jobs/nightly.yaml");
    }

    @Test
    void an_unknown_option_is_answered_with_a_suggestion() {
        assertThat(kirchberg("run", "--dry-runn", "jobs/nightly.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("--dry-runn", "--dry-run");
    }

    @Test
    void a_day_that_is_none_is_answered_with_one_in_plain_words() {
        assertThat(kirchberg("add-source", "any", "--accessed", "24.11.2026")).isEqualTo(2);
        assertThat(err.toString())
                .contains("'--accessed': got '24.11.2026', expected a day such as 2026-11-24")
                .doesNotContain("java.");
    }

    @Test
    void every_command_is_listed_with_a_whole_sentence() {
        assertThat(kirchberg()).isZero();
        assertThat(out.toString())
                .containsPattern("fetch  [^<]*<today>[^<]*stopped[.]")
                .containsPattern("diff  [^.]*totals[.]");
    }

    @Test
    void a_misspelt_command_is_answered_with_a_suggestion() {
        assertThat(kirchberg("runn", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("runn", "run");
    }

    @Test
    void a_missing_job_file_is_a_usage_error() {
        assertThat(kirchberg("run", folder.resolve("none.yaml").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none.yaml", "What to do:");
    }

    @Test
    void a_good_list_is_published_and_an_unknown_country_has_a_line_of_its_own() throws IOException {
        var job = new JobFolder(folder).with(GOOD);
        assertThat(run(job)).isBetween(0, 1);
        assertThat(out.toString()).contains("2 records = 2 published + 0 rejected + 0 control rows", "EUR 1500.00");
        assertThat(csv(job, "totals_by_country_year"))
                .anyMatch(l -> l.startsWith("EIB,all,Atlantis,,2024,500.00,500.00,1,"))
                .anyMatch(l -> l.startsWith("EIB,all,France,FR,2024,1000.00,1000.00,1,"));
    }

    @Test
    void the_same_inputs_again_change_nothing() throws IOException {
        var job = new JobFolder(folder).with(GOOD);
        var first = run(job);
        var before = tree(job.root());
        assertThat(run(job)).isEqualTo(first);
        assertThat(out.toString()).contains("Unchanged since");
        assertThat(tree(job.root())).isEqualTo(before);
    }

    @Test
    void a_missing_file_is_refused() throws IOException {
        var job = published();
        Files.delete(job.file());
        refused(job, 3, "MISSING", "portfolio.csv");
    }

    @Test
    void a_web_page_saved_as_csv_is_refused() throws IOException {
        refused(published().with("<!DOCTYPE html><html><body>busy</body></html>"), 3, "NOT_THIS_FORMAT", "web page");
    }

    @Test
    void a_wrong_header_is_refused_with_expected_and_found() throws IOException {
        refused(published().with(GOOD.replace("Sector", "Branch")), 3, "HEADER", "Sector", "Branch");
    }

    @Test
    void a_column_cannot_command_the_terminal() throws IOException {
        var job = published().with(GOOD.replace("Sector", "Branch\u001B[2J\u202E"));
        refused(job, 3, "HEADER", "Branch\uFFFD[2J\uFFFD");
        assertThat(err.toString()).doesNotContain("\u001B", "\u202E");
    }

    @Test
    void a_doubled_header_is_refused() throws IOException {
        refused(published().with(GOOD.replace("Description", "Sector")), 3, "HEADER", "Sector");
    }

    @Test
    void a_wrong_checksum_is_refused() throws IOException {
        var job = published();
        Files.writeString(job.file(), GOOD.replace("€500", "€600"));
        refused(job, 3, "DIGEST", "portfolio.csv");
    }

    @Test
    void an_unclosed_quote_at_the_end_is_refused() throws IOException {
        refused(published().with(GOOD + "X,European Union,\"France"), 3, "TRUNCATED", "portfolio.csv");
    }

    @Test
    void too_many_rejects_are_refused_and_nothing_is_touched() throws IOException {
        var bad = "A,European Union,France,Energy,31/02/2024,€500,\n".repeat(9);
        refused(published().with(GOOD + bad), 3, "TOO_MANY_REJECTS", "9 of 11");
    }

    @Test
    void unreadable_dates_and_amounts_are_rejected_rows_with_reason_and_text() throws IOException {
        var job = new JobFolder(folder)
                .with(GOOD + "BAD DAY,European Union,France,Energy,31/02/2024,€70,\n"
                        + "BAD SUM,European Union,France,Energy,30/07/2024,€1.234,\n");
        assertThat(run(job)).isBetween(0, 1);
        assertThat(out.toString()).contains("4 records = 2 published + 2 rejected + 0 control rows");
        assertThat(csv(job, "rejects"))
                .anyMatch(l -> l.contains(",3,") && l.contains("BAD_DATE,70.00,") && l.contains("BAD DAY"))
                .anyMatch(l -> l.contains(",4,") && l.contains("AMBIGUOUS_NUMBER,,") && l.contains("BAD SUM"));
    }

    @Test
    void a_rejected_record_makes_a_complete_source_incomplete() throws IOException {
        // EUR 1,500 of the EIB in 2024 refute 76.6 bn, unless a record that nobody can read may hold the rest
        var whole = new JobFolder(folder.resolve("whole")).complete().with(GOOD);
        assertThat(run(whole)).isEqualTo(1);
        assertThat(csv(whole, "findings")).anyMatch(l -> l.startsWith("tot-eib-2024,0,FAILS,"));
        var broken = new JobFolder(folder.resolve("broken"))
                .complete()
                .with(GOOD + "BAD SUM,European Union,France,Energy,30/07/2024,€1.234,\n");
        assertThat(run(broken)).isZero();
        assertThat(csv(broken, "findings")).anyMatch(l -> l.startsWith("tot-eib-2024,0,OUT_OF_REACH,"));
        assertThat(out.toString()).contains("does not count as complete");
    }

    @Test
    void a_header_alone_is_refused() throws IOException {
        refused(published().with(EXPORT_HEADER), 3, "TRUNCATED", "no record");
    }

    @Test
    void all_mistakes_of_a_job_are_told_at_once_with_line_and_column() throws IOException {
        var job = published();
        Files.writeString(job.job(), Files.readString(job.job()).replace("reference:", "referense:") + "keeep: 3\n");
        refused(job, 2, "job.yaml:2:1", "reference", "job.yaml:6:1", "keep", "Nothing was written");
    }

    @Test
    void explain_and_status_and_check_read_a_release_without_its_sources() throws IOException {
        var job = published();
        Files.delete(job.file());
        var root = job.root().toString();
        assertThat(kirchberg("status", root)).isZero();
        assertThat(out.toString()).contains("00000001-");
        assertThat(kirchberg("check", root, "--format", "json")).isBetween(0, 1);
        assertThat(out.toString()).contains("\"claim_id\"", "group-signed-2024", "OUT_OF_REACH");
        assertThat(kirchberg("explain", root, "group-signed-2024")).isZero();
        assertThat(out.toString()).contains("89");
    }

    @Test
    void an_unknown_claim_is_answered_with_the_nearest_one() throws IOException {
        var job = published();
        assertThat(kirchberg("explain", job.root().toString(), "group-signed-2042"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("group-signed-2042", "Did you mean", "group-signed-2024 ");
    }

    @Test
    void explain_prints_a_page_as_wide_as_asked_or_json_or_the_list_of_claims() throws IOException {
        var root = published().root().toString();
        assertThat(kirchberg("explain", root, "group-signed-2024", "--width", "60"))
                .isZero();
        assertThat(out.toString()).contains("=".repeat(60)).doesNotContain("=".repeat(61));
        assertThat(kirchberg("explain", root, "group-signed-2024", "--format", "json"))
                .isZero();
        assertThat(out.toString()).contains("\"claim_id\" : \"group-signed-2024\"");
        assertThat(kirchberg("explain", root, "--list")).isZero();
        assertThat(out.toString()).contains("group-signed-2024");
    }

    @Test
    void explain_refuses_a_width_that_no_page_has_and_no_claim_at_all() throws IOException {
        var root = published().root().toString();
        assertThat(kirchberg("explain", root, "group-signed-2024", "--width", "59"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Cannot set the width: got 59, expected 60 to 160");
        assertThat(kirchberg("explain", root)).isEqualTo(2);
        assertThat(err.toString()).contains("no claim is named", "--list");
    }

    @Test
    void a_claim_about_a_place_that_no_row_can_have_is_refused() throws IOException {
        var job = published();
        var claims = Files.writeString(folder.resolve("claims.yaml"), """
                publication: made-up
                title: Made up
                date: 2024-01-01
                language: en
                url: ""
                claims:
                  - {id: greece, quote: "[x]", institution: EIB, place: EL, period: 2024, measure: amount, figure: 1 bn EUR}
                """);
        Files.writeString(
                job.job(), Files.readString(job.job()).replaceFirst("claims: .*", "claims: [" + claims + "]"));
        refused(job, 2, "claim greece", "EL", "reference tables");
    }

    @Test
    void a_root_without_a_release_is_an_input_error() {
        assertThat(kirchberg("status", folder.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("no release");
    }

    @Test
    void a_dry_run_writes_nothing_under_the_root() {
        var job = new JobFolder(folder).with(GOOD);
        assertThat(kirchberg("run", "--dry-run", job.job().toString())).isBetween(0, 1);
        assertThat(out.toString()).contains("Dry run");
        assertThat(job.root()).doesNotExist();
    }

    private JobFolder published() {
        var job = new JobFolder(folder).with(GOOD);
        assertThat(run(job)).isBetween(0, 1);
        return job;
    }

    private void refused(JobFolder job, int code, String... parts) throws IOException {
        var current = Files.readString(job.root().resolve("CURRENT"));
        var messages = err.getBuffer();
        messages.setLength(0);
        assertThat(run(job)).isEqualTo(code);
        assertThat(messages.toString()).contains(parts).contains("What to do:").doesNotContain("\tat ");
        assertThat(Files.readString(job.root().resolve("CURRENT"))).isEqualTo(current);
    }

    private int run(JobFolder job) {
        return kirchberg("run", job.job().toString());
    }

    private int kirchberg(String... args) {
        return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private static List<String> csv(JobFolder job, String table) throws IOException {
        try (var releases = Files.list(job.root().resolve("releases"))) {
            var release = releases.filter(Files::isDirectory).findFirst().orElseThrow();
            return Files.readAllLines(release.resolve("csv").resolve(table + ".csv"), UTF_8);
        }
    }

    /** All files but the note of the last success, which an unchanged run renews. */
    private static String tree(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("LAST_SUCCESS.json"))
                    .sorted()
                    .map(f -> f + " " + f.toFile().lastModified() + " "
                            + f.toFile().length())
                    .reduce("", (a, b) -> a + b + "\n")
                    .toLowerCase(Locale.ROOT);
        }
    }
}
