package kirchberg.domain.source;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

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
        int keepDays) {

    public Job {
        sources = List.copyOf(sources);
        claims = List.copyOf(claims);
        languages = List.copyOf(languages);
    }
}
