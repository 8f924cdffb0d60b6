package kirchberg.domain.source;

import java.time.LocalDate;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;

/**
 * What a source says that it covers.
 *
 * @param institution EIB or EIF, or GROUP for both
 * @param from first signature date
 * @param to last signature date, included
 * @param complete true if every financing of this scope is in the source
 */
public record Coverage(
        Institution institution, Stage stage, Place place, LocalDate from, LocalDate to, boolean complete) {

    /** The same scope, of which something may be missing. */
    public Coverage incomplete() {
        return new Coverage(institution, stage, place, from, to, false);
    }

    /** Whether every financing of another scope is certainly in this one too. */
    public boolean holds(Coverage other) {
        return complete
                && stage == other.stage
                && (institution == other.institution || institution == Institution.GROUP)
                && place.holds(other.place)
                && !from.isAfter(other.from)
                && !to.isBefore(other.to);
    }
}
