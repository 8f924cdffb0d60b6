package kirchberg.domain.overlap;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Source;

/**
 * What two sources may both describe, by what they say that they cover. Where nobody can tell whether two places meet,
 * they do.
 *
 * @param institution of the narrower source
 * @param place of the narrower source
 * @param from first day that both cover
 * @param to last day, included
 */
public record Meeting(Institution institution, Stage stage, Place place, LocalDate from, LocalDate to) {

    /** Empty if no financing can be in both. A list of operations holds no financings. */
    public static Optional<Meeting> of(Source one, Source other) {
        if (one.format().listsOperations() || other.format().listsOperations()) {
            return Optional.empty();
        }
        return of(one.coverage(), other.coverage());
    }

    private static Optional<Meeting> of(Coverage one, Coverage other) {
        var from = one.from().isAfter(other.from()) ? one.from() : other.from();
        var to = one.to().isBefore(other.to()) ? one.to() : other.to();
        var meet = one.stage() == other.stage()
                && meet(one.institution(), other.institution())
                && meet(one.place(), other.place())
                && !from.isAfter(to);
        if (!meet) {
            return Optional.empty();
        }
        var institution = one.institution() == Institution.GROUP ? other.institution() : one.institution();
        var place = one.place().kind().compareTo(other.place().kind()) < 0 ? other.place() : one.place();
        return Optional.of(new Meeting(institution, one.stage(), place, from, to));
    }

    private static boolean meet(Institution one, Institution other) {
        return one == other || one == Institution.GROUP || other == Institution.GROUP;
    }

    /** A country and the side of the Union that it is on, or a region, are compared by nobody here: they may meet. */
    private static boolean meet(Place one, Place other) {
        if (one.kind() == Place.Kind.COUNTRIES && other.kind() == one.kind()) {
            return !Collections.disjoint(one.countryCodes(), other.countryCodes());
        }
        if (one.kind() == other.kind()) {
            return one.equals(other);
        }
        return !(isSide(one) && isSide(other));
    }

    private static boolean isSide(Place place) {
        return place.kind() == Place.Kind.EU || place.kind() == Place.Kind.NON_EU;
    }

    /** What both describe, as people read it. */
    public String text() {
        var where = switch (place.kind()) {
            case WORLD -> "everywhere";
            case EU -> "in the EU";
            case NON_EU -> "outside the EU";
            case COUNTRY, COUNTRIES, REGION -> "in " + place.text();
        };
        return stage + " financings of the " + institution + " " + where + " from " + from + " to " + to;
    }
}
