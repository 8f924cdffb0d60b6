package kirchberg.domain.relation.search;

import static kirchberg.domain.Institution.EIB;
import static kirchberg.domain.Institution.EIF;
import static kirchberg.domain.Institution.GROUP;
import static kirchberg.domain.relation.Agreement.AGREES;
import static kirchberg.domain.relation.Agreement.CONTRADICTS;
import static kirchberg.domain.relation.Agreement.REMARK;
import static kirchberg.domain.relation.Kind.BASE;
import static kirchberg.domain.relation.Kind.SAME_SHARE_OF_TWO_SCOPES;
import static kirchberg.domain.relation.Kind.SHARE;
import static kirchberg.domain.relation.search.Printed.among;
import static kirchberg.domain.relation.search.Printed.amount;
import static kirchberg.domain.relation.search.Printed.claim;
import static kirchberg.domain.relation.search.Printed.ids;
import static kirchberg.domain.relation.search.Printed.only;
import static kirchberg.domain.relation.search.Printed.share;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.relation.Relation;
import org.junit.jupiter.api.Test;

/** Shares against their parts and wholes, as they were really printed. */
final class SharesTest {
    private static final Place SPAIN = Place.parse("ES");
    private static final Place GERMANY = Place.parse("DE");

    private static Subject climate(Institution institution, int year) {
        return share(institution, year).labelled(Priority.CLIMATE);
    }

    private static Subject climateAmount(Institution institution, int year) {
        return amount(institution, year).labelled(Priority.CLIMATE);
    }

    @Test
    void thirty_six_point_five_is_not_58_per_cent_of_the_group() {
        // 36.45 / 72.55 = 50.241 %, 36.55 / 72.45 = 50.449 %; 36.45 / 0.585 = 62.3077, 36.55 / 0.575 = 63.5652
        var relation = only(
                SHARE,
                among(
                        claim("share", climate(GROUP, 2022), "58 %"),
                        claim("part", climateAmount(GROUP, 2022), "36.5 bn EUR"),
                        claim("whole", amount(GROUP, 2022), "72.5 bn EUR")));
        assertThat(relation.agreement()).isEqualTo(CONTRADICTS);
        assertThat(relation.arithmetic())
                .isEqualTo("36.45 to 36.55 bn EUR divided by 72.45 to 72.55 bn EUR gives 50.24 to 50.45 %,"
                        + " printed 58 % (57.5 to 58.5 %): needs a base of 62.307 to 63.566 bn EUR");
        assertThat(ids(relation)).containsExactly("share", "part", "whole");
    }

    @Test
    void fifty_eight_per_cent_of_the_eib_is_not_of_the_only_total_that_is_printed() {
        var relation = only(
                BASE,
                among(
                        claim("share", climate(EIB, 2022), "58 %"),
                        claim("part", climateAmount(EIB, 2022), "36.5 bn EUR"),
                        claim("group", amount(GROUP, 2022), "72.5 bn EUR")));
        assertThat(relation.agreement()).isEqualTo(REMARK);
        assertThat(relation.arithmetic())
                .contains("needs a base of 62.307 to 63.566 bn EUR of the EIB, which nobody printed")
                .contains("it is not 72.5 bn EUR of the Group");
    }

    @Test
    void a_base_above_the_whole_of_which_it_is_a_part_is_a_contradiction() {
        // 36.45 / 0.455 = 80.1 is above 72.55
        var relation = only(
                BASE,
                among(
                        claim("share", climate(EIB, 2022), "45 %"),
                        claim("part", climateAmount(EIB, 2022), "36.5 bn EUR"),
                        claim("group", amount(GROUP, 2022), "72.5 bn EUR")));
        assertThat(relation.agreement()).isEqualTo(CONTRADICTS);
    }

    @Test
    void five_point_two_is_at_most_54_point_7_per_cent_of_over_9_point_6() {
        // as a careful reader takes it above 9.6 and up to 9.8: 5.15 / 9.8 = 52.551 %, 5.25 / 9.6 = 54.6875 %;
        // 5.15 / 0.565 = 9.115, 5.25 / 0.555 = 9.4595
        var relation = only(
                SHARE,
                among(
                        claim("share", climate(GROUP, 2024).within(GERMANY), "56 %"),
                        claim("part", climateAmount(GROUP, 2024).within(GERMANY), "5.2 bn EUR"),
                        claim("whole", amount(GROUP, 2024).within(GERMANY), Hedge.OVER, "9.6 bn EUR")));
        assertThat(relation.agreement()).isEqualTo(CONTRADICTS);
        assertThat(relation.readings().in(Strictness.LENIENT)).isEqualTo(CONTRADICTS);
        assertThat(relation.arithmetic())
                .contains("gives 52.55 to below 54.69 %")
                .endsWith("needs a base of 9.115 to 9.46 bn EUR");
    }

