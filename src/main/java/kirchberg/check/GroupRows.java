package kirchberg.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.Stage;
import kirchberg.domain.counting.Corner;
import kirchberg.domain.counting.OperationGroup;
import kirchberg.domain.counting.OperationGroup.Kind;
import org.apache.spark.sql.Row;

/** Rows of {@link Groups} to {@link OperationGroup}. Spots are few and come again and again: each is read once. */
final class GroupRows {
    private static final List<Kind> LACKING = List.of(Kind.UNNUMBERED_ROW, Kind.UNNAMED_ROW, Kind.UNCONTRACTED_ROW);
    private static final Pattern BAR = Pattern.compile(Groups.BAR, Pattern.LITERAL);
    private static final int PARTS = 8;

    private final List<Optional<Label>> views = Groups.views().toList();
    private final Map<String, Spot> spots = new HashMap<>();
    private final Map<Corner, Corner> corners = new HashMap<>();

    /** A corner, and the bits of the views that its rows belong to. */
    private record Spot(Corner corner, long certain, long possible) {}

    private GroupRows() {}

    /** The groups that rows stand for: one per view, and for what counts rows one more per key that they lack. */
    static List<OperationGroup> groups(List<Row> rows) {
        var reading = new GroupRows();
        return rows.stream().flatMap(reading::groups).toList();
    }

    private Stream<OperationGroup> groups(Row row) {
        var own = Groups.KINDS.get(row.getInt(0));
        var lacks = row.getString(1);
        var count = row.getLong(3);
        var kinds = Stream.concat(Stream.of(own), LACKING.stream().filter(k -> lacks.contains(k.name())))
                .toList();
        var in = row.<String>getList(2).stream().map(this::spot).toList();
        var seen = in.stream().mapToLong(Spot::possible).reduce(0L, (a, b) -> a | b);
        return views.stream()
                .filter(view -> (seen & Groups.bit(view)) != 0)
                .flatMap(view -> groups(view, kinds, in, count));
    }

    private static Stream<OperationGroup> groups(Optional<Label> view, List<Kind> kinds, List<Spot> in, long count) {
        var certain = corners(in, Spot::certain, Groups.bit(view));
        var possible = corners(in, Spot::possible, Groups.bit(view));
        return kinds.stream().map(k -> new OperationGroup(view.orElse(null), k, certain, possible, count));
    }

    private static Set<Corner> corners(List<Spot> spots, ToLongFunction<Spot> bits, long view) {
        var corners = new HashSet<Corner>();
        for (var spot : spots) {
            if ((bits.applyAsLong(spot) & view) != 0) {
                corners.add(spot.corner());
            }
        }
        return Set.copyOf(corners);
    }

    private Spot spot(String text) {
        return spots.computeIfAbsent(text, t -> {
            var parts = BAR.split(t, PARTS);
            return new Spot(corner(parts), Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        });
    }

    private Corner corner(String[] parts) {
        var corner = new Corner(
                Institution.valueOf(parts[2]),
                Stage.valueOf(parts[3]),
                Integer.parseInt(parts[4]),
                parts[5].isEmpty() ? null : parts[5],
                parts[7],
                Membership.valueOf(parts[6]));
        return corners.computeIfAbsent(corner, c -> c);
    }
}
