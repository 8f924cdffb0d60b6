package kirchberg.domain.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.counting.CountingKey;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Naming;
import kirchberg.domain.finding.Neighbour;
import kirchberg.domain.finding.Outlook;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.judgement.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {
    /** "50", allowed from 49.5 to 50.5. */
    private static final Interval SAID = interval("49.5", "50.5");

    private static final Subject GROUP_2024 = Subject.signed(Institution.GROUP, Period.year(2024), Measure.OPERATIONS);

    @Test
    void one_change_comes_before_two_and_two_before_three() {
        assertThat(names(GROUP_2024))
                .containsExactly(
                        "the EIB alone",
                        "the EIF alone",
                        "inside the EU",
                        "outside the EU",
                        "own resources",
                        "a year earlier",
                        "a year later",
                        "approved",
                        "disbursed",
                        "counted by name",
                        "counted by contract",
                        "counted by financing",
                        "the EIB alone, inside the EU",
                        "the EIB alone, outside the EU",
                        "the EIF alone, inside the EU",
                        "the EIF alone, outside the EU",
                        "the EIB alone, own resources",
                        "inside the EU, own resources",
                        "outside the EU, own resources",
                        "the EIB alone, inside the EU, own resources",
                        "the EIB alone, outside the EU, own resources");
    }

    @Test
    void only_operations_are_counted_by_other_keys() {
        assertThat(names(GROUP_2024.measuring(Measure.AMOUNT))).hasSize(18).noneMatch(n -> n.startsWith("counted"));
    }

    @Test
    void a_country_is_left_for_the_world_and_kept_with_another_institution() {
        var italy =
                GROUP_2024.measuring(Measure.AMOUNT).by(Institution.EIB).within(new Place(Place.Kind.COUNTRY, "IT"));
        assertThat(names(italy))
                .hasSize(23)
                .startsWith("the EIF", "the Group", "worldwide", "inside the EU", "outside the EU", "own resources")
                .contains("the Group, own resources", "the Group, worldwide");
    }

    @Test
    void the_eif_has_no_own_resources_apart_from_all() {
        var eif = GROUP_2024.measuring(Measure.AMOUNT).by(Institution.EIF);
        assertThat(names(eif)).contains("the EIB, own resources").doesNotContain("own resources");
        assertThat(names(eif.from(Resources.OWN))).doesNotContain("all resources");
    }

    @Test
    void what_both_count_is_no_figure_of_one_alone() {
        assertThat(names(GROUP_2024.measuring(Measure.JOINT)))
                .containsExactly(
                        "inside the EU",
                        "outside the EU",
                        "own resources",
                        "a year earlier",
                        "a year later",
                        "approved",
                        "disbursed",
                        "inside the EU, own resources",
                        "outside the EU, own resources");
    }

    @Test
    void a_share_of_a_place_is_never_read_within_that_place() {
        var share = GROUP_2024.measuring(Measure.SHARE).partIn(Place.EU);
        assertThat(names(share)).contains("outside the EU").noneMatch(n -> n.contains("inside the EU"));
    }

    @Test
    void the_years_that_a_growth_is_measured_against_move_with_its_own() {
        var growth = GROUP_2024.measuring(Measure.GROWTH).against(Period.year(2023));
        var earlier = neighbours(claim(growth)).stream()
                .filter(n -> n.name().equals("a year earlier"))
                .findFirst()
                .orElseThrow();
        assertThat(earlier.subject().period()).isEqualTo(Period.year(2023));
        assertThat(earlier.subject().against()).isEqualTo(Period.year(2022));
    }

    @Test
    void every_year_is_read_as_every_year_again() {
        var each = GROUP_2024.measuring(Measure.AMOUNT).during(new Period(2021, 2024, true));
        assertThat(neighbours(claim(each))).allMatch(n -> n.subject().period().each());
    }

    @Test
    void no_neighbour_is_the_claim_itself_and_none_comes_twice() {
        for (var measure : Measure.values()) {
            var own = GROUP_2024.measuring(measure);
            var found = Variation.of(own);
            assertThat(found).doesNotHaveDuplicates().doesNotContain(new Variation(own, CountingKey.OPERATION));
        }
    }

    @Test
    void a_claim_that_no_portfolio_decides_has_no_neighbours() {
        assertThat(neighbours(Samples.outOfReach(claim(GROUP_2024), "elsewhere")))
                .isEmpty();
        assertThat(neighbours(claim(GROUP_2024.measuring(Measure.COUNT)))).isEmpty();
    }

    @Test
    void a_reading_that_holds_fits_best_and_the_sentence_says_so() {
        // The Group has 60. Inside the EU it has 50.6, which is nearer than nothing, but the EIB alone has 50.
        var finding = judged(Map.of("the EIB alone", interval("50", "50"), "inside the EU", interval("50.6", "50.6")));
        assertThat(finding.beside()).isEqualTo("fails for the Group; holds for the EIB alone");
    }

    @Test
    void of_readings_that_fail_the_nearest_at_its_farthest_fits_best() {
        // From 50.5 it is 1.5 to 52; from 49.5 it is 9.5 to 40, though 40 to 50 may hold.
        var finding = judged(Map.of("a year earlier", interval("52", "52"), "own resources", interval("40", "50")));
        assertThat(finding.beside()).isEqualTo("fails in 2024; fits best a year earlier, where it fails, too");
    }

    @Test
    void a_reading_without_an_upper_end_never_fits_better_than_an_end() {
        assertThat(judged(Map.of("outside the EU", interval("50", null))).beside())
                .isEmpty();
    }

    @Test
    void where_nothing_is_too_much_an_open_end_is_no_distance() {
        var said = interval("49.5", null);
        var neighbours = Neighbourhood.of(finding(claim(GROUP_2024), interval("30", null), said), (c, key) -> {
            var name = Naming.name(GROUP_2024, c.subject(), key);
            return finding(c, interval(name.equals("the EIF alone") ? "40" : "10", null), said);
        });
        assertThat(neighbours.stream().filter(Neighbour::isBest).map(Neighbour::name))
                .containsExactly("the EIF alone");
    }

    @Test
    void a_growth_of_operations_is_counted_by_other_keys_too() {
        var grown = GROUP_2024.measuring(Measure.OPERATIONS_GROWTH).against(Period.year(2023));
        assertThat(names(grown)).contains("counted by name", "counted by contract", "counted by financing");
        assertThat(names(grown.measuring(Measure.GROWTH))).doesNotContain("counted by name");
    }

    @Test
    void the_first_of_equals_fits_best() {
        var equal = interval("50", "50");
        var finding = judged(Map.of("counted by name", equal, "the EIF alone", equal, "approved", equal));
        assertThat(finding.beside()).isEqualTo("fails for the Group; holds for the EIF alone");
    }

    @Test
    void nothing_fits_better_than_a_claim_that_holds() {
        assertThat(judged(interval("50", "50"), Map.of("the EIB alone", interval("50", "50")))
                        .outlook()
                        .best())
                .isEmpty();
    }

    @Test
    void a_counting_key_is_said_in_words() {
        var finding = judged(Map.of("counted by contract", interval("50", "50")));
        assertThat(finding.beside()).isEqualTo("fails counted by id, else name; holds counted by contract");
        assertThat(finding.outlook().best().orElseThrow().countedBy()).isEqualTo("CONTRACT");
    }

    @Test
    void two_changes_are_said_together() {
        var finding = judged(Map.of("the EIB alone, outside the EU", interval("50", "50")));
        assertThat(finding.beside())
                .isEqualTo("fails for the Group, worldwide; holds for the EIB alone, outside the EU");
    }

    @Test
    void a_stage_is_said_as_what_was_counted() {
        var approved = judged(Map.of("approved", interval("50", "50")))
                .outlook()
                .best()
                .orElseThrow();
        assertThat(approved.subject().stage()).isEqualTo(Stage.APPROVED);
        assertThat(judged(Map.of("approved", interval("50", "50"))).beside())
                .isEqualTo("fails as signed; holds as approved");
    }

    /** The claim is 60; every neighbour that is not named is 90. */
    private static Finding judged(Map<String, Interval> possible) {
        return judged(interval("60", "60"), possible);
    }

    private static Finding judged(Interval own, Map<String, Interval> possible) {
        var finding = finding(claim(GROUP_2024), own);
        var neighbours = Neighbourhood.of(finding, (c, key) -> {
            var name = Naming.name(GROUP_2024, c.subject(), key);
            return finding(c, possible.getOrDefault(name, interval("90", "90")));
        });
        return finding.with(new Outlook(null, null, neighbours));
    }

    private static List<String> names(Subject subject) {
        return neighbours(claim(subject)).stream().map(Neighbour::name).toList();
    }

    private static List<Neighbour> neighbours(Claim claim) {
        return Neighbourhood.of(finding(claim, SAID), (c, key) -> finding(c, SAID));
    }

    private static Claim claim(Subject subject) {
        return Samples.claim(subject.measure(), Hedge.NONE, Samples.figure("50", Unit.COUNT, "1", "10"))
                .about(subject);
    }

    private static Finding finding(Claim claim, Interval possible) {
        return finding(claim, possible, SAID);
    }

    private static Finding finding(Claim claim, Interval possible, Interval said) {
        var verdict =
                said.contains(possible) ? Verdict.HOLDS : said.isDisjoint(possible) ? Verdict.FAILS : Verdict.UNDECIDED;
        return new Finding(
                claim,
                Map.of(Strictness.CONVENTIONAL, said),
                Map.of(Strictness.CONVENTIONAL, verdict),
                new Evidence(possible, BigDecimal.ZERO, BigDecimal.ZERO, 1, 0, true),
                "",
                "",
                List.of());
    }

    private static Interval interval(String low, @Nullable String high) {
        return Interval.closed(new BigDecimal(low), high == null ? null : new BigDecimal(high));
    }
}
