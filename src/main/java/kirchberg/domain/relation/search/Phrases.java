package kirchberg.domain.relation.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.relation.Statement;

/** How a sentence names what was printed, and of what. */
final class Phrases {
    private Phrases() {}

    /** "58 %", "over 38.2 bn EUR"; several figures with "and" between them. */
    static String printed(Statement statement) {
        return statement.claims().stream().map(Phrases::printed).distinct().collect(Collectors.joining(" and "));
    }

    static String printed(Claim claim) {
        var word = switch (claim.hedge()) {
            case NONE -> "";
            case AT_MOST -> "up to ";
            case TARGET -> "the aim of ";
            default -> claim.hedge().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " ";
        };
        return word + claim.figure().printed();
    }

    /** "the EIB, own resources, in ES". */
    static String scope(Subject subject) {
        var own = subject.resources() == Resources.OWN ? ", own resources" : "";
        return institution(subject.institution()) + own + place(subject.place());
    }

    private static String institution(Institution institution) {
        return switch (institution) {
            case GROUP -> "the Group";
            case COMMISSION -> "the Commission";
            default -> "the " + institution;
        };
    }

    private static String place(Place place) {
        return place.equals(Place.WORLD) ? "" : " " + place.words();
    }

    /** "72.5 bn EUR of the Group", one after the other. */
    static String named(List<Statement> statements) {
        return statements.stream()
                .map(s -> printed(s) + " of " + scope(s.subject()))
                .collect(Collectors.joining(", "));
    }
}
