package kirchberg.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.judgement.Samples;
import kirchberg.domain.judgement.proof.Financing;
import kirchberg.domain.judgement.proof.HiddenRows;
import kirchberg.domain.judgement.proof.Merges;
import kirchberg.domain.judgement.proof.RandomRows;
import kirchberg.domain.judgement.proof.Reference;
import kirchberg.domain.judgement.proof.Reference.Answer;
import kirchberg.domain.source.Coverage;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many small portfolios in one job: each has two years of its own, which no other portfolio has, and its claims speak
 * of these years.
 */
@Tag("spark")
class RandomReferenceTest {
    private static final int PORTFOLIOS = 300;
    private static final long SEED = Long.getLong("seed", 20_251_204L);
    private static final LocalDate AS_OF = LocalDate.of(2900, 1, 1);
    private static final List<Coverage> COVERAGES = List.of(Samples.complete(Institution.GROUP, 1000, 2899));

    /** Rows and claims; of every second trial things are hidden, and {@code truth} is what they were. */
    private record Trial(List<Financing> truth, List<Financing> rows, List<Claim> claims) {

        static Trial of(int number) {
            var random = new Random(SEED + number);
            var year = 1000 + 2 * number;
            var isHidden = number % 2 == 1;
            var percent = 5 + random.nextInt(91);
            var truth = moved(isHidden ? HiddenRows.truth(random) : RandomRows.portfolio(random), year);
            var rows = isHidden
                    ? truth.stream()
                            .map(f -> HiddenRows.hidden(f, percent, random))
                            .toList()
                    : truth;
            var claims = new ArrayList<Claim>();
            for (var claim : RandomRows.claims(random)) {
                claims.add(moved(claim, number + "-" + claims.size(), year));
            }
            for (var i = 0; i < 4; i++) {
                claims.add(moved(RandomRows.claim(Measure.OPERATIONS, random), number + "-operations-" + i, year));
            }
            claims.add(moved(RandomRows.growth(Measure.OPERATIONS_GROWTH, random), number + "-more", year));
            return new Trial(truth, rows, claims);
        }

        private static List<Financing> moved(List<Financing> rows, int year) {
            return rows.stream().map(f -> f.in(year + f.year() - 2023)).toList();
        }

        private static Claim moved(Claim claim, String id, int year) {
            var period = claim.period();
            var against = claim.against();
            var moved = claim.during(period.later(year - 2023));
            return Samples.named(
                    moved.about(moved.subject().against(against == null ? null : against.later(year - 2023))), id);
        }
    }

    private static final List<Trial> TRIALS =
            IntStream.range(0, PORTFOLIOS).mapToObj(Trial::of).toList();
    private static final List<Claim> CLAIMS =
            TRIALS.stream().flatMap(t -> t.claims().stream()).toList();
    private static final List<Finding> FINDINGS = findings();

    @Test
    void findings_through_plans_equal_a_reference_on_rows_to_the_cent() {
        var expected = new ArrayList<Answer>();
        for (var trial : TRIALS) {
            expected.addAll(new Reference(trial.rows(), COVERAGES, Map.of(), AS_OF).answers(trial.claims()));
        }
        assertThat(withoutLeftOut(Answer.of(FINDINGS))).as("-Dseed=%d", SEED).isEqualTo(withoutLeftOut(expected));
        System.out.println("random portfolios: " + PORTFOLIOS + ", answers: " + expected.size());
    }

    @Test
    void operations_are_from_all_merges_to_none() {
        var enumerated = 0;
        for (var finding : FINDINGS) {
            var trial = trial(finding.claim());
            if (finding.claim().measure() == Measure.OPERATIONS && Merges.areFew(finding.claim(), trial.rows())) {
                var possible = Objects.requireNonNull(finding.evidence()).possible();
                assertThat(List.of(
                                possible.low().numerator().intValueExact(),
                                Objects.requireNonNull(possible.high())
                                        .numerator()
                                        .intValueExact()))
                        .as("-Dseed=%d %s of %s", SEED, finding.claim(), trial.rows())
                        .isEqualTo(Merges.counts(finding.claim(), trial.rows()));
                enumerated++;
            }
        }
        System.out.println("operations, every merge tried: " + enumerated + " counts");
        assertThat(enumerated).isGreaterThan(2 * PORTFOLIOS);
    }

    @Test
    void the_true_number_of_operations_is_inside_what_is_possible() {
        var inside = 0;
        for (var finding : FINDINGS) {
            var claim = finding.claim();
            var trial = trial(claim);
            if (claim.measure() == Measure.OPERATIONS
                    && claim.resources() == Resources.ALL
                    && !trial.truth().equals(trial.rows())) {
                var truth = trial.truth().stream()
                        .filter(f -> counts(claim, f))
                        .map(f -> f.operation().id())
                        .distinct()
                        .count();
                var possible = Objects.requireNonNull(finding.evidence()).possible();
                assertThat(possible.contains(Interval.closed(BigDecimal.valueOf(truth), BigDecimal.valueOf(truth))))
                        .as("-Dseed=%d %d operations of %s in %s", SEED, truth, claim, trial.rows())
                        .isTrue();
                inside++;
            }
        }
        System.out.println("true numbers of operations inside: " + inside);
        assertThat(inside).isGreaterThan(PORTFOLIOS);
    }

    /** Everything is known of the row. */
    private static boolean counts(Claim claim, Financing row) {
        var isPart = claim.of() == null || row.part(claim.of()).low().signum() > 0;
        var place = switch (claim.place().text()) {
            case "WORLD" -> true;
            case "EU" -> row.where().eu() == Membership.IN;
            case "NON_EU" -> row.where().eu() == Membership.OUT;
            default ->
                claim.place().countryCodes().contains(String.valueOf(row.where().country()))
                        || claim.place().code().equals(row.where().region());
        };
        return isPart
                && place
                && claim.period().covers(row.year())
                && row.stage() == Stage.SIGNED
                && (claim.institution() == Institution.GROUP || claim.institution() == row.institution());
    }

    private static Trial trial(Claim claim) {
        return TRIALS.get(Integer.parseInt(claim.id().substring(0, claim.id().indexOf('-'))));
    }

    /** What is left out is mostly the other portfolios. */
    private static List<Answer> withoutLeftOut(List<Answer> answers) {
        return answers.stream().map(Answer::withoutLeftOut).toList();
    }

    private static List<Finding> findings() {
        var rows = new ArrayList<Row>();
        TRIALS.forEach(t -> t.rows().forEach(f -> rows.add(FinancingRows.row(f, rows.size()))));
        var financings = LocalSpark.rows(Financings.TABLE, rows);
        List<Label> labels = RandomRows.LABELS;
        return Checking.findings(new Checking.Measured(
                Checking.cells(financings, labels).collectAsList(),
                Checking.operations(financings, CLAIMS).collectAsList(),
                CLAIMS,
                COVERAGES,
                Map.of(),
                AS_OF));
    }
}
