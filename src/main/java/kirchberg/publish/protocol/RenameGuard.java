package kirchberg.publish.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import kirchberg.domain.release.Terms;
import kirchberg.publish.store.JsonFile;
import kirchberg.publish.store.RenameStore;

/**
 * Guards by where files lie. The proposal for the pointer lies inside the lease; who takes the lease over moves that
 * folder away, so that a run which lost its lease has nothing left to rename.
 */
final class RenameGuard implements Guard {
    /** Ends the name of a folder that was a lease. */
    private static final String GONE = ".gone";

    private static final int DELETIONS = 3;

    private final RenameStore store;
    private final LeaseFolder folder;
    private final Supplier<String> chance;
    private final String owner;
    private volatile String token = "";
    private boolean isProposed;
    private long proposals;
    private long beats;

    RenameGuard(RenameStore store, Terms terms) {
        this.store = store;
        this.folder = new LeaseFolder(store);
        this.chance = terms.chance();
        this.owner = terms.owner();
    }

    @Override
    public Optional<Sight> look() throws IOException {
        return folder.look();
    }

    @Override
    public boolean take(Optional<Sight> over) throws IOException {
        if (over.isPresent() && !isMovedAway(over.get().token())) {
            return false;
        }
        token = chance.get();
        isProposed = false;
        proposals = 0;
        beats = 0;
        return isClaimed(LOCK + "." + token);
    }

    private boolean isClaimed(String staged) throws IOException {
        try {
            store.create(staged + "/" + token + "/" + LeaseFolder.LEASE, lease());
            if (store.claim(staged, LOCK)) {
                return isHeld();
            }
            store.delete(staged);
            return false;
        } catch (NotDirectoryException former) {
            // Earlier versions locked a file of this name. Moved, not deleted: by now it may be a lease.
            store.replace(LOCK, staged + GONE);
            throw former;
        } catch (NoSuchFileException swept) {
            return isHeld();
        } catch (IOException unanswered) {
            if (isHeld()) {
                return true;
            }
            throw unanswered;
        }
    }

    private byte[] lease() {
        return JsonFile.bytes(
                JsonFile.MAPPER.createObjectNode().put("token", token).put("owner", owner));
    }

    /** The name is the comparison: of two that take over, the second finds nothing to move. */
    private boolean isMovedAway(String former) throws IOException {
        var gone = LOCK + "." + former + GONE;
        try {
            if (!store.claim(LeaseFolder.of(former), gone)) {
                return false;
            }
        } catch (NoSuchFileException quicker) {
            return false;
        }
        // A rename under way may hold the folder by its old name: without a source it moves nothing.
        store.delete(gone + "/" + Pointer.NAME);
        return true;
    }

    /** Whoever moved a lease away may have stopped there, and somebody else taken the lease: so every holder looks. */
    @Override
    public void settle() throws IOException {
        for (var entry : store.list("")) {
            if (entry.name().startsWith(LOCK + ".")) {
                remove(entry.name());
            }
        }
    }

    private void remove(String folder) throws IOException {
        for (var attempt = 1; ; attempt++) {
            try {
                store.delete(folder);
                return;
            } catch (IOException e) {
                if (attempt == DELETIONS) {
                    throw e;
                }
            }
        }
    }

    @Override
    public boolean beat() throws IOException {
        beats++;
        try {
            store.writeInto(
                    LeaseFolder.of(token) + "/" + LeaseFolder.BEAT,
                    String.valueOf(beats).getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    @Override
    public boolean isHeld() throws IOException {
        try {
            return store.read(LeaseFolder.of(token) + "/" + LeaseFolder.LEASE).length > 0;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    @Override
    public boolean aim(Optional<Pointer> base) {
        return Pointer.read(store).equals(base);
    }

    /**
     * The proposal is written once: a rename whose answer was lost may still come, and must find it whole. A write that
     * got no answer may come late too and empty the file: each has a name of its own.
     */
    @Override
    public void swap(byte[] bytes) throws IOException {
        if (!isProposed) {
            proposals++;
        }
        var proposal = LeaseFolder.of(token) + "/" + Pointer.NAME + (proposals == 1 ? "" : "." + proposals);
        if (!isProposed) {
            store.writeInto(proposal, bytes);
            requireWhole(proposal, bytes);
            isProposed = true;
        }
        store.replace(proposal, Pointer.NAME);
    }

    /** A full disk can make an empty file and call it a success. */
    private void requireWhole(String proposal, byte[] bytes) throws IOException {
        var read = store.read(proposal);
        if (!Arrays.equals(read, bytes)) {
            throw new IOException("a file reads back torn, got " + read.length + " bytes, expected " + bytes.length);
        }
    }

    @Override
    public boolean isCutOff() throws IOException {
        return !isHeld();
    }

    @Override
    public void release() throws IOException {
        var gone = LOCK + "." + token + GONE;
        try {
            store.claim(LeaseFolder.of(token), gone);
        } catch (NoSuchFileException lost) {
            return;
        }
        store.delete(gone);
    }
}
