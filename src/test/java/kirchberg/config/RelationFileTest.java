package kirchberg.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.relation.Declared;
import kirchberg.domain.relation.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelationFileTest {
    private static final String CLAIMS = """
            publication: text
            title: A text
            date: 2025-01-30
            language: en
            claims:
            """;

    @TempDir
    private Path folder;

    private List<Claim> claims = List.of();

    @BeforeEach
    void readClaims() throws IOException {
        var text = CLAIMS
                + claim("total-2017", "amount", "78.16 bn EUR")
                + claim("goal-a", "amount", "29.6 bn EUR")
                + claim("goal-b", "amount", "48.5 bn EUR")
                + claim("share-a", "share, of: {climate: true}", "38 %")
                + claim("growth-a", "growth", "13 %")
                + claim("deals", "operations", "\"901\"");
        claims = Configuration.claims(List.of(Files.writeString(folder.resolve("claims.yaml"), text)));
    }

    private static String claim(String id, String measure, String figure) {
        return "  - {id: " + id + ", quote: some words, institution: GROUP, period: 2017, measure: " + measure
                + ", figure: " + figure + "}\n";
    }

    private List<Declared> relations(String text) throws IOException {
        return RelationFile.relations(List.of(Files.writeString(folder.resolve("r.yaml"), text)), claims);
    }

    private Stop refused(String text) {
        return catchThrowableOfType(Stop.class, () -> relations(text));
    }

    @Test
    void a_sum_is_read_with_its_whole_parts_and_note() throws IOException {
        assertThat(relations("""
                        relations:
                          - kind: sum
                            whole: total-2017
                            parts: [goal-a, goal-b]
                            note: Each euro once.
                        """))
                .containsExactly(new Declared(Kind.SUM, "total-2017", List.of("goal-a", "goal-b"), "Each euro once."));
    }

    @Test
    void every_part_of_a_whole_is_a_relation_of_its_own() throws IOException {
        assertThat(relations("""
                        relations:
                          - {kind: part, whole: total-2017, parts: [goal-a, goal-b]}
                        """))
                .containsExactly(
                        new Declared(Kind.PART_OF_WHOLE, "total-2017", List.of("goal-a"), ""),
                        new Declared(Kind.PART_OF_WHOLE, "total-2017", List.of("goal-b"), ""));
    }

    @Test
    void quotients_and_equal_figures_have_terms() throws IOException {
        assertThat(relations("""
                        relations:
                          - {kind: ratio, result: share-a, terms: [goal-a, total-2017]}
                          - {kind: growth, result: growth-a, terms: [goal-b, goal-a]}
                          - {kind: same, terms: [goal-a, goal-b]}
                          - {kind: overlapping_tags, whole: total-2017, parts: [goal-a, goal-b]}
                        """))
                .containsExactly(
                        new Declared(Kind.RATIO, "share-a", List.of("goal-a", "total-2017"), ""),
                        new Declared(Kind.GROWTH, "growth-a", List.of("goal-b", "goal-a"), ""),
                        new Declared(Kind.SAME, "", List.of("goal-a", "goal-b"), ""),
                        new Declared(Kind.TAGS_ABOVE_TOTAL, "total-2017", List.of("goal-a", "goal-b"), ""));
    }

    @Test
    void a_claim_that_nobody_made_is_named_with_the_nearest() {
        var stop = refused("""
                relations:
                  - {kind: sum, whole: total-2071, parts: [goal-a, goal-b]}
                """);
        assertThat(stop.exit()).isEqualTo(Exit.USAGE);
        assertThat(stop)
                .hasMessageContaining("unknown claim total-2071")
                .hasMessageContaining("did you mean total-2017? (the id of one of the 6 claims)")
                .hasMessageContaining("r.yaml:2:24");
    }

    @Test
    void every_problem_is_told_at_once() {
        assertThat(refused("""
                        relations:
                          - {kind: summ, whole: total-2017, parts: [goal-a, goal-b]}
                          - {kind: sum, hole: total-2017, parts: [goal-a, goal-c]}
                        """))
                .hasMessageContaining("did you mean sum?")
                .hasMessageContaining("did you mean whole?")
                .hasMessageContaining("whole is missing")
                .hasMessageContaining("unknown claim goal-c")
                .hasMessageContaining("4 errors in 1 file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: sum, whole: total-2017, parts: [goal-a]} | needs at least 2",
                "{kind: ratio, result: share-a, terms: [goal-a]} | needs exactly 2",
                "{kind: ratio, result: share-a, terms: [goal-a, goal-b, total-2017]} | needs exactly 2",
                "{kind: ratio, result: growth-a, terms: [goal-a, goal-b]} | claim growth-a is no ratio",
                "{kind: sum, whole: deals, parts: [goal-a, goal-b]} | in different units: eur",
                "{kind: same, terms: [goal-a, goal-a]} | claim goal-a is named twice",
                "{kind: sum, whole: goal-a, parts: [goal-a, goal-b]} | claim goal-a is named twice",
                "{kind: same, whole: total-2017, terms: [goal-a, goal-b]} | the kind same has no whole",
                "{kind: sum, whole: total-2017, parts: [goal-a, deals]} | in different units: eur",
                "{kind: same, terms: [share-a, deals]} | in different units: share",
                "{kind: ratio, result: goal-b, terms: [goal-a, total-2017]} | claim goal-b is no ratio",
                "{kind: growth, result: share-a, terms: [goal-a, total-2017]} | claim share-a is no growth",
                "{whole: total-2017, parts: [goal-a, goal-b]} | kind is missing",
            })
    void a_relation_that_makes_no_sense_is_refused(String entry, String expected) {
        assertThat(refused("relations:\n  - " + entry + "\n")).hasMessageContaining(expected);
    }

    @Test
    void a_folder_that_is_not_there_is_refused_if_named_and_empty_if_not() {
        var nowhere = folder.resolve("nowhere");
        assertThat(catchThrowableOfType(Stop.class, () -> RelationFile.relations(List.of(nowhere), claims))
                        .exit())
                .isEqualTo(Exit.INPUT);
        assertThat(RelationFile.relationsIfAny(nowhere, claims)).isEmpty();
    }
}
