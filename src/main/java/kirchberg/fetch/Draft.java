package kirchberg.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;

/**
 * A vintage while it is fetched: a folder beside the finished ones, called after its day and {@code .partial}. It stays
 * when the fetch breaks off, for the next attempt. One fetch at a time holds its lock.
 */
final class Draft implements AutoCloseable {
    static final String SOURCE_YAML = "source.yaml";

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

    /** Folder of the newest finished vintage of a source, by its name. */
    static Optional<Path> newest(Path source) {
        return latest(source, DAY).filter(day -> Files.isRegularFile(day.resolve(SOURCE_YAML)));
    }

    private static Optional<Path> latest(Path source, String names) {
        if (!Files.isDirectory(source)) {
            return Optional.empty();
        }
        try (var entries = Files.list(source)) {
            return entries.filter(entry -> entry.getFileName().toString().matches(names))
                    .filter(Files::isDirectory)
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw fault("list", source, e);
        }
    }

    /**
     * Opens the draft of a day. What a fetch of that day or the day before left is taken up; what is older is thrown
     * away.
     *
     * @throws Stop USAGE if there is a vintage of that day; LOCKED if another fetch is at work; STORE for a fault
     */
    static Draft open(Path source, LocalDate today) {
        if (Files.exists(source) && !Files.isDirectory(source)) {
            throw new Stop(
                    Exit.USAGE,
                    "Cannot fetch into " + source + ": it is a file, expected a folder",
                    "Name the folder of the vintages, such as data/sources/eib-loans.");
        }
        var vintage = source.resolve(today.toString());
        if (Files.exists(vintage)) {
            throw new Stop(
                    Exit.USAGE,
                    "Cannot fetch into " + source + ": there is a vintage of today, got " + vintage
                            + ", expected no such folder",
                    "Use it, or fetch tomorrow; to fetch anew today, move that folder away first.");
        }
        try {
            Files.createDirectories(source);
        } catch (IOException e) {
            throw fault("make the folder", source, e);
        }
        var draft = new Draft(vintage, lock(source.resolve(".fetch.lock")));
        draft.takeUp(source, today);
        return draft;
    }

    private static FileChannel lock(Path file) {
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
                "Cannot lock " + file + ": another fetch is at work in this folder",
                "Wait until it has ended, then run the same command again.");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void takeUp(Path source, LocalDate today) {
        var left = latest(source, DAY + PARTIAL.replace(".", "[.]"));
        try {
            if (left.isPresent() && !left.get().equals(folder)) {
                Files.move(left.get(), folder, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw fault("make the folder", folder, e);
        }
        var yesterday = today.minusDays(1) + PARTIAL;
        if (left.isPresent() && left.get().getFileName().toString().compareTo(yesterday) < 0) {
            drop(file -> true);
        }
    }

    /** The bytes of a file of the draft. */
    Optional<byte[]> stored(String file) {
        var path = folder.resolve(file);
        try {
            return Files.isRegularFile(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
        } catch (IOException e) {
            throw fault("read", path, e);
        }
    }

    /** Keeps a file whole: it is written beside, brought to the platter and renamed. */
    void store(String file, byte[] bytes) {
        var path = folder.resolve(file);
        var beside = path.resolveSibling(path.getFileName() + ".part");
        try {
            Files.createDirectories(folder.resolve(file).resolve("..").normalize());
            try (var channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw fault("write", path, e);
        }
    }

    /** Deletes the files of some names; the name of one in a folder of the draft begins with that folder's. */
    void drop(Predicate<String> names) {
        try (var files = Files.walk(folder)) {
            delete(files.filter(Files::isRegularFile)
                    .filter(file -> names.test(folder.relativize(file).toString().replace('\\', '/'))));
        } catch (IOException e) {
            throw fault("tidy", folder, e);
        }
    }

    /** Throws the draft away. */
    void discard() {
        try (var files = Files.walk(folder)) {
            delete(files.sorted());
        } catch (IOException e) {
            throw fault("delete", folder, e);
        }
    }

    private static void delete(Stream<Path> files) throws IOException {
        for (var paths = new ArrayDeque<>(files.toList()); !paths.isEmpty(); ) {
            Files.delete(paths.removeLast());
        }
    }

    /** Makes the draft a vintage: what describes it is written last, and the folder gets its name. */
    Path finish(String sourceYaml) {
        store(SOURCE_YAML, sourceYaml.getBytes(StandardCharsets.UTF_8));
        try {
            return Files.move(folder, vintage, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw fault("rename " + folder + " to", vintage, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw fault("unlock", folder, e);
        }
    }

    private static Stop fault(String what, Path path, IOException why) {
        return new Stop(
                Exit.STORE,
                "Cannot " + what + " " + path + ": " + why.getClass().getSimpleName() + ", " + why.getMessage(),
                "Check space, rights and health of the disk. Earlier vintages were not touched.",
                why);
    }
}
