package kirchberg.domain.relation.search;

import static kirchberg.domain.Institution.COMMISSION;
import static kirchberg.domain.Institution.EIB;
import static kirchberg.domain.Institution.EIF;
import static kirchberg.domain.Institution.GROUP;
import static kirchberg.domain.relation.Agreement.AGREES;
import static kirchberg.domain.relation.Agreement.CONTRADICTS;
import static kirchberg.domain.relation.Agreement.REMARK;
import static kirchberg.domain.relation.Agreement.TIGHT;
import static kirchberg.domain.relation.Kind.FLOOR_AND_CEILING;
import static kirchberg.domain.relation.Kind.SAME;
import static kirchberg.domain.relation.search.Printed.among;
import static kirchberg.domain.relation.search.Printed.amount;
import static kirchberg.domain.relation.search.Printed.claim;
import static kirchberg.domain.relation.search.Printed.graded;
import static kirchberg.domain.relation.search.Printed.ids;
import static kirchberg.domain.relation.search.Printed.in;
import static kirchberg.domain.relation.search.Printed.only;
import static kirchberg.domain.relation.search.Printed.outOfReach;
import static kirchberg.domain.relation.search.Printed.share;
import static org.assertj.core.api.Assertions.assertThat;

import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.relation.Agreement;
import org.junit.jupiter.api.Test;

/** Figures of one thing, as they were really printed. */
final class SameThingTest {
    private static final Subject CLIMATE_2024 = share(GROUP, 2024).labelled(Priority.CLIMATE);
    private static final Subject FACTORIES = new Subject(
            COMMISSION,
            amount(EIB, 2025).resources(),
            Stage.SIGNED,
            Place.EU,
            Period.year(2025),
            Measure.COUNT,
            null,
            null,
            null,
            "ai_gigafactories");

    private static Agreement of(Claim... claims) {
        return only(SAME, among(claims)).agreement();
    }

    @Test
    void ninety_nine_point_nine_rounds_to_a_hundred() {
        // 99.85 to 99.95 and, to the letter, 99.5 to 100.5
        assertThat(of(claim("a", amount(GROUP, 2025), "99.9 bn EUR"), claim("b", amount(GROUP, 2025), "100 bn EUR")))
                .isEqualTo(AGREES);
    }

    @Test
    void three_figures_for_cohesion_in_2024_have_values_in_common() {
        // 38.25 to 38.35; above 38.2 and up to 38.3 to the letter; 37.5 to 38.5: 38.25 to 38.3 fits all
        var cohesion = amount(GROUP, 2024).within(Place.EU).labelled(Priority.COHESION);
        assertThat(of(
                        claim("a", cohesion, "38.3 bn EUR"),
                        claim("b", cohesion, Hedge.OVER, "38.2 bn EUR"),
                        claim("c", cohesion, "38 bn EUR")))
                .isEqualTo(AGREES);
    }

    @Test
    void two_figures_for_financing_outside_the_union_contradict_each_other() {
        // 9.05 to 9.15 and 10.75 to 10.85
        var outside = amount(EIB, 2022).within(Place.NON_EU);
        var relation = only(SAME, among(claim("a", outside, "9.1 bn EUR"), claim("b", outside, "10.8 bn EUR")));
        assertThat(relation.agreement()).isEqualTo(CONTRADICTS);
        assertThat(relation.arithmetic())
                .isEqualTo("9.1 bn EUR is 9.05 to 9.15 bn EUR, 10.8 bn EUR is 10.75 to 10.85 bn EUR:"
                        + " no value fits them all");
    }

    @Test
    void a_definition_that_broke_shows_as_two_shares_of_one_year() {
        // 30.5 to 31.5 and 33.5 to 34.5
        var climate = share(EIB, 2019).labelled(Priority.CLIMATE);
        assertThat(of(claim("a", climate, "31 %"), claim("b", climate, "34 %"))).isEqualTo(CONTRADICTS);
    }

    @Test
    void neighbouring_roundings_meet_in_one_value() {
        // 47.5 to 48.5 and 48.5 to 49.5: 48.5 alone
        var cohesion = share(EIF, 2023).within(Place.EU).labelled(Priority.COHESION);
        assertThat(of(claim("a", cohesion, "48 %"), claim("b", cohesion, "49 %")))
                .isEqualTo(TIGHT);
    }

    @Test
    void one_step_more_than_neighbouring_roundings_contradict() {
        var cohesion = share(EIF, 2023).within(Place.EU).labelled(Priority.COHESION);
        assertThat(of(claim("a", cohesion, "48.0 %"), claim("b", cohesion, "48.2 %")))
                .isEqualTo(CONTRADICTS);
    }

