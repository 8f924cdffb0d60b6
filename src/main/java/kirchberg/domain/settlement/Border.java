package kirchberg.domain.settlement;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import kirchberg.domain.Quotient;

/**
 * One end of what was said, and how far above it a figure may lie. A quotient is above a value where numerator - value
 * x denominator is above zero, and that is a sum over rows; so least and greatest are sums of least and greatest parts.
 */
final class Border {
    private final Question question;
    private final Quotient value;
    private final BigDecimal known;
    private final BigDecimal[] least;
    private final BigDecimal[] greatest;

    Border(Question question, Quotient value) {
        this.question = question;
        this.value = value;
        this.known = question.known().above(value);
        this.least = sums(BigDecimal::min);
        this.greatest = sums(BigDecimal::max);
    }

    /** Sums over the first 0, 1, 2 ... rows. */
    private BigDecimal[] sums(BinaryOperator<BigDecimal> end) {
        var rows = question.rows();
        var sums = new BigDecimal[rows.size() + 1];
        sums[0] = BigDecimal.ZERO;
        for (var i = 0; i < rows.size(); i++) {
            sums[i + 1] = sums[i].add(rows.get(i).corners().stream()
                    .map(c -> c.above(value))
                    .reduce(end)
                    .orElseThrow());
        }
        return sums;
    }

    /** How far above the border the figure lies at least, if the first rows turn out to bring the most. */
    BigDecimal leastAtBest(int first) {
        return known.add(greatest[first]).add(leastOfRest(first));
    }

    /** How far above the border the figure lies at most, if the first rows turn out to bring the least. */
    BigDecimal greatestAtWorst(int first) {
        return known.add(least[first]).add(greatestOfRest(first));
    }

    /** What all but the first rows bring at the least, with what is known. */
    BigDecimal leastBeside(int first) {
        return known.add(leastOfRest(first));
    }

    BigDecimal greatestBeside(int first) {
        return known.add(greatestOfRest(first));
    }

    private BigDecimal leastOfRest(int first) {
        return least[least.length - 1].subtract(least[first]);
    }

    private BigDecimal greatestOfRest(int first) {
        return greatest[greatest.length - 1].subtract(greatest[first]);
    }

    /**
     * Whether the figure may be on either side.
     *
     * @param isBelow what counts as below: without the border itself, or with it
     */
    boolean isInDoubt(Predicate<BigDecimal> isBelow) {
        if (question.mayBeOfNothing()) {
            var sides = corners(question.rows()).stream().map(isBelow::test).distinct();
            return sides.count() > 1;
        }
        var all = least.length - 1;
        return isBelow.test(known.add(least[all])) && !isBelow.test(known.add(greatest[all]));
    }

    /** Whether every one of the rows lies where it is asked for, whatever it brings, if it brings anything. */
    boolean isEveryRow(int from, Predicate<BigDecimal> where) {
        var rows = question.rows();
        return corners(rows.subList(from, rows.size())).stream().allMatch(where);
    }

    private List<BigDecimal> corners(List<Unknown> rows) {
        return rows.stream()
                .flatMap(r -> r.corners().stream())
                .filter(c -> !c.isOrigin())
                .map(c -> c.above(value))
                .toList();
    }

    /** How many rows have to be known before none is left that moves the figure against the border. */
    int lastThatMoves() {
        for (var i = least.length - 1; i > 0; i--) {
            var width = greatest[i].subtract(greatest[i - 1]).subtract(least[i].subtract(least[i - 1]));
            if (width.signum() != 0) {
                return i;
            }
        }
        return 0;
    }
}
