package kirchberg.domain.counting;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Map<String, List<OperationGroup>> views;

    /** How many things belong for certain, and how many may belong, by their kind. */
    private static final class Found {
        private final Map<Kind, Long> certain = new EnumMap<>(Kind.class);
        private final Map<Kind, Long> possible = new EnumMap<>(Kind.class);

        private long low(Kind kind) {
            return certain.getOrDefault(kind, 0L);
        }

        private long high(Kind kind) {
            return possible.getOrDefault(kind, 0L);
        }

        /** Rows without a key of their own are at least one thing. */
        private long leastOne(Kind rows) {
            return Math.min(1, low(rows));
        }
    }

    public Operations(List<OperationGroup> groups) {
        views = groups.stream().collect(Collectors.groupingBy(g -> view(g.label())));
    }

    /**
     * The least and the greatest number of operations.
     *
     * @param scope whether a corner belongs
     * @return empty if nothing in the scope states such a key
     */
    public Optional<Interval> count(CountingKey key, @Nullable Label label, Function<Corner, Membership> scope) {
        var found = found(views.getOrDefault(view(label), List.of()), scope);
        return switch (key) {
            case OPERATION ->
                between(
                        Math.max(
                                Math.max(found.low(Kind.ID), found.low(Kind.UNNUMBERED_NAME)),
                                found.leastOne(Kind.UNNUMBERED_ROW)),
                        found.high(Kind.ID) + found.high(Kind.UNNUMBERED_ROW));
            case NAME -> named(found, Kind.NAME, Kind.UNNAMED_ROW);
            case CONTRACT -> named(found, Kind.CONTRACT, Kind.UNCONTRACTED_ROW);
            case FINANCING -> between(found.low(Kind.ROW), found.high(Kind.ROW));
        };
    }

    /** A row without the key may be another row of a thing that has one, or a thing of its own. */
    private static Optional<Interval> named(Found found, Kind kind, Kind without) {
        return found.high(kind) == 0
                ? Optional.empty()
                : between(Math.max(found.low(kind), found.leastOne(without)), found.high(kind) + found.high(without));
    }

    private static Optional<Interval> between(long low, long high) {
        return Optional.of(Interval.closed(BigDecimal.valueOf(low), BigDecimal.valueOf(high)));
    }

    private static Found found(List<OperationGroup> groups, Function<Corner, Membership> scope) {
        var found = new Found();
        var known = new HashMap<Corner, Membership>();
        Function<Corner, Membership> once = corner -> known.computeIfAbsent(corner, scope);
        for (var group : groups) {
            if (any(group.certain(), once, Membership.IN)) {
                found.certain.merge(group.kind(), group.count(), Long::sum);
            }
            if (mayBelong(group.certain(), once) || mayBelong(group.possible(), once)) {
                found.possible.merge(group.kind(), group.count(), Long::sum);
            }
        }
        return found;
    }

    private static boolean mayBelong(Collection<Corner> corners, Function<Corner, Membership> scope) {
        return any(corners, scope, Membership.IN) || any(corners, scope, Membership.UNKNOWN);
    }

    private static boolean any(
            Collection<Corner> corners, Function<Corner, Membership> scope, Membership membership) {
        for (var corner : corners) {
            if (scope.apply(corner) == membership) {
                return true;
            }
        }
        return false;
    }

    private static String view(@Nullable Label label) {
        return label == null ? WITHOUT_LABEL : label.key();
    }
}
