package kirchberg.domain.judgement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.source.Coverage;

/**
 * How far a target has come whose period still runs.
 *
 * @param reached so far, in the unit of the target
 * @param from first day of the period
 * @param until last day that the sources cover
 * @param end last day of the period
 */
public record Progress(BigDecimal target, Quotient reached, LocalDate from, LocalDate until, LocalDate end) {
    private static final BigDecimal DAYS_A_YEAR = BigDecimal.valueOf(365);

    /**
     * The progress of a finding; empty if its claim is no target, is due, or no source has seen its period begin. What
     * does not add up over the years, a share or each year for itself, has no pace.
     *
     * @param asOf day of the finding
     */
    public static Optional<Progress> of(Finding finding, List<Coverage> coverages, LocalDate asOf) {
        var claim = finding.claim();
        var evidence = finding.evidence();
        var end = LocalDate.of(claim.period().to(), 12, 31);
        if (claim.hedge() != Hedge.TARGET || evidence == null || asOf.isAfter(end) || !addsUp(claim)) {
            return Optional.empty();
        }
        var from = LocalDate.of(claim.period().from(), 1, 1);
        var until = Gap.of(claim, coverages, asOf).stream()
                .map(g -> g.from().minusDays(1))
                .min(Comparator.naturalOrder())
                .orElse(asOf);
        var reached = evidence.possible().low();
        return until.isBefore(from)
                ? Optional.empty()
                : Optional.of(new Progress(claim.figure().value(), reached, from, until, end));
    }

    private static boolean addsUp(Claim claim) {
        return claim.figure().value().signum() > 0
                && !claim.period().each()
                && switch (claim.measure()) {
                    case AMOUNT, MOBILISED, JOINT, OPERATIONS -> true;
                    case SHARE, RATIO, GROWTH, OPERATIONS_GROWTH, COUNT -> false;
                };
    }

    /** Part of the target that is reached; above 1 once it is passed. */
    public Quotient part() {
        return new Quotient(reached.numerator(), reached.denominator().multiply(target));
    }

    /** Part of the period that has passed, 0 to 1. */
    public Quotient time() {
        return new Quotient(BigDecimal.valueOf(days()), BigDecimal.valueOf(ChronoUnit.DAYS.between(from, end) + 1));
    }

    /** What was reached a year so far, in the unit of the target. */
    public BigDecimal paceSoFar() {
        return yearly(reached.rounded(2, RoundingMode.HALF_UP), days());
    }

    /** What is needed a year until the end; empty if the target is reached or no day is left. */
    public Optional<BigDecimal> paceNeeded() {
        var open = target.subtract(reached.rounded(2, RoundingMode.HALF_UP));
        var left = ChronoUnit.DAYS.between(until, end);
        return open.signum() <= 0 || left <= 0 ? Optional.empty() : Optional.of(yearly(open, left));
    }

    private long days() {
        return ChronoUnit.DAYS.between(from, until) + 1;
    }

    /** What an amount of so many days, above zero, comes to in a year. */
    static BigDecimal yearly(BigDecimal amount, long days) {
        return amount.multiply(DAYS_A_YEAR).divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP);
    }
}
