package kirchberg.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Source;

/**
 * A folder in which files may lie that nobody has described yet: the folder of the vintages of one source, into which
 * people drop what they have downloaded, or a folder that is to become a source.
 *
 * @param folder its path; it need not exist
 */
public record Inbox(Path folder) {
    /** Hidden files, notes, and what a browser is still writing. */
    private static final String NO_DATA =
            "[.].*|(?i).*[.](md|txt|part|partial|crdownload|download|tmp)|~.*|source[.]yaml";

    /**
     * The folders of vintages that a job names under {@code latest:}.
     *
     * @throws Stop with exit 2 if there is no job file; other mistakes in it are left to its validation
     */
    public static List<Inbox> of(Path jobFile) {
        return Configuration.openJob(jobFile).contents().stream()
                .flatMap(c -> c.inboxes().stream())
                .distinct()
                .map(Inbox::new)
                .toList();
    }

    /** The vintage in the folder whose name comes last, as dates do; empty if none is there yet. */
    public Optional<Path> latest() {
        return SourceFolder.latest(folder);
    }

    /** Folders in it that hold files but no description: an intake that was interrupted, or a copy by hand. */
    public List<Path> undescribed() {
        return list().filter(Files::isDirectory)
                .filter(f -> !SourceFolder.isOne(f) && !new Inbox(f).files().isEmpty())
                .filter(f -> !f.getFileName().toString().endsWith(".partial"))
                .toList();
    }

    /**
     * Works while no other run takes in the same files; a run that breaks off gives the folder back too.
     *
     * @throws Stop with exit 6 if another run holds it, 7 if the disk does not let it
     */
    public <T> T held(Supplier<T> work) {
        var lock = folder.resolve(".intake.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (isLocked(channel)) {
                return work.get();
            }
        } catch (IOException e) {
            throw new Stop(Exit.STORE, "Cannot lock " + lock + ": " + e, "Make the folder writable.", e);
        }
        throw new Stop(
                Exit.LOCKED,
                "Cannot take in the files of " + folder + ": another run is at it",
                "Wait until it has ended, then run again.");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The data files that lie in the folder itself, by name. */
    public List<Path> files() {
        return list().filter(Files::isRegularFile)
                .filter(f -> !f.getFileName().toString().matches(NO_DATA))
                .toList();
    }

    /** Names of the data files that lie in the folder of a source and are none of those that it lists. */
    public static List<String> unlisted(Source source) {
        var listed = source.files().stream()
                .map(f -> source.folder().resolve(f.name()).normalize())
                .toList();
        return new Inbox(source.folder())
                .files().stream()
                        .filter(f -> !listed.contains(f.normalize()))
                        .map(f -> f.getFileName().toString())
                        .toList();
    }

    /** What is there instead of data files, in words for a message. */
    public String leftovers() {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder) ? "a file" : "nothing of this name";
        }
        var names = list().filter(Files::isRegularFile)
                .map(f -> f.getFileName().toString())
                .filter(name -> name.matches(NO_DATA) && !name.startsWith(".") && !name.equals(SourceFolder.YAML))
                .toList();
        return names.isEmpty()
                ? "no file"
                : "no file but " + names + ", which counts as a note or a half-done download";
    }

    /** The day on which the youngest of the files was last written, in UTC: for a download, when it was fetched. */
    public LocalDate written() {
        return files().stream()
                .map(Inbox::written)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("Cannot date " + folder + ": it holds no data file"));
    }

    /**
     * Moves the files into a new folder beside the older vintages.
     *
     * @param vintage its name; a number is added if a folder is called so already
     * @return the new folder, not described yet
     * @throws Stop with exit 7 if the disk does not let it
     */
    public Path moveInto(String vintage) {
        var target = free(vintage);
        var moved = new ArrayList<Path>();
        try {
            Files.createDirectory(target);
            for (var file : files()) {
                move(file, target.resolve(file.getFileName()));
                moved.add(file.getFileName());
            }
            return target;
        } catch (IOException e) {
            moveBack(moved, target);
            throw new Stop(
                    Exit.STORE,
                    "Cannot move the files of " + folder + " into a vintage " + target.getFileName() + ": " + e,
                    "Make the folder writable and run again; the files are where they were, or else in " + target + ".",
                    e);
        }
    }

    /** A link would point elsewhere from a deeper folder, and to other bytes one day: the vintage gets the bytes. */
    private static void move(Path file, Path to) throws IOException {
        if (Files.isSymbolicLink(file)) {
            Files.copy(file, to);
            Files.delete(file);
        } else {
            Files.move(file, to);
        }
    }

    private void moveBack(List<Path> names, Path from) {
        try {
            for (var name : names) {
                Files.move(from.resolve(name), folder.resolve(name));
            }
            Files.deleteIfExists(from);
        } catch (IOException e) {
            // The disk fails: the files stay where they are, and the caller says where that is.
        }
    }

    private Path free(String vintage) {
        return Stream.concat(
                        Stream.of(vintage),
                        Stream.iterate(2, n -> n + 1).map(n -> String.format(Locale.ROOT, "%s-%02d", vintage, n)))
                .map(folder::resolve)
                .filter(path -> !Files.exists(path))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Path> list() {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (IOException | UncheckedIOException e) {
            throw new Stop(Exit.INPUT, "Cannot list " + folder + ": " + e, "Make the folder readable.", e);
        }
    }

    private static LocalDate written(Path file) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate();
        } catch (IOException e) {
            throw new Stop(Exit.INPUT, "Cannot read " + file + ": " + e, "Make the file readable.", e);
        }
    }
}
