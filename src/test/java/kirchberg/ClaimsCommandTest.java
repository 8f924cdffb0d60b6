package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of published figures. */
class ClaimsCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeClaims() throws IOException {
        Files.writeString(folder.resolve("one.yaml"), """
                publication: one
                title: First text
                date: 2025-01-30
                language: en
                claims:
                  - {id: a-total, quote: nearly, institution: GROUP, period: 2024, measure: amount, hedge: NEARLY, figure: 89 bn EUR}
                  - {id: b-share, quote: "[x]", institution: GROUP, period: 2023..2024, measure: share, of: {place: ES}, figure: 14 %}
                """);
        Files.writeString(folder.resolve("two.yaml"), """
                publication: two
                title: Second text
                date: 2026-01-01
                language: fr
                grade: RELAYED
                claims:
                  - {id: c-a-name-that-is-longer-than-the-line-on-which-it-stands-with-its-figure-beside-it, quote: x,
                     institution: EIF, place: ES, period: 2025, measure: operations, figure: 90, note: Counted.}
                  - {id: d-sites, quote: x, institution: COMMISSION, period: 2025, measure: count, counts: sites,
                     figure: 5, out_of_reach: Sites are no rows.}
                """);
    }

    private int claims(String... options) {
        var args = new String[options.length + 2];
        args[0] = "claims";
        args[1] = folder.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void the_list_has_name_figure_subject_and_publication_and_a_count() {
        assertThat(claims()).isZero();
        assertThat(out.toString()).isEqualTo("""
                CLAIM                                                                     FIGURE
                --------------------------------------------------------------------------------
                a-total                                                         nearly 89 bn EUR
                  Amount signed by the EIB Group worldwide, in 2024
                  one, 30 January 2025
                b-share                                                                     14 %
                  Financing in Spain: share of the amount signed by the EIB Group worldwide,
                  2023 to 2024 together
                  one, 30 January 2025
                c-a-name-that-is-longer-than-the-line-on-which-it-stands-with-its-figure-beside-it
                                                                                              90
                  Operations signed by the EIF in Spain, in 2025
                  two, 2026
                d-sites                                                                        5
                  Number of sites
                  two, 2026
                  Out of reach: Sites are no rows.
                --------------------------------------------------------------------------------
                4 claims in 2 publications; no portfolio can decide 1 of them.
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--year 2024 | a-total b-share",
                "--year 2023 | b-share",
                "--place WORLD | a-total b-share d-sites",
                "--place ES | b-share c-a",
                "--measure share | b-share",
                "--publication two | c-a d-sites",
                "--institution GROUP | a-total b-share",
                "--institution GROUP --year 2023 | b-share",
                "--place EE+LT | ''"
            })
    void filters_keep_what_passes_all_of_them(String options, String kept) throws IOException {
        assertThat(claims((options + " --format json").split(" "))).isZero();
        var found = new StringBuilder();
        new ObjectMapper()
                .readTree(out.toString())
                .forEach(
                        c -> found.append(' ').append(c.get("claim_id").asText().replaceFirst("c-a-.*", "c-a")));
        assertThat(found.toString().strip()).isEqualTo(kept);
    }

    @Test
    void json_has_every_column_of_the_published_table_and_exact_decimals() throws IOException {
        assertThat(claims("--format", "json", "--publication", "one")).isZero();
        var first = new ObjectMapper().readTree(out.toString()).get(0);
        assertThat(first.size()).isEqualTo(28);
        assertThat(first.toString())
                .contains("\"published_on\":\"2025-01-30\"", "\"period_from_year\":2024", "\"period_is_each\":false")
                .contains("\"figure_value\":\"89000000000\"", "\"hedge\":\"NEARLY\"", "\"out_of_reach_reason\":null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--measure amuont | unknown measure, got amuont, expected amount, | Did you mean amount?",
                "--institution Group | unknown institution, got Group, expected EIB, EIF, GROUP, | Did you mean GROUP?",
                "--publication twoo | unknown publication, got twoo, expected one, two | Did you mean two?",
                "--place Spain | unknown place, got Spain, expected WORLD, EU, NON_EU, | codes, as in FR",
                "--place NON-EU | unknown place, got NON-EU | Did you mean NON_EU?",
                "--year 24 | unknown year, got 24, expected a year | four digits"
            })
    void a_value_that_is_none_is_answered_with_the_nearest(String options, String message, String hint) {
        assertThat(claims(options.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("Cannot list claims: " + message, hint);
    }

    @Test
    void without_files_the_claims_of_the_project_are_listed() {
        assertThat(Main.run(
                        new String[] {"claims", "--publication", "eib-2025-491-fr"},
                        new PrintWriter(out, true),
                        new PrintWriter(err, true)))
                .isZero();
        assertThat(out.toString()).contains("group-signed-2024", "14 claims in 1 publication");
    }
}
