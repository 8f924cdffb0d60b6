package kirchberg.domain.relation.search;

import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.relation.Agreement;
import kirchberg.domain.relation.Kind;
import kirchberg.domain.relation.Readings;
import kirchberg.domain.relation.Relation;

/** One share printed of two scopes, of which one contains the other: often one of the two sentences names it wrongly. */
final class EqualShares {
    private EqualShares() {}

    static Stream<Relation> among(Ledger ledger) {
        var shares = Shares.shares(ledger).filter(Phrases::isBare).toList();
        return shares.stream()
                .flatMap(inner -> shares.stream()
                        .filter(outer -> isSameOfMore(inner, outer))
                        .map(outer -> equal(inner, outer)));
    }

    private static boolean isSameOfMore(Claim inner, Claim outer) {
        var one = inner.subject();
        var other = outer.subject();
        var samePart = one.by(other.institution())
                .within(other.place())
                .from(other.resources())
                .equals(other);
        return samePart
                && !one.equals(other)
                && Ledger.isWithin(one, other)
                && inner.figure().value().compareTo(outer.figure().value()) == 0;
    }

    private static Relation equal(Claim inner, Claim outer) {
        var sentence = inner.figure().printed() + " is printed of " + Phrases.scope(outer.subject()) + " and of "
                + Phrases.scope(inner.subject())
                + " alone: both are right only if the rest has the same share or is nothing";
        return Relation.of(
                        Kind.SAME_SHARE_OF_TWO_SCOPES,
                        List.of(outer, inner),
                        Readings.of(s -> Agreement.AGREES),
                        sentence)
                .remarked();
    }
}
