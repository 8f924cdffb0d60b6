package kirchberg.domain.judgement.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kirchberg.domain.claim.Measure;
import org.junit.jupiter.api.Test;

/** The portfolios of the brute force tell every naive formula from the right one. */
class NaiveFormulaTest {
    private static final int PORTFOLIOS = 10_000;
    private static final long SEED = Long.getLong("seed", 20_251_204L);
    private static final long MOST_COMPLETIONS = 1_000;

    @Test
    void each_naive_formula_is_wrong_of_some_portfolio() {
        Map<NaiveFormula, Integer> wrong = new EnumMap<>(NaiveFormula.class);
        for (var i = 0; i < PORTFOLIOS; i++) {
            var random = new Random(SEED + i);
            var rows = RandomRows.portfolio(random);
            wrongOf(rows, random).forEach(formula -> wrong.merge(formula, 1, Integer::sum));
        }
        System.out.println("wrong of so many of " + PORTFOLIOS + " portfolios: " + wrong);
        assertThat(List.of(NaiveFormula.values()))
                .allSatisfy(formula ->
                        assertThat(wrong.get(formula)).as(formula.name()).isNotNull());
    }

    private static List<NaiveFormula> wrongOf(List<Financing> rows, Random random) {
        var claims = RandomRows.claims(random).stream()
                .filter(c -> c.measure() == Measure.SHARE || c.measure() == Measure.AMOUNT)
                .filter(c -> !c.period().each() && c.ofPlace() == null)
                .filter(c -> Completions.count(Completions.signed(c, rows)) <= MOST_COMPLETIONS)
                .toList();
        var wrong = new ArrayList<NaiveFormula>();
        for (var formula : NaiveFormula.values()) {
            if (claims.stream().anyMatch(c -> !formula.of(c, rows).equals(NaiveFormula.exactly(c, rows)))) {
                wrong.add(formula);
            }
        }
        return wrong;
    }
}
