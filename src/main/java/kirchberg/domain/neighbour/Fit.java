package kirchberg.domain.neighbour;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How well a reading fits what was printed: a claim that holds fits best; of others, the one whose possible values
 * leave the allowed ones the least, at their farthest. A wide interval therefore fits badly, though it may hold.
 *
 * @param holds whether all that is possible is allowed
 * @param farthest distance of the farthest possible value from what is allowed; null if there is no limit
 */
record Fit(boolean holds, @Nullable Quotient farthest) implements Comparable<Fit> {
    private static final Comparator<Fit> BEST_FIRST = Comparator.comparing((Fit f) -> !f.holds())
            .thenComparing(Fit::farthest, Comparator.nullsLast(Comparator.naturalOrder()));

    /** Position of the reading that fits best, the first of equals; -1 if none fits better than the claim itself. */
    static int best(Finding claim, List<Finding> readings) {
        var best = -1;
        var fit = of(claim);
        for (var i = 0; i < readings.size(); i++) {
            var other = of(readings.get(i));
            if (other.compareTo(fit) < 0) {
                best = i;
                fit = other;
            }
        }
        return best;
    }

    private static Fit of(Finding finding) {
        var evidence = finding.evidence();
        var said = finding.said().get(Strictness.CONVENTIONAL);
        var holds = finding.verdict() == Verdict.HOLDS;
        return new Fit(holds, evidence == null || said == null ? null : farthest(evidence.possible(), said));
    }

    private static @Nullable Quotient farthest(Interval possible, Interval said) {
        var below = positive(difference(said.low(), possible.low()));
        var end = said.high();
        var high = possible.high();
        if (end == null) {
            return below;
        }
        if (high == null) {
            return null;
        }
        var above = positive(difference(high, end));
        return below.compareTo(above) > 0 ? below : above;
    }

    private static Quotient positive(Quotient value) {
        return value.numerator().signum() < 0 ? Quotient.ZERO : value;
    }

    private static Quotient difference(Quotient one, Quotient other) {
        BigDecimal numerator = one.numerator()
                .multiply(other.denominator())
                .subtract(other.numerator().multiply(one.denominator()));
        return new Quotient(numerator, one.denominator().multiply(other.denominator()));
    }

    @Override
    public int compareTo(Fit other) {
        return BEST_FIRST.compare(this, other);
    }
}
