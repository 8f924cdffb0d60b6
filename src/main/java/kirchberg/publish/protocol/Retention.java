package kirchberg.publish.protocol;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kirchberg.domain.release.Terms;
import kirchberg.publish.store.Store;

/**
 * Removes what no reader can need any more, in two phases: a run that is of no use is marked, and deleted two
 * generations later at the earliest, after the minimum age by the store's own time. In doubt nothing is deleted.
 */
public final class Retention {
    private static final int GENERATIONS = 2;

    private final Store store;
    private final Pointer current;
    private final Keep keep;
    private final Terms terms;
    private final List<String> marked = new ArrayList<>();
    private final List<String> unmarked = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    /**
     * What is kept beside CURRENT, the release before it and the pinned ones.
     *
     * @param releases that were published last, 1 or more
     * @param age for which a release stays readable after it came to be of no use
     */
    public record Keep(int releases, Duration age) {
        public Keep {
            if (releases < 1 || age.isNegative()) {
                throw new IllegalArgumentException("Cannot keep " + releases + " releases for " + age
                        + ": expected 1 or more, and an age that is not negative");
            }
        }
    }

    /**
     * What became of the runs of a root, by their ids.
     *
     * @param marked now for the first time, or anew because the mark could not be trusted
     * @param unmarked because they came into use again
     * @param removed with all their files
     * @param kept because they are in use, may be, or are marked for too short a time
     */
    public record Removed(List<String> marked, List<String> unmarked, List<String> removed, List<String> kept) {
        public Removed {
            marked = List.copyOf(marked);
            unmarked = List.copyOf(unmarked);
            removed = List.copyOf(removed);
            kept = List.copyOf(kept);
        }
    }

    private Retention(Store store, Pointer current, Keep keep, Terms terms) {
        this.store = store;
        this.current = current;
        this.keep = keep;
        this.terms = terms;
    }

    /**
     * Marks and removes; to be called with the lease in hand. Throws nothing: faults are warnings.
     *
     * @param current what CURRENT is since the swap of this run; if it is anything else by now, nothing is deleted
     */
    public static Removed run(Store store, Pointer current, Keep keep, Terms terms) {
        var retention = new Retention(store, current, keep, terms);
        try {
            retention.sweep();
        } catch (IOException | RuntimeException e) {
            retention.warn("tidy up " + store.shown(""), e);
        }
        return new Removed(retention.marked, retention.unmarked, retention.removed, retention.kept);
    }

    /**
     * Whether a release is marked for deletion. To be asked before it is verified for a rollback, and refused: whoever
     * was to delete it may have been frozen, and may go on at any time.
     */
    public static boolean isMarked(Store store, String run) throws IOException {
        return Shelf.isMarked(store, run);
    }

    private void warn(String what, Exception why) {
        terms.warn().accept("Cannot " + what + ": " + why.getMessage() + "; nothing more of it is deleted now");
    }

    private void sweep() throws IOException {
        requireCurrent();
        var shelf = Shelf.read(store);
        var past = Past.read(store, current, keep.releases(), oldestMark(shelf));
        var used = used(shelf, past);
        var now = shelf.marks().isEmpty() ? Instant.EPOCH : shelf.now(current.token());
        var runs = new TreeSet<>(shelf.runs());
        runs.addAll(shelf.marks().keySet());
        for (var run : runs) {
            try {
                sweep(run, used.contains(run), shelf, new Age(past, now));
            } catch (IOException e) {
                warn("tidy up run " + run + " of " + store.shown(""), e);
            }
        }
    }

    private record Age(Past past, Instant now) {}

    /** Whoever moved the pointer since has the lease, and may need what we hold for useless. */
    private void requireCurrent() throws IOException {
        var now = Pointer.read(store);
        if (!now.map(Pointer::token).equals(Optional.of(current.token()))) {
            throw new IOException("CURRENT was moved, got generation "
                    + now.map(Pointer::generation).orElse(0L) + ", expected " + current.generation() + " of run "
                    + current.run());
        }
    }

    private long oldestMark(Shelf shelf) {
        return shelf.marks().values().stream()
                .mapToLong(Shelf.Mark::generation)
                .filter(generation -> generation > 0)
                .min()
                .orElse(current.generation());
    }

    /** A run that aims at this generation or a later one may be alive: it can hold a lease that it took from us. */
    private Set<String> used(Shelf shelf, Past past) {
        var used = new HashSet<>(past.last(keep.releases()));
        used.addAll(shelf.pins());
        used.add(current.run());
        if (current.previous() != null) {
            used.add(current.previous());
        }
        shelf.runs().stream()
                .filter(run -> Shelf.generationOf(run) >= current.generation())
                .forEach(used::add);
        return used;
    }

    private void sweep(String run, boolean isUsed, Shelf shelf, Age age) throws IOException {
        var mark = shelf.marks().get(run);
        if (isUsed) {
            if (mark != null) {
                shelf.unmark(run);
                unmarked.add(run);
            }
            kept.add(run);
        } else if (mark == null || isUntrue(run, mark, age)) {
            shelf.mark(run, current.generation());
            marked.add(run);
        } else if (isDue(mark, age) && !shelf.isPinned(run)) {
            requireCurrent();
            shelf.delete(run);
            removed.add(run);
        } else {
            kept.add(run);
        }
    }

    /**
     * Torn, of a generation that is unknown or yet to come, from the future by the store's time, or before the last
     * use.
     */
    private boolean isUntrue(String run, Shelf.Mark mark, Age age) {
        return mark.generation() < age.past().floor()
                || mark.generation() > current.generation()
                || mark.at().isAfter(age.now())
                || age.past().lastUse(run) >= mark.generation();
    }

    private boolean isDue(Shelf.Mark mark, Age age) {
        return mark.generation() + GENERATIONS <= current.generation()
                && age.past().isOlder(mark, age.now(), keep.age());
    }
}
