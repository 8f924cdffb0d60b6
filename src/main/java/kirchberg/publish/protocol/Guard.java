package kirchberg.publish.protocol;

import java.io.IOException;
import java.util.Optional;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Terms;
import kirchberg.publish.store.ConditionalStore;
import kirchberg.publish.store.Faults;
import kirchberg.publish.store.RenameStore;
import kirchberg.publish.store.Store;

/**
 * The acts on which a lease and a swap rest. A store that renames owns by where a file lies, one that compares owns by
 * the version of a file: two guards, one promise. Of two runs that began at the same pointer, at most one swaps it.
 */
interface Guard {
    /** The lease, in the root. */
    String LOCK = "LOCK";

    /**
     * A lease that somebody holds.
     *
     * @param token of the holder
     * @param owner for people
     * @param beat another text after every beat
     * @param since moment of the store at which it was taken, or last renewed
     * @param version of its file, where a store has versions
     */
    record Sight(String token, String owner, String beat, String since, String version) {

        boolean isAs(Sight earlier) {
            return token.equals(earlier.token) && beat.equals(earlier.beat) && version.equals(earlier.version);
        }
    }

    /** The guard for a kind of store; STORE for one that can neither rename nor compare. */
    static Guard of(Store store, Terms terms) {
        if (store instanceof RenameStore renaming) {
            return new RenameGuard(renaming, terms);
        }
        if (store instanceof ConditionalStore comparing && isTrusted(comparing)) {
            return new ConditionalGuard(comparing, terms);
        }
        throw new Stop(
                Exit.STORE,
                "Cannot publish to " + store.shown("") + ": the store does not compare before it writes, "
                        + "expected one that does",
                "Turn conditional writes on, or use another store; the release before stays.");
    }

    private static boolean isTrusted(ConditionalStore store) {
        return Faults.or("ask for conditional writes at", store.shown(""), store::comparesVersions);
    }

    /** The lease as somebody holds it now; none if it is free. */
    Optional<Sight> look() throws IOException;

    /**
     * Takes the lease under a new token.
     *
     * @param over a lease that no longer beats and is taken from its holder; none to take a free one
     * @return false if somebody else was quicker
     */
    boolean take(Optional<Sight> over) throws IOException;

    /**
     * Makes sure that nothing a former holder left behind can move the pointer any more. To be called with the lease in
     * hand, before the pointer is read.
     */
    void settle() throws IOException;

    /** Renews the lease; false if it is no longer ours. */
    boolean beat() throws IOException;

    /** Whether the lease is ours now. */
    boolean isHeld() throws IOException;

    /**
     * Takes aim at the pointer: only what it is now will be replaced.
     *
     * @return false if that is not the base
     */
    boolean aim(Optional<Pointer> base) throws IOException;

    /** Makes this the content of the pointer. Safe to repeat; after any fault only reading back can tell. */
    void swap(byte[] bytes) throws IOException;

    /** Whether a swap that was not applied so far never will be, because the lease is gone. */
    boolean isCutOff() throws IOException;

    /** Gives the lease back, if it is ours. */
    void release() throws IOException;
}
