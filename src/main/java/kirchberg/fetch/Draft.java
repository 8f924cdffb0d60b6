package kirchberg.fetch;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;

/**
 * A vintage while it is fetched: a folder beside the finished ones, called after its day and {@code .partial}. It stays
 * when the fetch breaks off, for the next attempt. One fetch at a time holds the lock of the source.
 */
final class Draft implements AutoCloseable {
    private static final String SOURCE_YAML = "source.yaml";
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String PARTIAL = ".partial";

    private final Path vintage;
    private final Path folder;
    private final FileChannel lock;

    private Draft(Path vintage, FileChannel lock) {
        this.vintage = vintage;
        this.folder = vintage.resolveSibling(vintage.getFileName() + PARTIAL);
        this.lock = lock;
    }

    /** Something that the disk may refuse. */
    private interface Work<T> {
        T done() throws IOException;
    }

    private static <T> T onDisk(String what, Path path, Work<T> work) {
        try {
            return work.done();
        } catch (IOException | UncheckedIOException e) {
            throw new Stop(
                    Exit.STORE,
                    "Cannot " + what + " " + path + ": " + e.getClass().getSimpleName() + ", " + e.getMessage(),
                    "Check space, rights and health of the disk. Earlier vintages were not touched.",
                    e);
        }
    }

    /** Folder of the newest finished vintage of a source, by its name. */
    static Optional<Path> newest(Path source) {
        return latest(source, DAY, folder -> Files.isRegularFile(folder.resolve(SOURCE_YAML)));
    }

    private static Optional<Path> latest(Path source, String names, Predicate<Path> isOne) {
        if (!Files.isDirectory(source)) {
            return Optional.empty();
        }
        return onDisk("list", source, () -> {
            try (var entries = Files.list(source)) {
                return entries.filter(entry -> entry.getFileName().toString().matches(names))
                        .filter(isOne)
                        .max(Comparator.naturalOrder());
            }
        });
    }

    /**
     * Opens the draft of a day. What a fetch of that day or the day before left is taken up; what is older is thrown
     * away.
     *
     * @throws Stop USAGE if there is a vintage of that day; LOCKED if another fetch is at work; STORE for a fault
     */
    static Draft open(Path source, LocalDate today) {
        var vintage = source.resolve(today.toString());
        requireRoom(source, vintage);
        onDisk("make the folder", source, () -> Files.createDirectories(source));
        var draft = new Draft(vintage, lock(source.resolve(".fetch.lock")));
        try {
            draft.takeUp(source, today);
        } catch (Stop e) {
            draft.close();
            throw e;
        }
        return draft;
    }

    private static void requireRoom(Path source, Path vintage) {
        var why = Files.exists(vintage)
                ? "there is a vintage of today, got " + vintage + ", expected no such folder"
                : "it is a file, expected a folder";
        if (Files.exists(vintage) || (Files.exists(source) && !Files.isDirectory(source))) {
            throw new Stop(
                    Exit.USAGE,
                    "Cannot fetch into " + source + ": " + why,
                    Files.exists(vintage)
                            ? "Use what is there, or fetch tomorrow; to fetch anew today, move it away first."
                            : "Name the folder of the vintages; it is made if it is not there.");
        }
    }

    private static FileChannel lock(Path file) {
        var channel = onDisk("lock", file, () -> FileChannel.open(file, CREATE, WRITE));
        if (!onDisk("lock", file, () -> isLocked(channel))) {
            throw new Stop(
                    Exit.LOCKED,
                    "Cannot lock " + file + ": another fetch is at work in this folder",
                    "Wait until it has ended, then run the same command again.");
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void takeUp(Path source, LocalDate today) {
        var left = latest(source, DAY + "[.]partial", Files::isDirectory).orElse(folder);
        if (!left.equals(folder)) {
            onDisk("rename " + left + " to", folder, () -> Files.move(left, folder, ATOMIC_MOVE));
        }
        onDisk("make the folder", folder, () -> Files.createDirectories(folder));
        var yesterday = today.minusDays(1) + PARTIAL;
        if (left.getFileName().toString().compareTo(yesterday) < 0) {
            drop(file -> true);
        }
    }

    /** The bytes of a file of the draft. */
    Optional<byte[]> stored(String file) {
        var path = folder.resolve(file);
        return Files.isRegularFile(path)
                ? Optional.of(onDisk("read", path, () -> Files.readAllBytes(path)))
                : Optional.empty();
    }

    /** Keeps a file whole: it is written beside, brought to the platter and renamed. */
    void store(String file, byte[] bytes) {
        var path = folder.resolve(file);
        var beside = folder.resolve(file + ".part");
        onDisk("write", path, () -> {
            Files.createDirectories(path.resolve("..").normalize());
            Files.write(beside, bytes, CREATE, TRUNCATE_EXISTING, WRITE, SYNC);
            return Files.move(beside, path, ATOMIC_MOVE, REPLACE_EXISTING);
        });
    }

    /** Deletes the files of some names; the name of one in a folder of the draft begins with that folder's. */
    void drop(Predicate<String> names) {
        delete(path -> Files.isRegularFile(path)
                && names.test(folder.relativize(path).toString().replace('\\', '/')));
    }

    /** Throws the draft away. */
    void discard() {
        delete(path -> true);
    }

    private void delete(Predicate<Path> which) {
        onDisk("tidy", folder, () -> {
            try (var paths = Files.walk(folder)) {
                for (var path :
                        paths.filter(which).sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
            return folder;
        });
    }

    /** Makes the draft a vintage: what describes it is written last, and the folder gets its name. */
    Path finish(String sourceYaml) {
        store(SOURCE_YAML, sourceYaml.getBytes(StandardCharsets.UTF_8));
        return onDisk("rename " + folder + " to", vintage, () -> Files.move(folder, vintage, ATOMIC_MOVE));
    }

    @Override
    public void close() {
        onDisk("unlock", folder, () -> {
            lock.close();
            return folder;
        });
    }
}
