package kirchberg.publish.protocol;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A folder or a file in memory. It stays itself when it is moved: bytes written through a handle that was open before
 * follow it to its new place, as on POSIX and HDFS.
 */
final class MemoryNode {
    private final Supplier<Instant> clock;
    private final NavigableMap<String, MemoryNode> children = new TreeMap<>();
    private byte @Nullable [] bytes;
    private Instant modified;

    private MemoryNode(Supplier<Instant> clock, byte @Nullable [] bytes) {
        this.clock = clock;
        this.bytes = bytes;
        this.modified = clock.get();
    }

    static MemoryNode folder(Supplier<Instant> clock) {
        return new MemoryNode(clock, null);
    }

    boolean isFolder() {
        return bytes == null;
    }

    NavigableMap<String, MemoryNode> children() {
        return children;
    }

    Instant modified() {
        return modified;
    }

    byte[] bytes(String path) throws IOException {
        if (bytes == null) {
            throw new IOException("Is a folder: " + path);
        }
        return bytes.clone();
    }

    long size() {
        return bytes == null ? 0 : bytes.length;
    }

    void write(byte[] next) {
        bytes = next.clone();
        modified = clock.get();
    }

    @Nullable
    MemoryNode find(String path) {
        var node = this;
        for (var name : names(path)) {
            node = node == null ? null : node.children.get(name);
        }
        return node;
    }

    MemoryNode at(String path) throws NoSuchFileException {
        var node = find(path);
        if (node == null) {
            throw new NoSuchFileException(path);
        }
        return node;
    }

    /** The folder that a path lies in, which must be there. */
    MemoryNode folderOf(String path) throws IOException {
        var folder = at(parent(path));
        if (!folder.isFolder()) {
            throw new NotDirectoryException(parent(path));
        }
        return folder;
    }

    /** The folder that a path names, made with all above it. */
    MemoryNode made(String path) throws IOException {
        var node = this;
        for (var name : names(path)) {
            node = node.child(name);
        }
        return node;
    }

    private MemoryNode child(String name) throws IOException {
        var there = children.get(name);
        if (there != null && !there.isFolder()) {
            throw new FileAlreadyExistsException(name);
        }
        return there == null ? put(name, folder(clock)) : there;
    }

    MemoryNode put(String name, MemoryNode node) {
        children.put(name, node);
        modified = clock.get();
        return node;
    }

    /** A file of that name, emptied: the one that is there, or a new one. */
    MemoryNode emptied(String name) throws IOException {
        var there = children.get(name);
        if (there == null) {
            return put(name, new MemoryNode(clock, new byte[0]));
        }
        if (there.isFolder()) {
            throw new IOException("Is a folder: " + name);
        }
        there.write(new byte[0]);
        return there;
    }

    void remove(String name) {
        if (children.remove(name) != null) {
            modified = clock.get();
        }
    }

    static String parent(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Iterable<String> names(String path) {
        return path.isEmpty() ? List.of() : Arrays.asList(path.split("/", -1));
    }
}
