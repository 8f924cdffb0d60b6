package kirchberg.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kirchberg.domain.Exit;
import kirchberg.domain.Nearest;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Terms;
import kirchberg.publish.protocol.Lease;
import kirchberg.publish.protocol.Pointer;
import kirchberg.publish.protocol.Retention;
import kirchberg.publish.release.Release;
import kirchberg.publish.release.Root;
import kirchberg.publish.release.Verified;
import kirchberg.publish.store.Faults;
import kirchberg.publish.store.Store;
import kirchberg.publish.store.Stores;
import org.apache.hadoop.util.VersionInfo;
import org.apache.parquet.Version;

/**
 * Roots of releases. Readers go by {@code CURRENT}: they see the old release or the new one, whole. One run at a time
 * holds the lease, fills a folder that no reader lists, has it proven, and swaps it in. What is opened for reading
 * stays open until the program ends.
 */
public final class Publishing {
    private Publishing() {}

    /**
     * Opens a root for a run and takes its lease; the step LEASE.
     *
     * @param address made if missing
     * @throws Stop USAGE for another kind of root, LOCKED if another run holds it, STORE for a fault of the store
     */
    public static Root open(Address address, Terms terms) {
        return Root.leased(Stores.open(address), terms);
    }

    /** A root outside all others, for a dry run: it is removed when it is closed. */
    public static Root scratch(Terms terms) {
        return Root.scratch(Stores.open(Address.of(temporary().toString())), terms);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("kirchberg");
        } catch (IOException e) {
            throw Faults.fault("make a folder in", System.getProperty("java.io.tmpdir", ""), e);
        }
    }

    /**
     * What stands at a root, who holds it, and what became of its runs; takes no lease, and watches a held one for half
     * a TTL.
     *
     * @throws Stop INPUT if there is no root, STORE if its release is not as published
     */
    public static Status status(Address address, Terms terms) {
        var store = Stores.open(address);
        var isRoot = Faults.or("list", store.shown(""), () -> store.list("")).stream()
                .anyMatch(e -> e.name().equals(Pointer.NAME) || e.name().equals("releases"));
        if (!isRoot) {
            throw nothing(address);
        }
        return Standing.of(store, terms);
    }

    /**
     * Looks at every byte and every figure of the standing release once more.
     *
     * @throws Stop INPUT if there is none, STORE if its manifest is not the one that was published
     */
    public static Verified verify(Address address) {
        return release(address).verify();
    }

    /** The same for a release that was published, or kept, under this id. */
    public static Verified verify(Address address, String runId) {
        return release(address, runId).verify();
    }

    /**
     * Points readers to an earlier release, or to one that was only kept; under a new generation, and after a look at
     * every byte of it.
     *
     * @param at moment of the swap, for people
     * @return false if readers see it already
     * @throws Stop USAGE if there is no such run, STORE if it is not as published, LOCKED if another run holds the root
     */
    public static boolean rollBack(Address address, String runId, Terms terms, Instant at) {
        var target = release(address, runId);
        requireUnmarked(address, target);
        var verified = target.verify();
        if (!verified.isSound()) {
            throw new Stop(
                    Exit.STORE,
                    "Cannot roll back to " + runId + ": it is not as it was published, got "
                            + String.join("; ", verified.faults()) + ", expected what its manifest lists",
                    "kirchberg verify " + address + " " + runId + " names all differences. Readers see what they saw.");
        }
        try (var root = open(address, terms)) {
            return root.adopt(runId, target.manifestSha256(), at);
        }
    }

    /** Who was to delete it may have been frozen, and may go on at any time. */
    private static void requireUnmarked(Address address, Release target) {
        var store = target.folder().store();
        if (Faults.or("read", store.shown(""), () -> Retention.isMarked(store, target.runId()))) {
            throw new Stop(
                    Exit.STORE,
                    "Cannot roll back to " + target.runId() + ": it is marked for deletion, got a file "
                            + target.runId() + ".mark, expected none",
                    "Put a file " + target.runId() + ".pin beside it in " + address
                            + "/releases; the next run takes the mark away.");
        }
    }

    /**
     * Frees a root whose holder is dead, without waiting for the next run to do it.
     *
     * @return whose lease it was, for people; empty if the root was free
     * @throws Stop LOCKED if the holder beats
     */
    public static Optional<String> unlock(Address address, Terms terms) {
        return Lease.breakStale(Stores.open(address), terms).map(Lease.Holder::owner);
    }

    /**
     * The release that readers see; takes no lease.
     *
     * @throws Stop INPUT if there is none, STORE if it is not as published
     */
    public static Release release(Address address) {
        return standing(Stores.open(address), address);
    }

    private static Release standing(Store store, Address address) {
        return Pointer.read(store).map(pointer -> Release.at(store, pointer)).orElseThrow(() -> nothing(address));
    }

    private static Stop nothing(Address address) {
        return new Stop(
                Exit.INPUT,
                "Cannot read a release: there is no release at " + address + ", expected a folder with a CURRENT",
                "Name the output folder of a job that was run.");
    }

    /**
     * A release that was published at a root, standing or earlier; takes no lease.
     *
     * @throws Stop INPUT if there is no release at the root, USAGE if it never had such a run, STORE if the release is
     *     gone or is not as published
     */
    public static Release release(Address address, String runId) {
        var store = Stores.open(address);
        var standing = standing(store, address);
        if (standing.runId().equals(runId)) {
            return standing;
        }
        var published = Pointer.published(store);
        return published.stream()
                .filter(p -> p.run().equals(runId))
                .findFirst()
                .map(p -> Release.at(store, p))
                .or(() -> Release.pinned(store, runId))
                .orElseThrow(() -> unknown(
                        address, runId, published.stream().map(Pointer::run).toList()));
    }

    /** The release that readers see, if the folder is a root that has one; STORE if it is not as published. */
    public static Optional<Release> standing(Address address) {
        var store = Stores.open(address);
        return Pointer.read(store).map(pointer -> Release.at(store, pointer));
    }

    private static Stop unknown(Address address, String runId, List<String> runs) {
        return new Stop(
                Exit.USAGE,
                "Cannot read a release: " + address + " has published no run of that id, got " + runId
                        + ", expected one of its " + runs.size(),
                Nearest.to(runId, runs)
                        .map(nearest -> "Did you mean " + nearest + "?")
                        .orElse("The newest is " + runs.get(runs.size() - 1) + "; all are folders of " + address
                                + "/releases."));
    }

    /** Versions of what writes and reads the files of a release. */
    public static Map<String, String> versions() {
        return Map.of("hadoop", VersionInfo.getVersion(), "parquet", Version.VERSION_NUMBER);
    }

    /**
     * What stands at a root.
     *
     * @param text for people
     * @param json one object
     * @param hasRelease whether readers see anything
     * @param lastSuccess when a run last found what readers see to be right
     */
    public record Status(String text, String json, boolean hasRelease, Optional<Instant> lastSuccess) {}
}
