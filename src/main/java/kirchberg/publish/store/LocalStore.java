package kirchberg.publish.store;

import java.io.IOException;
import java.io.SyncFailedException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kirchberg.publish.store.disk.Folders;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/** A folder of a local disk. Network file systems that only look like one are not supported. */
final class LocalStore implements RenameStore {
    private final Path root;

    LocalStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public String uri(String path) {
        return "file://" + root.resolve(path);
    }

    @Override
    public String shown(String path) {
        return root.resolve(path).toString();
    }

    /** {@link NoSuchFileException} for a path that leads out of the root, as one of a changed manifest may. */
    private Path at(String path) throws NoSuchFileException {
        try {
            var file = root.resolve(path).normalize();
            if (file.startsWith(root)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new NoSuchFileException(path, null, e.getReason());
        }
        throw new NoSuchFileException(path, null, "it leads out of the root");
    }

    @Override
    public byte[] read(String path) throws IOException {
        if (Files.isRegularFile(root)) {
            throw new NoSuchFileException(shown(path));
        }
        return Files.readAllBytes(at(path));
    }

    @Override
    public void create(String path, byte[] bytes) throws IOException {
        var file = at(path);
        Folders.make(Folders.of(file));
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            fillNew(channel, file, bytes);
        }
        Folders.sync(Folders.of(file));
    }

    /** Half a file would stand in the way of the next that writes it. */
    private static void fillNew(FileChannel channel, Path file, byte[] bytes) throws IOException {
        try {
            fill(channel, bytes);
        } catch (IOException e) {
            takeBack(file, e);
            throw e;
        }
    }

    private static void takeBack(Path file, IOException why) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    @Override
    public void writeInto(String path, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(
                at(path), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            fill(channel, bytes);
        }
    }

    private static void fill(FileChannel channel, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    @Override
    public InputFile input(String path) throws IOException {
        var file = at(path);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return new LocalInputFile(file);
    }

    @Override
    public OutputFile output(String path) throws IOException {
        var file = at(path);
        Folders.make(Folders.of(file));
        return new LocalOutputFile(file);
    }

    @Override
    public void sync(String path) throws IOException {
        Folders.sync(at(path));
    }

    @Override
    public List<Entry> list(String folder) throws IOException {
        var entries = new ArrayList<Entry>();
        for (var path : Folders.in(at(folder))) {
            entry(path).ifPresent(entries::add);
        }
        entries.sort(Comparator.comparing(Entry::name));
        return List.copyOf(entries);
    }

    /** A link is never followed; one that was deleted since the folder was opened is not there. */
    private static Optional<Entry> entry(Path path) throws IOException {
        try {
            var found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            var name = String.valueOf(path.getFileName());
            var modified = found.lastModifiedTime().toInstant();
            return Optional.of(new Entry(name, found.isDirectory(), found.size(), modified));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void privateFolder(String path) throws IOException {
        Folders.makePrivate(at(path));
    }

    @Override
    public void move(String from, String to) throws IOException {
        var target = at(to);
        Folders.make(Folders.of(target));
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.move(at(from), target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public boolean claim(String from, String to) throws IOException {
        try {
            Files.move(at(from), at(to), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (Files.isRegularFile(at(to), LinkOption.NOFOLLOW_LINKS)) {
                throw new NotDirectoryException(at(to).toString());
            }
            if (isHeld(to, e)) {
                return false;
            }
            throw e;
        }
    }

    /**
     * A held folder answers a plain fault, as a full disk does. The words of the system depend on its language, and so
     * a folder is looked at too.
     */
    private boolean isHeld(String folder, FileSystemException fault) {
        try {
            return "Directory not empty".equals(fault.getReason())
                    || !list(folder).isEmpty();
        } catch (IOException e) {
            fault.addSuppressed(e);
            return false;
        }
    }

    @Override
    public void replace(String from, String to) throws IOException {
        var target = at(to);
        Files.move(at(from), target, StandardCopyOption.ATOMIC_MOVE);
        try {
            Folders.sync(Folders.of(target));
        } catch (IOException e) {
            throw unsynced(target, e);
        }
    }

    private static SyncFailedException unsynced(Path target, IOException why) {
        var fault = new SyncFailedException("Cannot sync the folder of " + target + ", which was replaced");
        fault.initCause(why);
        return fault;
    }

    @Override
    public void delete(String path) throws IOException {
        Folders.delete(at(path));
    }

    /** A rename that was refused did nothing; one that was done may still fail to be synced. */
    @Override
    public boolean isDefinite(IOException fault) {
        return !(fault instanceof SyncFailedException);
    }

    @Override
    public void close() {}
}
