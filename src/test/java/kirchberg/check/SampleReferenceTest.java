package kirchberg.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.Programme;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Finding;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Verdict;
import kirchberg.domain.judgement.Judgement;
import kirchberg.domain.judgement.Samples;
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
    private static final int RANDOM_CLAIMS = 150;
    private static final List<Label> LABELS =
            List.of(Priority.CLIMATE, Priority.COHESION, Priority.DIGITAL, Programme.TECHEU);
    private static final List<Claim> CLAIMS = Stream.concat(ClassifiedSample.CLAIMS.stream(), random().stream())
            .toList();
    private static final List<Finding> FINDINGS = findings();

    @Test
    void findings_through_plans_equal_a_reference_on_rows_to_the_cent() {
        assertThat(ClassifiedSample.ROWS).hasSize(10_000);
        assertThat(ClassifiedSample.CLAIMS).hasSizeGreaterThan(45);
        var expected =
                ClassifiedSample.reference(ClassifiedSample.FINANCINGS).answers(CLAIMS);
        assertThat(Answer.of(FINDINGS)).as("-Dseed=%d", SEED).isEqualTo(expected);
        System.out.println("sample: " + expected.size() + " answers of " + CLAIMS.size() + " claims, with a value: "
                + expected.stream().filter(a -> !a.low().isEmpty()).count());
    }

    @Test
    void verdicts_compare_what_is_possible_with_what_was_said() {
        for (var finding : FINDINGS) {
            for (var single : finding.years().isEmpty() ? List.of(finding) : finding.years()) {
                var evidence = single.evidence();
                single.readings().forEach((strictness, verdict) -> assertThat(verdict)
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
        var cells = CellsOfRows.of(ClassifiedSample.FINANCINGS, LABELS);
        var tallies = ClassifiedSample.reference(ClassifiedSample.FINANCINGS).tallies(CLAIMS);
        var portfolio = new Judgement.Portfolio(
                cells, tallies, ClassifiedSample.COVERAGES, ClassifiedSample.COUNTS, ClassifiedSample.AS_OF);
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
                Checking.cells(financings, LABELS).collectAsList(),
                Checking.tallies(financings, CLAIMS).collectAsList(),
                CLAIMS,
                ClassifiedSample.COVERAGES,
                ClassifiedSample.COUNTS,
                ClassifiedSample.AS_OF));
    }

    /** Claims of every measure, institution, place, label and period that the sample can speak of, and some more. */
    private static List<Claim> random() {
        var random = new Random(SEED);
        return IntStream.range(0, RANDOM_CLAIMS)
                .mapToObj(i -> Samples.named(claim(random), "random-" + i))
                .toList();
    }

    private static Claim claim(Random random) {
        var measure = pick(random, List.of(Measure.AMOUNT, Measure.SHARE, Measure.OPERATIONS, Measure.MOBILISED, Measure.RATIO));
        var figure =
                switch (measure) {
                    case AMOUNT, MOBILISED -> "89 bn EUR";
                    case SHARE -> "50 %";
                    case RATIO -> "3 x";
                    case OPERATIONS, COUNT -> "900";
                };
        var claim = Samples.claim(measure, pick(random, List.of(Hedge.values())), Figure.parse(figure));
        claim = Samples.by(claim, pick(random, List.of(Institution.EIB, Institution.EIF, Institution.GROUP)));
        claim = Samples.in(
                claim,
                Place.parse(pick(
                        random,
                        List.of("WORLD", "EU", "NON_EU", "DE", "FR", "GB", "region:european_union", "region:UNKNOWN"))));
        claim = claim.during(Period.parse(pick(
                random, List.of("2021", "2022", "2023", "2024", "2025", "2020..2022", "2025..2027", "each 2022..2024"))));
        if (measure == Measure.SHARE || random.nextBoolean()) {
            claim = Samples.of(claim, pick(random, LABELS));
        }
        return random.nextInt(6) == 0 ? Samples.ownResources(claim) : claim;
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
