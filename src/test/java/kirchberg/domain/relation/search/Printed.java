package kirchberg.domain.relation.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kirchberg.domain.Institution;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Publication;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.relation.Kind;
import kirchberg.domain.relation.Relation;

/** Claims written by hand. */
final class Printed {
    private Printed() {}

    static Claim claim(String id, Subject subject, String figure) {
        return claim(id, subject, Hedge.NONE, figure);
    }

    static Claim claim(String id, Subject subject, Hedge hedge, String figure) {
        return claim(id, subject, hedge, Figure.parse(figure));
    }

    static Claim claim(String id, Subject subject, Hedge hedge, Figure figure) {
        var publication = new Publication("text-of-" + id, "A text", LocalDate.of(2025, 1, 30), "en", "");
        return new Claim(id, publication, "[" + id + "]", subject, hedge, figure, Grade.PRINTED, "", null);
    }

    /** The same claim in another text. */
    static Claim in(String publication, Claim claim) {
        var text = new Publication(publication, "A text", LocalDate.of(2025, 1, 30), "en", "");
        return new Claim(
                claim.id(),
                text,
                claim.quote(),
                claim.subject(),
                claim.hedge(),
                claim.figure(),
                claim.grade(),
                claim.note(),
                claim.outOfReach());
    }

    static Claim graded(Grade grade, Claim claim) {
        return new Claim(
                claim.id(),
                claim.publication(),
                claim.quote(),
                claim.subject(),
                claim.hedge(),
                claim.figure(),
                grade,
                claim.note(),
                claim.outOfReach());
    }

    static Claim outOfReach(Claim claim) {
        return new Claim(
                claim.id(),
                claim.publication(),
                claim.quote(),
                claim.subject(),
                claim.hedge(),
                claim.figure(),
                claim.grade(),
                claim.note(),
                "no row says so");
    }

    static Subject amount(Institution institution, int year) {
        return Subject.signed(institution, Period.year(year), Measure.AMOUNT);
    }

    static Subject share(Institution institution, int year) {
        return Subject.signed(institution, Period.year(year), Measure.SHARE);
    }

    static List<Relation> among(Claim... claims) {
        return Relations.among(Arrays.asList(claims), List.of());
    }

    /** The one relation of a kind. */
    static Relation only(Kind kind, List<Relation> relations) {
        var found = relations.stream().filter(r -> r.kind() == kind).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one " + kind + ", got " + relations);
        }
        return found.get(0);
    }

    static List<String> ids(Relation relation) {
        return relation.claims().stream().map(Claim::id).toList();
    }
}
