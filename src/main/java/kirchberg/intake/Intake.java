package kirchberg.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        requireNoneInterrupted(inbox);
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
        var told = new ArrayList<>(seen.reasons());
        inbox.latest()
                .filter(latest -> !latest.equals(folder))
                .ifPresent(latest -> told.add("The vintage " + latest.getFileName()
                        + " has a later name, so it stays the one that is judged."));
        return new Added(source, seen.survey(), told);
    }

    private static Added described(Inbox inbox, Told told) {
        var accessed = told.accessed() == null ? inbox.written() : told.accessed();
        var format = format(inbox);
        var reasons = new ArrayList<String>();
        reasons.add("Written by kirchberg from what the files show. Correct what it cannot know.");
        reasons.add(
                told.accessed() == null
                        ? "accessed: the day on which the youngest file was last written."
                        : "accessed: as told.");
        var first = first(inbox, format, accessed, told.synthetic());
        var survey = Reading.survey(first);
        return new Added(first.covering(covered(first, survey, told.complete(), reasons)), survey, reasons);
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

    private static Coverage covered(Source source, Survey survey, @Nullable Boolean told, List<String> reasons) {
        var wide = source.coverage();
        var from = Objects.requireNonNullElse(survey.from(), Origin.FIRST_DAY);
        var to = Objects.requireNonNullElse(survey.to(), source.accessed());
        var whole = told == null ? Origin.isWhole(source.format(), survey) : told;
        requireDescribable(source.format(), whole);
        if (survey.late() > 0) {
            reasons.add(survey.late() + " records are dated later than the day after " + source.accessed()
                    + " and will be rejected. If the files were fetched later, correct accessed.");
        }
        if (told != null) {
            reasons.add("complete: as told.");
        } else if (whole) {
            reasons.add("complete: " + Origin.WHOLE);
        } else {
            reasons.add(
                    "complete: false, for nothing in the files shows that they hold everything. If they do, write complete: true.");
        }
        return whole
                ? new Coverage(
                        wide.institution(),
                        wide.stage(),
                        wide.place(),
                        earlier(from, Origin.FIRST_DAY),
                        source.accessed(),
                        true)
                : new Coverage(wide.institution(), wide.stage(), wide.place(), from, later(from, to), false);
    }

    private static void requireDescribable(SourceFormat format, boolean complete) {
        if (complete && format.listsOperations()) {
            throw new Stop(
                    Exit.USAGE,
                    "Cannot describe a list of operations as complete: it covers no signatures, got --complete true",
                    "Leave --complete out.");
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static void requireVintage(Inbox inbox) {
        requireNoneInterrupted(inbox);
        if (!inbox.hasVintage()) {
            throw noSource(inbox, inbox.undescribed());
        }
    }

    /** An intake that broke off, or a vintage put there by hand, is not to be missed in silence. */
    private static void requireNoneInterrupted(Inbox inbox) {
        var left = inbox.interrupted();
        if (!left.isEmpty()) {
            throw noSource(inbox, left);
        }
    }

    private static Stop noSource(Inbox inbox, List<Path> left) {
        return Stop.refused(
                Refusal.MISSING,
                "Cannot find a source in " + inbox.folder() + ": got "
                        + (left.isEmpty() ? "no file" : "no source.yaml in " + left)
                        + ", expected a downloaded list, or a vintage in a folder of its own",
                left.isEmpty()
                        ? "Put the downloaded file into this folder and run again."
                        : "Look whether all its files are in it, then describe it with kirchberg add-source "
                                + left.get(0) + ".");
    }

    private static void requireFiles(Inbox inbox) {
        if (inbox.files().isEmpty()) {
            throw Stop.refused(
                    Refusal.MISSING,
                    "Cannot describe " + inbox.folder() + ": got no data file, expected at least one",
                    "Put the downloaded file into this folder.");
        }
    }
}
