package kirchberg.domain.source;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import kirchberg.domain.overlap.Overlap;
import kirchberg.domain.release.TellPlan;
import kirchberg.domain.vintage.VintageRules;

/**
 * What a job file says; paths are resolved against the folder of the file.
 *
 * @param sources source folders
 * @param reference folder of the reference tables
 * @param claims claim files or folders of them
 * @param output root of the releases: a path or a URI
 * @param rejectedRowsLimit greatest share of rejected records, 0 to 1
 * @param languages of the report
 * @param keepReleases how many releases are kept at least
 * @param keepDays how many days a release is kept at least
 * @param overlaps what is declared of sources that may describe the same
 * @param vintages what becomes of a vintage that is smaller than the last one, or the same
 * @param tell to whom the end of a run is told
 */
public record Job(
        Path file,
        List<Path> sources,
        Path reference,
        List<Path> claims,
        String output,
        BigDecimal rejectedRowsLimit,
        List<String> languages,
        int keepReleases,
        int keepDays,
        List<Overlap> overlaps,
        VintageRules vintages,
        TellPlan tell) {

    public Job {
        sources = List.copyOf(sources);
        claims = List.copyOf(claims);
        languages = List.copyOf(languages);
        overlaps = List.copyOf(overlaps);
    }
}
