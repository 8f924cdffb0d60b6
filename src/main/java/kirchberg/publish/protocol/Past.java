package kirchberg.publish.protocol;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kirchberg.publish.store.Store;

/**
 * Which runs were current, back to where it matters, and the moments at which the store saw them come. A gap in it is a
 * doubt, and no answer.
 */
final class Past {
    private static final String FOLDER = "history";
    private static final String NAME = "[0-9]{1,18}[.]json";

    private final NavigableMap<Long, Pointer> pointers;
    private final NavigableMap<Long, Instant> moments;

    private Past(NavigableMap<Long, Pointer> pointers, NavigableMap<Long, Instant> moments) {
        this.pointers = pointers;
        this.moments = moments;
    }

    /**
     * Reads back from the current pointer until so many different runs were current, and then down to a generation if
     * the history goes so far.
     *
     * @throws IOException if before that a copy of a pointer is missing, torn or at odds with the one after it
     */
    static Past read(Store store, Pointer current, int runs, long generation) throws IOException {
        var pointers = new TreeMap<Long, Pointer>();
        var seen = new HashSet<String>();
        var next = Optional.of(current);
        while (next.isPresent()) {
            var pointer = next.get();
            pointers.put(pointer.generation(), pointer);
            seen.add(pointer.run());
            var isEnough = seen.size() >= runs || pointer.generation() == 1;
            next = isEnough && pointer.generation() <= generation ? Optional.empty() : before(store, pointer);
            if (next.isEmpty() && !isEnough) {
                throw new IOException("the history is not whole, expected " + pointer.previous() + " for generation "
                        + (pointer.generation() - 1));
            }
        }
        return new Past(pointers, moments(store));
    }

    private static Optional<Pointer> before(Store store, Pointer next) throws IOException {
        return History.find(store, next.generation() - 1)
                .filter(before -> before.run().equals(next.previous()));
    }

    /** Below it, nobody knows what was current. */
    long floor() {
        return pointers.firstKey();
    }

    private static NavigableMap<Long, Instant> moments(Store store) throws IOException {
        var moments = new TreeMap<Long, Instant>();
        for (var entry : store.list(FOLDER)) {
            if (entry.name().matches(NAME)) {
                var generation = entry.name().substring(0, entry.name().indexOf('.'));
                moments.put(Long.parseLong(generation), entry.modified());
            }
        }
        return moments;
    }

    /** The runs that were current last. */
    Set<String> last(int runs) {
        return pointers.descendingMap().values().stream()
                .map(Pointer::run)
                .distinct()
                .limit(runs)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The last generation at which a run was current, as far back as was read; 0 if it was not. */
    long lastUse(String run) {
        return pointers.descendingMap().values().stream()
                .filter(pointer -> pointer.run().equals(run))
                .mapToLong(Pointer::generation)
                .findFirst()
                .orElse(0);
    }

    /**
     * Whether a mark has come to an age. The clock of a store can jump, but every run sees it: of the times between two
     * runs the longest may be a jump and does not count, and one that goes back counts for nothing.
     */
    boolean isOlder(Shelf.Mark mark, Instant now, Duration age) {
        var sum = Duration.ZERO;
        var longest = Duration.ZERO;
        var from = mark.at();
        var seen = new ArrayList<>(moments.subMap(mark.generation(), false, pointers.lastKey(), true)
                .values());
        seen.add(now);
        for (var moment : seen) {
            var passed = Duration.between(from, moment);
            sum = passed.isNegative() ? sum : sum.plus(passed);
            longest = passed.compareTo(longest) > 0 ? passed : longest;
            from = moment;
        }
        return sum.minus(longest).compareTo(age) >= 0
                && Duration.between(mark.at(), now).compareTo(age) >= 0;
    }
}
