package kirchberg.domain.judgement.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import org.junit.jupiter.api.Test;

/** Whatever is hidden of a portfolio of which everything is known, the truth stays inside what is possible. */
class ContainmentTest {
    private static final int RUNS = 2_500;
    private static final long SEED = Long.getLong("seed", 20_251_204L);

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);

    @Test
    void the_truth_is_inside_what_the_hidden_portfolio_allows() {
        var inside = 0;
        for (var i = 0; i < RUNS; i++) {
            var random = new Random(SEED + i);
            var truth = HiddenRows.truth(random);
            var share = 5 + random.nextInt(91);
            var hidden =
                    truth.stream().map(f -> HiddenRows.hidden(f, share, random)).toList();
            var findings = CellsOfRows.findings(RandomRows.claims(random), CellsOfRows.of(hidden, RandomRows.LABELS));
            for (var finding : findings) {
                var why = "-Dseed=" + (SEED + i) + ", " + share + " % hidden, " + finding;
                inside += finding.years().isEmpty() ? assertInside(finding, truth, why) : 0;
                finding.years().forEach(year -> assertInside(year, truth, why));
            }
        }
        System.out.println("truths inside, of " + RUNS + " runs: " + inside + ", " + verdicts);
        assertThat(inside).isGreaterThan(3 * RUNS);
        assertThat(verdicts.keySet()).contains(Verdict.HOLDS, Verdict.FAILS, Verdict.UNDECIDED);
    }

    private int assertInside(Finding finding, List<Financing> truth, String why) {
        var evidence = finding.evidence();
        var value = value(finding.claim(), truth);
        if (evidence == null || value.isEmpty()) {
            return 0;
        }
        var exact = Interval.closed(value.get(), value.get());
        assertThat(evidence.possible().contains(exact)).as(why).isTrue();
        for (var strictness : Strictness.values()) {
            var verdict = finding.readings().get(strictness);
            var wasSaid = Objects.requireNonNull(finding.said().get(strictness)).contains(exact);
            assertThat(verdict).as(why).isNotEqualTo(wasSaid ? Verdict.FAILS : Verdict.HOLDS);
        }
        verdicts.merge(finding.verdict(), 1, Integer::sum);
        return 1;
    }

    /** The figure itself, by adding up; empty where there is nothing to divide by. */
    private static Optional<Quotient> value(Claim claim, List<Financing> truth) {
        var against = claim.against();
        if (against != null) {
            var now = claim.about(claim.subject().measuring(Measure.AMOUNT).against(null));
            return value(now, truth)
                    .flatMap(later -> value(now.during(against), truth)
                            .filter(earlier -> earlier.signum() > 0)
                            .map(later::over))
                    .map(g -> claim.figure().unit() == Unit.RATIO ? g : g.minus(Quotient.ONE));
        }
        var signed = BigDecimal.ZERO;
        var labelled = BigDecimal.ZERO;
        var joint = BigDecimal.ZERO;
        var mobilised = BigDecimal.ZERO;
        for (var f : truth) {
            if (Completions.mayBeIn(claim, f)) {
                var part = part(claim, f);
                joint = joint.add(BigDecimal.valueOf(Objects.requireNonNull(f.jointCents()), 2)
                        .multiply(part));
                var isTwice = claim.institution() == Institution.GROUP && f.jointCents() != null;
                var counted = BigDecimal.valueOf(f.cents() - (isTwice ? Objects.requireNonNull(f.jointCents()) : 0), 2);
                signed = signed.add(counted);
                labelled = labelled.add(counted.multiply(part));
                mobilised = mobilised.add(BigDecimal.valueOf(Objects.requireNonNull(f.mobilisedCents()), 2)
                        .multiply(part));
            }
        }
        return switch (claim.measure()) {
            case AMOUNT -> Optional.of(Quotient.of(labelled));
            case MOBILISED -> Optional.of(Quotient.of(mobilised));
            case SHARE -> quotient(labelled, signed);
            case RATIO -> quotient(mobilised, labelled);
            case JOINT -> Optional.of(Quotient.of(joint));
            case OPERATIONS, COUNT, GROWTH, OPERATIONS_GROWTH -> Optional.empty();
        };
    }

    private static BigDecimal part(Claim claim, Financing f) {
        var place = claim.ofPlace();
        if (place != null) {
            return Completions.isSurelyAt(place, f) ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return claim.of() == null ? BigDecimal.ONE : f.part(claim.of()).low();
    }

    private static Optional<Quotient> quotient(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() > 0 ? Optional.of(new Quotient(numerator, denominator)) : Optional.empty();
    }
}
