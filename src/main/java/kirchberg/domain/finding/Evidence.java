package kirchberg.domain.finding;

import java.math.BigDecimal;
import kirchberg.domain.Interval;

/**
 * What was computed for a claim.
 *
 * @param possible what the portfolio allows (I), in the unit of the claim
 * @param knownEur amount of the scope whose label is known: for a share, of rows with equal low and high
 * @param unknownEur amount of the scope that is unknown, negative amounts counted as positive ones: a label not known,
 *     or a place or institution not certain
 * @param rowsUsed financings in the scope, certain or maybe
 * @param rowsLeftOut financings of the portfolio outside it
 * @param covered whether complete sources cover the whole scope of the claim
 * @param held what the rows of the sources alone allow: the same, unless missing sources or the future widen it
 */
public record Evidence(
        Interval possible,
        BigDecimal knownEur,
        BigDecimal unknownEur,
        long rowsUsed,
        long rowsLeftOut,
        boolean covered,
        Interval held) {

    /** What neither missing sources nor the future widen. */
    public Evidence(
            Interval possible,
            BigDecimal knownEur,
            BigDecimal unknownEur,
            long rowsUsed,
            long rowsLeftOut,
            boolean covered) {
        this(possible, knownEur, unknownEur, rowsUsed, rowsLeftOut, covered, possible);
    }

    /** Whether missing sources or the future widen what the rows of the sources allow. */
    public boolean isWidened() {
        return !held.equals(possible);
    }
}
