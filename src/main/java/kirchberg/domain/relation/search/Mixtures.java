package kirchberg.domain.relation.search;

import java.util.ArrayList;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.relation.Agreement;
import kirchberg.domain.relation.Kind;
import kirchberg.domain.relation.Readings;
import kirchberg.domain.relation.Reckoning;
import kirchberg.domain.relation.Relation;
import kirchberg.domain.relation.Statement;
import kirchberg.domain.relation.Values;

/**
 * A share of one institution, of which neither part nor whole was printed, beside those of the Group. Another share is
 * no contradiction; but such figures are often quoted as if they were of one institution.
 */
final class Mixtures {
    private Mixtures() {}

    static Stream<Relation> among(Ledger ledger) {
        return Shares.shares(ledger)
                .filter(share -> isOfOneInstitution(share.subject().institution()))
                .filter(share -> ledger.at(Shares.part(share.subject())).isEmpty())
                .flatMap(share -> besideTheGroup(share, ledger));
    }

    private static boolean isOfOneInstitution(Institution institution) {
        return institution == Institution.EIB || institution == Institution.EIF;
    }

    private static Stream<Relation> besideTheGroup(Statement share, Ledger ledger) {
        var ofGroup = share.subject().by(Institution.GROUP).from(Resources.ALL);
        return ledger.at(Shares.part(ofGroup)).stream()
                .flatMap(part -> ledger.at(Shares.whole(ofGroup)).stream().map(whole -> relation(share, part, whole)));
    }

    private static Relation relation(Statement share, Statement part, Statement whole) {
        var differs = Readings.of(s -> Reckoning.quotient(part.said(s), whole.said(s))
                .map(r -> Agreement.of(r, share.said(s)))
                .orElse(Agreement.CONTRADICTS));
        var shown = differs.shown();
        var sentence = Phrases.printed(share) + " is printed of " + Phrases.scope(share.subject())
                + "; of the Group " + Values.text(part.said(shown), Unit.EUR) + " divided by "
                + Values.text(whole.said(shown), Unit.EUR) + " gives "
                + Reckoning.quotient(part.said(shown), whole.said(shown))
                        .map(r -> Values.text(r, Unit.SHARE))
                        .orElse("nothing")
                + ", and that part would need a base of "
                + Shares.base(share, part, shown)
                        .map(b -> Values.text(b, Unit.EUR))
                        .orElse("another kind");
        var claims = new ArrayList<>(share.claims());
        claims.addAll(part.claims());
        claims.addAll(whole.claims());
        var relation = Relation.of(Kind.BASE, claims, Readings.of(s -> Agreement.AGREES), sentence);
        return differs.headline() == Agreement.CONTRADICTS ? relation.remarked() : relation;
    }
}
