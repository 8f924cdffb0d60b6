package kirchberg.domain.judgement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.finding.BreakEven;
import kirchberg.domain.finding.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What the portfolio says of a claim.
 *
 * @param selection the rows that the claim speaks of
 * @param found what these rows alone allow; null if they have no such value
 * @param gaps what no complete source covers, of the time that has passed
 * @param until last day that counts: the end of the period, or for a target on its way the last day covered
 * @param due whether the period has ended, or the claim is no target
 */
record Measurement(
        Claim claim, Selection selection, @Nullable Interval found, List<Gap> gaps, LocalDate until, boolean due) {

    static Measurement of(Claim claim, Selection selection, @Nullable Interval found, Judgement.Portfolio portfolio) {
        var end = LocalDate.of(claim.period().to(), 12, 31);
        if (claim.measure() == Measure.COUNT) {
            return new Measurement(claim, selection, found, List.of(), end, true);
        }
        if (claim.hedge() != Hedge.TARGET || portfolio.asOf().isAfter(end)) {
            return new Measurement(claim, selection, found, Gap.of(claim, portfolio.coverages(), end), end, true);
        }
        return onItsWay(claim, selection, found, portfolio);
    }

    /** A target is followed as far as sources go; only if they do not even begin, something is missing. */
    private static Measurement onItsWay(
            Claim claim, Selection selection, @Nullable Interval found, Judgement.Portfolio portfolio) {
        var gaps = Gap.of(claim, portfolio.coverages(), portfolio.asOf());
        var until = gaps.stream()
                .map(g -> g.from().minusDays(1))
                .min(Comparator.naturalOrder())
                .orElse(portfolio.asOf());
        var begun =
                gaps.isEmpty() || !until.isBefore(LocalDate.of(claim.period().from(), 1, 1));
        return begun
                ? new Measurement(claim, selection, found, List.of(), until, false)
                : new Measurement(claim, selection, found, gaps, portfolio.asOf(), false);
    }

    /**
     * Growth from what was measured of earlier years to what was measured of these. What no source covers widens both
     * before they are divided.
     */
    static Measurement growth(Claim claim, Measurement now, Measurement before) {
        var gaps = Stream.concat(before.gaps.stream(), now.gaps.stream()).toList();
        var found = now.found == null || before.found == null
                ? null
                : Bounds.growth(now.possible(now.found), before.possible(before.found))
                        .map(g -> claim.isOneLess() ? g.moved(BigDecimal.ONE.negate()) : g)
                        .orElse(null);
        var due = now.due && before.due;
        return new Measurement(claim, now.selection.with(before.selection), found, gaps, now.until, due);
    }

    /** What amounts and ratios of the selected rows allow; empty if a denominator is never above zero. */
    static Optional<Interval> found(Measure measure, Selection selection) {
        return switch (measure) {
            case AMOUNT -> Optional.of(Bounds.amount(selection.signed()));
            case SHARE -> Bounds.share(selection.signed());
            case MOBILISED -> Optional.of(mobilised(selection));
            case RATIO -> Bounds.ratio(mobilised(selection), Bounds.amount(selection.signed()));
            case JOINT -> Optional.of(Bounds.amount(selection.joint()));
            case OPERATIONS, COUNT, GROWTH, OPERATIONS_GROWTH -> Optional.empty();
        };
    }

    private static Interval mobilised(Selection selection) {
        var stated = Bounds.amount(selection.mobilised());
        return selection.rowsWithoutMobilised() == 0 ? stated : Interval.closed(stated.low(), null);
    }

    /** Whether no row and no complete source speaks of the claim, or its rows have no such value. */
    boolean isSilent() {
        return found == null || (selection.rowsUsed() == 0 && !gaps.isEmpty());
    }

    /** What is possible, with what is missing or still to come: unknown amounts of zero and above, without limit. */
    Interval possible(Interval rowsAllow) {
        if (due && gaps.isEmpty()) {
            return rowsAllow;
        }
        return switch (claim.measure()) {
            case SHARE -> withZeroToOne(rowsAllow);
            case RATIO -> Interval.closed(Quotient.ZERO, null);
            case GROWTH, OPERATIONS_GROWTH -> rowsAllow;
            case AMOUNT, OPERATIONS, MOBILISED, JOINT, COUNT -> Interval.closed(rowsAllow.low(), null);
        };
    }

    Evidence evidence(Interval possible) {
        return new Evidence(
                possible,
                selection.known(),
                selection.unknown(),
                selection.rowsUsed(),
                selection.rowsLeftOut(),
                gaps.isEmpty(),
                found == null ? possible : found);
    }

    /** Where between the least and the greatest value the claim holds; empty if more than these rows may count. */
    Optional<BreakEven> breakEven(Interval possible, Interval said) {
        return due && gaps.isEmpty() ? BreakEven.of(possible, said) : Optional.empty();
    }

    private static Interval withZeroToOne(Interval share) {
        var low = share.low().compareTo(Quotient.ZERO) < 0 ? share.low() : Quotient.ZERO;
        var high = share.high() != null && share.high().compareTo(Quotient.ONE) > 0 ? share.high() : Quotient.ONE;
        return Interval.closed(low, high);
    }
}
