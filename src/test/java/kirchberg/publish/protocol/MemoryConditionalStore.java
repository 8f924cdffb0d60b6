package kirchberg.publish.protocol;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import kirchberg.publish.store.ConditionalStore;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * An object store in memory. A write is one act, with a version of its own; there are no folders, only names with
 * slashes; a move is copies and deletions. Every client of a store has a hook of its own.
 */
final class MemoryConditionalStore implements ConditionalStore {
    private final Bucket bucket;
    private final Hook hook;

    private MemoryConditionalStore(Bucket bucket, Hook hook) {
        this.bucket = bucket;
        this.hook = hook;
    }

    /** An empty store, which stamps what is written by this clock. */
    static MemoryConditionalStore on(Supplier<Instant> clock) {
        return new MemoryConditionalStore(new Bucket(clock, new TreeMap<>(), new AtomicLong()), Hook.NONE);
    }

    /** The same store, as another process sees it. */
    MemoryConditionalStore with(Hook another) {
        return new MemoryConditionalStore(bucket, another);
    }

    private record Bucket(Supplier<Instant> clock, NavigableMap<String, Blob> blobs, AtomicLong writes) {

        void put(String path, byte[] bytes) {
            blobs.put(path, new Blob(bytes.clone(), "\"" + writes.incrementAndGet() + "\"", clock.get()));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Blob(byte[] bytes, String version, Instant modified) {}

    /** One effect, which nothing can get between. */
    private interface Effect<T> {
        T run() throws IOException;
    }

    private <T> T act(String act, String path, Effect<T> effect) throws IOException {
        var call = new Hook.Call(act, path);
        hook.before(call);
        if (hook.isDelayed(call, () -> late(effect))) {
            throw new Unanswered(call);
        }
        T answer;
        synchronized (bucket) {
            answer = effect.run();
        }
        hook.after(call);
        return answer;
    }

    /** A write under a condition, which is met before it and no more after it. */
    private void conditional(String act, String path, Effect<?> effect) throws IOException {
        var call = new Hook.Call(act, path);
        do {
            hook.before(call);
            if (hook.isDelayed(call, () -> late(effect))) {
                throw new Unanswered(call);
            }
            synchronized (bucket) {
                effect.run();
            }
        } while (hook.isRepeated(call));
        hook.after(call);
    }

    private void late(Effect<?> effect) throws IOException {
        synchronized (bucket) {
            effect.run();
        }
    }

    @Override
    public String uri(String path) {
        return "memory:/" + path;
    }

    @Override
    public String shown(String path) {
        return uri(path);
    }

    @Override
    public byte[] read(String path) throws IOException {
        return act("read", path, () -> at(path).bytes().clone());
    }

    @Override
    public Versioned readVersioned(String path) throws IOException {
        return act("readVersioned", path, () -> {
            var blob = at(path);
            return new Versioned(blob.bytes().clone(), blob.version());
        });
    }

    private Blob at(String path) throws NoSuchFileException {
        var blob = bucket.blobs().get(path);
        if (blob == null) {
            throw new NoSuchFileException(path);
        }
        return blob;
    }

    @Override
    public void create(String path, byte[] bytes) throws IOException {
        conditional("create", path, () -> {
            if (bucket.blobs().containsKey(path)) {
                throw new FileAlreadyExistsException(path);
            }
            return put(path, bytes);
        });
    }

    @Override
    public void putNew(String path, byte[] bytes) throws IOException {
        conditional("putNew", path, () -> {
            if (bucket.blobs().containsKey(path)) {
                throw refused(path);
            }
            return put(path, bytes);
        });
    }

    @Override
    public void putOver(String path, byte[] bytes, String version) throws IOException {
        conditional("putOver", path, () -> {
            var there = bucket.blobs().get(path);
            if (there == null) {
                throw new FileNotFoundException(path);
            }
            if (!there.version().equals(version)) {
                throw refused(path);
            }
            return put(path, bytes);
        });
    }

    private static IOException refused(String path) {
        return new IOException("412 Precondition Failed: " + path);
    }

    private boolean put(String path, byte[] bytes) {
        bucket.put(path, bytes);
        return true;
    }

    @Override
    public boolean comparesVersions() throws IOException {
        return act("comparesVersions", "", () -> true);
    }

    @Override
    public InputFile input(String path) throws IOException {
        return MemoryFiles.input(act("input", path, () -> at(path).bytes().clone()));
    }

    @Override
    public OutputFile output(String path) {
        return MemoryFiles.output(
                path,
                mayBeThere -> bytes -> act("output", path, () -> {
                    if (!mayBeThere && bucket.blobs().containsKey(path)) {
                        throw new FileAlreadyExistsException(path);
                    }
                    return put(path, bytes);
                }));
    }

    @Override
    public void sync(String path) {
        // An object is durable once it is there.
    }

    /** A folder has no moment of its own: an object store makes one up. */
    @Override
    public List<Entry> list(String folder) throws IOException {
        return act("list", folder, () -> {
            var found = new TreeMap<String, Entry>();
            below(folder).forEach((path, blob) -> {
                var name = path.substring(prefix(folder).length());
                var entry = name.contains("/")
                        ? new Entry(name.substring(0, name.indexOf('/')), true, 0, Instant.EPOCH)
                        : new Entry(name, false, blob.bytes().length, blob.modified());
                found.put(entry.name(), entry);
            });
            return List.copyOf(found.values());
        });
    }

    private NavigableMap<String, Blob> below(String folder) {
        var prefix = prefix(folder);
        return prefix.isEmpty() ? bucket.blobs() : bucket.blobs().subMap(prefix, true, prefix + "\uffff", false);
    }

    private static String prefix(String folder) {
        return folder.isEmpty() ? "" : folder + "/";
    }

    @Override
    public void privateFolder(String path) {
        // There are no folders.
    }

    @Override
    public void move(String from, String to) throws IOException {
        for (var path : act("move.list", from, () -> all(from))) {
            act("copy", path + " " + to, () -> put(to + path.substring(from.length()), at(path).bytes()));
            act("delete", path, () -> removed(path));
        }
    }

    @Override
    public void delete(String path) throws IOException {
        for (var each : act("delete.list", path, () -> all(path))) {
            act("delete", each, () -> removed(each));
        }
    }

    private List<String> all(String path) {
        var paths = new ArrayList<>(below(path).keySet());
        if (bucket.blobs().containsKey(path)) {
            paths.add(path);
        }
        return List.copyOf(paths);
    }

    private boolean removed(String path) {
        return bucket.blobs().remove(path) != null;
    }

    /**
     * After a refusal of a condition too, the write may have been done: the client repeats what it got no answer to.
     */
    @Override
    public boolean isDefinite(IOException fault) {
        return fault instanceof NoSuchFileException || fault instanceof FileNotFoundException;
    }

    @Override
    public void close() {}
}
