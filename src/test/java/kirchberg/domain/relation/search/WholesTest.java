package kirchberg.domain.relation.search;

import static kirchberg.domain.Institution.EIB;
import static kirchberg.domain.Institution.EIF;
import static kirchberg.domain.Institution.GROUP;
import static kirchberg.domain.relation.Agreement.AGREES;
import static kirchberg.domain.relation.Agreement.CONTRADICTS;
import static kirchberg.domain.relation.Agreement.REMARK;
import static kirchberg.domain.relation.Kind.GROWTH;
import static kirchberg.domain.relation.Kind.PART_OF_WHOLE;
import static kirchberg.domain.relation.Kind.RATIO;
import static kirchberg.domain.relation.Kind.SUM;
import static kirchberg.domain.relation.Kind.TAGS_ABOVE_TOTAL;
import static kirchberg.domain.relation.search.Printed.among;
import static kirchberg.domain.relation.search.Printed.amount;
import static kirchberg.domain.relation.search.Printed.claim;
import static kirchberg.domain.relation.search.Printed.ids;
import static kirchberg.domain.relation.search.Printed.only;
import static org.assertj.core.api.Assertions.assertThat;

import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.relation.Relation;
import org.junit.jupiter.api.Test;

/** Sums, parts, growth and ratios, as they were really printed. */
final class WholesTest {
    private static final Place ITALY = Place.parse("IT");
    private static final Place SPAIN = Place.parse("ES");

    private static Relation overlap(String eib, String eif, String group) {
        return only(
                SUM,
                among(
                        claim("eib", amount(EIB, 2018), eib),
                        claim("eif", amount(EIF, 2018), eif),
                        claim("group", amount(GROUP, 2018), group)));
    }

    @Test
    void the_group_of_2018_leaves_1_point_41_to_1_point_53_counted_by_both() {
        // 55.55 + 10.055 - 64.195 = 1.41, 55.65 + 10.065 - 64.185 = 1.53
        var relation = overlap("55.6 bn EUR", "10.06 bn EUR", "64.19 bn EUR");
        assertThat(relation.agreement()).isEqualTo(REMARK);
        assertThat(relation.arithmetic()).endsWith("1.41 to 1.53 bn EUR is counted by both");
    }

    @Test
    void a_plain_sum_needs_no_remark() {
        // 77.5205 + 6.95 = 84.4705 is below 84.55
        assertThat(overlap("77.521 bn EUR", "7.0 bn EUR", "84.5 bn EUR").agreement())
                .isEqualTo(AGREES);
    }

    @Test
    void a_group_above_the_sum_of_both_is_a_contradiction() {
        assertThat(overlap("55.6 bn EUR", "10.06 bn EUR", "65.8 bn EUR").agreement())
                .isEqualTo(CONTRADICTS);
    }

    @Test
    void a_group_below_the_larger_of_both_is_a_contradiction() {
        assertThat(among(
                                claim("eib", amount(EIB, 2018), "55.6 bn EUR"),
                                claim("eif", amount(EIF, 2018), "10.06 bn EUR"),
                                claim("group", amount(GROUP, 2018), "55.4 bn EUR"))
                        .stream()
                        .filter(r -> r.agreement() == CONTRADICTS)
                        .map(Relation::kind))
                .containsExactlyInAnyOrder(SUM, PART_OF_WHOLE);
    }

    @Test
    void a_printed_joint_amount_is_held_against_what_the_others_leave() {
        // Spain 2019: 8.0925 + 0.9725 - 8.9665 = 0.0985, 8.0935 + 0.9735 - 8.9655 = 0.1015
        var joint = amount(GROUP, 2019).within(SPAIN).measuring(Measure.JOINT);
        assertThat(spain("100 m EUR", joint)).isEqualTo(AGREES.name());
        assertThat(spain("110 m EUR", joint)).isEqualTo(CONTRADICTS.name());
    }

    private static String spain(String both, Subject joint) {
        return only(
                        SUM,
                        among(
                                claim("eib", amount(EIB, 2019).within(SPAIN), "8,093 m EUR"),
                                claim("eif", amount(EIF, 2019).within(SPAIN), "973 m EUR"),
                                claim("group", amount(GROUP, 2019).within(SPAIN), "8,966 m EUR"),
                                claim("joint", joint, both)))
                .agreement()
                .name();
    }

