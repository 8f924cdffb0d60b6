package kirchberg.publish.protocol;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import kirchberg.publish.store.RenameStore;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * A disk in memory. Renames are one act; a file is written in two (emptied, then filled), a folder is deleted name by
 * name, and each part can be interleaved or fail by itself. Every client of a disk has a hook of its own.
 */
final class MemoryRenameStore implements RenameStore {
    private final MemoryNode root;
    private final Hook hook;

    private MemoryRenameStore(MemoryNode root, Hook hook) {
        this.root = root;
        this.hook = hook;
    }

    /** An empty disk, which stamps what is modified by this clock. */
    static MemoryRenameStore on(Supplier<Instant> clock) {
        return new MemoryRenameStore(MemoryNode.folder(clock), Hook.NONE);
    }

    /** The same disk, as another process sees it. */
    MemoryRenameStore with(Hook another) {
        return new MemoryRenameStore(root, another);
    }

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
        synchronized (root) {
            answer = effect.run();
        }
        hook.after(call);
        return answer;
    }

    private void late(Effect<?> effect) throws IOException {
        synchronized (root) {
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
        return act("read", path, () -> root.at(path).bytes(path));
    }

    @Override
    public void create(String path, byte[] bytes) throws IOException {
        var file = act("create", path, () -> created(path, false));
        fill(file, path, bytes);
    }

    @Override
    public void writeInto(String path, byte[] bytes) throws IOException {
        var file = act("writeInto", path, () -> root.folderOf(path).emptied(MemoryNode.name(path)));
        fill(file, path, bytes);
    }

    private MemoryNode created(String path, boolean mayBeThere) throws IOException {
        if (!mayBeThere && root.find(path) != null) {
            throw new FileAlreadyExistsException(path);
        }
        return root.made(MemoryNode.parent(path)).emptied(MemoryNode.name(path));
    }

    private void fill(MemoryNode file, String path, byte[] bytes) throws IOException {
        act("fill", path, () -> {
            file.write(bytes);
            return file;
        });
    }

    @Override
    public InputFile input(String path) throws IOException {
        return MemoryFiles.input(act("input", path, () -> root.at(path).bytes(path)));
    }

    @Override
    public OutputFile output(String path) {
        return MemoryFiles.output(path, mayBeThere -> {
            var file = act("output", path, () -> created(path, mayBeThere));
            return bytes -> fill(file, path, bytes);
        });
    }

    @Override
    public void sync(String path) throws IOException {
        act("sync", path, () -> root.at(path));
    }

    @Override
    public List<Entry> list(String folder) throws IOException {
        return act("list", folder, () -> entries(folder));
    }

    private List<Entry> entries(String folder) throws IOException {
        var node = root.find(folder);
        if (node == null) {
            return List.of();
        }
        if (!node.isFolder()) {
            throw new NotDirectoryException(folder);
        }
        var entries = new ArrayList<Entry>();
        node.children()
                .forEach((name, child) ->
                        entries.add(new Entry(name, child.isFolder(), child.size(), child.modified())));
        return List.copyOf(entries);
    }

    @Override
    public void privateFolder(String path) throws IOException {
        act("privateFolder", path, () -> {
            if (root.find(path) != null) {
                throw new FileAlreadyExistsException(path);
            }
            return root.made(path);
        });
    }

    @Override
    public void move(String from, String to) throws IOException {
        act("move", from + " " + to, () -> {
            root.at(from);
            root.made(MemoryNode.parent(to));
            return renamed(from, to);
        });
    }

    @Override
    public boolean claim(String from, String to) throws IOException {
        return act("claim", from + " " + to, () -> {
            root.at(from);
            var target = root.find(to);
            return (target == null || target.children().isEmpty()) && renamed(from, to);
        });
    }

    /** As a kernel does it: the folders are looked up first, and what lies in them is moved even if they were moved. */
    @Override
    public void replace(String from, String to) throws IOException {
        var folder = act("replace.lookup", from, () -> root.folderOf(from));
        act("replace", from + " " + to, () -> {
            var source = folder.at(MemoryNode.name(from));
            var target = root.find(to);
            if (target != null && target.isFolder() != source.isFolder()) {
                throw new IOException("Cannot rename " + from + " to " + to + ": a folder and a file");
            }
            folder.remove(MemoryNode.name(from));
            return root.folderOf(to).put(MemoryNode.name(to), source);
        });
    }

    /** POSIX rename: a file onto a file or nothing, a folder onto an empty folder or nothing. */
    private boolean renamed(String from, String to) throws IOException {
        var source = root.at(from);
        var folder = root.folderOf(to);
        var target = root.find(to);
        if (target != null && target.isFolder() != source.isFolder()) {
            throw new IOException("Cannot rename " + from + " to " + to + ": a folder and a file");
        }
        if (target != null && !target.children().isEmpty()) {
            throw new DirectoryNotEmptyException(to);
        }
        if (to.startsWith(from + "/")) {
            throw new IOException("Cannot rename " + from + " into itself: " + to);
        }
        root.folderOf(from).remove(MemoryNode.name(from));
        folder.put(MemoryNode.name(to), source);
        return true;
    }

    @Override
    public void delete(String path) throws IOException {
        for (var name : act("delete.list", path, () -> names(path))) {
            delete(path + "/" + name);
        }
        act("delete", path, () -> removed(path));
    }

    private List<String> names(String path) {
        var node = root.find(path);
        return node == null ? List.of() : List.copyOf(node.children().keySet());
    }

    private boolean removed(String path) throws IOException {
        var node = root.find(path);
        if (node == null) {
            return false;
        }
        if (!node.children().isEmpty()) {
            throw new DirectoryNotEmptyException(path);
        }
        root.folderOf(path).remove(MemoryNode.name(path));
        return true;
    }

    @Override
    public boolean isDefinite(IOException fault) {
        return !(fault instanceof Unanswered);
    }

    @Override
    public void close() {}
}
