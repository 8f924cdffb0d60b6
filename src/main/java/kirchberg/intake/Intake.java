package kirchberg.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kirchberg.config.Description;
import kirchberg.config.Inbox;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFormat;
import kirchberg.domain.source.Survey;
import kirchberg.read.Reading;
import org.jspecify.annotations.Nullable;

/** Makes sources of files as people have them: recognised by content, read through once, described. */
public final class Intake {
    private Intake() {}

    /**
     * What a person says of files that cannot say it themselves.
     *
     * @param accessed day on which they were fetched; null for the day on which the youngest was last written
     * @param complete whether they hold everything; null to conclude it from what the files show
     * @param synthetic whether the rows were made up
     */
    public record Told(
            @Nullable LocalDate accessed, @Nullable Boolean complete, boolean synthetic) {
        /** Nothing is told. */
        public static final Told NOTHING = new Told(null, null, false);
    }

    /**
     * What came of it.
     *
     * @param source as it was described
     * @param survey what its first reading counted
     * @param reasons why it was described so, a sentence each
     */
    public record Added(Source source, Survey survey, List<String> reasons) {
        public Added {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Makes vintages of the files that were dropped into the folders that a job names under {@code latest:}.
     *
     * @param isDry whether nothing may be moved
     * @param added told of each new vintage
     * @throws Stop with exit 3 if a file is refused, which then stays where it is, or if such a folder holds neither a
     *     vintage nor a file, or a younger folder that nobody described; with exit 2 if files were dropped and nothing
     *     may be moved; with exit 6 if another run takes them in
     */
    public static void ofDropped(Path jobFile, boolean isDry, Consumer<Added> added) {
        for (var inbox : Inbox.of(jobFile)) {
            if (inbox.files().isEmpty()) {
                requireVintage(inbox);
            } else if (isDry) {
                throw new Stop(
                        Exit.USAGE,
                        "Cannot run dry: files were dropped into " + inbox.folder() + ", which a run would move into a"
                                + " vintage of their own, got "
                                + inbox.files().get(0).getFileName(),
                        "Run without --dry-run, or take the files out.");
            } else {
                inbox.held(() -> takeIn(inbox)).ifPresent(added);
            }
        }
    }

    /** Another run may have taken the files in meanwhile. */
    private static Optional<Added> takeIn(Inbox inbox) {
        requireNoneUndescribed(inbox);
        return inbox.files().isEmpty() ? Optional.empty() : Optional.of(vintage(inbox));
    }

    /**
     * Describes a folder of files where they lie.
     *
     * @throws Stop with exit 2 if it is a source already, 3 if it holds no file or one that is refused
     */
    public static Added of(Path folder, Told told) {
        var inbox = new Inbox(folder);
        requireFiles(inbox);
        var added = described(inbox, told);
        Description.write(added.source(), added.reasons());
        return added;
    }

    /** The files are read where they lie, so that a file that is refused stays there. */
    private static Added vintage(Inbox inbox) {
        var seen = described(inbox, Told.NOTHING);
        var folder = inbox.moveInto(seen.source().accessed().toString());
        var source = seen.source().movedTo(folder);
        Description.write(source, seen.reasons());
        var reasons = new ArrayList<>(seen.reasons());
        inbox.latest()
                .filter(latest -> !latest.equals(folder))
                .ifPresent(latest -> reasons.add("not judged: " + latest.getFileName() + " comes later than "
                        + folder.getFileName() + ", and the latest vintage is judged."));
        return new Added(source, seen.survey(), reasons);
    }

    private static Added described(Inbox inbox, Told told) {
        var accessed = told.accessed() == null ? inbox.written() : told.accessed();
        var format = format(inbox);
        var reasons = new ArrayList<String>();
        reasons.add("Written by kirchberg from what the files show. Correct what it cannot know.");
        var first = first(inbox, format, accessed, told.synthetic());
        requireDifferent(first);
        var survey = Reading.survey(first);
        return new Added(first.covering(Scope.of(first, survey, told, reasons)), survey, reasons);
    }

    private static SourceFormat format(Inbox inbox) {
        var formats = inbox.files().stream()
                .collect(Collectors.groupingBy(
                        Reading::format, Collectors.mapping(Path::getFileName, Collectors.toList())));
        if (formats.size() > 1) {
            throw Stop.refused(
                    Refusal.NOT_THIS_FORMAT,
                    "Cannot make one source of " + inbox.folder() + ": its files are of different formats, got "
                            + formats.entrySet().stream()
                                    .map(e -> e.getValue() + " as " + e.getKey().key())
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ", expected one format",
                    "Put each list into a folder of its own.");
        }
        return formats.keySet().iterator().next();
    }

    private static Source first(Inbox inbox, SourceFormat format, LocalDate accessed, boolean synthetic) {
        var origin = Origin.of(format);
        return new Source(
                inbox.folder().toAbsolutePath().normalize().getFileName().toString(),
                inbox.folder(),
                origin.publisher(),
                origin.dataset(),
                format,
                StandardCharsets.UTF_8,
                origin.institution(),
                "EUR",
                accessed,
                accessed,
                "not stated",
                origin.url(),
                synthetic,
                inbox.files().stream().map(Description::file).toList(),
                new Coverage(origin.institution(), origin.stage(), origin.place(), accessed, accessed, false));
    }

    private static void requireVintage(Inbox inbox) {
        requireNoneUndescribed(inbox);
        if (inbox.latest().isEmpty()) {
            throw noSource(inbox, List.of());
        }
    }

    /**
     * An intake that broke off, or a folder that was dropped as it is, would be passed over in silence, and an older
     * vintage be judged.
     */
    private static void requireNoneUndescribed(Inbox inbox) {
        var left = inbox.undescribed();
        if (!left.isEmpty()) {
            throw noSource(inbox, left);
        }
    }

    private static Stop noSource(Inbox inbox, List<Path> left) {
        return Stop.refused(
                Refusal.MISSING,
                "Cannot find a source in " + inbox.folder() + ": got "
                        + (left.isEmpty() ? inbox.leftovers() : "no source.yaml in " + left)
                        + ", expected a downloaded list, or a vintage in a folder of its own",
                left.isEmpty()
                        ? "Put the downloaded file into this folder and run again."
                        : "Look whether all its files are in it, then describe it with kirchberg add-source '"
                                + left.get(0) + "', or move its files to where they belong.");
    }

    /** A browser keeps a second download of the same list beside the first, and all files of a source are summed. */
    private static void requireDifferent(Source source) {
        var seen = new HashMap<String, String>();
        for (var file : source.files()) {
            var twin = seen.put(file.sha256(), file.name());
            if (twin != null) {
                throw new Stop(
                        Exit.INPUT,
                        "Cannot make one source of " + source.folder() + ": every row would count twice, got the same"
                                + " bytes in " + twin + " and " + file.name() + ", expected each file once",
                        "Take one of the two out of the folder.");
            }
        }
    }

    private static void requireFiles(Inbox inbox) {
        if (inbox.files().isEmpty()) {
            throw Stop.refused(
                    Refusal.MISSING,
                    "Cannot describe " + inbox.folder() + ": got " + inbox.leftovers()
                            + ", expected a folder with at least one data file",
                    "Put the downloaded file into a folder of its own, and name the folder.");
        }
    }
}
