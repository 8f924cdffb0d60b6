package kirchberg.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import kirchberg.domain.Interval;
import kirchberg.domain.Label;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.judgement.Judgement;
import kirchberg.domain.judgement.proof.CellsOfRows;
import kirchberg.domain.judgement.proof.Reference.Answer;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Financings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On the committed sample, findings through plans equal those of a reference that adds up rows in plain Java. */
@Tag("spark")
class SampleReferenceTest {
    private static final long SEED = Long.getLong("seed", 20_251_204L);
    private static final List<Claim> CLAIMS = SampleClaims.all(SEED);
    private static final List<Finding> FINDINGS = findings();

    @Test
    void findings_through_plans_equal_a_reference_on_rows_to_the_cent() {
        assertThat(ClassifiedSample.ROWS).hasSize(10_000);
        assertThat(SampleClaims.SHIPPED).hasSizeGreaterThan(300);
        var expected = ClassifiedSample.reference(ClassifiedSample.FINANCINGS).answers(CLAIMS);
        assertThat(Answer.of(FINDINGS)).as("-Dseed=%d", SEED).isEqualTo(expected);
        System.out.println("sample: " + expected.size() + " answers of " + CLAIMS.size() + " claims, with a value: "
                + expected.stream().filter(a -> !a.low().isEmpty()).count());
    }

    @Test
    void verdicts_compare_what_is_possible_with_what_was_said() {
        for (var finding : FINDINGS) {
            for (var single : finding.years().isEmpty() ? List.of(finding) : finding.years()) {
                var evidence = single.evidence();
                single.readings()
                        .forEach((strictness, verdict) -> assertThat(verdict)
                                .as("%s, %s", single, strictness)
                                .isEqualTo(
                                        evidence == null
                                                ? Verdict.OUT_OF_REACH
                                                : verdict(
                                                        evidence.possible(),
                                                        Objects.requireNonNull(
                                                                single.said().get(strictness)),
                                                        evidence.covered())));
            }
        }
    }

    @Test
    void cells_of_a_loop_over_rows_give_the_same_findings() {
        var cells = CellsOfRows.of(ClassifiedSample.FINANCINGS, Label.all());
        var groups = ClassifiedSample.reference(ClassifiedSample.FINANCINGS).groups(CLAIMS);
        var portfolio = new Judgement.Portfolio(
                cells, groups, ClassifiedSample.COVERAGES, ClassifiedSample.COUNTS, ClassifiedSample.AS_OF);
        assertThat(texts(Judgement.findings(CLAIMS, portfolio))).isEqualTo(texts(FINDINGS));
    }

    /** Written out here once more: all of it inside, nothing of it inside, or neither. */
    private static Verdict verdict(Interval possible, Interval said, boolean covered) {
        var high = possible.high();
        var top = said.high();
        var fromBelow = possible.low().compareTo(said.low());
        var toTop = top == null ? -1 : high == null ? 1 : high.compareTo(top);
        var startsInside = said.lowOpen() ? fromBelow > 0 : fromBelow >= 0;
        if (startsInside && (said.highOpen() ? toTop < 0 : toTop <= 0)) {
            return Verdict.HOLDS;
        }
        var lowToTop = top == null ? -1 : possible.low().compareTo(top);
        var highToLow = high == null ? 1 : high.compareTo(said.low());
        var isAbove = said.highOpen() ? lowToTop >= 0 : lowToTop > 0;
        var isBelow = said.lowOpen() ? highToLow <= 0 : highToLow < 0;
        if (isAbove || isBelow) {
            return Verdict.FAILS;
        }
        return covered ? Verdict.UNDECIDED : Verdict.OUT_OF_REACH;
    }

    private static List<String> texts(List<Finding> findings) {
        return Checking.findingRows(findings).stream().map(Object::toString).toList();
    }

    private static List<Finding> findings() {
        var financings = LocalSpark.rows(Financings.TABLE, ClassifiedSample.ROWS);
        return Checking.findings(new Checking.Measured(
                Checking.cells(financings, Label.all()).collectAsList(),
                Checking.operations(financings, CLAIMS).collectAsList(),
                CLAIMS,
                ClassifiedSample.COVERAGES,
                ClassifiedSample.COUNTS,
                ClassifiedSample.AS_OF));
    }
}
