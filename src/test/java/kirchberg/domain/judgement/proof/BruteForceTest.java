package kirchberg.domain.judgement.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Verdict;
import org.junit.jupiter.api.Test;

/** What the portfolio allows is the least and the greatest of all completions, exactly. */
class BruteForceTest {
    private static final int PORTFOLIOS = 10_000;
    private static final long SEED = Long.getLong("seed", 20_251_204L);
    private static final long MOST_COMPLETIONS = 5_000;
    private static final String LEFT_OUT = "left out: too many completions";

    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void findings_allow_the_least_and_the_greatest_of_all_completions() {
        for (var i = 0; i < PORTFOLIOS; i++) {
            var random = new Random(SEED + i);
            var rows = RandomRows.portfolio(random);
            var claims = RandomRows.claims(random);
            var findings = CellsOfRows.findings(claims, CellsOfRows.of(rows, RandomRows.LABELS));
            for (var finding : findings) {
                var seed = SEED + i;
                assertIsExact(finding, rows, () -> "-Dseed=" + seed + " " + finding.claim() + " of " + rows);
            }
        }
        System.out.println("brute force, " + PORTFOLIOS + " portfolios: " + seen);
        assertThat(seen.keySet())
                .contains(
                        "AMOUNT",
                        "GROWTH",
                        "GROWTH without upper end",
                        "GROWTH out of reach",
                        "JOINT",
                        "MOBILISED",
                        "MOBILISED without upper end",
                        "RATIO",
                        "RATIO without upper end",
                        "RATIO out of reach",
                        "SHARE of a certain denominator",
                        "SHARE of an uncertain denominator",
                        "SHARE of a place",
                        "SHARE out of reach",
                        "each year",
                        "with 4096 completions");
        assertThat(seen.remove(LEFT_OUT)).isLessThan(PORTFOLIOS / 50);
        assertThat(seen).allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(100));
    }

    private void assertIsExact(Finding finding, List<Financing> rows, Supplier<String> why) {
        if (finding.years().isEmpty()) {
            assertThat(finding.verdict() == Verdict.OUT_OF_REACH)
                    .as(why)
                    .isEqualTo(possible(finding).isEmpty());
            enumerated(finding.claim(), rows)
                    .ifPresent(expected -> assertThat(possible(finding)).as(why).isEqualTo(expected));
            return;
        }
        count("each year");
        finding.years().forEach(year -> assertIsExact(year, rows, why));
        var years = finding.years().stream()
                .map(BruteForceTest::possible)
                .flatMap(Optional::stream)
                .toList();
        assertThat(possible(finding)).as(why).isEqualTo(span(years));
        assertThat(finding.verdict()).as(why).isEqualTo(conjunction(finding.years()));
    }

    /** A conjunction is false as soon as one part is, and true if all are. */
    private static Verdict conjunction(List<Finding> years) {
        var verdicts = years.stream().map(Finding::verdict).toList();
        if (verdicts.contains(Verdict.FAILS)) {
            return Verdict.FAILS;
        }
        if (verdicts.contains(Verdict.OUT_OF_REACH)) {
            return Verdict.OUT_OF_REACH;
        }
        return verdicts.contains(Verdict.UNDECIDED) ? Verdict.UNDECIDED : Verdict.HOLDS;
    }

    private static Optional<Interval> span(List<Interval> years) {
        return years.stream()
                .reduce((a, b) -> Interval.closed(a.low().compareTo(b.low()) < 0 ? a.low() : b.low(), max(a, b)));
    }

    private static Quotient max(Interval a, Interval b) {
        var one = Objects.requireNonNull(a.high());
        var other = Objects.requireNonNull(b.high());
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Optional<Interval> possible(Finding finding) {
        return Optional.ofNullable(finding.evidence()).map(Evidence::possible);
    }

    /** Empty where there are too many completions; inside, empty where no completion has such a value. */
    private Optional<Optional<Interval>> enumerated(Claim claim, List<Financing> rows) {
        if (claim.measure() == Measure.GROWTH) {
            return growth(claim, rows);
        }
        var signed = Completions.signed(claim, rows);
        var mobilised = Completions.mobilised(claim, rows);
        var most = Math.max(Completions.count(signed), Completions.count(mobilised));
        var isRatio = claim.measure() == Measure.RATIO;
        if (most > MOST_COMPLETIONS
                || (isRatio && Completions.count(signed) * Completions.count(mobilised) > 20 * MOST_COMPLETIONS)) {
            count(LEFT_OUT);
            return Optional.empty();
        }
        if (Completions.count(signed) == 4096) {
            count("with 4096 completions");
        }
        return Optional.of(
                switch (claim.measure()) {
                    case AMOUNT -> amount(signed);
                    case SHARE -> share(claim, signed);
                    case MOBILISED -> mobilised(mobilised, Completions.isOpen(claim, rows));
                    case RATIO -> ratio(claim, rows);
                    case JOINT -> joint(claim, rows);
                    case OPERATIONS, COUNT, GROWTH, OPERATIONS_GROWTH -> throw new AssertionError(claim.measure());
                });
    }

    private Optional<Interval> joint(Claim claim, List<Financing> rows) {
        count("JOINT");
        return Optional.of(Completions.of(Completions.joint(claim, rows)).amount());
    }

    private Optional<Optional<Interval>> growth(Claim claim, List<Financing> rows) {
        var later = Completions.signed(claim, rows);
        var earlier = Completions.signed(claim.during(Objects.requireNonNull(claim.against())), rows);
        if (Completions.count(later) * Completions.count(earlier) > 20 * MOST_COMPLETIONS) {
            count(LEFT_OUT);
            return Optional.empty();
        }
        var growth = Completions.growth(Completions.numerators(later), Completions.numerators(earlier));
        count(
                growth.isEmpty()
                        ? "GROWTH out of reach"
                        : growth.get().high() == null ? "GROWTH without upper end" : "GROWTH");
        return Optional.of(claim.figure().unit() == Unit.RATIO ? growth : growth.map(BruteForceTest::lessOne));
    }

    private static Interval lessOne(Interval multiple) {
        var high = multiple.high();
        return Interval.closed(multiple.low().minus(Quotient.ONE), high == null ? null : high.minus(Quotient.ONE));
    }

    private Optional<Interval> amount(List<List<Completions.Option>> signed) {
        count("AMOUNT");
        return Optional.of(Completions.of(signed).amount());
    }

    private Optional<Interval> share(Claim claim, List<List<Completions.Option>> signed) {
        if (claim.ofPlace() != null) {
            count("SHARE of a place");
        }
        var share = Completions.of(signed).share();
        var isCertain = signed.stream()
                .allMatch(row -> row.stream()
                                .map(Completions.Option::denominator)
                                .distinct()
                                .count()
                        == 1);
        count(
                share.isEmpty()
                        ? "SHARE out of reach"
                        : isCertain ? "SHARE of a certain denominator" : "SHARE of an uncertain denominator");
        return share;
    }

    private Optional<Interval> mobilised(List<List<Completions.Option>> mobilised, boolean isOpen) {
        var stated = Completions.of(mobilised).amount();
        count(isOpen ? "MOBILISED without upper end" : "MOBILISED");
        return Optional.of(isOpen ? Interval.closed(stated.low(), null) : stated);
    }

    private Optional<Interval> ratio(Claim claim, List<Financing> rows) {
        var ratio = Completions.ratio(
                Completions.numerators(Completions.mobilised(claim, rows)),
                Completions.numerators(Completions.signed(claim, rows)),
                Completions.isOpen(claim, rows));
        var together =
                Completions.of(Completions.mobilisedOverSigned(claim, rows)).share();
        if (ratio.isPresent() && together.isPresent()) {
            assertThat(ratio.get().contains(together.get())).isTrue();
            count(ratio.equals(together) ? "RATIO as its rows allow together" : "RATIO wider than its rows together");
        }
        count(
                ratio.isEmpty()
                        ? "RATIO out of reach"
                        : ratio.get().high() == null ? "RATIO without upper end" : "RATIO");
        return ratio;
    }

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }
}
