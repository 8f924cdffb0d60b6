package kirchberg.publish.store;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kirchberg.domain.release.Address;
import kirchberg.publish.store.Store.Entry;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;

/**
 * Files below a root over Hadoop's file systems: what HDFS and object stores share. The file system is its own, never
 * the cached one that Spark uses too, and which one user would close under the other. Faults are those of
 * {@link Store}.
 */
final class HadoopFiles implements Closeable {
    private final FileSystem system;
    private final Path root;

    private HadoopFiles(FileSystem system, Path root) {
        this.system = system;
        this.root = root;
    }

    /**
     * Opens the file system of a root; most say nothing of a server that cannot be reached before they are asked.
     *
     * @param unlessSaid settings that hold where neither the address nor the site's files say another
     */
    static HadoopFiles open(Address address, Map<String, String> unlessSaid) throws IOException {
        return asked(() -> {
            var root = new Path(address.root());
            var system = FileSystem.newInstance(root.toUri(), settings(address, unlessSaid));
            var qualified = system.makeQualified(root);
            return new HadoopFiles(system, qualified);
        });
    }

    private static Configuration settings(Address address, Map<String, String> unlessSaid) {
        var settings = new Configuration();
        unlessSaid.forEach((name, value) -> {
            if (isUnsaid(settings.getPropertySources(name))) {
                settings.set(name, value);
            }
        });
        address.settings().forEach(settings::set);
        // Hadoop's own shutdown hook would close it under a run that is told to end but still holds the lease.
        settings.setBoolean("fs.automatic.close", false);
        return settings;
    }

    private static boolean isUnsaid(String @Nullable [] sources) {
        return sources == null || Stream.of(sources).allMatch(source -> source.endsWith("-default.xml"));
    }

    /** For what only one kind of store does. */
    FileSystem system() {
        return system;
    }

    Configuration settings() {
        return system.getConf();
    }

    /** Hadoop's path of one of ours; {@link NoSuchFileException} for one that leads out of the root. */
    Path at(String path) throws NoSuchFileException {
        if (path.startsWith("/") || ("/" + path + "/").contains("/../")) {
            throw new NoSuchFileException(path, null, "it leads out of the root");
        }
        return below(path);
    }

    /** Built of parts: parsed as one text, a colon in a name would begin a scheme. */
    private Path below(String path) {
        var top = root.toUri();
        return path.isEmpty() ? root : new Path(top.getScheme(), top.getAuthority(), top.getPath() + "/" + path);
    }

    String uri(String path) {
        return below(path).toString();
    }

    byte[] read(String path) throws IOException {
        return Faults.reread(() -> asked(() -> {
            try (var in = system.open(at(path))) {
                return in.readAllBytes();
            }
        }));
    }

    InputFile input(String path) throws IOException {
        return asked(() -> {
            var status = system.getFileStatus(at(path));
            if (status.isDirectory()) {
                throw new FileNotFoundException(status.getPath() + " is a folder");
            }
            return new HadoopPieces.Input(system, status);
        });
    }

    OutputFile output(String path) throws IOException {
        return asked(() -> new HadoopPieces.Output(system, at(path)));
    }

    List<Entry> list(String folder) throws IOException {
        var place = at(folder);
        try {
            return asked(() -> Stream.of(system.listStatus(place))
                    .filter(status -> !status.getPath().equals(place)) // a file is listed as itself
                    .map(HadoopFiles::entry)
                    .sorted(Comparator.comparing(Entry::name))
                    .toList());
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static Entry entry(FileStatus status) {
        var modified = Instant.ofEpochMilli(status.getModificationTime());
        return new Entry(status.getPath().getName(), status.isDirectory(), status.getLen(), modified);
    }

    /** Whether there is a file or a folder. */
    boolean isThere(String path) throws IOException {
        return asked(() -> system.exists(at(path)));
    }

    void makeFolderOf(String path) throws IOException {
        var parent = at(path).getParent();
        if (parent != null) {
            asked(() -> system.mkdirs(parent));
        }
    }

    /** Moves a file; not atomic on an object store, which copies it. Hadoop answers false where others throw. */
    void move(String from, String to) throws IOException {
        makeFolderOf(to);
        var source = asked(() -> system.getFileStatus(at(from)).getPath());
        if (isThere(to)) {
            throw new FileAlreadyExistsException(uri(to));
        }
        if (!asked(() -> system.rename(source, at(to)))) {
            throw new IOException("Cannot move " + source + " to " + at(to) + ": refused without a reason");
        }
    }

    /** A store that says false had nothing to delete. */
    void delete(String path) throws IOException {
        asked(() -> system.delete(at(path), true));
    }

    @Override
    public void close() throws IOException {
        system.close();
    }

    /**
     * Does an act of Hadoop, and says its faults as {@link Store} says them: Hadoop has exceptions of its own, and
     * throws unchecked ones for names and hosts that it does not like.
     */
    static <T> T asked(Faults.Act<T> act) throws IOException {
        try {
            return act.run();
        } catch (FileNotFoundException e) {
            throw caused(new NoSuchFileException(said(e)), e);
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
            throw caused(new FileAlreadyExistsException(said(e)), e);
        } catch (RuntimeException e) {
            throw new IOException(said(e), e);
        }
    }

    private static IOException caused(IOException fault, Exception cause) {
        fault.initCause(cause);
        return fault;
    }

    private static String said(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
