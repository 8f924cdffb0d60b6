package kirchberg.domain.vintage;

import java.time.LocalDate;
import kirchberg.domain.source.Coverage;

/**
 * Which state of a source a release was made from.
 *
 * @param source publisher and date, as the source's folder is called
 * @param published date of the vintage
 * @param accessed day on which its bytes were fetched
 * @param synthetic true if its rows were made up
 * @param covers what it covers, once its rejects are known
 */
public record Vintage(
        String source,
        String publisher,
        String dataset,
        LocalDate published,
        LocalDate accessed,
        boolean synthetic,
        Coverage covers) {}
