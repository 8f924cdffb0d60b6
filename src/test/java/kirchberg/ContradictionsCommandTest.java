package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims against claims, as a user asks for it. */
class ContradictionsCommandTest {
    private static final String CLAIMS = """
            publication: news
            title: A newspaper
            date: 2023-05-14
            language: en
            grade: RELAYED
            claims:
              - {id: share, quote: 58 % of the total, institution: GROUP, period: 2022, measure: share,
                 of: {climate: true}, figure: 58 %}
              - {id: part, quote: 36.5 billion, institution: GROUP, period: 2022, measure: amount,
                 of: {climate: true}, figure: 36.5 bn EUR}
              - {id: whole, quote: 72.5 billion, institution: GROUP, period: 2022, measure: amount,
                 figure: 72.5 bn EUR}
              - {id: spain, quote: 9.961 billion, institution: GROUP, place: ES, period: 2022, measure: amount,
                 figure: 9.961 bn EUR}
              - {id: spain-now, quote: 11.386 billion, institution: GROUP, place: ES, period: 2023, measure: amount,
                 figure: 11.386 bn EUR}
              - {id: spain-growth, quote: 20 % more, institution: GROUP, place: ES, period: 2023, measure: growth,
                 figure: 20 %}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("claims.yaml"), CLAIMS);
    }

    private int contradictions(String... options) {
        var args = new String[options.length + 2];
        args[0] = "contradictions";
        args[1] = folder.resolve("claims.yaml").toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return Main.run(args, new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void a_contradiction_is_told_with_its_arithmetic_and_its_quotes_and_is_no_failure() {
        assertThat(contradictions()).isZero();
        var text = out.toString().replaceAll("\\s+", " ");
        assertThat(text)
                .contains("CONTRADICTS: a share, its part and its whole.")
                .contains(
                        "gives 50.24 to 50.45 %, printed 58 % (57.5 to 58.5 %): needs a base of 62.307 to 63.566 bn EUR")
                .contains("36.5 bn EUR: 36.5 billion A newspaper, 14 May 2023, relayed (part)")
                .contains("6 claims, 4 relations: 2 contradict, 0 tight, 0 with a remark, 2 agree (--all shows them).");
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void what_agrees_is_shown_if_asked_for() {
        assertThat(contradictions("--all")).isZero();
        assertThat(out.toString()).contains("AGREES: a part and its whole.").contains("2 agree.");
    }

    @Test
    void year_and_place_choose() {
        assertThat(contradictions("--year", "2023")).isZero();
        assertThat(out.toString()).contains("spain-growth").doesNotContain("58 %");
        out.getBuffer().setLength(0);
        assertThat(contradictions("--place", "WORLD")).isZero();
        assertThat(out.toString()).contains("58 %").doesNotContain("spain-growth");
    }

    @Test
    void json_is_an_array_of_the_same() throws IOException {
        assertThat(contradictions("--format", "json")).isZero();
        var array = new ObjectMapper().readTree(out.toString());
        assertThat(array).hasSize(2);
        var first = array.get(0);
        assertThat(first.get("kind").asText()).isEqualTo("SHARE");
        assertThat(first.get("agreement").asText()).isEqualTo("CONTRADICTS");
        assertThat(first.get("readings").get("lenient").asText()).isEqualTo("CONTRADICTS");
        assertThat(StreamSupport.stream(first.get("claims").spliterator(), false)
                        .map(c -> c.get("claim_id").asText()))
                .containsExactly("share", "part", "whole");
        assertThat(first.get("claims").get(0).get("date").asText()).isEqualTo("2023-05-14");
    }

    @Test
    void declared_relations_are_read_where_they_are_named() throws IOException {
        var relations = Files.writeString(
                folder.resolve("relations.yaml"), "relations: [{kind: same, terms: [part, whole], note: No good.}]\n");
        assertThat(contradictions("--relations", relations.toString())).isZero();
        assertThat(out.toString()).contains("3 contradict").contains("Note: No good.");
    }

    @Test
    void a_wrong_relation_file_is_told_with_its_place_and_the_code_of_configuration() throws IOException {
        var relations =
                Files.writeString(folder.resolve("relations.yaml"), "relations: [{kind: same, terms: [part, hole]}]\n");
        assertThat(contradictions("--relations", relations.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("unknown claim hole", "did you mean whole?");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_place_that_is_none_is_told_with_what_is_expected() {
        assertThat(contradictions("--place", "Spain")).isEqualTo(2);
        assertThat(err.toString()).contains("got \"Spain\", expected WORLD, EU");
    }
}