    @Test
    void the_sides_of_the_union_make_the_world() {
        // 44.749 + 7.410 = 52.159
        var world = amount(EIB, 2012);
        assertThat(sides("52.159 bn EUR", world)).isEqualTo(AGREES.name());
        assertThat(sides("52.161 bn EUR", world)).isEqualTo(CONTRADICTS.name());
    }

    private static String sides(String all, Subject world) {
        return only(
                        SUM,
                        among(
                                claim("in", world.within(Place.EU), "44.749 bn EUR"),
                                claim("out", world.within(Place.NON_EU), "7.410 bn EUR"),
                                claim("all", world, all)))
                .agreement()
                .name();
    }

    @Test
    void single_years_make_what_is_printed_of_them_together() {
        assertThat(together("64.7 bn EUR")).isEqualTo(AGREES);
        assertThat(together("64.9 bn EUR")).isEqualTo(CONTRADICTS);
    }

    private static kirchberg.domain.relation.Agreement together(String sum) {
        // 28.35 to 28.45 and 36.15 to 36.25 make 64.5 to 64.7
        var cohesion = amount(GROUP, 2022).within(Place.EU).labelled(Priority.COHESION);
        return only(
                        SUM,
                        among(
                                claim("2022", cohesion, "28.4 bn EUR"),
                                claim("2023", cohesion.during(Period.year(2023)), "36.2 bn EUR"),
                                claim("both", cohesion.during(Period.parse("2022..2023")), sum)))
                .agreement();
    }

    @Test
    void years_that_nobody_printed_may_hold_the_rest_but_not_less_than_nothing() {
        var cohesion = amount(GROUP, 2022).within(Place.EU).labelled(Priority.COHESION);
        var known = claim("2022", cohesion, "28.4 bn EUR");
        var next = claim("2023", cohesion.during(Period.year(2023)), "36.2 bn EUR");
        var all = cohesion.during(Period.parse("2021..2024"));
        assertThat(only(SUM, among(known, next, claim("all", all, Hedge.OVER, "140 bn EUR")))
                        .agreement())
                .isEqualTo(AGREES);
        assertThat(only(SUM, among(known, next, claim("all", all, "60 bn EUR"))).agreement())
                .isEqualTo(CONTRADICTS);
    }

    @Test
    void a_part_above_its_whole_is_a_contradiction_whatever_makes_it_a_part() {
        var whole = claim("whole", amount(GROUP, 2024), "50 bn EUR");
        assertThat(part(amount(EIB, 2024), "76.6 bn EUR", whole)).isEqualTo(CONTRADICTS);
        assertThat(part(amount(GROUP, 2024).within(SPAIN), "51.1 bn EUR", whole))
                .isEqualTo(CONTRADICTS);
        assertThat(part(amount(GROUP, 2024).labelled(Priority.CLIMATE), "50.7 bn EUR", whole))
                .isEqualTo(CONTRADICTS);
        assertThat(part(amount(GROUP, 2024).from(Resources.OWN), "50.4 bn EUR", whole))
                .isEqualTo(AGREES);
    }

    private static kirchberg.domain.relation.Agreement part(
            Subject subject, String figure, kirchberg.domain.claim.Claim whole) {
        return only(PART_OF_WHOLE, among(claim("part", subject, figure), whole)).agreement();
    }

    @Test
    void a_place_of_another_institution_is_no_part() {
        assertThat(among(
                        claim("part", amount(EIB, 2024), "76.6 bn EUR"),
                        claim("no-whole", amount(EIF, 2024), "14.4 bn EUR")))
                .isEmpty();
    }

