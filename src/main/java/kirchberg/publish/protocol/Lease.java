package kirchberg.publish.protocol;

import java.util.Optional;
import kirchberg.domain.release.Terms;
import kirchberg.publish.store.Store;

/** The lease of a root, held by one run until it is closed; only its holder can swap the pointer. */
public final class Lease implements AutoCloseable {

    private Lease() {}

    /**
     * Takes the lease of a root, or takes over one that does not beat; then reads the pointer and completes its
     * history. Beats in the background until it is closed.
     *
     * @throws kirchberg.domain.Stop LOCKED if another run holds it and beats, STORE for a fault of the store or one
     *     whose conditions cannot be trusted
     */
    @SuppressWarnings("DoNotCallSuggester")
    public static Lease take(Store store, Terms terms) {
        throw new UnsupportedOperationException("Cannot take the lease of " + store + " on " + terms + " yet");
    }

    /** What CURRENT held when the lease was taken; empty before the first release. */
    public Optional<Pointer> base() {
        return Optional.empty();
    }

    /** Stops (LOCKED) if a beat found the lease gone. */
    public void requireHeld() {}

    /**
     * Swaps the pointer: the steps FENCE, SWAP and CONFIRM.
     *
     * @param next of the generation after the base, with a token of its own
     * @throws kirchberg.domain.Stop LOCKED if the race was lost, STORE if the old release stays, UNKNOWN if nobody can
     *     tell: the lease is then left to run out
     */
    @SuppressWarnings("DoNotCallSuggester")
    public void swap(Pointer next) {
        throw new UnsupportedOperationException("Cannot swap to " + next + " yet");
    }

    /** Gives the lease back, unless it is lost or the outcome of its swap is unknown. */
    @Override
    public void close() {}
}
