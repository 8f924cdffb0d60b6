package kirchberg.report;

import static kirchberg.domain.finding.Verdict.FAILS;
import static kirchberg.domain.finding.Verdict.HOLDS;
import static kirchberg.domain.finding.Verdict.OUT_OF_REACH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Period;
import kirchberg.domain.finding.BreakEven;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Neighbour;
import kirchberg.domain.finding.Outlook;
import kirchberg.domain.finding.Settling;
import kirchberg.domain.judgement.Progress;
import kirchberg.report.Reporting.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of one claim, and the same for machines. */
class ExplainingTest {
    private static final Path PAGES = Path.of("src/test/resources/golden/explain");
    private static final Path KEYS = Path.of("src/docs/explain.md");

    @ParameterizedTest
    @MethodSource("pages")
    void the_page_reads_as_it_was_read_and_found_good(String name, Explanation explanation) throws IOException {
        var page = Reporting.explain(explanation, 80);
        var file = PAGES.resolve(name + ".txt");
        if ("rewrite".equals(System.getProperty("golden"))) {
            Files.createDirectories(PAGES);
            Files.writeString(file, page, StandardCharsets.UTF_8);
        }
        assertThat(file)
                .as("rewrite it with -Dgolden=rewrite and look at the difference")
                .hasContent(page);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_line_is_wider_than_the_page_and_every_width_says_the_same(String name, Explanation explanation) {
        var words = words(Reporting.explain(explanation, 120));
        for (int width : List.of(60, 80, 100, 160)) {
            var page = Reporting.explain(explanation, width);
            assertThat(page.lines()).as(name).allMatch(line -> line.length() <= width);
            assertThat(words(page)).as(name + " at " + width).containsAll(words);
        }
    }

    /** Words and numbers of some length: pictures and broken addresses differ by width. */
    private static List<String> words(String page) {
        return Stream.of(page.toLowerCase(Locale.ROOT).replaceAll("[()]", " ").split("\\s+", -1))
                .filter(w -> w.matches("[a-z0-9.,]{1,12}") && !w.contains(".."))
                .toList();
    }

    static Stream<Object[]> pages() {
        return Stream.of(
                new Object[] {"undecided-share", MadeUp.explanation(undecided(), null, MadeUp.heaviest())},
                new Object[] {"each-year", MadeUp.explanation(MadeUp.climate())},
                new Object[] {"target", MadeUp.explanation(MadeUp.target(), progress(), MadeUp.heaviest())},
                new Object[] {"out-of-reach", MadeUp.explanation(MadeUp.outOfReach())},
                new Object[] {"operations", MadeUp.explanation(MadeUp.operations())},
                new Object[] {"failing-amount", MadeUp.explanation(failing(), null, MadeUp.heaviest())});
    }

    private static Finding undecided() {
        return MadeUp.cohesion()
                .with(new Outlook(
                        new BreakEven(Interval.closed(new BigDecimal("0.294"), new BigDecimal("0.5055"))),
                        new Settling(120, new BigDecimal("42053086421.65"), 3L, null),
                        List.of()));
    }

    private static Finding failing() {
        var finding = MadeUp.eibTotal();
        var subject = finding.claim().subject();
        var point = Interval.closed(new BigDecimal("76600000000"), new BigDecimal("76600000000"));
        return finding.with(new Outlook(
                null,
                null,
                List.of(
                        new Neighbour("the EIB alone", subject.by(Institution.EIB), "", point, HOLDS, true),
                        new Neighbour(
                                "a year earlier",
                                subject.during(Period.year(2023)),
                                "",
                                Interval.closed(new BigDecimal("87850000000"), new BigDecimal("87850000000")),
                                FAILS,
                                false),
                        new Neighbour(
                                "two years earlier",
                                subject.during(Period.year(2022)),
                                "",
                                null,
                                OUT_OF_REACH,
                                false))));
    }

    private static Progress progress() {
        return new Progress(
                new BigDecimal("70000000000"),
                Quotient.of(new BigDecimal("5234000000")),
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 12, 31),
                LocalDate.of(2027, 12, 31));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0     | 1     | However much of the unknown belongs to it, the claim holds.",
                "0     | 0.4   | The claim holds if at most 40~% of what is unknown belongs to it.",
                "0.25  | 1     | The claim holds if at least 25~% of what is unknown belongs to it.",
                "0.2941| 0.5055| The claim holds if 29.5 to 50.5~% of what is unknown belongs to it.",
                "0.97454| 0.97584| The claim holds if 97.46 to 97.58~% of what is unknown belongs to it."
            })
    void break_even_is_said_in_words_and_rounded_to_the_safe_side(BigDecimal low, BigDecimal high, String words) {
        var outlook = new Outlook(new BreakEven(Interval.closed(low, high)), null, List.of());
        assertThat(Prospects.breakEven(MadeUp.cohesion().with(outlook))).isEqualTo(words.replace('~', '\u00A0'));
    }

    @Test
    void break_even_of_an_amount_says_how_much_it_needs() {
        var part = Interval.closed(new BigDecimal("0.25"), new BigDecimal("0.5"));
        var finding = MadeUp.signed().with(new Outlook(new BreakEven(part), null, List.of()));
        // 88,812,345,678.90 - 88,765,432,100.55 = 46,913,578.35; a quarter is 11,728,394.59, half 23,456,789.18
        assertThat(Prospects.breakEven(finding))
                .isEqualTo("The claim holds if 25 to 50\u00A0% of what is unknown belongs to it:"
                        + " EUR\u00A011.728\u00A0million to EUR\u00A023.457\u00A0million of"
                        + " EUR\u00A046.914\u00A0million, beyond the EUR\u00A088.765\u00A0billion that is certain.");
    }

    @Test
    void settling_is_said_of_open_claims_only() {
        var settling = new Settling(120, new BigDecimal("42053086421.65"), 3L, 120L);
        var outlook = new Outlook(null, settling, List.of());
        assertThat(Prospects.settling(MadeUp.cohesion().with(outlook)))
                .isEqualTo("120 financings of this figure are not wholly known and leave EUR\u00A042.053\u00A0billion"
                        + " open. In the best case the verdict is settled once the heaviest 3 are known; whatever they"
                        + " turn out to be, once the heaviest 120 are known.");
        assertThat(Prospects.settling(MadeUp.signed().with(outlook))).isNull();
    }

    @Test
    void a_claim_that_holds_nowhere_says_so() {
        var finding = MadeUp.cohesion().with(new Outlook(new BreakEven(null), null, List.of()));
        assertThat(Prospects.breakEven(finding))
                .isEqualTo("However much of the unknown belongs to it, the claim does not hold.");
    }

    @Test
    void the_best_fit_is_named_against_the_claim() {
        assertThat(Prospects.bestFit(failing())).isEqualTo("Fails for the Group; holds for the EIB alone.");
        assertThat(Prospects.bestFit(MadeUp.signed())).isEqualTo("No other reading fits better than the claim itself.");
    }

    @Test
    void a_row_that_weighs_is_named_with_what_it_counts() {
        var page = Reporting.explain(MadeUp.explanation(undecided(), null, MadeUp.heaviest()), 80);
        assertThat(page).contains("RAIL MODERNISATION", "1 250.0", "0.0 to 1 250.0", "f1a2b3c4");
    }

    @Test
    void the_json_has_every_documented_key_in_the_documented_order() throws IOException {
        var documented = Files.readAllLines(KEYS).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        assertThat(documented).doesNotHaveDuplicates();
        var found = new ArrayList<String>();
        for (var finding : List.of(undecided(), MadeUp.target(), MadeUp.climate(), failing())) {
            paths("", json(MadeUp.explanation(finding, progress(), MadeUp.heaviest())), found);
        }
        assertThat(new TreeSet<>(found)).isEqualTo(new TreeSet<>(documented));
        var top = new ArrayList<String>();
        json(MadeUp.explanation(MadeUp.climate())).fieldNames().forEachRemaining(top::add);
        assertThat(top)
                .isEqualTo(documented.stream().filter(k -> !k.contains(".")).toList());
    }

    private static void paths(String before, JsonNode node, List<String> found) {
        node.properties().forEach(entry -> {
            var path = before + entry.getKey();
            found.add(path);
            var value = entry.getValue();
            if (!path.equals("years") && !path.equals("neighbours.subject")) {
                paths(path + ".", value.isArray() && !value.isEmpty() ? value.get(0) : value, found);
            }
        });
    }

    @Test
    void decimals_are_strings_and_an_open_end_is_null() throws JsonProcessingException {
        var target = json(MadeUp.explanation(MadeUp.target(), progress(), MadeUp.heaviest()));
        assertThat(target.get("high").isNull()).isTrue();
        assertThat(target.get("said").get("strict").get("high").isNull()).isTrue();
        assertThat(target.get("said").get("strict").get("low").asText()).isEqualTo("70000000000");
        assertThat(target.get("progress").get("part").isTextual()).isTrue();
        assertThat(target.get("progress").get("part").asText()).isEqualTo("0.074771428571");
        assertThat(target.get("heaviest_rows").get(0).get("amount_eur").asText())
                .isEqualTo("1250000000.00");
        assertThat(target.get("break_even").isNull()).isTrue();
        assertThat(json(MadeUp.explanation(MadeUp.outOfReach()))
                        .get("said")
                        .get("strict")
                        .isNull())
                .isTrue();
    }

    @Test
    void findings_say_what_would_change_them() throws JsonProcessingException {
        var json = new ObjectMapper().readTree(Reporting.json(List.of(undecided(), failing())));
        assertThat(json.get(0).get("break_even").get("low").asText()).isEqualTo("0.294");
        assertThat(json.get(0).get("break_even").get("high").asText()).isEqualTo("0.5055");
        assertThat(json.get(0).get("settling").get("rows").asLong()).isEqualTo(120);
        assertThat(json.get(0).get("settling").get("rows_in_best_case").asLong())
                .isEqualTo(3);
        assertThat(json.get(0).get("settling").get("rows_in_any_case").isNull()).isTrue();
        assertThat(json.get(0).get("neighbours")).isEmpty();
        var best = json.get(1).get("neighbours").get(0);
        assertThat(best.get("name").asText()).isEqualTo("the EIB alone");
        assertThat(best.get("subject").get("institution").asText()).isEqualTo("EIB");
        assertThat(best.get("verdict").asText()).isEqualTo("HOLDS");
        assertThat(best.get("best_fit").asBoolean()).isTrue();
        assertThat(json.get(1).get("neighbours").get(2).get("low").isNull()).isTrue();
    }

    @Test
    void the_list_names_claims_under_their_publication() {
        assertThat(Reporting.claims(MadeUp.findings()))
                .startsWith("EIB release 2025-491, AI gigafactories, 4 December 2025 (eib-2025-491-fr)")
                .contains("group-signed-2024", "nearly 89 bn EUR", "out of reach");
    }

    private static JsonNode json(Explanation explanation) throws JsonProcessingException {
        return new ObjectMapper().readTree(Reporting.json(explanation));
    }
}
