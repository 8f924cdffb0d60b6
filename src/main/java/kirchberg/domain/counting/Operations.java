package kirchberg.domain.counting;

import java.math.BigDecimal;
import java.util.HashMap;
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

    /** The groups of one view, with their corners as numbers: a scope looks at each corner once. */
    private static final class View {
        private final Map<Corner, Integer> corners = new HashMap<>();
        private final List<Numbered> groups;

        private View(List<OperationGroup> groups) {
            this.groups = groups.stream()
                    .map(g -> new Numbered(g.kind(), numbers(g.certain()), numbers(g.possible()), g.count()))
                    .toList();
        }

        private int[] numbers(Set<Corner> of) {
            return of.stream()
                    .mapToInt(c -> corners.computeIfAbsent(c, x -> corners.size()))
                    .toArray();
        }

        private Counts count(Function<Corner, Membership> scope) {
            var memberships = new Membership[corners.size()];
            corners.forEach((corner, number) -> memberships[number] = scope.apply(corner));
            var counts = new Counts();
            groups.forEach(g -> g.addTo(counts, memberships));
            return counts;
        }
    }

    /** A group whose corners are numbers. */
    private static final class Numbered {
        private final int kind;
        private final int[] certain;
        private final int[] possible;
        private final long count;

        private Numbered(Kind kind, int[] certain, int[] possible, long count) {
            this.kind = KINDS.indexOf(kind);
            this.certain = certain;
            this.possible = possible;
            this.count = count;
        }

        private void addTo(Counts counts, Membership[] memberships) {
            var belongs = false;
            var mayBelong = false;
            for (var corner : certain) {
                belongs |= memberships[corner] == Membership.IN;
                mayBelong |= memberships[corner] != Membership.OUT;
            }
            for (var corner : possible) {
                mayBelong |= memberships[corner] != Membership.OUT;
            }
            counts.certain[kind] += belongs ? count : 0;
            counts.possible[kind] += mayBelong ? count : 0;
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
