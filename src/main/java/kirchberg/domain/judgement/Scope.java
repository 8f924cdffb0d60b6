package kirchberg.domain.judgement;

import java.util.List;
import kirchberg.domain.Institution;
import kirchberg.domain.Membership;
import kirchberg.domain.Place;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Resources;

/** Whether the financings of a cell belong to what a claim speaks of. */
final class Scope {
    private static final String UNKNOWN_REGION = "UNKNOWN";

    private Scope() {}

    /** What a COUNT counts are no financings. */
    static Membership of(Claim claim, Cell cell) {
        if (claim.measure() == Measure.COUNT
                || !isOf(claim.institution(), cell.institution())
                || claim.stage() != cell.stage()
                || !claim.period().covers(cell.year())) {
            return Membership.OUT;
        }
        var place = in(claim.place(), cell);
        return place == Membership.IN && isBlindToResources(claim) ? Membership.UNKNOWN : place;
    }

    /** No row says whose money is lent, and only the EIF's claims never ask. */
    static boolean isBlindToResources(Claim claim) {
        return claim.resources() == Resources.OWN && claim.institution() != Institution.EIF;
    }

    private static boolean isOf(Institution claimed, Institution booked) {
        return claimed == Institution.GROUP || claimed == booked;
    }

    /** Whether the financings of a cell lie in a place. */
    static Membership in(Place place, Cell cell) {
        return switch (place.kind()) {
            case WORLD -> Membership.IN;
            case EU -> cell.eu();
            case NON_EU -> opposite(cell.eu());
            case COUNTRY, COUNTRIES ->
                oneOf(place.countryCodes(), cell.countryCode() == null ? "" : cell.countryCode(), "");
            case REGION -> oneOf(List.of(place.code()), cell.region(), UNKNOWN_REGION);
        };
    }

    private static Membership opposite(Membership membership) {
        return switch (membership) {
            case IN -> Membership.OUT;
            case OUT -> Membership.IN;
            case UNKNOWN -> Membership.UNKNOWN;
        };
    }

    private static Membership oneOf(List<String> asked, String stated, String unknown) {
        if (stated.equals(unknown)) {
            return Membership.UNKNOWN;
        }
        return asked.contains(stated) ? Membership.IN : Membership.OUT;
    }
}
