package kirchberg.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kirchberg.check.Checking;
import kirchberg.domain.Stop;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.Source;
import kirchberg.domain.vintage.VintageRules.Same;
import kirchberg.domain.vintage.VintageRules.Shrunk;
import kirchberg.domain.vintage.Volume;
import kirchberg.publish.release.Release;
import kirchberg.table.Claims;
import kirchberg.table.Findings;
import kirchberg.table.Neighbours;
import kirchberg.table.Sources;
import org.jspecify.annotations.Nullable;

/**
 * The release that a run may take the place of.
 *
 * @param release null if the root has none
 */
record StandingRelease(@Nullable Release release, Inputs inputs) {

    /**
     * How a run ends that would make the same release once more: from the very same inputs, or from vintages of another
     * name or day whose bytes are the same. Empty if there is something to do.
     */
    Optional<Outcome> unchanged() {
        return Optional.ofNullable(release)
                .filter(r -> inputs.job().vintages().same() == Same.UNCHANGED)
                .filter(r -> r.key().equals(inputs.keys().all()) || hasSameData(r))
                .map(r -> outcome(r, Outcome.State.UNCHANGED, ""));
    }

    /** Whether the run was asked for a day before that of the standing release: it fills a gap of the past. */
    boolean isLaterThanAsked() {
        return release != null
                && inputs.isDayAsked()
                && inputs.asOf()
                        .isBefore(LocalDate.parse(
                                String.valueOf(release.manifest().get("as_of"))));
    }

    /** Its verdict of each claim, by id. */
    SortedMap<String, Verdict> verdicts() {
        return release == null ? new TreeMap<>() : Chronicle.verdicts(findings(release));
    }

    private static List<Finding> findings(Release stays) {
        return Checking.published(
                Checking.claims(stays.rows(Claims.TABLE)),
                stays.rows(Findings.TABLE),
                stays.rowsIfAny(Neighbours.TABLE));
    }

    private Outcome outcome(Release stays, Outcome.State state, String why) {
        return new Outcome(
                state, findings(stays), List.of(), inputs.job().output(), stays.shown(), inputs.isSynthetic(), why);
    }

    /**
     * The keys speak of the digests that source.yaml states; a file that has another one is for the reader to refuse.
     */
    private boolean hasSameData(Release standing) {
        return standing.dataKey().equals(inputs.keys().data())
                && standing.configDigests().entrySet().stream()
                        .noneMatch(e -> inputs.digests().containsKey(e.getKey())
                                && !e.getValue().equals(inputs.digests().get(e.getKey())))
                && inputs.sources().stream().allMatch(Inputs::isAsStated);
    }

    /**
     * Stops at a source that is smaller than its last vintage by more than the job allows: it is likely to be half a
     * download.
     *
     * @param controls what the readers counted, one per source
     */
    void requireNoneShrunk(List<ControlTotals> controls) {
        if (release == null || isLaterThanAsked()) {
            return;
        }
        var limit = inputs.job().vintages().shrinkLimit();
        var shrunk = Volume.shrunk(Sources.volumes(release.rows(Sources.TABLE)), volumes(controls), limit);
        if (!shrunk.isEmpty()) {
            throw Stop.refused(
                    Refusal.SHRUNK,
                    "Cannot publish: a source has shrunk, got " + String.join("; ", shrunk) + ", expected no more than "
                            + limit.movePointRight(2).stripTrailingZeros().toPlainString() + " % less",
                    "Look whether its files are whole, and fetch it again. If the publisher took the rows away, run"
                            + " once with a greater limits.shrink in "
                            + inputs.job().file() + ".");
        }
    }

    /**
     * How a run ends that stopped at a source that has shrunk, if the job lets the release stay.
     *
     * @throws Stop the same, for every other reason or setting
     */
    Outcome held(Stop stop) {
        var why = String.valueOf(stop.getMessage());
        var isShrunk = why.startsWith(Refusal.SHRUNK.name());
        if (release == null || !isShrunk || inputs.job().vintages().shrunk() == Shrunk.REFUSE) {
            throw stop;
        }
        return outcome(release, Outcome.State.HELD, why);
    }

    private List<Volume> volumes(List<ControlTotals> controls) {
        return controls.stream().map(this::volume).toList();
    }

    private Volume volume(ControlTotals control) {
        var source = inputs.sources().stream()
                .filter(s -> s.id().equals(control.sourceId()))
                .findFirst()
                .orElseThrow();
        return new Volume(dataset(source), control.records() - control.controlRows(), control.readableEur());
    }

    private static String dataset(Source source) {
        return Volume.dataset(
                source.publisher(), source.dataset(), source.format().key());
    }
}
