package kirchberg.publish.release;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kirchberg.domain.release.Step;
import kirchberg.domain.release.Terms;
import kirchberg.publish.protocol.Lease;
import kirchberg.publish.protocol.Pointer;
import kirchberg.publish.protocol.Probe;
import kirchberg.publish.protocol.Retention;
import kirchberg.publish.protocol.Retention.Keep;
import kirchberg.publish.store.ConditionalStore;
import kirchberg.publish.store.Folder;
import kirchberg.publish.store.JsonFile;
import kirchberg.publish.store.Store;
import org.jspecify.annotations.Nullable;

/** A root of releases that one run holds until it is closed. */
public final class Root implements AutoCloseable {
    static final String RELEASES = "releases";

    /** Ends the name of the file beside a release that is kept for ever. */
    static final String PIN = ".pin";

    private final Store store;
    private final Terms terms;
    private final @Nullable Lease lease;
    private final Pointer plan;

    private Root(Store store, Terms terms, @Nullable Lease lease) {
        this.store = store;
        this.terms = terms;
        this.lease = lease;
        this.plan = Pointer.plan(base(), terms.chance().get());
    }

    /** Id of the run that holds the root. */
    public String runId() {
        return plan.run();
    }

    /**
     * Takes the lease of a root, once its store has shown that its conditions can be trusted.
     *
     * @throws kirchberg.domain.Stop LOCKED if another run holds it, STORE for a fault of the store
     */
    public static Root leased(Store store, Terms terms) {
        if (store instanceof ConditionalStore comparing) {
            Probe.require(comparing, terms);
        }
        return new Root(store, terms, Lease.take(store, terms));
    }

    /** A root that nobody else knows, for a dry run: no lease, and all of it is removed when it is closed. */
    public static Root scratch(Store store, Terms terms) {
        return new Root(store, terms, null);
    }

    /** A step begins: a run that lost its lease stops here (LOCKED). */
    public void at(Step step) {
        if (lease != null && !step.isAfterTheSwap()) {
            lease.requireHeld();
        }
        terms.at().accept(step);
    }

    /** A step after the swap: whatever fails in it is a warning, for the outcome stands. */
    public void afterwards(Step step, Runnable work) {
        try {
            terms.at().accept(step);
            work.run();
        } catch (RuntimeException | Error e) {
            terms.warn().accept("The step " + step + " failed, which changes nothing of the outcome: " + e);
        }
    }

    /** The standing release, if any; STORE if it is not as published. */
    public Optional<Release> current() {
        return base().map(pointer -> Release.at(store, pointer));
    }

    /** Begins the next release in a new folder. */
    public Draft begin() {
        return new Draft(this, plan, new Folder(store, RELEASES).child(plan.run()));
    }

    private Optional<Pointer> base() {
        return lease == null ? Optional.empty() : lease.base();
    }

    /**
     * Points readers back, or on, to a release that lies there; nothing of it is written again.
     *
     * @param manifestSha256 of its manifest
     * @return false if readers see it already
     */
    public boolean adopt(String run, String manifestSha256, Instant at) {
        if (base().map(now -> now.run().equals(run)).orElse(false)) {
            return false;
        }
        swap(plan.onto(run).sealed(manifestSha256, at));
        return true;
    }

    /** Points readers to a sealed release. */
    void swap(Pointer next) {
        if (lease == null) {
            throw new IllegalStateException("Cannot publish run " + next.run() + ": a dry run has no lease");
        }
        lease.swap(next);
    }

    /** Notes that the run found what readers see to be right. */
    public void succeeded(String state, Instant at) {
        LastSuccess.write(store, runId(), state, at);
    }

    /**
     * Marks what no reader can need any more, and removes what has been marked for long.
     *
     * @param releases that are kept at least
     * @param age at which a release may go
     */
    public void retain(int releases, Duration age) {
        Pointer.read(store).ifPresent(now -> Retention.run(store, now, new Keep(releases, age), terms));
    }

    /** Keeps a sealed release for ever, whether or not it was ever published. */
    void pin(String run, String manifestSha256) {
        new Folder(store, RELEASES)
                .create(
                        run + PIN,
                        JsonFile.bytes(JsonFile.MAPPER
                                .createObjectNode()
                                .put("run", run)
                                .put("manifest_sha256", manifestSha256)
                                .put("why", "back-fill")));
    }

    private void giveBack() {
        try {
            if (lease != null) {
                lease.close();
            }
        } catch (RuntimeException | Error e) {
            terms.warn().accept("Cannot give the lease back, so it runs out: " + e);
        }
    }

    /** Gives the lease back. Whatever fails now is a warning: the outcome stands. */
    @Override
    public void close() {
        giveBack();
        try (store) {
            if (lease == null) {
                store.delete("");
            }
        } catch (IOException e) {
            terms.warn().accept("Cannot close " + store.shown("") + ": " + e.getMessage());
        }
    }
}
