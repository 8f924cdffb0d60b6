package kirchberg.domain.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Membership;
import kirchberg.domain.Priority;
import kirchberg.domain.Stage;
import kirchberg.domain.counting.OperationGroup.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OperationsTest {
    private static final Corner HERE = corner(0);
    private static final Corner THERE = corner(1);

    /** A row: what it states, where it lies, and whether it carries the label for certain (true) or perhaps. */
    private record Line(
            @Nullable String id,
            @Nullable String name,
            @Nullable String contract,
            Corner corner,
            boolean carries) {}

    @Test
    void an_operation_signed_in_two_corners_is_counted_once() {
        var group = new OperationGroup(null, Kind.ID, Set.of(HERE, THERE), Set.of(), 3);
        assertThat(new Operations(List.of(group))
                        .count(null, c -> Membership.IN)
                        .by(CountingKey.OPERATION))
                .contains(between(3, 3));
    }

    @Test
    void an_operation_counts_for_certain_if_one_of_its_corners_does() {
        var group = new OperationGroup(null, Kind.ID, Set.of(HERE, THERE), Set.of(), 3);
        var operations = new Operations(List.of(group));
        assertThat(operations
                        .count(null, c -> c.equals(HERE) ? Membership.OUT : Membership.UNKNOWN)
                        .by(CountingKey.OPERATION))
                .contains(between(0, 3));
        assertThat(operations
                        .count(null, c -> c.equals(HERE) ? Membership.IN : Membership.UNKNOWN)
                        .by(CountingKey.OPERATION))
                .contains(between(3, 3));
    }

    @Test
    void a_key_that_nothing_in_the_scope_states_gives_no_count() {
        var rows = new OperationGroup(null, Kind.UNCONTRACTED_ROW, Set.of(HERE), Set.of(), 5);
        assertThat(new Operations(List.of(rows)).count(null, c -> Membership.IN).by(CountingKey.CONTRACT))
                .isEmpty();
    }

    @Test
    void the_view_of_one_label_is_not_that_of_another() {
        var group = new OperationGroup(Priority.CLIMATE, Kind.ID, Set.of(HERE), Set.of(), 3);
        assertThat(new Operations(List.of(group))
                        .count(Priority.DIGITAL, c -> Membership.IN)
                        .by(CountingKey.OPERATION))
                .contains(between(0, 0));
    }

    /** Against a loop over the rows, which merges nothing. */
    @Test
    void groups_count_what_their_rows_count() {
        for (var seed = 0L; seed < 2_000; seed++) {
            var random = new Random(seed);
            var rows = rows(random);
            var scope = scope(random);
            var operations = new Operations(groups(rows));
            for (var key : CountingKey.values()) {
                assertThat(operations.count(null, scope).by(key))
                        .as("seed %d, %s, %s", seed, key, rows)
                        .isEqualTo(plain(key, rows, scope));
            }
        }
    }

    private static Optional<Interval> plain(CountingKey key, List<Line> rows, Function<Corner, Membership> scope) {
        var certain = rows.stream()
                .filter(r -> r.carries() && scope.apply(r.corner()) == Membership.IN)
                .toList();
        var possible = rows.stream()
                .filter(r -> scope.apply(r.corner()) != Membership.OUT)
                .toList();
        return switch (key) {
            case OPERATION -> {
                var without = certain.stream().filter(r -> r.id() == null).toList();
                var low = Math.max(distinct(certain, Line::id), distinct(without, Line::name));
                var high = distinct(possible, Line::id)
                        + possible.stream().filter(r -> r.id() == null).count();
                yield Optional.of(between(without.isEmpty() ? low : Math.max(low, 1), high));
            }
            case NAME -> named(certain, possible, Line::name);
            case CONTRACT -> named(certain, possible, Line::contract);
            case FINANCING -> Optional.of(between(certain.size(), possible.size()));
        };
    }

    private static Optional<Interval> named(
            List<Line> certain, List<Line> possible, Function<Line, @Nullable String> key) {
        var most = distinct(possible, key);
        if (most == 0) {
            return Optional.empty();
        }
        var low = Math.max(distinct(certain, key), certain.isEmpty() ? 0 : 1);
        return Optional.of(between(
                low, most + possible.stream().filter(r -> key.apply(r) == null).count()));
    }

    private static long distinct(List<Line> rows, Function<Line, @Nullable String> key) {
        var keys = new HashSet<String>();
        for (var row : rows) {
            var value = key.apply(row);
            if (value != null) {
                keys.add(value);
            }
        }
        return keys.size();
    }

    /** Groups as the plan makes them: things of one kind that lie in the very same corners are one group. */
    private static List<OperationGroup> groups(List<Line> rows) {
        var counts = new HashMap<OperationGroup, Long>();
        for (var kind : Kind.values()) {
            for (var thing : things(kind, rows).values()) {
                var certain = new HashSet<Corner>();
                var possible = new HashSet<Corner>();
                thing.forEach(r -> (r.carries() ? certain : possible).add(r.corner()));
                possible.removeAll(certain);
                counts.merge(new OperationGroup(null, kind, certain, possible, 1), 1L, Long::sum);
            }
        }
        return counts.entrySet().stream()
                .map(e -> new OperationGroup(
                        null,
                        e.getKey().kind(),
                        e.getKey().certain(),
                        e.getKey().possible(),
                        e.getValue()))
                .toList();
    }

    private static Map<String, List<Line>> things(Kind kind, List<Line> rows) {
        var things = new HashMap<String, List<Line>>();
        for (var i = 0; i < rows.size(); i++) {
            var key = key(kind, rows.get(i), "row" + i);
            if (key != null) {
                things.computeIfAbsent(key, k -> new ArrayList<>()).add(rows.get(i));
            }
        }
        return things;
    }

    private static @Nullable String key(Kind kind, Line row, String own) {
        return switch (kind) {
            case ID -> row.id();
            case UNNUMBERED_NAME -> row.id() == null ? row.name() : null;
            case NAME -> row.name();
            case CONTRACT -> row.contract();
            case ROW -> own;
            case UNNUMBERED_ROW -> row.id() == null ? own : null;
            case UNNAMED_ROW -> row.name() == null ? own : null;
            case UNCONTRACTED_ROW -> row.contract() == null ? own : null;
        };
    }

    private static List<Line> rows(Random random) {
        var rows = new ArrayList<Line>();
        for (var left = random.nextInt(15); left > 0; left--) {
            rows.add(new Line(
                    word(random, "op"),
                    word(random, "name"),
                    word(random, "contract"),
                    corner(random.nextInt(4)),
                    random.nextInt(3) > 0));
        }
        return rows;
    }

    private static @Nullable String word(Random random, String word) {
        return random.nextInt(3) == 0 ? null : word + random.nextInt(4);
    }

    private static Function<Corner, Membership> scope(Random random) {
        var memberships = new HashMap<Corner, Membership>();
        for (var i = 0; i < 4; i++) {
            memberships.put(corner(i), List.of(Membership.values()).get(random.nextInt(3)));
        }
        return c -> memberships.getOrDefault(c, Membership.OUT);
    }

    private static Corner corner(int number) {
        return new Corner(Institution.EIB, Stage.SIGNED, 2020 + number, "LU", "european_union", Membership.IN);
    }

    private static Interval between(long low, long high) {
        return Interval.closed(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }
}
