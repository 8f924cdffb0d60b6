package kirchberg.domain.claim;

import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a publication, as it is to be checked.
 *
 * @param quote the words of the publication, or a paraphrase in brackets
 * @param of label of the numerator (share) or of the part of the amount; null for the whole
 * @param counts what a COUNT counts: {@code priorities} or {@code cohesion_regions} of the reference tables, else any
 *     word; empty for other measures
 * @param outOfReach why no portfolio can decide the claim; null if one might
 */
public record Claim(
        String id,
        Publication publication,
        String quote,
        Institution institution,
        Resources resources,
        Stage stage,
        Place place,
        Period period,
        Measure measure,
        @Nullable Label of,
        String counts,
        Hedge hedge,
        Figure figure,
        @Nullable String outOfReach) {

    /** The same claim, made for another period. */
    public Claim during(Period other) {
        return new Claim(
                id,
                publication,
                quote,
                institution,
                resources,
                stage,
                place,
                other,
                measure,
                of,
                counts,
                hedge,
                figure,
                outOfReach);
    }
}
