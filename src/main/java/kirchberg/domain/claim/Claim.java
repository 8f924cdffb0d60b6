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
 * @param grade who says so
 * @param note what a reader should know of the figure; may be empty
 * @param outOfReach why no portfolio can decide the claim; null if one might
 */
public record Claim(
        String id,
        Publication publication,
        String quote,
        Subject subject,
        Hedge hedge,
        Figure figure,
        Grade grade,
        String note,
        @Nullable String outOfReach) {

    /** The same words, of something else. */
    public Claim about(Subject other) {
        return new Claim(id, publication, quote, other, hedge, figure, grade, note, outOfReach);
    }

    /** The same claim, made for another period. */
    public Claim during(Period other) {
        return about(subject.during(other));
    }

    /** Whether the figure is what a quotient is above 1: a growth that is no multiple. */
    public boolean isOneLess() {
        return measure().isGrowth() && figure.unit() != Unit.RATIO;
    }

    public Institution institution() {
        return subject.institution();
    }

    public Resources resources() {
        return subject.resources();
    }

    public Stage stage() {
        return subject.stage();
    }

    public Place place() {
        return subject.place();
    }

    public Period period() {
        return subject.period();
    }

    public Measure measure() {
        return subject.measure();
    }

    public @Nullable Label of() {
        return subject.of();
    }

    public @Nullable Place ofPlace() {
        return subject.ofPlace();
    }

    public @Nullable Period against() {
        return subject.against();
    }

    public String counts() {
        return subject.counts();
    }
}
