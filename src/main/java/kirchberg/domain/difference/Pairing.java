package kirchberg.domain.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the rows of two portfolios that have no ids of their own: one to one, in rounds of decreasing likeness. Every
 * round looks only at what the rounds before left over. The result does not depend on the order of the rows.
 */
public final class Pairing {
    /** Candidates of one group that are weighed against each other; a larger group is paired in the order of rows. */
    private static final long MOST_CANDIDATES = 250_000;

    private static final List<Attribute> FACTS =
            List.of(Attribute.AMOUNT, Attribute.SIGNED_ON, Attribute.COUNTRY, Attribute.INSTITUTION, Attribute.STAGE);

    /** The likest first. */
    private static final Comparator<Candidate> LIKEST = Comparator.comparingInt(Candidate::differing)
            .thenComparing(c -> c.change.differenceEur().abs())
            .thenComparingLong(c -> c.change.days())
            .thenComparingInt(Candidate::before)
            .thenComparingInt(Candidate::after);

    private final Side before;
    private final Side after;
    private final List<Change> pairs = new ArrayList<>();

    private Pairing(Collection<Content> before, Collection<Content> after) {
        this.before = Side.of(before);
        this.after = Side.of(after);
    }

    private record Candidate(int before, int after, Change change, int differing) {}

    /** The rows of one portfolio, in order, and those of them that are paired. */
    private record Side(List<Content> rows, BitSet paired) {
        static Side of(Collection<Content> rows) {
            return new Side(rows.stream().sorted(Content.ORDER).toList(), new BitSet());
        }

        IntStream left() {
            return IntStream.range(0, rows.size()).filter(i -> !paired.get(i));
        }

        Map<Object, List<Integer>> grouped(Function<Content, @Nullable Object> key) {
            var groups = new LinkedHashMap<Object, List<Integer>>();
            left().forEach(i -> {
                var found = key.apply(rows.get(i));
                if (found != null) {
                    groups.computeIfAbsent(found, k -> new ArrayList<>()).add(i);
                }
            });
            return groups;
        }
    }

    /**
     * Every row of either portfolio, in exactly one change; equal rows are pairs too.
     *
     * @param before rows of the older portfolio; equal ones are separate rows
     * @param after rows of the newer one
     */
    public static List<Change> changes(Collection<Content> before, Collection<Content> after) {
        var pairing = new Pairing(before, after);
        pairing.pairAll();
        return pairing.all();
    }

    private void pairAll() {
        round(content -> content, pair -> true);
        Arrays.stream(Attribute.values()).filter(a -> !a.isId()).forEach(this::allBut);
        round(stated(Attribute.CONTRACT_ID), pair -> true);
        round(stated(Attribute.OPERATION_ID), pair -> true);
        Arrays.stream(Attribute.values()).filter(Attribute::isId).forEach(this::allBut);
        round(stated(Attribute.NAME), pair -> pair.causes().size() <= 2);
        round(content -> content.values(FACTS), pair -> pair.changed().size() <= 2);
    }

    private void allBut(Attribute attribute) {
        round(content -> content.without(attribute), pair -> true);
    }

    private static Function<Content, @Nullable Object> stated(Attribute attribute) {
        return content -> content.text(attribute).isEmpty() ? null : content.text(attribute);
    }

    /** Pairs rows of the same key as long as there are two that may be one. */
    private void round(Function<Content, @Nullable Object> key, Predicate<Change> mayBeOne) {
        var news = after.grouped(key);
        before.grouped(key).forEach((value, olds) -> {
            var candidates = candidates(olds, news.getOrDefault(value, List.of()));
            candidates.stream()
                    .filter(c -> mayBeOne.test(c.change))
                    .sorted(LIKEST)
                    .forEach(this::take);
        });
    }

    private List<Candidate> candidates(List<Integer> olds, List<Integer> news) {
        var inOrder = (long) olds.size() * news.size() > MOST_CANDIDATES;
        if (inOrder) {
            return IntStream.range(0, Math.min(olds.size(), news.size()))
                    .mapToObj(i -> candidate(olds.get(i), news.get(i)))
                    .toList();
        }
        return olds.stream()
                .flatMap(o -> news.stream().map(n -> candidate(o, n)))
                .toList();
    }

    private Candidate candidate(int old, int young) {
        var change = new Change(before.rows.get(old), after.rows.get(young));
        return new Candidate(old, young, change, change.changed().size());
    }

    private void take(Candidate candidate) {
        if (!before.paired.get(candidate.before) && !after.paired.get(candidate.after)) {
            before.paired.set(candidate.before);
            after.paired.set(candidate.after);
            pairs.add(candidate.change);
        }
    }

    private List<Change> all() {
        var changes = new ArrayList<>(pairs);
        before.left().forEach(i -> changes.add(new Change(before.rows.get(i), null)));
        after.left().forEach(i -> changes.add(new Change(null, after.rows.get(i))));
        return List.copyOf(changes);
    }
}
