package kirchberg.domain.difference;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;

/**
 * How two portfolios differ, by cause. The causes add up to the totals of both, in rows and to the cent.
 *
 * @param notCompared attributes that only one of them states anywhere
 * @param years totals by year of signature, in order
 * @param causes rows and money before and after, of every cause
 * @param changes all but the unchanged rows, heaviest first
 */
public record Difference(
        Compared before,
        Compared after,
        Set<Attribute> notCompared,
        List<Year> years,
        Map<Cause, Total> causes,
        List<Change> changes) {

    /** Rows and money before and after. */
    public record Total(Sum before, Sum after) {
        static final Total NOTHING = new Total(Sum.NOTHING, Sum.NOTHING);

        Total plus(Total other) {
            return new Total(before.plus(other.before), after.plus(other.after));
        }

        /** In EUR. */
        public BigDecimal differenceEur() {
            return after.eur().subtract(before.eur());
        }

        /** Pairs count once. */
        public long rows() {
            return Math.max(before.rows(), after.rows());
        }

        public boolean isDifferent() {
            return !before.matches(after);
        }
    }

    /** A year of signature. */
    public record Year(int year, Total total) {}

    public Difference {
        notCompared = Set.copyOf(notCompared);
        years = List.copyOf(years);
        causes = Map.copyOf(causes);
        changes = List.copyOf(changes);
    }

    /**
     * Pairs what differs and adds everything up.
     *
     * @param unchanged rows that both have, counted before
     * @param leftBefore rows of the older portfolio beyond them
     * @param leftAfter rows of the newer one
     * @throws Stop INTERNAL if the causes do not add up to the totals of the years
     */
    public static Difference of(
            Scope scope, Sum unchanged, Collection<Content> leftBefore, Collection<Content> leftAfter) {
        var changes = Pairing.changes(leftBefore, leftAfter);
        var causes = new EnumMap<Cause, Total>(Cause.class);
        for (var cause : Cause.values()) {
            causes.put(cause, Total.NOTHING);
        }
        causes.put(Cause.UNCHANGED, new Total(unchanged, unchanged));
        changes.forEach(change -> causes.merge(change.cause(), total(change), Total::plus));
        var told = changes.stream()
                .filter(c -> c.cause() != Cause.UNCHANGED)
                .sorted(Change.HEAVIEST_FIRST)
                .toList();
        var difference = new Difference(scope.before, scope.after, scope.notCompared, scope.years, causes, told);
        difference.requireSums();
        return difference;
    }

    /** What is compared, and what each of the two adds up to. */
    public record Scope(Compared before, Compared after, Set<Attribute> notCompared, List<Year> years) {}

    /** All rows and all money, as the years add up. */
    public Total total() {
        return total(years);
    }

    /** What years add up to. */
    public static Total total(List<Year> years) {
        return years.stream().map(Year::total).reduce(Total.NOTHING, Total::plus);
    }

    private static Total total(Change change) {
        var before = new Sum(change.before() == null ? 0 : 1, change.beforeEur());
        var after = new Sum(change.after() == null ? 0 : 1, change.afterEur());
        return new Total(before, after);
    }

    private void requireSums() {
        var found = causes.values().stream().reduce(Total.NOTHING, Total::plus);
        var expected = total();
        if (!found.before.matches(expected.before) || !found.after.matches(expected.after)) {
            throw new Stop(
                    Exit.INTERNAL,
                    "Cannot compare: the causes do not add up, got " + found.before + " before and " + found.after
                            + " after, expected " + expected.before + " and " + expected.after,
                    "Report this with both portfolios; nothing was changed.");
        }
    }
}
