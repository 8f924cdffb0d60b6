package kirchberg.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;

/** What a release needs of a local file system: private folders, synced writes, an atomic swap and a lock. */
final class Disk {
    /** A letter alone before the colon is a drive, not a scheme. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*");

    private Disk() {}

    /** The local path that a root names: a path, or a file: URI. */
    static Path local(String root) {
        var scheme = SCHEME.matcher(root);
        if (!scheme.matches()) {
            return Path.of(root).toAbsolutePath().normalize();
        }
        if (!scheme.group(1).equalsIgnoreCase("file")) {
            throw badRoot(root, "only local roots are supported so far");
        }
        try {
            return Path.of(URI.create(root)).toAbsolutePath().normalize();
        } catch (IllegalArgumentException e) {
            throw badRoot(root, "it is no valid file: URI");
        }
    }

    private static Stop badRoot(String root, String why) {
        return new Stop(
                Exit.USAGE,
                "Cannot use the root of the releases: " + why + ", got " + root + ", expected a path or a file: URI",
                "Set output in the job file to a local folder.");
    }

    static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw fault("read the time of", file, e);
        }
    }

    /** A new folder for a root that nobody shall see. */
    static Path temporary() {
        try {
            return Files.createTempDirectory("kirchberg");
        } catch (IOException e) {
            throw fault("make a folder in", Path.of(System.getProperty("java.io.tmpdir", "")), e);
        }
    }

    /** The lock of a root; it lives as long as the channel. */
    static FileChannel lock(Path file) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return channel;
            }
            channel.close();
        } catch (IOException e) {
            throw fault("lock", file, e);
        }
        throw new Stop(
                Exit.LOCKED,
                "Cannot lock " + file + ": another run is at work, got a held lock, expected a free one",
                "Wait until the other run has ended, then run again.");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Makes a folder and its parents. */
    static Path folders(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw fault("make the folder", folder, e);
        }
    }

    /** Makes a folder that must not exist, for those whom the machine lets read new folders. */
    static Path newFolder(Path folder) {
        return newFolder(folder, new FileAttribute<?>[0]);
    }

    /** Makes a folder that must not exist, for its owner alone. */
    static Path newPrivateFolder(Path folder) {
        return newFolder(folder, ownerOnly());
    }

    private static Path newFolder(Path folder, FileAttribute<?>[] attributes) {
        try {
            return Files.createDirectory(folder, attributes);
        } catch (IOException e) {
            throw fault("make the new folder", folder, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        var isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return isPosix ? new FileAttribute<?>[] {owner} : new FileAttribute<?>[0];
    }

    /** Writes a new file and brings it to the platter. */
    static void write(Path file, byte[] bytes) {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            throw fault("write", file, e);
        }
    }

    /** Swaps a file's content at once: readers see all of the old bytes or all of the new ones. */
    static void replace(Path file, Path temporary, byte[] bytes) {
        write(temporary, bytes);
        move(temporary, file);
        sync(folderOf(file));
    }

    static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw fault("move " + from + " to", to, e);
        }
    }

    /** Brings a file, or the names in a folder, to the platter. */
    static void sync(Path path) {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw fault("sync", path, e);
        }
    }

    /** Everything below a folder, itself included, parents before their children, in the order of names. */
    static List<Path> tree(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw fault("list", folder, e);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            for (var paths = new ArrayDeque<>(tree(folder)); !paths.isEmpty(); ) {
                Files.delete(paths.removeLast());
            }
        } catch (IOException e) {
            throw fault("delete", folder, e);
        }
    }

    static String sha256(Path file) {
        var digest = sha256();
        try (var in = Files.newInputStream(file);
                var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw fault("read", file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot happen: every Java platform has SHA-256", e);
        }
    }

    static Path folderOf(Path file) {
        var parent = file.getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    static Stop fault(String what, Path path, IOException why) {
        return new Stop(
                Exit.STORE,
                "Cannot " + what + " " + path + ": " + why.getClass().getSimpleName() + ", " + why.getMessage(),
                "Check space, rights and health of the disk; the release before stays.",
                why);
    }
}
