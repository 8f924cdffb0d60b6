package kirchberg.domain.relation.search;

import static kirchberg.domain.Institution.GROUP;
import static kirchberg.domain.relation.Agreement.AGREES;
import static kirchberg.domain.relation.Agreement.CONTRADICTS;
import static kirchberg.domain.relation.Agreement.REMARK;
import static kirchberg.domain.relation.search.Printed.amount;
import static kirchberg.domain.relation.search.Printed.claim;
import static kirchberg.domain.relation.search.Printed.outOfReach;
import static kirchberg.domain.relation.search.Printed.share;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kirchberg.domain.Priority;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.relation.Agreement;
import kirchberg.domain.relation.Declared;
import kirchberg.domain.relation.Kind;
import kirchberg.domain.relation.Relation;
import org.junit.jupiter.api.Test;

/** Relations that people declared, between claims whose subjects do not show them. */
final class DeclaredTest {
    private static final List<Claim> GOALS = List.of(
            claim("total", amount(GROUP, 2017), "78.16 bn EUR"),
            outOfReach(claim("sme", amount(GROUP, 2017), "29.6 bn EUR")),
            outOfReach(claim("infrastructure", amount(GROUP, 2017), "18.0 bn EUR")),
            outOfReach(claim("environment", amount(GROUP, 2017), "16.7 bn EUR")),
            outOfReach(claim("innovation", amount(GROUP, 2017), "13.8 bn EUR")),
            outOfReach(claim("share", share(GROUP, 2017).labelled(Priority.CLIMATE), "38 %")));
    private static final List<String> PARTS = List.of("sme", "infrastructure", "environment", "innovation");

    private static Relation only(List<Claim> claims, Declared declared) {
        var relations = Relations.among(claims, List.of(declared));
        assertThat(relations).hasSize(1);
        return relations.get(0);
    }

    private static Agreement of(Kind kind, String result, List<String> terms) {
        return only(GOALS, new Declared(kind, result, terms, "")).agreement();
    }

    @Test
    void the_four_goals_of_2017_make_the_total() {
        // 29.55 + 17.95 + 16.65 + 13.75 = 77.9, 29.65 + 18.05 + 16.75 + 13.85 = 78.3: meets 78.155 to 78.165
        var relation = only(GOALS, new Declared(Kind.SUM, "total", PARTS, "Each euro once."));
        assertThat(relation.agreement()).isEqualTo(AGREES);
        assertThat(relation.arithmetic())
                .isEqualTo("the parts make 77.9 to 78.3 bn EUR, the whole is 78.155 to 78.165 bn EUR");
        assertThat(relation.note()).isEqualTo("Each euro once.");
    }

    @Test
    void three_goals_do_not_make_the_total() {
        assertThat(of(Kind.SUM, "total", PARTS.subList(0, 3))).isEqualTo(CONTRADICTS);
    }

    @Test
    void a_declared_ratio_part_and_equality_are_judged_like_those_that_are_found() {
        // 29.55 / 78.165 = 37.80 %, 29.65 / 78.155 = 37.94 %: meets 37.5 to 38.5
        assertThat(of(Kind.RATIO, "share", List.of("sme", "total"))).isEqualTo(AGREES);
        assertThat(of(Kind.RATIO, "share", List.of("environment", "total"))).isEqualTo(CONTRADICTS);
        assertThat(of(Kind.PART_OF_WHOLE, "total", List.of("sme"))).isEqualTo(AGREES);
        assertThat(of(Kind.PART_OF_WHOLE, "sme", List.of("total"))).isEqualTo(CONTRADICTS);
        assertThat(of(Kind.SAME, "", List.of("sme", "total"))).isEqualTo(CONTRADICTS);
        assertThat(of(Kind.TAGS_ABOVE_TOTAL, "sme", List.of("infrastructure", "environment")))
                .isEqualTo(REMARK);
    }

    @Test
    void a_relation_that_is_found_and_declared_is_told_once_with_its_note() {
        var claims = List.of(
                claim("share", share(GROUP, 2024).labelled(Priority.CLIMATE), "57 %"),
                claim("other", share(GROUP, 2024).labelled(Priority.CLIMATE), "60 %"));
        var relation = only(claims, new Declared(Kind.SAME, "", List.of("other", "share"), "Why."));
        assertThat(relation.agreement()).isEqualTo(CONTRADICTS);
        assertThat(relation.note()).isEqualTo("Why.");
    }
}
