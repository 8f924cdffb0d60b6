package kirchberg.domain.relation.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kirchberg.domain.Interval;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.relation.Agreement;
import kirchberg.domain.relation.Kind;
import kirchberg.domain.relation.Readings;
import kirchberg.domain.relation.Reckoning;
import kirchberg.domain.relation.Relation;
import kirchberg.domain.relation.Statement;
import kirchberg.domain.relation.Values;

/** Printed shares against the printed amounts of their part and their whole. */
final class Shares {
    private Shares() {}

    static Stream<Relation> among(Ledger ledger) {
        return shares(ledger)
                .flatMap(share -> ledger.at(whole(share.subject())).stream()
                        .flatMap(whole -> ledger.at(part(share.subject())).stream()
                                .map(part -> share(share, part, whole, ledger))));
    }

    /** Every share that was printed, once for all who print it alike. */
    static Stream<Statement> shares(Ledger ledger) {
        return ledger.complete().stream()
                .filter(s -> s.subject().measure() == Measure.SHARE)
                .flatMap(s -> s.voices().stream());
    }

    /** The amount that a share is a share of. */
    static Subject whole(Subject share) {
        return share.measuring(Measure.AMOUNT).labelled(null).partIn(null);
    }

    /** The amount that a share is the share of. */
    static Subject part(Subject share) {
        var place = share.ofPlace();
        var amount = share.measuring(Measure.AMOUNT).partIn(null);
        return place == null ? amount : amount.within(place);
    }

    /** What the whole must be for a share of it to be the part; empty if nothing will do. */
    static Optional<Interval> base(Statement share, Statement part, Strictness strictness) {
        return Reckoning.quotient(part.said(strictness), share.said(strictness));
    }

    private static Relation share(Statement share, Statement part, Statement whole, Ledger ledger) {
        var readings = Readings.of(s -> Reckoning.quotient(part.said(s), whole.said(s))
                .map(reckoned -> Agreement.of(reckoned, share.said(s)))
                .orElse(Agreement.CONTRADICTS));
        var shown = readings.shown();
        var claims = new ArrayList<>(share.claims());
        claims.addAll(part.claims());
        claims.addAll(whole.claims());
        var needs = readings.in(shown) == Agreement.CONTRADICTS ? needs(share, part, shown) : "";
        var relation = Relation.of(Kind.SHARE, claims, readings, sentence(share, part, whole, shown) + needs);
        return relation.agreement() == Agreement.CONTRADICTS
                ? relation.noted(fits(share, part, whole, ledger))
                : relation;
    }

    private static String sentence(Statement share, Statement part, Statement whole, Strictness shown) {
        var reckoned = Reckoning.quotient(part.said(shown), whole.said(shown))
                .map(r -> Values.text(r, Unit.SHARE))
                .orElse("nothing");
        return Values.text(part.said(shown), Unit.EUR) + " divided by "
                + Values.text(whole.said(shown), Unit.EUR) + " gives "
                + reckoned + ", printed " + Phrases.printed(share) + " ("
                + Values.text(share.said(shown), Unit.SHARE) + ")";
    }

    private static String needs(Statement share, Statement part, Strictness shown) {
        return ": needs a base of "
                + base(share, part, shown).map(b -> Values.text(b, Unit.EUR)).orElse("another kind");
    }

    private static String fits(Statement share, Statement part, Statement whole, Ledger ledger) {
        var fitting = fitting(share, part, ledger.besides(whole.subject()));
        return fitting.isEmpty() ? "no other printed total fits" : "fits " + Phrases.named(fitting);
    }

    /** Those of the totals of which the share would be the part. */
    static List<Statement> fitting(Statement share, Statement part, List<Statement> totals) {
        var base = base(share, part, Strictness.CONVENTIONAL);
        return totals.stream()
                .filter(t -> base.filter(b -> !b.isDisjoint(t.said(Strictness.CONVENTIONAL)))
                        .isPresent())
                .toList();
    }
}
