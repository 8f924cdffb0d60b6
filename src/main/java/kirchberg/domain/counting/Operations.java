package kirchberg.domain.counting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kirchberg.domain.Interval;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.counting.OperationGroup.Kind;
import org.jspecify.annotations.Nullable;

/** Counts operations of any scope, from all candidate merges accepted to none. */
public final class Operations {
    private static final String WITHOUT_LABEL = "";
    private static final List<Kind> KINDS = List.of(Kind.values());

    private final Map<String, View> views;

    /** The groups of one view by the corners that they lie in, so that a scope touches those of its corners only. */
    private static final class View {
        private final Map<Corner, Lying> corners = new HashMap<>();
        private int groups;

        private View(List<OperationGroup> groups) {
            var sums = new LinkedHashMap<Likeness, Long>();
            groups.forEach(g -> sums.merge(Likeness.of(g), g.count(), Long::sum));
            sums.forEach(this::add);
        }

        private void add(Likeness alike, long count) {
            var group = new Numbered(groups++, KINDS.indexOf(alike.kind()), count);
            alike.certain().forEach(c -> lying(c).certain().add(group));
            alike.possible().stream()
                    .filter(c -> !alike.certain().contains(c))
                    .forEach(c -> lying(c).possible().add(group));
        }

        private Lying lying(Corner corner) {
            return corners.computeIfAbsent(corner, c -> new Lying(new ArrayList<>(), new ArrayList<>()));
        }

        private Counts count(Function<Corner, Membership> scope) {
            var tally = new Tally(groups);
            corners.forEach((corner, lying) -> tally.add(lying, scope.apply(corner)));
            return tally.counts;
        }
    }

    /** Groups of a view that differ in none of this are counted in the same scopes. */
    private record Likeness(Kind kind, Set<Corner> certain, Set<Corner> possible) {

        private static Likeness of(OperationGroup group) {
            return new Likeness(group.kind(), group.certain(), group.possible());
        }
    }

    /** A group without its corners. */
    private record Numbered(int number, int kind, long count) {}

    /** The groups that lie in a corner for certain, and those that only may. */
    private record Lying(List<Numbered> certain, List<Numbered> possible) {}

    /** Counts each group once, in however many corners of the scope it lies. */
    private static final class Tally {
        private final Counts counts = new Counts();
        private final boolean[] certain;
        private final boolean[] possible;

        private Tally(int groups) {
            certain = new boolean[groups];
            possible = new boolean[groups];
        }

        private void add(Lying lying, Membership membership) {
            if (membership == Membership.OUT) {
                return;
            }
            if (membership == Membership.IN) {
                lying.certain().forEach(this::belongs);
            }
            lying.certain().forEach(this::mayBelong);
            lying.possible().forEach(this::mayBelong);
        }

        private void belongs(Numbered group) {
            if (!certain[group.number()]) {
                certain[group.number()] = true;
                counts.certain[group.kind()] += group.count();
            }
        }

        private void mayBelong(Numbered group) {
            if (!possible[group.number()]) {
                possible[group.number()] = true;
                counts.possible[group.kind()] += group.count();
            }
        }
    }

    /** How many things of a scope belong for certain, and how many may belong, by their kind. */
    public static final class Counts {
        private final long[] certain = new long[KINDS.size()];
        private final long[] possible = new long[KINDS.size()];

        private Counts() {}

        /**
         * The least and the greatest number of operations.
         *
         * @return empty if nothing in the scope states such a key
         */
        public Optional<Interval> by(CountingKey key) {
            return switch (key) {
                case OPERATION ->
                    between(
                            Math.max(Math.max(low(Kind.ID), low(Kind.UNNUMBERED_NAME)), leastOne(Kind.UNNUMBERED_ROW)),
                            high(Kind.ID) + high(Kind.UNNUMBERED_ROW));
                case NAME -> stated(Kind.NAME, Kind.UNNAMED_ROW);
                case CONTRACT -> stated(Kind.CONTRACT, Kind.UNCONTRACTED_ROW);
                case FINANCING -> between(low(Kind.ROW), high(Kind.ROW));
            };
        }

        /** A row without the key may be another row of a thing that has one, or a thing of its own. */
        private Optional<Interval> stated(Kind kind, Kind without) {
            return high(kind) == 0
                    ? Optional.empty()
                    : between(Math.max(low(kind), leastOne(without)), high(kind) + high(without));
        }

        private static Optional<Interval> between(long low, long high) {
            return Optional.of(Interval.closed(BigDecimal.valueOf(low), BigDecimal.valueOf(high)));
        }

        private long low(Kind kind) {
            return certain[KINDS.indexOf(kind)];
        }

        private long high(Kind kind) {
            return possible[KINDS.indexOf(kind)];
        }

        /** Rows without a key of their own are at least one thing. */
        private long leastOne(Kind rows) {
            return Math.min(1, low(rows));
        }
    }

    public Operations(List<OperationGroup> groups) {
        views = groups.stream()
                .collect(Collectors.groupingBy(
                        g -> view(g.label()), Collectors.collectingAndThen(Collectors.toList(), View::new)));
    }

    /**
     * Counts the operations of a scope by every key.
     *
     * @param scope whether a corner belongs
     */
    public Counts count(@Nullable Label label, Function<Corner, Membership> scope) {
        var view = views.get(view(label));
        return view == null ? new Counts() : view.count(scope);
    }

    private static String view(@Nullable Label label) {
        return label == null ? WITHOUT_LABEL : label.key();
    }
}
