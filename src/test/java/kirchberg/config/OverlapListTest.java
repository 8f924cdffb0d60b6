package kirchberg.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kirchberg.domain.Problem;
import kirchberg.domain.overlap.Overlap;
import kirchberg.domain.overlap.Overlap.Match;
import kirchberg.domain.vintage.VintageRules;
import kirchberg.domain.vintage.VintageRules.Same;
import kirchberg.domain.vintage.VintageRules.Shrunk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OverlapListTest {
    private static final String LEAST = """
            sources: [bank/2025, loans/2025, fund/2025, bank/2026]
            reference: ref
            claims: [claims]
            output: out
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void fourSources() throws IOException {
        source("bank/2025", "EIB", "SIGNED", "WORLD");
        source("loans/2025", "EIB", "SIGNED", "EU");
        source("fund/2025", "EIF", "SIGNED", "WORLD");
        source("bank/2026", "EIB", "DISBURSED", "WORLD");
    }

    @Test
    void sources_that_overlap_without_a_word_are_an_error_where_the_second_stands() throws IOException {
        var problems = problems("");
        assertThat(places(problems)).containsExactly("1:22 job.sources");
        assertThat(problems.get(0).message())
                .isEqualTo("sources bank/2025 and loans/2025 may describe the same: SIGNED financings of the EIB in the"
                        + " EU from 2020-01-01 to 2024-12-31");
        assertThat(problems.get(0).help()).contains("- {keep: bank/2025, over: loans/2025, match: ids}", "match: none");
    }

    @ParameterizedTest
    @CsvSource({"bank/2025, loans/2025, ids", "bank/2025, loans, none", "loans, bank/2025, ids"})
    void an_overlap_may_name_either_source_by_its_id_or_publisher(String keep, String over, String match)
            throws IOException {
        assertThat(problems("overlaps: [{keep: %s, over: %s, match: %s}]\n".formatted(keep, over, match)))
                .isEmpty();
    }

    @Test
    void an_overlap_is_read_as_it_is_written() throws IOException {
        var job = Configuration.job(job("overlaps: [{keep: bank/2025, over: loans, match: ids}]\n"));
        assertThat(job.overlaps()).containsExactly(new Overlap("bank/2025", "loans", Match.IDS));
    }

    @Test
    void a_name_that_means_no_source_is_answered_with_the_nearest() throws IOException {
        var problems = problems("overlaps: [{keep: bank/2025, over: loan/2025, match: ids}]\n");
        assertThat(places(problems)).containsExactly("1:22 job.sources", "5:36 job.overlaps");
        assertThat(problems.get(1).message()).isEqualTo("there is no source loan/2025");
        assertThat(problems.get(1).help()).startsWith("did you mean loans/2025?");
    }

    @Test
    void a_name_that_means_two_sources_is_refused() throws IOException {
        var problems = problems("overlaps: [{keep: bank, over: loans, match: ids}]\n");
        assertThat(places(problems)).containsExactly("1:22 job.sources", "5:19 job.overlaps");
        assertThat(problems.get(1).message()).isEqualTo("bank means 2 sources");
    }

    @Test
    void a_pair_is_declared_once_whatever_its_direction() throws IOException {
        var problems = problems("""
                overlaps:
                  - {keep: bank/2025, over: loans, match: ids}
                  - {keep: loans, over: bank/2025, match: none}
                """);
        assertThat(places(problems)).containsExactly("7:12 job.overlaps");
        assertThat(problems.get(0).message()).isEqualTo("sources loans/2025 and bank/2025 are declared twice");
    }

    @Test
    void a_circle_of_three_is_refused() throws IOException {
        var problems = problems("""
                overlaps:
                  - {keep: bank/2025, over: loans, match: ids}
                  - {keep: loans, over: fund, match: ids}
                  - {keep: fund, over: bank/2025, match: ids}
                """);
        assertThat(places(problems)).containsExactly("8:12 job.overlaps");
        assertThat(problems.get(0).message()).contains("fund/2025", "bank/2025", "a circle");
    }

    @Test
    void a_source_is_not_kept_over_itself() throws IOException {
        assertThat(places(problems("""
                overlaps:
                  - {keep: bank/2025, over: loans, match: ids}
                  - {keep: fund, over: fund/2025, match: ids}
                """))).containsExactly("7:24 job.overlaps");
    }

    @Test
    void a_list_of_operations_overlaps_with_nothing() throws IOException {
        source("projects/2025", "EIB", "APPROVED", "WORLD");
        var yaml = folder.resolve("projects/2025/source.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("kirchberg-csv", "eib-projects-json"));
        var problems = problems(LEAST.replace("bank/2026", "projects/2025"), """
                overlaps:
                  - {keep: bank/2025, over: loans, match: ids}
                  - {keep: projects, over: bank, match: ids}
                """);
        assertThat(places(problems)).containsExactly("1:45 job.overlaps");
        assertThat(problems.get(0).message()).contains("projects/2025 is a list of operations");
        var beside = problems(LEAST.replace("bank/2026", "projects/2025"), """
                overlaps:
                  - {keep: bank/2025, over: loans, match: ids}
                  - {keep: fund, over: fund, match: ids}
                """);
        assertThat(places(beside)).containsExactly("7:24 job.overlaps");
    }

    @Test
    void misspelt_and_missing_words_are_told_with_their_places() throws IOException {
        var problems = problems("overlaps: [{kep: bank/2025, over: loans, match: id}]\n");
        assertThat(places(problems))
                .containsExactly(
                        "1:22 job.sources", // still unsaid
                        "5:12 job.keep", // missing
                        "5:13 job.key", // kep
                        "5:49 job.match"); // id
        assertThat(problems.get(3).help()).startsWith("did you mean ids?");
    }

    @Test
    void what_becomes_of_a_vintage_has_defaults_and_can_be_said() throws IOException {
        assertThat(Configuration.job(job("")).vintages())
                .isEqualTo(VintageRules.DEFAULT)
                .satisfies(rules -> assertThat(rules.shrinkLimit()).isEqualByComparingTo("0.05"));
        var said = Configuration.job(job("limits: {shrink: 2.5 %}\nvintages: {shrunk: hold, same: publish}\n"))
                .vintages();
        assertThat(said.shrinkLimit()).isEqualByComparingTo("0.025");
        assertThat(said.shrunk()).isEqualTo(Shrunk.HOLD);
        assertThat(said.same()).isEqualTo(Same.PUBLISH);
    }

    @Test
    void a_misspelt_answer_is_answered_with_the_right_one() throws IOException {
        var problems = problems("""
                overlaps: [{keep: bank/2025, over: loans, match: ids}]
                limits: {shrink: 5}
                vintages: {shrunk: holt, same: published}
                """);
        assertThat(places(problems)).containsExactly("6:18 job.shrink", "7:20 job.shrunk", "7:32 job.same");
        assertThat(problems.get(1).help()).isEqualTo("did you mean hold? (refuse, hold)");
    }

    private Path job(String more) throws IOException {
        return Files.writeString(folder.resolve("job.yaml"), LEAST + more);
    }

    private List<Problem> problems(String more) throws IOException {
        return problems(LEAST, more);
    }

    private List<Problem> problems(String least, String more) throws IOException {
        Files.createDirectories(folder.resolve("ref"));
        var job = Files.writeString(folder.resolve("job.yaml"), least.replace("[claims]", "[c.yaml]") + more);
        Files.writeString(folder.resolve("c.yaml"), """
                publication: made-up
                title: Made up
                date: 2024-01-01
                language: en
                url: ""
                claims:
                  - {id: one, quote: "[x]", institution: EIB, period: 2024, measure: amount, figure: 1 bn EUR}
                """);
        return Configuration.problems(job);
    }

    private static List<String> places(List<Problem> problems) {
        return problems.stream()
                .map(p -> p.line() + ":" + p.column() + " " + p.code())
                .toList();
    }

    private void source(String id, String institution, String stage, String place) throws IOException {
        Files.createDirectories(folder.resolve(id));
        Files.writeString(
                folder.resolve(id).resolve("source.yaml"), """
                publisher: x
                dataset: x
                format: kirchberg-csv
                institution: %s
                currency: EUR
                published: 2025-01-01
                accessed: 2025-01-01
                licence: x
                synthetic: true
                files: [{name: a.csv, bytes: 1, sha256: %s}]
                covers: {stage: %s, place: %s, from: 2020-01-01, to: 2024-12-31, complete: false}
                """.formatted(institution, "0".repeat(64), stage, place));
    }
}