    @Test
    void spain_in_2024_is_nearly_60_per_cent_but_not_to_the_letter() {
        // 7.15 / 12.35 = 57.89 %, 7.25 / 12.25 = 59.18 %: meets 59 to below 60 and 55 to below 60
        var relation = only(
                SHARE,
                among(
                        claim("share", climate(GROUP, 2024).within(SPAIN), Hedge.NEARLY, "60 %"),
                        claim("part", climateAmount(GROUP, 2024).within(SPAIN), "7.2 bn EUR"),
                        claim("whole", amount(GROUP, 2024).within(SPAIN), "12.3 bn EUR")));
        assertThat(relation.agreement()).isEqualTo(AGREES);
    }

    @Test
    void croatia_in_2024_is_58_per_cent() {
        // 0.7205 / 1.245 = 57.87 %, 0.7215 / 1.235 = 58.42 %
        var croatia = Place.parse("HR");
        var relation = only(
                SHARE,
                among(
                        claim("share", climate(GROUP, 2024).within(croatia), "58 %"),
                        claim("part", climateAmount(GROUP, 2024).within(croatia), "0.721 bn EUR"),
                        claim("whole", amount(GROUP, 2024).within(croatia), "1.24 bn EUR")));
        assertThat(relation.agreement()).isEqualTo(AGREES);
    }

    @Test
    void almost_30_per_cent_of_spain_fits_the_eib_part_of_it() {
        // 2.235 / 0.3 = 7.45, 2.245 / 0.27 = 8.315: 8.093 of the EIB fits
        var relation = only(
                SHARE,
                among(
                        claim("share", climate(GROUP, 2019).within(SPAIN), Hedge.NEARLY, "30 %"),
                        claim("part", climateAmount(GROUP, 2019).within(SPAIN), "2.24 bn EUR"),
                        claim("whole", amount(GROUP, 2019).within(SPAIN), "8.966 bn EUR"),
                        claim("eib", amount(EIB, 2019).within(SPAIN), "8.093 bn EUR")));
        assertThat(relation.agreement()).isEqualTo(CONTRADICTS);
        assertThat(relation.note()).contains("fits 8.093 bn EUR of the EIB in Spain");
    }

    @Test
    void almost_60_per_cent_every_year_fails_in_2022_only() {
        // 37.5 / 72.55 = 51.7 %, 38.5 / 72.45 = 53.1 %, outside 55 to below 60; 2024: 56.9 to 57.7 %
        var each = climate(GROUP, 2022).during(Period.parse("each 2021..2024"));
        var relations = among(
                claim("each", each, Hedge.NEARLY, "60 %"),
                claim("part-2022", climateAmount(GROUP, 2022), "38 bn EUR"),
                claim("whole-2022", amount(GROUP, 2022), "72.5 bn EUR"),
                claim("part-2024", climateAmount(GROUP, 2024), "50.7 bn EUR"),
                claim("whole-2024", amount(GROUP, 2024), Hedge.NEARLY, "89 bn EUR"));
        assertThat(relations.stream().filter(r -> r.kind() == SHARE && r.agreement() == CONTRADICTS))
                .singleElement()
                .matches(r -> r.concerns(2022) && !r.concerns(2024));
    }

    @Test
    void fourteen_per_cent_of_the_union_contradicts_48_per_cent_of_it() {
        // 38.25 / 0.485 = 78.87, 38.35 / 0.475 = 80.74; 12.25 / 0.145 = 84.48, 12.35 / 0.135 = 91.48
        var relations = among(
                claim("cohesion-share", share(GROUP, 2024).within(Place.EU).labelled(Priority.COHESION), "48 %"),
                claim("cohesion", amount(GROUP, 2024).within(Place.EU).labelled(Priority.COHESION), "38.3 bn EUR"),
                claim("spain-share", share(GROUP, 2024).within(Place.EU).partIn(SPAIN), "14 %"),
                claim("spain", amount(GROUP, 2024).within(SPAIN), "12.3 bn EUR"));
        var relation = only(BASE, relations);
        assertThat(relation.agreement()).isEqualTo(CONTRADICTS);
        assertThat(relation.arithmetic())
                .contains("needs a base of 78.865 to 80.737 bn EUR", "needs a base of 84.482 to 91.482 bn EUR");
    }

