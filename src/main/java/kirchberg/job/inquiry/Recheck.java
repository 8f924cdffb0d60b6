package kirchberg.job.inquiry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kirchberg.check.Checking;
import kirchberg.domain.Stop;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.release.Address;
import kirchberg.job.Session;
import kirchberg.job.safety.SparkSettings;
import kirchberg.publish.Publishing;
import kirchberg.publish.release.Release;
import kirchberg.table.Claims;
import kirchberg.table.Financings;
import kirchberg.table.Findings;
import kirchberg.table.Neighbours;
import kirchberg.table.Sources;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** What can be said of a published release without reading its sources again. */
public final class Recheck {
    private Recheck() {}

    /**
     * Judges claims on a published release.
     *
     * @param claims others than the release's own; null for its own
     * @param spark Spark properties
     * @throws Stop INPUT if there is no release at the root
     */
    public static List<Finding> findings(String root, @Nullable List<Claim> claims, Map<String, String> spark) {
        var release =
                Publishing.release(new Address(root, SparkSettings.of(spark).hadoop()));
        var judged = claims == null ? Checking.claims(release.rows(Claims.TABLE)) : claims;
        return Session.with(spark, session -> judge(release, judged, session));
    }

    private static List<Finding> judge(Release release, List<Claim> claims, SparkSession spark) {
        var financings = release.open(spark, Financings.TABLE);
        var labels = claims.stream()
                .flatMap(c -> Stream.ofNullable(c.of()))
                .distinct()
                .toList();
        return Checking.findings(new Checking.Measured(
                Checking.cells(financings, labels).collectAsList(),
                Checking.operations(financings, claims).collectAsList(),
                claims,
                Sources.coverages(release.rows(Sources.TABLE)),
                referenceCounts(release),
                LocalDate.parse(String.valueOf(release.manifest().get("as_of")))));
    }

    /** The findings that the standing release of a root holds. */
    public static List<Finding> published(Address root) {
        return published(Publishing.release(root));
    }

    /** Whether any source of the standing release was made up. */
    public static boolean isSynthetic(Address root) {
        return Boolean.TRUE.equals(Publishing.release(root).manifest().get("synthetic"));
    }

    /** The findings that a release holds. */
    static List<Finding> published(Release release) {
        return Checking.published(
                Checking.claims(release.rows(Claims.TABLE)),
                release.rows(Findings.TABLE),
                release.rowsIfAny(Neighbours.TABLE));
    }

    /** Entries of the reference tables as the release's own run counted them. */
    private static Map<String, Long> referenceCounts(Release release) {
        var counts = new HashMap<String, Long>();
        for (var finding : published(release)) {
            var evidence = finding.evidence();
            if (finding.claim().measure() == Measure.COUNT && evidence != null) {
                counts.put(
                        finding.claim().counts(),
                        new BigDecimal(evidence.possible().low().plain()).longValueExact());
            }
        }
        return counts;
    }
}
