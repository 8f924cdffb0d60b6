package kirchberg.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the terminal shows, and what machines read. */
class TextsTest {

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 120, 160, 200})
    void no_line_of_the_verdict_table_is_wider_than_the_terminal(int width) {
        var table = Reporting.terminal(MadeUp.findings(), width, false);
        assertThat(table.lines()).allMatch(l -> l.length() <= width).noneMatch(String::isBlank);
    }

    @Test
    void the_verdict_table_reads_without_colour() {
        var table = Reporting.terminal(MadeUp.findings(), 80, false);
        assertThat(table)
                .contains("HOLDS", "FAILS", "UNDECIDED", "OUT OF REACH")
                .contains("nearly 89 bn EUR")
                .contains("31.0 to 78.5 %")
                .contains("Not to the letter: fails")
                .contains("8 claims: 3 hold, 2 fail, 2 undecided, 1 out of reach.")
                .doesNotContain("\u001B");
    }

    @Test
    void claims_of_which_the_data_do_not_speak_share_their_reason() {
        var silent = MadeUp.outOfReach();
        var table = Reporting.terminal(List.of(silent, MadeUp.renamed(silent, "another-figure")), 80, false);
        var reason = silent.why().substring(0, silent.why().length() - 1);
        assertThat(table.replaceAll("\\s+", " "))
                .contains("OUT OF REACH " + reason + ": " + silent.claim().id() + ", another-figure. ")
                .containsOnlyOnce(reason)
                .contains("2 claims: 0 hold, 0 fail, 0 undecided, 2 out of reach.");
    }

    @Test
    void colour_changes_no_word() {
        var plain = Reporting.terminal(MadeUp.findings(), 80, false);
        var coloured = Reporting.terminal(MadeUp.findings(), 80, true);
        assertThat(coloured).contains("\u001B[32mHOLDS\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[\\d+m", "")).isEqualTo(plain);
    }

    @Test
    void a_quote_cannot_command_the_terminal() {
        var finding = MadeUp.signed("\u001B]0;owned\u0007\u202E", "\u001B[2Jgone\r\n\u2066");
        assertThat(Reporting.terminal(List.of(finding), 80, false)).doesNotContain("\u001B", "\r", "\u202E", "\u2066");
        assertThat(Reporting.explain(MadeUp.explanation(finding), 80))
                .doesNotContain("\u001B", "\r", "\u0007", "\u202E", "\u2066");
    }

    @Test
    void json_has_the_documented_shape() throws JsonProcessingException {
        var json = new ObjectMapper().readTree(Reporting.json(MadeUp.findings()));
        var cohesion = json.get(2);
        assertThat(json).hasSize(8);
        assertThat(cohesion.get("claim_id").asText()).isEqualTo("eib-cohesion-share");
        assertThat(cohesion.get("verdict").asText()).isEqualTo("UNDECIDED");
        assertThat(cohesion.get("readings").get("strict").asText()).isEqualTo("UNDECIDED");
        assertThat(cohesion.get("low").isTextual()).isTrue();
        assertThat(cohesion.get("low").asText()).isEqualTo("0.31042");
        assertThat(cohesion.get("high").asText()).isEqualTo("0.78401");
        assertThat(cohesion.get("unit").asText()).isEqualTo("share");
        assertThat(cohesion.get("known_eur").asText()).isEqualTo("46712345678.90");
        assertThat(cohesion.get("rows_used").asLong()).isEqualTo(2312);
        assertThat(cohesion.get("why").asText()).startsWith("The regions");
    }

    @Test
    void json_says_null_for_an_open_end_and_for_what_was_not_computed() throws JsonProcessingException {
        var json = new ObjectMapper().readTree(Reporting.json(List.of(MadeUp.target(), MadeUp.outOfReach())));
        assertThat(json.get(0).get("low").asText()).isEqualTo("5234000000");
        assertThat(json.get(0).get("high").isNull()).isTrue();
        assertThat(json.get(1).get("low").isNull()).isTrue();
        assertThat(json.get(1).get("rows_used").asLong()).isZero();
    }

    @Test
    void json_lists_the_years_of_an_each_year_claim() throws JsonProcessingException {
        var json = new ObjectMapper().readTree(Reporting.json(List.of(MadeUp.climate())));
        assertThat(json.get(0).get("years")).hasSize(4);
        assertThat(json.get(0).get("years").get(0).get("year").asInt()).isEqualTo(2021);
        assertThat(json.get(0).get("years").get(0).get("verdict").asText()).isEqualTo("FAILS");
    }
}