    @Test
    void the_president_contradicts_the_share_and_only_those_two_are_named() {
        // 56.5 to 57.5 and 59.5 to 60.5; "nearly 60" is 55 to below 60, which meets both
        var relation = only(
                SAME,
                among(
                        claim("a", CLIMATE_2024, "57 %"),
                        claim("b", CLIMATE_2024, Hedge.NEARLY, "60 %"),
                        claim("c", CLIMATE_2024, "60 %")));
        assertThat(relation.agreement()).isEqualTo(CONTRADICTS);
        assertThat(ids(relation)).containsExactly("a", "c");
        assertThat(relation.readings().in(Strictness.LENIENT)).isEqualTo(CONTRADICTS);
    }

    @Test
    void what_is_impossible_to_the_letter_only_is_a_remark() {
        // to the letter 56.5 to 57.5 and 59 to below 60; as a careful reader takes it 55 to below 60
        var relation =
                only(SAME, among(claim("a", CLIMATE_2024, "57 %"), claim("b", CLIMATE_2024, Hedge.NEARLY, "60 %")));
        assertThat(relation.agreement()).isEqualTo(REMARK);
        assertThat(relation.note()).isEqualTo("impossible to the letter only");
    }

    @Test
    void the_total_of_the_eib_quoted_for_the_group_is_told_whose_it_is() {
        var relation = only(
                SAME,
                among(
                        claim("group", amount(GROUP, 2024), Hedge.NEARLY, "89 bn EUR"),
                        claim("relay", amount(GROUP, 2024), "76.6 bn EUR"),
                        claim("eib", amount(EIB, 2024), "76.6 bn EUR")));
        assertThat(relation.agreement()).isEqualTo(CONTRADICTS);
        assertThat(relation.note()).contains("76.6 bn EUR is also printed of the EIB (eib)");
    }

    @Test
    void a_claim_about_every_year_is_held_against_each() {
        // 2023: about 56 is 55 to 57; to the letter nearly 60 is 59 to below 60
        var each = CLIMATE_2024.during(Period.parse("each 2021..2024"));
        var relation = only(
                SAME,
                among(
                        claim("each", each, Hedge.NEARLY, "60 %"),
                        claim("dpa", CLIMATE_2024.during(Period.year(2023)), Hedge.ABOUT, "56 %")));
        assertThat(relation.agreement()).isEqualTo(REMARK);
        assertThat(relation.concerns(2023)).isTrue();
        assertThat(relation.concerns(2024)).isFalse();
    }

    @Test
    void tripled_and_167_per_cent_more_are_one_growth() {
        // "nearly 3 x" is 2 to below 3, that is 100 to below 200 % more
        var growth = Subject.signed(GROUP, Period.year(2024), Measure.GROWTH).against(Period.year(2023));
        assertThat(of(claim("a", growth, "167 %"), claim("b", growth, Hedge.NEARLY, "3 x")))
                .isEqualTo(AGREES);
    }

    @Test
    void a_floor_and_a_ceiling_in_one_text_leave_exactly_one_number() {
        var relation = only(
                FLOOR_AND_CEILING,
                among(
                        in("release", claim("least", FACTORIES, Hedge.AT_LEAST, "5")),
                        in("release", claim("most", FACTORIES, Hedge.AT_MOST, "5"))));
        assertThat(relation.agreement()).isEqualTo(REMARK);
        assertThat(relation.arithmetic()).isEqualTo("at least 5 and up to 5 leave exactly 5");
        assertThat(relation.note()).contains("contradict each other in sense");
    }

    @Test
    void a_floor_above_the_ceiling_is_a_contradiction() {
        assertThat(of(claim("least", FACTORIES, Hedge.AT_LEAST, "6"), claim("most", FACTORIES, Hedge.AT_MOST, "5")))
                .isEqualTo(CONTRADICTS);
    }

    @Test
    void aims_and_our_own_arithmetic_contradict_nothing() {
        var outside = amount(EIB, 2014).within(Place.NON_EU);
        assertThat(among(
                        claim("a", outside, "8 bn EUR"),
                        graded(Grade.DERIVED, claim("b", outside, "9 bn EUR")),
                        claim("c", outside, Hedge.TARGET, "20 bn EUR")))
                .isEmpty();
    }

    @Test
    void an_amount_whose_words_say_more_than_its_subject_is_left_alone() {
        assertThat(among(
                        claim("all", amount(GROUP, 2017), "78.16 bn EUR"),
                        outOfReach(claim("environment", amount(GROUP, 2017), "16.7 bn EUR"))))
                .isEmpty();
    }

    @Test
    void other_stages_resources_and_years_are_other_things() {
        assertThat(among(
                        claim("signed", amount(EIB, 2018), "55.6 bn EUR"),
                        claim("paid", amount(EIB, 2018).at(Stage.DISBURSED), "52.6 bn EUR"),
                        claim("before", amount(EIB, 2017), "69.9 bn EUR")))
                .isEmpty();
    }
}
