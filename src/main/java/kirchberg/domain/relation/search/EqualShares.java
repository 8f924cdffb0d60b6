package kirchberg.domain.relation.search;

import java.math.BigDecimal;
import java.util.stream.Stream;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.relation.Agreement;
import kirchberg.domain.relation.Kind;
import kirchberg.domain.relation.Readings;
import kirchberg.domain.relation.Relation;
import kirchberg.domain.relation.Statement;

/**
 * One share printed of two scopes, of which one contains the other: often one of the two sentences names it wrongly.
 */
final class EqualShares {
    private EqualShares() {}

    static Stream<Relation> among(Ledger ledger) {
        var shares = Shares.shares(ledger).filter(EqualShares::isBare).toList();
        return shares.stream()
                .flatMap(inner -> shares.stream()
                        .filter(outer -> isSameOfMore(inner, outer))
                        .map(outer -> equal(inner, outer)));
    }

    private static boolean isBare(Statement share) {
        return share.claims().stream().allMatch(c -> c.hedge() == Hedge.NONE || c.hedge() == Hedge.EXACTLY);
    }

    private static BigDecimal value(Statement share) {
        return share.claims().get(0).figure().value();
    }

    private static boolean isSameOfMore(Statement inner, Statement outer) {
        var one = inner.subject();
        var other = outer.subject();
        var samePart = one.by(other.institution())
                .within(other.place())
                .from(other.resources())
                .equals(other);
        return samePart
                && !one.equals(other)
                && Ledger.isWithin(one, other)
                && value(inner).compareTo(value(outer)) == 0;
    }

    private static Relation equal(Statement inner, Statement outer) {
        var sentence = Phrases.printed(inner) + " is printed of " + Phrases.scope(outer.subject()) + " and of "
                + Phrases.scope(inner.subject())
                + " alone: both are right only if the rest has the same share or is nothing";
        return Relation.of(
                        Kind.SAME_SHARE_OF_TWO_SCOPES,
                        Stream.concat(outer.claims().stream(), inner.claims().stream())
                                .toList(),
                        Readings.of(s -> Agreement.AGREES),
                        sentence)
                .remarked();
    }
}
