package kirchberg.domain.relation.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.relation.Agreement;
import kirchberg.domain.relation.Kind;
import kirchberg.domain.relation.Readings;
import kirchberg.domain.relation.Relation;
import kirchberg.domain.relation.Statement;
import kirchberg.domain.relation.Values;

/** The base that a share and its part need, where nobody printed it: against other totals, and against each other. */
final class Bases {
    private Bases() {}

    /** A share whose part is printed and whose whole is not. */
    private record Open(Statement share, Statement part) {
        Subject whole() {
            return Shares.whole(share.subject());
        }

        Agreement against(Statement total, Strictness strictness) {
            var base = Shares.base(share, part, strictness);
            if (base.isEmpty()) {
                return Agreement.CONTRADICTS;
            }
            var said = total.said(strictness);
            var tooLarge = Ledger.isWithin(whole(), total.subject()) && said.endsBefore(base.get());
            var tooSmall =
                    Ledger.isWithin(total.subject(), whole()) && base.get().endsBefore(said);
            return tooLarge || tooSmall ? Agreement.CONTRADICTS : Agreement.AGREES;
        }

        Agreement against(Open other, Strictness strictness) {
            var base = Shares.base(share, part, strictness);
            var another = Shares.base(other.share, other.part, strictness);
            return base.isEmpty() || another.isEmpty()
                    ? Agreement.CONTRADICTS
                    : Agreement.of(base.get(), another.get());
        }

        String text(Strictness strictness) {
            return Phrases.printed(share) + " with " + Values.text(part.said(strictness), Unit.EUR)
                    + " needs a base of "
                    + Shares.base(share, part, strictness)
                            .map(b -> Values.text(b, Unit.EUR))
                            .orElse("another kind");
        }

        List<Claim> claims() {
            return Stream.concat(share.claims().stream(), part.claims().stream())
                    .toList();
        }
    }

    static Stream<Relation> among(Ledger ledger) {
        var open = Shares.shares(ledger)
                .filter(share -> ledger.at(Shares.whole(share.subject())).isEmpty())
                .flatMap(share ->
                        ledger.at(Shares.part(share.subject())).stream().map(part -> new Open(share, part)))
                .toList();
        return Stream.concat(
                open.stream().flatMap(o -> besideTotals(o, ledger).stream()),
                open.stream()
                        .collect(Collectors.groupingBy(Open::whole, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .flatMap(Bases::oneBase));
    }

    /** Totals that the base cannot be, or might be taken for: of the same place, or fitting though of another scope. */
    private static Optional<Relation> besideTotals(Open open, Ledger ledger) {
        var totals = ledger.besides(open.whole());
        var fitting = Shares.fitting(open.share(), open.part(), totals);
        var telling = totals.stream()
                .filter(t -> fitting.contains(t)
                        || t.subject().place().equals(open.whole().place())
                        || open.against(t, Strictness.CONVENTIONAL) == Agreement.CONTRADICTS)
                .toList();
        if (telling.isEmpty()) {
            return Optional.empty();
        }
        var readings = Readings.of(
                s -> telling.stream().map(t -> open.against(t, s)).reduce(Agreement.AGREES, Agreement::worse));
        var claims = new ArrayList<>(open.claims());
        telling.forEach(t -> claims.addAll(t.claims()));
        var sentence = open.text(readings.shown()) + " of " + Phrases.scope(open.whole()) + ", which nobody printed; "
                + (fitting.isEmpty()
                        ? "it is not " + Phrases.named(telling)
                        : "it fits " + Phrases.named(fitting) + ", another scope");
        return Optional.of(Relation.of(Kind.BASE, claims, readings, sentence).remarked());
    }

    /** Shares of one whole need one base. */
    private static Stream<Relation> oneBase(List<Open> shares) {
        var relations = new ArrayList<Relation>();
        for (int i = 0; i < shares.size(); i++) {
            for (var other : shares.subList(i + 1, shares.size())) {
                if (!other.share().subject().equals(shares.get(i).share().subject())) {
                    relations.add(oneBase(shares.get(i), other));
                }
            }
        }
        return relations.stream();
    }

    private static Relation oneBase(Open one, Open other) {
        var readings = Readings.of(s -> one.against(other, s));
        var shown = readings.shown();
        var claims =
                Stream.concat(one.claims().stream(), other.claims().stream()).toList();
        return Relation.of(Kind.BASE, claims, readings, one.text(shown) + ", " + other.text(shown));
    }
}
