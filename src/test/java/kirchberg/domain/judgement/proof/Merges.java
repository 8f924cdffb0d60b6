package kirchberg.domain.judgement.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.claim.Claim;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which rows may be operations, tried one row after the other: rows of one id are one operation and rows
 * of two ids are two; a row without an id may belong to any operation, but rows of two names are never one.
 */
public final class Merges {
    private static final int MOST_ROWS_WITHOUT_ID = 4;
    private static final int MOST_UNCERTAIN_ROWS = 6;

    private int fewest = Integer.MAX_VALUE;
    private int most;

    private Merges() {}

    /** An operation on its way: its id, and the name of its rows without one. */
    private record Operation(@Nullable String id, @Nullable String name) {}

    /** Whether there are few enough rows to try all. */
    public static boolean areFew(Claim claim, List<Financing> rows) {
        var mine = rows.stream().filter(r -> mayCount(claim, r)).toList();
        return mine.stream().filter(r -> r.operation().id() == null).count() <= MOST_ROWS_WITHOUT_ID
                && mine.stream().filter(r -> mayNotCount(claim, r)).count() <= MOST_UNCERTAIN_ROWS;
    }

    /** The fewest and the most operations that a claim may speak of. */
    public static List<Integer> counts(Claim claim, List<Financing> rows) {
        var mine = rows.stream().filter(r -> mayCount(claim, r));
        var byId = mine.sorted((a, b) -> Boolean.compare(
                        a.operation().id() == null, b.operation().id() == null))
                .toList();
        var merges = new Merges();
        merges.walk(claim, byId, List.of());
        return List.of(merges.fewest, merges.most);
    }

    private static boolean mayCount(Claim claim, Financing row) {
        return Completions.mayBeIn(claim, row)
                && (claim.of() == null || row.part(claim.of()).high().signum() > 0);
    }

    private static boolean mayNotCount(Claim claim, Financing row) {
        return Completions.mayBeOut(claim, row)
                || (claim.of() != null && row.part(claim.of()).low().signum() == 0);
    }

    private void walk(Claim claim, List<Financing> rows, List<Operation> operations) {
        if (rows.isEmpty()) {
            fewest = Math.min(fewest, operations.size());
            most = Math.max(most, operations.size());
            return;
        }
        var row = rows.get(0);
        var rest = rows.subList(1, rows.size());
        if (mayNotCount(claim, row)) {
            walk(claim, rest, operations);
        }
        var id = row.operation().id();
        var own = new Operation(id, id == null ? row.operation().key() : null);
        if (id == null || !operations.contains(own)) {
            walk(claim, rest, Stream.concat(operations.stream(), Stream.of(own)).toList());
        } else {
            walk(claim, rest, operations);
        }
        for (var i = 0; id == null && i < operations.size(); i++) {
            var other = operations.get(i);
            if (other.name() == null || other.name().equals(own.name())) {
                var merged = new ArrayList<>(operations);
                merged.set(i, new Operation(other.id(), own.name()));
                walk(claim, rest, merged);
            }
        }
    }
}
