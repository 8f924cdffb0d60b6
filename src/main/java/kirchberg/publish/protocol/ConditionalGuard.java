package kirchberg.publish.protocol;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Supplier;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Terms;
import kirchberg.publish.store.ConditionalStore;
import kirchberg.publish.store.JsonFile;
import org.jspecify.annotations.Nullable;

/**
 * Guards by versions of files. No answer of a write is trusted, be it a refusal: the client repeats a write whose
 * answer got lost, and the repeat is refused for our own bytes. So every write of the lease is read back.
 */
final class ConditionalGuard implements Guard {
    private static final int WRITES = 3;

    private final ConditionalStore store;
    private final Supplier<String> chance;
    private final String owner;
    private String token = "";
    private String version = "";
    private long beats;
    private Optional<String> aimed = Optional.empty();

    ConditionalGuard(ConditionalStore store, Terms terms) {
        this.store = store;
        this.chance = terms.chance();
        this.owner = terms.owner();
    }

    /** The file of the lease, and who is named in it; nobody holds one that is free. */
    private record Read(String token, String owner, boolean isFree, String beat, String version) {

        boolean isHeldBy(String token) {
            return !isFree && this.token.equals(token);
        }
    }

    @Override
    public synchronized Optional<Sight> look() throws IOException {
        var read = read();
        if (read.isEmpty() || read.get().isFree()) {
            return Optional.empty();
        }
        var since = "";
        for (var entry : store.list("")) {
            since = entry.name().equals(LOCK) ? entry.modified().toString() : since;
        }
        var held = read.get();
        return Optional.of(new Sight(held.token(), held.owner(), held.beat(), since, held.version()));
    }

    private Optional<Read> read() throws IOException {
        try {
            var file = store.readVersioned(LOCK);
            return Optional.of(read(file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private Read read(ConditionalStore.Versioned file) {
        try {
            var json = JsonFile.tree(store.shown(LOCK), file.bytes());
            return new Read(
                    json.path("token").asText(),
                    json.path("owner").asText("unknown"),
                    json.path("state").asText().equals("free"),
                    json.path("beat").asText(),
                    file.version());
        } catch (Stop torn) {
            return new Read("", "unknown", false, "", file.version());
        }
    }

    @Override
    public synchronized boolean take(Optional<Sight> over) throws IOException {
        var before = read();
        if (over.isEmpty() && before.isPresent() && !before.get().isFree()) {
            return false;
        }
        token = chance.get();
        beats = 0;
        var fault = write("held", over.map(Sight::version).or(() -> before.map(Read::version)));
        var now = read();
        if (now.isPresent() && now.get().isHeldBy(token)) {
            version = now.get().version();
            return true;
        }
        if (fault != null && now.map(Read::version).equals(before.map(Read::version))) {
            throw fault;
        }
        return false;
    }

    /** Writes the lease over a version, or where there is none; the fault, if any, tells nothing by itself. */
    private @Nullable IOException write(String state, Optional<String> over) {
        var bytes = JsonFile.bytes(JsonFile.MAPPER
                .createObjectNode()
                .put("state", state)
                .put("token", token)
                .put("owner", owner)
                .put("beat", beats));
        try {
            put(LOCK, bytes, over);
            return null;
        } catch (IOException untrusted) {
            return untrusted;
        }
    }

    private void put(String file, byte[] bytes, Optional<String> over) throws IOException {
        if (over.isPresent()) {
            store.putOver(file, bytes, over.get());
        } else {
            store.putNew(file, bytes);
        }
    }

    /** The pointer's own version is compared: no former holder can move it once it was moved. */
    @Override
    public void settle() {}

    @Override
    public synchronized boolean beat() throws IOException {
        beats++;
        var fault = write("held", Optional.of(version));
        var now = read();
        if (now.isEmpty() || !now.get().isHeldBy(token)) {
            return false;
        }
        version = now.get().version();
        if (fault != null && !now.get().beat().equals(String.valueOf(beats))) {
            throw fault;
        }
        return true;
    }

    @Override
    public synchronized boolean isHeld() throws IOException {
        return read().filter(lease -> lease.isHeldBy(token)).isPresent();
    }

    @Override
    public boolean aim(Optional<Pointer> base) throws IOException {
        try {
            var now = store.readVersioned(Pointer.NAME);
            aimed = Optional.of(now.version());
            return Optional.of(Pointer.parse(store.shown(Pointer.NAME), now.bytes()))
                    .equals(base);
        } catch (NoSuchFileException none) {
            aimed = Optional.empty();
            return base.isEmpty();
        }
    }

    @Override
    public void swap(byte[] bytes) throws IOException {
        put(Pointer.NAME, bytes, aimed);
    }

    /** A write on its way needs no lease: only the pointer's version stops it. */
    @Override
    public boolean isCutOff() {
        return false;
    }

    /** Never deletes: that could remove the lease of a successor. */
    @Override
    public synchronized void release() throws IOException {
        for (var attempt = 1; ; attempt++) {
            var fault = write("free", Optional.of(version));
            var now = read();
            if (now.isEmpty() || !now.get().isHeldBy(token)) {
                return;
            }
            version = now.get().version();
            if (attempt == WRITES) {
                throw fault == null ? new IOException("the lease reads back as held") : fault;
            }
        }
    }
}
