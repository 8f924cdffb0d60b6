package kirchberg.domain.overlap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Source;

/**
 * Which source counts where two describe the same, by their ids.
 *
 * @param overlaps as the job declares them, every name a source id
 */
public record Precedence(List<Overlap> overlaps) {
    /** No two sources of the job describe the same. */
    public static final Precedence NONE = new Precedence(List.of());

    public Precedence {
        overlaps = List.copyOf(overlaps);
    }

    /**
     * What a job declares, with the ids of its sources in place of their names.
     *
     * @throws Stop USAGE if a name means no source, or several
     */
    public static Precedence of(List<Overlap> declared, List<Source> sources) {
        var ids = sources.stream().map(Source::id).toList();
        return new Precedence(declared.stream()
                .map(o -> new Overlap(id(o.keep(), ids), id(o.over(), ids), o.match()))
                .toList());
    }

    private static String id(String name, List<String> ids) {
        var meant = ids.stream().filter(id -> Overlap.means(name, id)).toList();
        if (meant.size() != 1) {
            throw new Stop(
                    Exit.USAGE,
                    "Cannot use overlaps: got the source " + name + ", expected one of " + ids,
                    "Name each source by its id, publisher/vintage.");
        }
        return meant.get(0);
    }

    public boolean isEmpty() {
        return overlaps.isEmpty();
    }

    /** Sources whose records are superseded by those of a source that counts, by its id; only where ids are matched. */
    public Map<String, List<String>> byIds() {
        return bySource(
                overlaps.stream().filter(o -> o.match() == Overlap.Match.IDS).toList());
    }

    /** Every source that one overlaps with and is kept before, by its id. */
    public Map<String, List<String>> all() {
        return bySource(overlaps);
    }

    private static Map<String, List<String>> bySource(List<Overlap> overlaps) {
        return overlaps.stream()
                .collect(Collectors.groupingBy(
                        Overlap::keep, LinkedHashMap::new, Collectors.mapping(Overlap::over, Collectors.toList())));
    }
}
