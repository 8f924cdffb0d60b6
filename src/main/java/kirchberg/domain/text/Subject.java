package kirchberg.domain.text;

import java.util.List;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a number speaks of, as far as the text says.
 *
 * @param of label of the part that is meant; null for the whole
 * @param counts what a count counts: the noun as printed, or the name that claim files use where the word lists give
 *     one; empty for other measures
 * @param periodWords the words that name the time, also where they name no years, such as "since 2021"; else empty
 * @param carried what the sentence does not say and was taken from earlier words of the same paragraph
 * @param undetermined what neither the sentence nor its paragraph says
 */
public record Subject(
        @Nullable Measure measure,
        @Nullable Label of,
        String counts,
        @Nullable Period period,
        String periodWords,
        @Nullable Institution institution,
        @Nullable Place place,
        @Nullable Stage stage,
        List<Aspect> carried,
        List<Aspect> undetermined) {

    /** Nothing is known: for numbers that are no figures. */
    public static final Subject NONE = new Subject(null, null, "", null, "", null, null, null, List.of(), List.of());

    public Subject {
        carried = List.copyOf(carried);
        undetermined = List.copyOf(undetermined);
    }
}