    @Test
    void fourteen_per_cent_of_the_union_fits_the_world() {
        var relations = among(
                claim("share", share(GROUP, 2024).within(Place.EU).partIn(SPAIN), "14 %"),
                claim("spain", amount(GROUP, 2024).within(SPAIN), "12.3 bn EUR"),
                claim("world", amount(GROUP, 2024), Hedge.NEARLY, "89 bn EUR"));
        assertThat(only(BASE, relations).arithmetic()).contains("it fits nearly 89 bn EUR of the Group, another scope");
    }

    @Test
    void eighteen_per_cent_of_the_eib_is_not_the_share_of_the_group() {
        // 11.85 / 76.85 = 15.4196 %, 11.95 / 76.75 = 15.5700 %; 11.85 / 0.185 = 64.054, 11.95 / 0.175 = 68.2857
        var italy = Place.parse("IT");
        var relation = only(
                BASE,
                among(
                        claim("share", share(EIB, 2020).partIn(italy), "18 %"),
                        claim("italy", amount(GROUP, 2020).within(italy), "11.9 bn EUR"),
                        claim("group", amount(GROUP, 2020), "76.8 bn EUR")));
        assertThat(relation.agreement()).isEqualTo(REMARK);
        assertThat(relation.arithmetic())
                .contains("gives 15.41 to 15.58 %", "would need a base of 64.054 to 68.286 bn EUR");
    }

    @Test
    void one_share_of_the_total_and_of_the_union_needs_a_rest_like_it() {
        var relation = only(
                SAME_SHARE_OF_TWO_SCOPES,
                among(
                        claim("total", climate(EIB, 2022), "58 %"),
                        claim("union", climate(EIB, 2022).within(Place.EU), "58 %")));
        assertThat(relation.agreement()).isEqualTo(REMARK);
        assertThat(ids(relation)).containsExactly("total", "union");
    }

    @Test
    void another_share_of_a_part_of_the_scope_is_no_sign_of_anything() {
        assertThat(among(
                        claim("total", climate(EIB, 2022), "57 %"),
                        claim("union", climate(EIB, 2022).within(Place.EU), "58 %")))
                .isEmpty();
    }

    @Test
    void near_43_per_cent_of_the_eif_is_possible() {
        // 6.05 / 14.45 = 41.87 %, 6.15 / 14.35 = 42.86 %: meets 42 to below 43
        var relation = only(
                SHARE,
                among(
                        claim("share", climate(EIF, 2024), Hedge.NEARLY, "43 %"),
                        claim("part", climateAmount(EIF, 2024), "6.1 bn EUR"),
                        claim("whole", amount(EIF, 2024), "14.4 bn EUR")));
        assertThat(relation.agreement()).isEqualTo(AGREES);
    }

    @Test
    void texts_that_print_one_share_alike_make_one_relation() {
        List<Relation> relations = among(
                claim("french", climate(GROUP, 2022), Hedge.NEARLY, "60 %"),
                claim("english", climate(GROUP, 2022), Hedge.NEARLY, "60 %"),
                claim("part", climateAmount(GROUP, 2022), "38 bn EUR"),
                claim("whole", amount(GROUP, 2022), "72.5 bn EUR"));
        assertThat(ids(only(SHARE, relations))).containsExactly("english", "french", "part", "whole");
    }

    @Test
    void a_relay_that_the_bank_contradicts_does_not_blur_the_total() {
        var relation = only(
                SHARE,
                among(
                        claim("share", climate(GROUP, 2024), "60 %"),
                        claim("part", climateAmount(GROUP, 2024), "50.7 bn EUR"),
                        claim("whole", amount(GROUP, 2024), Hedge.NEARLY, "89 bn EUR"),
                        Printed.graded(
                                kirchberg.domain.claim.Grade.RELAYED,
                                claim("relay", amount(GROUP, 2024), "76.6 bn EUR"))));
        assertThat(relation.agreement()).isEqualTo(CONTRADICTS);
        assertThat(ids(relation)).doesNotContain("relay");
    }
}
