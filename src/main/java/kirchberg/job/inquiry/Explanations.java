package kirchberg.job.inquiry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import kirchberg.domain.Exit;
import kirchberg.domain.Nearest;
import kirchberg.domain.Stop;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.judgement.Progress;
import kirchberg.domain.release.Address;
import kirchberg.publish.Publishing;
import kirchberg.publish.release.Release;
import kirchberg.query.Querying;
import kirchberg.report.Reporting;
import kirchberg.table.Sources;

/** Everything that a release knows of one claim. */
public final class Explanations {
    private static final int NEAREST = 3;

    private Explanations() {}

    /**
     * One finding of a release with its rows, sources and queries.
     *
     * @throws Stop INPUT if there is no release at the root, USAGE if it has no such claim
     */
    public static Reporting.Explanation of(Address root, String claimId) {
        var release = Publishing.release(root);
        var findings = Recheck.published(release);
        var finding = findings.stream()
                .filter(f -> f.claim().id().equals(claimId))
                .findFirst()
                .orElseThrow(() -> unknown(claimId, findings));
        var origin = origin(release);
        var rows = HeavyRows.of(release, finding.claim());
        return new Reporting.Explanation(
                finding,
                Progress.of(finding, Sources.coverages(release.rows(Sources.TABLE)), origin.asOf())
                        .orElse(null),
                rows.heaviest(),
                rows.unsettled(),
                Querying.of(finding, origin.asOf()),
                origin);
    }

    private static Reporting.Origin origin(Release release) {
        var manifest = release.manifest();
        return new Reporting.Origin(
                release.shown(),
                LocalDate.parse(String.valueOf(manifest.get("as_of"))),
                Boolean.TRUE.equals(manifest.get("synthetic")),
                Sources.vintages(release.rows(Sources.TABLE)));
    }

    private static Stop unknown(String claimId, List<Finding> findings) {
        var ids = findings.stream()
                .map(f -> f.claim().id())
                .sorted(Comparator.naturalOrder())
                .toList();
        var near = Nearest.several(claimId, ids, NEAREST);
        return new Stop(
                Exit.USAGE,
                "Cannot explain " + claimId + ": the release has no such claim, expected one of its " + ids.size(),
                near.isEmpty()
                        ? "kirchberg explain ROOT --list names the claims of a release."
                        : "Did you mean " + String.join(" or ", near) + "? --list names all.");
    }
}
