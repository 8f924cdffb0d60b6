package kirchberg.domain.judgement;

import java.util.List;
import kirchberg.domain.Institution;
import kirchberg.domain.Membership;
import kirchberg.domain.Place;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.counting.Corner;

/** Whether the financings of a cell belong to what a claim speaks of. */
final class Scope {
    private static final String UNKNOWN_REGION = "UNKNOWN";

    private Scope() {}

    static Membership of(Claim claim, Cell cell) {
        return of(claim, cell.corner());
    }

    /** What a COUNT counts are no financings. */
    static Membership of(Claim claim, Corner corner) {
        if (claim.measure() == Measure.COUNT
                || !isOf(claim.institution(), corner.institution())
                || claim.stage() != corner.stage()
                || !claim.period().covers(corner.year())) {
            return Membership.OUT;
        }
        var place = in(claim.place(), corner);
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
        return in(place, cell.corner());
    }

    static Membership in(Place place, Corner corner) {
        return switch (place.kind()) {
            case WORLD -> Membership.IN;
            case EU -> corner.eu();
            case NON_EU -> opposite(corner.eu());
            case COUNTRY, COUNTRIES ->
                oneOf(place.countryCodes(), corner.countryCode() == null ? "" : corner.countryCode(), "");
            case REGION -> oneOf(List.of(place.code()), corner.region(), UNKNOWN_REGION);
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
