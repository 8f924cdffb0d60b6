package kirchberg.publish.protocol;

import java.io.IOException;
import java.util.Optional;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Step;
import kirchberg.domain.release.Terms;
import kirchberg.publish.store.ConditionalStore;
import kirchberg.publish.store.Faults;
import kirchberg.publish.store.Store;

/** The lease of a root, held by one run until it is closed; only its holder can swap the pointer. */
public final class Lease implements AutoCloseable {
    private final Store store;
    private final Terms terms;
    private final Guard guard;
    private final Heartbeat heartbeat;
    private final History history;
    private final Optional<Pointer> base;
    private final boolean isBaseRemembered;
    private volatile boolean isLost;
    private Outcome outcome = Outcome.NOT_PUBLISHED;
    private boolean isClosed;

    /** How a swap ended. */
    public enum Outcome {
        /** Readers see what they saw before, and nothing of ours can change that any more. */
        NOT_PUBLISHED,
        /** Readers see, or saw, our release. */
        PUBLISHED,
        /** Nobody can tell: nothing may be deleted. */
        UNKNOWN
    }

    /**
     * Who holds a root.
     *
     * @param owner for people: host and process
     * @param token of the lease
     * @param since moment of the store at which it was taken, or last renewed, ISO 8601; empty if it does not tell
     * @param isBeating whether it was renewed while one watched
     */
    public record Holder(String owner, String token, String since, boolean isBeating) {}

    private Lease(Store store, Terms terms, Guard guard, Heartbeat heartbeat) throws IOException {
        this.store = store;
        this.terms = terms;
        this.guard = guard;
        this.heartbeat = heartbeat;
        this.history = new History(store, terms.warn());
        guard.settle();
        this.base = Pointer.read(store);
        this.isBaseRemembered = base.map(history::remember).orElse(true);
    }

    /**
     * Takes the lease of a root, or takes over one that does not beat; then reads the pointer and completes its
     * history. Beats in the background until it is closed.
     *
     * @throws Stop LOCKED if another run holds it and beats, STORE for a fault of the store or one whose conditions
     *     cannot be trusted
     */
    public static Lease take(Store store, Terms terms) {
        return take(store, terms, new DaemonHeartbeat(terms));
    }

    static Lease take(Store store, Terms terms, Heartbeat heartbeat) {
        terms.at().accept(Step.LEASE);
        if (store instanceof ConditionalStore comparing) {
            Probe.require(comparing, terms);
        }
        return takeTrusted(store, terms, heartbeat);
    }

    /** Takes the lease of a store whose conditions hold: the probe races in threads of its own, out of step. */
    static Lease takeTrusted(Store store, Terms terms, Heartbeat heartbeat) {
        var guard = Guard.of(store, terms);
        var stale = new Contest(store, guard, terms).win();
        stale.ifPresent(former -> terms.warn().accept("Took over a lease that no longer beats, of " + former.owner()));
        var lease = begun(store, terms, guard, heartbeat);
        heartbeat.start(lease::beat);
        return lease;
    }

    /** What goes wrong with the lease in hand gives it back first. */
    private static Lease begun(Store store, Terms terms, Guard guard, Heartbeat heartbeat) {
        try {
            return new Lease(store, terms, guard, heartbeat);
        } catch (IOException e) {
            release(guard, terms);
            throw Faults.fault("take the lease of", store.shown(""), e);
        } catch (RuntimeException e) {
            release(guard, terms);
            throw e;
        }
    }

    /**
     * Frees a root whose holder is dead, without waiting for the next run to do it.
     *
     * @return whose lease it was; empty if the root was free
     * @throws Stop LOCKED if the holder beats, STORE for a fault of the store
     */
    public static Optional<Holder> breakStale(Store store, Terms terms) {
        var guard = Guard.of(store, terms);
        if (Faults.or("read the lease of", store.shown(""), guard::look).isEmpty()) {
            return Optional.empty();
        }
        var stale = new Contest(store, guard, terms).win();
        Faults.or("free", store.shown(""), () -> {
            guard.settle();
            guard.release();
            return stale;
        });
        return stale.map(former -> new Holder(former.owner(), former.token(), former.since(), false));
    }

    /**
     * Who holds a root; watches for half a TTL at most, and writes nothing.
     *
     * @throws Stop STORE for a fault of the store
     */
    public static Optional<Holder> holder(Store store, Terms terms) {
        return Faults.or(
                "read the lease of", store.shown(""), new Contest(store, Guard.of(store, terms), terms)::holder);
    }

    /** What CURRENT held when the lease was taken; empty before the first release. */
    public Optional<Pointer> base() {
        return base;
    }

    /** How the swap ended: the truth even where an exception ended it. */
    public Outcome outcome() {
        return outcome;
    }

    /** Stops (LOCKED) if a beat found the lease gone. */
    public void requireHeld() {
        if (isLost) {
            throw new Stop(
                    Exit.LOCKED,
                    "Cannot go on at " + store.shown("") + ": another run took the lease over, as this one did not "
                            + "beat for " + terms.ttl().toSeconds() + " s",
                    "Run again; see that the machine is not frozen or starved.");
        }
    }

    private void beat() {
        try {
            isLost |= !guard.beat();
        } catch (IOException | RuntimeException e) {
            terms.warn().accept("Cannot renew the lease of " + store.shown("") + ": " + e.getMessage());
        }
    }

    /**
     * Swaps the pointer: the steps FENCE, SWAP and CONFIRM; then leaves its copy in the history.
     *
     * @param next of the generation after the base, with a token of its own
     * @throws Stop LOCKED if the race was lost, STORE if the old release stays, UNKNOWN if nobody can tell: the lease
     *     is then left to run out
     */
    public void swap(Pointer next) {
        var expected = base.map(Pointer::generation).orElse(0L) + 1;
        if (next.generation() != expected || outcome != Outcome.NOT_PUBLISHED) {
            throw new IllegalArgumentException("Cannot swap twice, or to generation " + next.generation());
        }
        requireHeld();
        var swap = new Swap(store, guard, terms, base);
        try {
            swap.run(next);
        } finally {
            outcome = swap.outcome();
        }
        if (!isBaseRemembered) {
            base.ifPresent(history::remember);
        }
        history.remember(next);
    }

    /** Gives the lease back, unless it is lost or the outcome of its swap is unknown. */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        heartbeat.close();
        try {
            terms.at().accept(Step.RELEASE);
        } catch (RuntimeException e) {
            terms.warn().accept("Cannot give the lease of " + store.shown("") + " back: " + e.getMessage());
            return;
        }
        if (!isLost && outcome != Outcome.UNKNOWN) {
            release(guard, terms);
        }
    }

    private static void release(Guard guard, Terms terms) {
        try {
            guard.release();
        } catch (IOException | RuntimeException e) {
            terms.warn().accept("Cannot give the lease back, so it runs out: " + e.getMessage());
        }
    }
}
