package kirchberg.publish.protocol;

import java.io.IOException;
import java.util.Optional;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Terms;
import kirchberg.publish.store.Faults;
import kirchberg.publish.store.Store;

/** How a run comes to a lease: a free one at once, one that beats never, one that stands still after a whole TTL. */
final class Contest {
    /** How often it looks within a TTL; a holder beats five times. */
    private static final int LOOKS = 20;

    private static final int FAULTS = 3;
    private static final int ROUNDS = 10;

    private final Store store;
    private final Guard guard;
    private final Terms terms;

    Contest(Store store, Guard guard, Terms terms) {
        this.store = store;
        this.guard = guard;
        this.terms = terms;
    }

    /**
     * Takes the lease.
     *
     * @return from whom it was taken; none if it was free
     * @throws Stop LOCKED if another run holds it and beats, STORE for a fault of the store
     */
    Optional<Guard.Sight> win() {
        var faults = 0;
        for (var round = 1; round <= ROUNDS; round++) {
            try {
                var stale = stale();
                if (guard.take(stale)) {
                    return stale;
                }
            } catch (IOException e) {
                faults++;
                if (faults == FAULTS) {
                    throw Faults.fault("take the lease of", store.shown(""), e);
                }
                terms.pace().pause(terms.ttl().dividedBy(LOOKS));
            }
        }
        throw held("others that are quicker");
    }

    /** The lease of a holder who does not beat; none if it is free. */
    private Optional<Guard.Sight> stale() throws IOException {
        var seen = guard.look();
        return seen.isEmpty() ? seen : watched(seen.get());
    }

    private Optional<Guard.Sight> watched(Guard.Sight seen) throws IOException {
        var from = terms.pace().nanos();
        while (true) {
            terms.pace().pause(terms.ttl().dividedBy(LOOKS));
            var hasStood = terms.pace().nanos() - from >= terms.ttl().toNanos();
            var now = guard.look();
            if (now.isEmpty()) {
                return now;
            }
            if (!now.get().isAs(seen)) {
                throw held(now.get().owner());
            }
            if (hasStood) {
                return now;
            }
        }
    }

    private Stop held(String owner) {
        return new Stop(
                Exit.LOCKED,
                "Cannot take the lease of " + store.shown("") + ": another run is at work, got a lease that beats, of "
                        + owner + ", expected a free one",
                "Wait until the other run has ended, then run again. A lease that stands still for "
                        + terms.ttl().toSeconds() + " s is taken over.");
    }

    /** Whether a lease beats, as half a TTL shows; the holder may change meanwhile, or go. */
    Optional<Lease.Holder> holder() throws IOException {
        var seen = guard.look();
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        var from = terms.pace().nanos();
        var now = seen;
        while (now.isPresent()
                && now.get().isAs(seen.get())
                && terms.pace().nanos() - from < terms.ttl().dividedBy(2).toNanos()) {
            terms.pace().pause(terms.ttl().dividedBy(LOOKS));
            now = guard.look();
        }
        return now.map(last -> new Lease.Holder(last.owner(), last.token(), last.since(), !last.isAs(seen.get())));
    }
}
