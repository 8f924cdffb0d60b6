package kirchberg.publish.store.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.StreamSupport;

/** Makes, syncs, lists and deletes folders. */
public final class Folders {
    private static final boolean IS_POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private Folders() {}

    /** The folder of a file; the top of a disk is its own. */
    public static Path of(Path file) {
        var parent = file.getParent();
        return parent == null ? file : parent;
    }

    /** Makes a folder and those above it; each new name is on the platter, or a synced file in it could be lost. */
    public static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        make(of(folder));
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        sync(of(folder));
    }

    /**
     * Makes a folder for its owner alone, where the disk knows owners, and those above it for all.
     *
     * @throws FileAlreadyExistsException if it is there
     */
    public static void makePrivate(Path folder) throws IOException {
        make(of(folder));
        Files.createDirectory(folder, IS_POSIX ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0]);
        sync(of(folder));
    }

    /** Brings the bytes of a file, or the names in a folder, to the platter. Windows opens no folder, and need not. */
    public static void sync(Path place) throws IOException {
        if (IS_POSIX || !Files.isDirectory(place)) {
            try (var channel = FileChannel.open(place, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** What lies in a folder; nothing if there is no folder. */
    public static List<Path> in(Path folder) throws IOException {
        try (var paths = Files.newDirectoryStream(folder)) {
            return StreamSupport.stream(paths.spliterator(), false).toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Deletes a file, a link, or a folder with all in it. */
    public static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            for (var inside : in(path)) {
                delete(inside);
            }
        }
        Files.deleteIfExists(path);
    }
}
