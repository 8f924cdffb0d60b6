package kirchberg.publish.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
        return "file://" + at(path);
    }

    @Override
    public String shown(String path) {
        return at(path).toString();
    }

    private Path at(String path) {
        return path.isEmpty() ? root : root.resolve(path);
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
        var folder = folderOf(file);
        Files.createDirectories(folder);
        write(file, bytes, StandardOpenOption.CREATE_NEW);
        syncPath(folder);
    }

    @Override
    public void writeInto(String path, byte[] bytes) throws IOException {
        write(at(path), bytes, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static void write(Path file, byte[] bytes, OpenOption... options) throws IOException {
        var all = new HashSet<OpenOption>(List.of(options));
        all.add(StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, all)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
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
        Files.createDirectories(folderOf(file));
        return new LocalOutputFile(file);
    }

    @Override
    public void sync(String path) throws IOException {
        syncPath(at(path));
    }

    private static void syncPath(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public List<Entry> list(String folder) throws IOException {
        try (var paths = Files.newDirectoryStream(at(folder))) {
            var entries = new ArrayList<Entry>();
            for (var path : paths) {
                entry(path).ifPresent(entries::add);
            }
            entries.sort(Comparator.comparing(Entry::name));
            return List.copyOf(entries);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** None for what went while the folder was listed: the others are still there. */
    private static Optional<Entry> entry(Path path) throws IOException {
        try {
            var name = String.valueOf(path.getFileName());
            var seen = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(new Entry(
                    name,
                    seen.isDirectory(),
                    seen.size(),
                    seen.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    @Override
    public void privateFolder(String path) throws IOException {
        var isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(folderOf(at(path)));
        Files.createDirectory(at(path), isPosix ? new FileAttribute<?>[] {owner} : new FileAttribute<?>[0]);
    }

    @Override
    public void move(String from, String to) throws IOException {
        Files.createDirectories(folderOf(at(to)));
        Files.move(at(from), at(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public boolean claim(String from, String to) throws IOException {
        try {
            Files.move(at(from), at(to), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException e) {
            throw e;
        } catch (FileSystemException e) {
            if (e instanceof DirectoryNotEmptyException || isHeld(to)) {
                return false;
            }
            throw e;
        }
    }

    /** A held folder answers a plain FileSystemException, as a full disk does. */
    private boolean isHeld(String folder) throws IOException {
        return !list(folder).isEmpty();
    }

    @Override
    public void replace(String from, String to) throws IOException {
        Files.move(at(from), at(to), StandardCopyOption.ATOMIC_MOVE);
        syncPath(folderOf(at(to)));
    }

    @Override
    public void delete(String path) throws IOException {
        for (var entry : listIfFolder(path)) {
            delete(path + "/" + entry.name());
        }
        Files.deleteIfExists(at(path));
    }

    private List<Entry> listIfFolder(String path) throws IOException {
        return Files.isDirectory(at(path), LinkOption.NOFOLLOW_LINKS) ? list(path) : List.of();
    }

    @Override
    public boolean isDefinite(IOException fault) {
        return true;
    }

    private static Path folderOf(Path file) {
        var parent = file.getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    @Override
    public void close() {}
}
