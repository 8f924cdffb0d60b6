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

    /** What an intake calls a vintage. */
    private static final String VINTAGE = "[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]+)?";

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

    /** The vintage that a job reads which asks for the latest; empty if there is none. */
    public Optional<Path> latest() {
        return SourceFolder.latest(folder);
    }

    /** Whether a vintage stands in the folder already. */
    public boolean hasVintage() {
        return SourceFolder.latest(folder).isPresent();
    }

    /** Folders in it that hold files but no description: an intake that was interrupted, or a copy by hand. */
    public List<Path> undescribed() {
        return list().filter(Files::isDirectory)
                .filter(f -> !SourceFolder.isOne(f) && !new Inbox(f).files().isEmpty())
                .filter(f -> !f.getFileName().toString().endsWith(".partial"))
                .toList();
    }

    /**
     * Folders called like a vintage, younger than every vintage that is described, that hold files: what they hold is
     * missed where the older vintage is taken for the latest.
     */
    public List<Path> interrupted() {
        var latest = SourceFolder.latest(folder).map(f -> f.getFileName().toString());
        return undescribed().stream()
                .filter(f -> f.getFileName().toString().matches(VINTAGE))
                .filter(f -> f.getFileName().toString().compareTo(latest.orElse("")) > 0)
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
        try {
            var files = files();
            var target = free(vintage);
            Files.createDirectory(target);
            for (var file : files) {
                Files.move(file, target.resolve(file.getFileName()));
            }
            return target;
        } catch (IOException e) {
            throw new Stop(
                    Exit.STORE,
                    "Cannot move the files of " + folder + " into a vintage " + vintage + ": " + e,
                    "Make the folder writable; what was moved already can be described by kirchberg add-source.",
                    e);
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
