package kirchberg.publish.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * A folder of a store. Names are relative to it; a fault is told in words, as a Stop with STORE.
 *
 * @param path of the folder in its store
 */
public record Folder(Store store, String path) {

    public Folder child(String name) {
        return new Folder(store, in(name));
    }

    private String in(String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "/" + name;
    }

    /** As Spark opens it. */
    public String uri(String name) {
        return store.uri(in(name));
    }

    /** As people write it. */
    public String shown(String name) {
        return store.shown(in(name));
    }

    public byte[] read(String name) {
        return or("read", name, () -> store.read(in(name)));
    }

    /** All bytes of a small file, if there is one. */
    public Optional<byte[]> readIfAny(String name) {
        return or("read", name, () -> {
            try {
                return Optional.of(store.read(in(name)));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        });
    }

    /** Writes a small file that must not exist. */
    public void create(String name, byte[] bytes) {
        run("write", name, () -> store.create(in(name), bytes));
    }

    public InputFile input(String name) {
        return or("read", name, () -> store.input(in(name)));
    }

    public OutputFile output(String name) {
        return or("write", name, () -> store.output(in(name)));
    }

    public void privateFolder(String name) {
        run("make the folder", name, () -> store.privateFolder(in(name)));
    }

    public void sync(String name) {
        run("sync", name, () -> store.sync(in(name)));
    }

    public void move(String from, String to) {
        run("move " + from + " to", to, () -> store.move(in(from), in(to)));
    }

    public void delete(String name) {
        run("delete", name, () -> store.delete(in(name)));
    }

    public String sha256(String name) {
        return or("read", name, () -> Sha256.of(store, in(name)));
    }

    public List<Store.Entry> list() {
        return or("list", "", () -> store.list(path));
    }

    /** A file of a folder's tree, by its name from there. */
    public record Found(String name, long bytes) {}

    /** All files below, in the order of names. */
    public List<Found> files() {
        var found = new ArrayList<Found>();
        for (var entry : list()) {
            if (entry.isFolder()) {
                child(entry.name()).files().stream()
                        .map(f -> new Found(entry.name() + "/" + f.name(), f.bytes()))
                        .forEach(found::add);
            } else {
                found.add(new Found(entry.name(), entry.bytes()));
            }
        }
        return List.copyOf(found);
    }

    /** Brings every file below, and every folder's names, to the platter. */
    public void syncAll() {
        for (var entry : list()) {
            if (entry.isFolder()) {
                child(entry.name()).syncAll();
            } else {
                sync(entry.name());
            }
        }
        sync("");
    }

    private interface Work {
        void run() throws IOException;
    }

    private void run(String what, String name, Work work) {
        or(what, name, () -> {
            work.run();
            return name;
        });
    }

    private <T> T or(String what, String name, Faults.Act<T> act) {
        return Faults.or(what, shown(name), act);
    }
}
