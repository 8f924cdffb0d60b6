package kirchberg.domain.settlement;

import java.math.BigDecimal;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import kirchberg.domain.settlement.Frontier.Limit;
import org.jspecify.annotations.Nullable;

/**
 * The settle list: rows of which something is unknown, the heaviest first, and how many of them have to become known
 * before what is still possible lies wholly inside what was said, or wholly outside it.
 *
 * <p>In the best case every row that is looked into turns out as suits the answer best. In any case the answer must
 * come whatever they turn out to be; as a row may be anything between its corners, the figure can always come to lie so
 * near an end of what was said that the last unknown row decides. So the any-case prefix ends with the last row that
 * moves the figure against an end in doubt, and that is mostly the last one of all.
 */
public final class Settlement {

    /**
     * Shortest prefixes of the settle list.
     *
     * @param best rows after which the answer may be there; null if even all of them do not bring it
     * @param any rows after which it is there for certain; null if even all do not bring it
     */
    public record Prefixes(@Nullable Long best, @Nullable Long any) {}

    private final Question question;
    private final Border low;
    private final @Nullable Border high;
    private final @Nullable Frontier between;

    private Settlement(Question question) {
        var said = question.said();
        var top = said.high();
        this.question = question;
        this.low = new Border(question, said.low());
        this.high = top == null ? null : new Border(question, top);
        this.between = top == null ? null : new Frontier(question.rows(), said.low(), top);
    }

    /** Both prefixes: 0 where the question is settled already. */
    public static Prefixes of(Question question) {
        return new Settlement(question).prefixes();
    }

    private Prefixes prefixes() {
        var all = question.rows().size();
        if (!maySettle(all)) {
            return new Prefixes(null, null);
        }
        var best = first(all, this::maySettle);
        return new Prefixes((long) best, best == 0 ? Long.valueOf(0) : any());
    }

    /** What is settled by some rows is settled by more of them, so the first is found by halving. */
    private static int first(int all, IntPredicate settles) {
        var from = 0;
        var to = all;
        while (from < to) {
            var middle = (from + to) >>> 1;
            if (settles.test(middle)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return to;
    }

    private boolean maySettle(int first) {
        return mayLieAbove(first) || mayLieBelow(first) || mayLieInside(first) || isSettledByNothing(first);
    }

    private boolean mayLieAbove(int first) {
        return high != null && isAbove(question.said().highOpen()).test(high.leastAtBest(first));
    }

    private boolean mayLieBelow(int first) {
        return question.bounded() && isBelow(question.said().lowOpen()).test(low.greatestAtWorst(first));
    }

    private boolean mayLieInside(int first) {
        var needed = new Limit(low.leastBeside(first).negate(), question.said().lowOpen());
        if (high == null || between == null) {
            return isInside(low.leastAtBest(first), needed.isOpen());
        }
        var allowed =
                new Limit(high.greatestBeside(first).negate(), question.said().highOpen());
        return question.bounded() && between.reaches(first, needed, allowed);
    }

    private static boolean isInside(BigDecimal distance, boolean isOpen) {
        return isOpen ? distance.signum() > 0 : distance.signum() >= 0;
    }

    /**
     * Where the figure rests on unknown rows alone, the first of them may all turn out not to belong. Then every other
     * row on its own has to lie on the same side, for each alone may be the figure.
     */
    private boolean isSettledByNothing(int first) {
        if (!question.mayBeOfNothing()) {
            return false;
        }
        var said = question.said();
        var outside = low.isEveryRow(first, isBelow(said.lowOpen()))
                || (high != null && high.isEveryRow(first, isAbove(said.highOpen())));
        var inside = low.isEveryRow(first, isBelow(said.lowOpen()).negate())
                && (high == null
                        || high.isEveryRow(first, isAbove(said.highOpen()).negate()));
        return outside || inside;
    }

    /** Below what was said: with the end itself, where that is left out. */
    private static Predicate<BigDecimal> isBelow(boolean isOpen) {
        return distance -> isOpen ? distance.signum() <= 0 : distance.signum() < 0;
    }

    private static Predicate<BigDecimal> isAbove(boolean isOpen) {
        return distance -> isOpen ? distance.signum() >= 0 : distance.signum() > 0;
    }

    private @Nullable Long any() {
        if (!question.bounded()) {
            return null;
        }
        var rows = low.isInDoubt(isBelow(question.said().lowOpen())) ? low.lastThatMoves() : 0;
        if (high != null && high.isInDoubt(isAbove(question.said().highOpen()).negate())) {
            rows = Math.max(rows, high.lastThatMoves());
        }
        return (long) rows;
    }
}