    @Test
    void labels_of_italy_make_more_than_italy() {
        // 5.725 + 2.115 + 1.955 + 1.725 = 11.52 is above 10.985
        var italy = amount(GROUP, 2024).within(ITALY);
        var relation = only(
                TAGS_ABOVE_TOTAL,
                among(
                        claim("all", italy, "10.98 bn EUR"),
                        claim("green", italy.labelled(Priority.CLIMATE), "5.73 bn EUR"),
                        claim("digital", italy.labelled(Priority.DIGITAL), "2.12 bn EUR"),
                        claim("social", italy.labelled(Priority.SOCIAL), "1.96 bn EUR"),
                        claim("capital", italy.labelled(Priority.CAPITAL_MARKETS), "1.73 bn EUR")));
        assertThat(relation.agreement()).isEqualTo(REMARK);
        assertThat(relation.arithmetic())
                .isEqualTo("the labelled parts make 11.52 to 11.56 bn EUR, the whole is 10.975 to 10.985 bn EUR:"
                        + " labels overlap, and such parts must not be added up");
    }

    @Test
    void growth_of_2019_rounds_to_13_per_cent() {
        // 72.215 / 64.195 - 1 = 12.493 %, 72.225 / 64.185 - 1 = 12.526 %: 12.5 and a little more
        assertThat(growth("13 %")).isEqualTo(AGREES);
        assertThat(growth("14 %")).isEqualTo(CONTRADICTS);
        assertThat(growth("12 %")).isEqualTo(AGREES);
    }

    private static kirchberg.domain.relation.Agreement growth(String figure) {
        var subject = Subject.signed(GROUP, Period.year(2019), Measure.GROWTH).against(Period.year(2018));
        return only(
                        GROWTH,
                        among(
                                claim("growth", subject, figure),
                                claim("new", amount(GROUP, 2019), "72.22 bn EUR"),
                                claim("old", amount(GROUP, 2018), "64.19 bn EUR")))
                .agreement();
    }

    @Test
    void growth_of_counts_takes_them_as_they_are() {
        // 1,095 / 854 - 1 = 28.22 %
        var deals = Subject.signed(GROUP, Period.year(2019), Measure.OPERATIONS);
        var relation = only(
                GROWTH,
                among(
                        claim(
                                "growth",
                                deals.measuring(Measure.OPERATIONS_GROWTH).against(Period.year(2018)),
                                "29 %"),
                        claim("new", deals, "1,095"),
                        claim("old", deals.during(Period.year(2018)), "854")));
        assertThat(relation.agreement()).isEqualTo(CONTRADICTS);
        assertThat(relation.arithmetic()).contains("1,095 divided by 854 less one gives 28.22 to 28.23 %");
    }

    @Test
    void nearly_tripled_is_held_against_both_years() {
        // 1.235 / 0.4645 = 2.659, 1.245 / 0.4635 = 2.686: inside 2 to below 3
        var croatia = amount(GROUP, 2024).within(Place.parse("HR"));
        var relation = only(
                GROWTH,
                among(
                        claim(
                                "growth",
                                croatia.measuring(Measure.GROWTH).against(Period.year(2023)),
                                Hedge.NEARLY,
                                "3 x"),
                        claim("new", croatia, "1.24 bn EUR"),
                        claim("old", croatia.during(Period.year(2023)), "0.464 bn EUR")));
        assertThat(relation.agreement()).isEqualTo(AGREES);
    }

    @Test
    void mobilised_over_signed_is_the_printed_multiple() {
        // 48.5 / 9.65 = 5.026, 49.5 / 9.55 = 5.183: "five" is 4.5 to 5.5, and six is not
        assertThat(ratio("5 x")).isEqualTo(AGREES);
        assertThat(ratio("6 x")).isEqualTo(CONTRADICTS);
    }

    private static kirchberg.domain.relation.Agreement ratio(String figure) {
        var germany = amount(GROUP, 2024).within(Place.parse("DE"));
        return only(
                        RATIO,
                        among(
                                claim("ratio", germany.measuring(Measure.RATIO), Hedge.NONE, Figure.parse(figure)),
                                claim("mobilised", germany.measuring(Measure.MOBILISED), "49 bn EUR"),
                                claim("signed", germany, "9.6 bn EUR")))
                .agreement();
    }

    @Test
    void a_relation_names_its_whole_first() {
        assertThat(ids(overlap("55.6 bn EUR", "10.06 bn EUR", "64.19 bn EUR"))).containsExactly("group", "eib", "eif");
    }
}
