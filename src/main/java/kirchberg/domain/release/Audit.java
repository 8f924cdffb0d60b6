package kirchberg.domain.release;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kirchberg.domain.source.Accounting;

/**
 * What reading a release back found, before it was published.
 *
 * @param accounting per source; all balance
 * @param tables by name
 * @param contentDigest of all tables
 * @param repeatedRows financings whose content an earlier row has too; they are kept
 * @param openLabels labels that no reference table knows
 * @param rejects number of rejects by reason
 * @param checks how many rows, figures and sources were computed twice, by table
 */
public record Audit(
        List<Accounting> accounting,
        SortedMap<String, TableDigest> tables,
        String contentDigest,
        long repeatedRows,
        List<OpenLabel> openLabels,
        SortedMap<String, Long> rejects,
        SortedMap<String, Long> checks) {

    public Audit {
        accounting = List.copyOf(accounting);
        openLabels = List.copyOf(openLabels);
        tables = sorted(tables);
        rejects = sorted(rejects);
        checks = sorted(checks);
    }

    private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
