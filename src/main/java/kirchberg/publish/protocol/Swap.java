package kirchberg.publish.protocol;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Step;
import kirchberg.domain.release.Terms;
import kirchberg.publish.store.Faults;
import kirchberg.publish.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * One swap of the pointer, from the fence to the word on how it ended. Whatever the store answers, the pointer is read
 * back, and its token decides.
 */
final class Swap {
    private static final int REPEATS = 5;

    /** The first pause before a repeat, as a part of the TTL; it doubles each time, and all stay within one TTL. */
    private static final int FIRST_PAUSE = 60;

    private enum Finding {
        OURS,
        LOST,
        REFUSED,
        OPEN,
        UNREADABLE
    }

    private final Store store;
    private final Guard guard;
    private final Terms terms;
    private final Optional<Pointer> base;
    private Lease.Outcome outcome = Lease.Outcome.NOT_PUBLISHED;
    private @Nullable Exception fault;
    private boolean isAnythingOpen;

    Swap(Store store, Guard guard, Terms terms, Optional<Pointer> base) {
        this.store = store;
        this.guard = guard;
        this.terms = terms;
        this.base = base;
    }

    /** How it stands: what is said here holds even where an exception ended the swap. */
    Lease.Outcome outcome() {
        return outcome;
    }

    void run(Pointer next) {
        fence(next);
        terms.at().accept(Step.SWAP);
        outcome = Lease.Outcome.UNKNOWN;
        try {
            act(next);
            terms.at().accept(Step.CONFIRM);
        } catch (RuntimeException | Error interrupted) {
            note(look(next));
            if (outcome == Lease.Outcome.UNKNOWN && interrupted instanceof RuntimeException) {
                throw unknown(next, interrupted);
            }
            throw interrupted;
        }
        settle(next);
    }

    private void fence(Pointer next) {
        terms.at().accept(Step.FENCE);
        var isHeld = Faults.or("read the lease of", store.shown(""), guard::isHeld);
        if (!isHeld) {
            throw lost(next, "the lease was taken over");
        }
        if (!Faults.or("read", store.shown(Pointer.NAME), () -> guard.aim(base))) {
            throw lost(next, "CURRENT was moved by someone else");
        }
    }

    /** A fault of any kind may come after the write was done. */
    private void act(Pointer next) {
        try {
            guard.swap(next.bytes());
            fault = null;
        } catch (IOException e) {
            fault = e;
            isAnythingOpen |= !store.isDefinite(e);
        } catch (RuntimeException e) {
            fault = e;
            isAnythingOpen = true;
        }
    }

    private void settle(Pointer next) {
        var from = terms.pace().nanos();
        var pause = terms.ttl().dividedBy(FIRST_PAUSE);
        for (var repeat = 0; ; repeat++) {
            var finding = look(next);
            if (isDecided(finding, next)) {
                return;
            }
            if (repeat == REPEATS || hasPassed(from, pause)) {
                throw unknown(next, fault);
            }
            terms.pace().pause(pause);
            pause = pause.multipliedBy(2);
            if (finding == Finding.OPEN) {
                act(next);
            }
        }
    }

    private boolean hasPassed(long from, Duration pause) {
        return terms.pace().nanos() - from + pause.toNanos() > terms.ttl().toNanos();
    }

    private boolean isDecided(Finding finding, Pointer next) {
        note(finding);
        return switch (finding) {
            case OURS -> true;
            case LOST -> throw lost(next, "another run was quicker");
            case REFUSED -> throw refused();
            case OPEN, UNREADABLE -> false;
        };
    }

    private void note(Finding finding) {
        outcome = switch (finding) {
            case OURS -> Lease.Outcome.PUBLISHED;
            case LOST, REFUSED -> Lease.Outcome.NOT_PUBLISHED;
            case OPEN, UNREADABLE -> Lease.Outcome.UNKNOWN;
        };
    }

    /** Whether we are cut off is asked first: what the pointer is after that, it stays. */
    private Finding look(Pointer next) {
        try {
            var isCutOff = fault != null && guard.isCutOff();
            var now = Pointer.read(store);
            if (now.isPresent() && now.get().token().equals(next.token())) {
                return Finding.OURS;
            }
            if (!now.equals(base)) {
                return moved(now, next);
            }
            var isRefused = fault != null && !isAnythingOpen;
            return isCutOff ? Finding.LOST : isRefused ? Finding.REFUSED : Finding.OPEN;
        } catch (IOException | RuntimeException unreadable) {
            return Finding.UNREADABLE;
        }
    }

    /** The pointer went on: over our swap, or past it. Who followed us names us. */
    private Finding moved(Optional<Pointer> now, Pointer next) throws IOException {
        var ahead = now.map(Pointer::generation).orElse(0L) - next.generation();
        if (ahead <= 0) {
            return Finding.LOST;
        }
        var kept = History.find(store, next.generation());
        if (kept.isPresent()) {
            return kept.get().token().equals(next.token()) ? Finding.OURS : Finding.LOST;
        }
        if (ahead > 1) {
            return Finding.UNREADABLE;
        }
        var previous = now.map(Pointer::previous);
        return previous.equals(Optional.of(next.run())) ? Finding.OURS : Finding.LOST;
    }

    private Stop refused() {
        var why = fault instanceof IOException io ? io : new IOException(fault);
        return Faults.fault("swap", store.shown(Pointer.NAME), why);
    }

    private Stop lost(Pointer next, String why) {
        return new Stop(
                Exit.LOCKED,
                "Cannot publish run " + next.run() + ": " + why + ", expected a lease that is held and generation "
                        + (next.generation() - 1) + ", at " + store.shown(""),
                "Run again; never copy files into a root by hand.");
    }

    private Stop unknown(Pointer next, @Nullable Throwable why) {
        var cause = why == null ? new IOException("the pointer does not show the swap") : why;
        return new Stop(
                Exit.UNKNOWN,
                "Cannot tell whether run " + next.run() + " was published: " + store.shown(Pointer.NAME)
                        + " cannot be swapped or read back",
                "Delete nothing. Look at CURRENT, then run again: the next run settles it.",
                cause);
    }
}
