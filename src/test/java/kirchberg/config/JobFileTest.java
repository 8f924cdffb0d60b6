package kirchberg.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kirchberg.domain.Exit;
import kirchberg.domain.Problem;
import kirchberg.domain.Stop;
import kirchberg.domain.release.TellPlan;
import kirchberg.domain.source.Job;
import kirchberg.domain.vintage.VintageRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JobFileTest {
    private static final String LEAST = """
            sources: [a/2024, b/2024]
            reference: ref
            claims: [claims, more.yaml]
            output: out
            """;

    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("job.yaml"), text);
    }

    private List<Problem> refused(String text) throws IOException {
        var path = write(text);
        var stop = catchThrowableOfType(Stop.class, () -> Configuration.job(path));
        assertThat(stop.exit()).isEqualTo(Exit.USAGE);
        var file = new JobFile(path);
        file.contents();
        var problems = file.file().problems();
        assertThat(stop).hasMessageContaining(problems.size() + " error");
        return problems;
    }

    private static List<String> places(List<Problem> problems) {
        return problems.stream()
                .map(p -> p.line() + ":" + p.column() + " " + p.code())
                .toList();
    }

    @Test
    void the_nightly_job_is_read_as_the_design_has_it() {
        assertThat(Configuration.job(Path.of("jobs/nightly.yaml")))
                .isEqualTo(new Job(
                        Path.of("jobs/nightly.yaml"),
                        List.of(Path.of("data/sample")),
                        Path.of("data/reference"),
                        List.of(Path.of("data/claims")),
                        "target/kirchberg",
                        new BigDecimal("0.001"),
                        List.of("en"),
                        30,
                        90,
                        List.of(),
                        VintageRules.DEFAULT,
                        TellPlan.NOBODY));
    }

    @Test
    void what_is_not_said_has_a_default_and_paths_start_at_the_job_file() throws IOException {
        var job = Configuration.job(write(LEAST));
        assertThat(job.sources()).containsExactly(folder.resolve("a/2024"), folder.resolve("b/2024"));
        assertThat(job.claims()).containsExactly(folder.resolve("claims"), folder.resolve("more.yaml"));
        assertThat(job.output()).isEqualTo(folder.resolve("out").toString());
        assertThat(job.rejectedRowsLimit()).isEqualByComparingTo("0.001");
        assertThat(job.languages()).containsExactly("en");
        assertThat(job.keepReleases()).isEqualTo(30);
        assertThat(job.keepDays()).isEqualTo(90);
    }

    @Test
    void every_optional_value_can_be_given() throws IOException {
        var job = Configuration.job(write(LEAST + """
                limits: {rejected_rows: 2.5 %}
                report: {languages: [fr, de]}
                keep: {releases: 1, days: 0}
                """));
        assertThat(job.rejectedRowsLimit()).isEqualByComparingTo("0.025");
        assertThat(job.languages()).containsExactly("fr", "de");
        assertThat(job.keepReleases()).isEqualTo(1);
        assertThat(job.keepDays()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hdfs://node/kirchberg", "s3a://bucket/kirchberg"})
    void a_remote_output_is_kept_as_it_is(String root) throws IOException {
        assertThat(Configuration.job(write(LEAST.replace("output: out", "output: " + root)))
                        .output())
                .isEqualTo(root);
    }

    @Test
    void ten_errors_are_reported_at_once_with_their_places() throws IOException {
        var problems = refused("""
                souces: [a]
                reference: [x]
                claims: []
                output: https://example.org/out
                limits: {rejected_rows: 0.1, rows: 3}
                report:
                  languages: [en, fr, xx]
                keep: {releases: 0, days: -1}
                reference: y
                """);
        assertThat(places(problems))
                .containsExactly(
                        "1:1 job.key", // souces
                        "1:1 job.sources", // missing: said at the beginning of the file
                        "2:12 job.reference", // a list
                        "3:9 job.claims", // an empty list
                        "4:9 job.output", // no such kind of root
                        "5:25 job.rejected_rows", // no %
                        "5:30 job.key", // rows
                        "7:23 job.languages", // xx
                        "8:18 job.releases", // none kept
                        "8:27 job.days", // negative
                        "9:1 job.key"); // reference again
        assertThat(problems.get(0).help()).startsWith("did you mean sources?");
        assertThat(problems.get(0).excerpt()).isEqualTo("souces: [a]");
        assertThat(problems.get(10).message()).isEqualTo("key reference is given twice");
        assertThat(problems.get(10).help()).isEqualTo("keep one; the first is in line 2");
    }

    @Test
    void the_message_shows_each_line_and_counts_errors_and_files() throws IOException {
        var path = write(LEAST + "keep: {relases: 3}\n");
        var stop = catchThrowableOfType(Stop.class, () -> Configuration.job(path));
        assertThat(stop).hasMessage("""
                        error[job.key]: unknown key relases
                         --> %s:5:8
                        5 | keep: {relases: 3}
                          |        ^
                          = help: did you mean releases? (releases, days)

                        1 error in 1 file. Nothing was written.""".formatted(path));
    }

    @Test
    void two_sources_of_one_id_are_refused() throws IOException {
        var problems = refused(LEAST.replace("b/2024", "x/a/2024"));
        assertThat(places(problems)).containsExactly("1:19 job.sources");
        assertThat(problems.get(0).message()).isEqualTo("second source called a/2024");
    }

    @ParameterizedTest
    @CsvSource({"0.1", "101 %", "-1 %", "2 bn EUR", "'0,1 %'"})
    void a_limit_is_a_part_in_per_cent(String limit) throws IOException {
        assertThat(places(refused(LEAST + "limits: {rejected_rows: \"" + limit + "\"}\n")))
                .containsExactly("5:25 job.rejected_rows");
    }

    @Test
    void a_path_that_the_system_cannot_name_is_a_problem() throws IOException {
        assertThat(places(refused(LEAST.replace("reference: ref", "reference: \"a\\0b\""))))
                .containsExactly("2:12 job.reference");
    }

    @Test
    void a_missing_job_file_is_said_so() {
        var stop = catchThrowableOfType(Stop.class, () -> Configuration.problems(folder.resolve("none.yaml")));
        assertThat(stop.exit()).isEqualTo(Exit.USAGE);
        assertThat(stop).hasMessageContaining("there is no file " + folder.resolve("none.yaml"));
    }

    @Test
    void the_latest_vintage_of_a_folder_is_the_source() throws IOException {
        for (var vintage : List.of("eib/2024-12-31", "eib/2025-01-31")) {
            Files.createDirectories(folder.resolve(vintage));
            Files.writeString(folder.resolve(vintage).resolve("source.yaml"), "format: any");
        }
        Files.createDirectories(folder.resolve("eib/2026-01-31")); // not described
        var job = Configuration.job(write(LEAST.replace("[a/2024, b/2024]", "[a/2024, {latest: eib}]")));
        assertThat(job.sources()).containsExactly(folder.resolve("a/2024"), folder.resolve("eib/2025-01-31"));
    }

    @Test
    void a_folder_without_a_vintage_is_a_problem_of_the_job() throws IOException {
        var path = write(LEAST.replace("[a/2024, b/2024]", "[{latest: eib}]"));
        assertThat(places(Configuration.problems(path))).startsWith("1:11 job.sources");
        assertThat(Configuration.problems(path).get(0).message())
                .isEqualTo("there is nothing to read at " + folder.resolve("eib"));
        assertThat(Configuration.problems(path).get(0).help()).contains("makes one of a list that lies there");
    }

    @Test
    void an_entry_of_the_sources_has_no_other_key_than_latest() throws IOException {
        assertThat(places(refused(LEAST.replace("[a/2024, b/2024]", "[{last: eib}]"))))
                .containsExactly("1:11 job.latest", "1:12 job.key");
    }
}
