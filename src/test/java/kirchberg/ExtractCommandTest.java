package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kirchberg.config.Configuration;
import kirchberg.domain.claim.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user meets it. Needs no Spark. */
final class ExtractCommandTest {
    private static final String RELEASES = "src/test/resources/releases/gigafactories-";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_draft_goes_to_standard_output_and_the_summary_to_standard_error() {
        assertThat(extract(RELEASES + "en.txt")).isZero();

        assertThat(out.toString())
                .startsWith("# A draft of claims")
                .contains("publication: gigafactories-en\n", "language: en\n", "figure: 89 bn EUR\n");
        assertThat(err.toString())
                .contains(" numbers found, of which ", " checkable (")
                .doesNotContain("claims:");
    }

    @Test
    void a_written_draft_is_read_as_claims() {
        var draft = folder.resolve("draft.yaml");
        assertThat(extract(RELEASES + "fr.txt", "--out", draft.toString())).isZero();

        assertThat(Configuration.claims(List.of(draft)))
                .extracting(Claim::id, claim -> claim.figure().printed())
                .contains(
                        tuple("gigafactories-fr-group-amount-2024", "89 bn EUR"),
                        tuple("gigafactories-fr-group-operations-2024", "900"));
        assertThat(out.toString()).contains("NUMBER", "FLOOR_AND_CEILING");
        assertThat(err.toString()).contains("Draft: " + draft, "1 finding about the text itself.");
    }

    @Test
    void a_draft_is_never_written_over_a_file() throws IOException {
        var draft = Files.writeString(folder.resolve("draft.yaml"), "reviewed");

        assertThat(extract(RELEASES + "fr.txt", "--out", draft.toString())).isEqualTo(2);

        assertThat(draft).hasContent("reviewed");
        assertThat(err.toString()).contains("there is a file already");
    }

    @Test
    void a_table_keeps_to_80_columns_and_names_both_sentences_of_a_contradiction() {
        assertThat(extract(
                        RELEASES + "fr.txt", "--beside", RELEASES + "en.txt", RELEASES + "de.txt", "--format", "table"))
                .isZero();

        assertThat(out.toString().lines())
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(80));
        assertThat(out.toString()).contains("FLOOR_AND_CEILING", "gigafactories-fr, sentence 5:", "HEDGE");
    }

    @Test
    void machines_get_one_object_with_decimals_as_text() throws IOException {
        assertThat(extract(RELEASES + "en.txt", "--beside", RELEASES + "fr.txt", "--format", "json"))
                .isZero();

        var tree = new ObjectMapper().readTree(out.toString());
        assertThat(tree.at("/language").asText()).isEqualTo("en");
        assertThat(tree.at("/date").asText()).isEqualTo("2025-12-04");
        assertThat(tree.at("/mentions").findValuesAsText("value")).contains("89000000000", "0.50");
        assertThat(tree.at("/disagreements").findValuesAsText("kind")).contains("HEDGE", "FLOOR_AND_CEILING");
    }

    @Test
    void bad_input_is_one_message_and_a_code() throws IOException {
        assertThat(extract(folder.resolve("none.pdf").toString())).isEqualTo(3);
        assertThat(err.toString()).contains("MISSING: Cannot read the document", "What to do: ");
        assertThat(extract(RELEASES + "fr.txt", "--language", "it")).isEqualTo(2);
        assertThat(err.toString()).contains("got 'it', expected fr, en or de");
        assertThat(extract(RELEASES + "fr.txt", "--words", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Copy data/words of the project");
        var unknown = Files.writeString(folder.resolve("short.txt"), "89");
        assertThat(extract(unknown.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--language").doesNotContain("\tat ");
    }

    private int extract(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add(0, "extract");
        return Main.run(all.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    }
}
