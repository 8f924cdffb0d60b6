package kirchberg.domain.relation.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.relation.Declared;
import kirchberg.domain.relation.Kind;
import kirchberg.domain.relation.Relation;
import kirchberg.domain.relation.Statement;

/** The door of this room: every relation between claims. */
public final class Relations {
    private Relations() {}

    /**
     * What the scopes of the claims show, and what people declared, the worst first. The order of the claims makes no
     * difference. A declared relation takes the place of the same one that was found.
     *
     * @param declared relations whose claims are all among the claims
     */
    public static List<Relation> among(List<Claim> claims, List<Declared> declared) {
        var byId = claims.stream()
                .collect(Collectors.toMap(Claim::id, Function.identity(), (one, other) -> one, TreeMap::new));
        var told = declared.stream().map(d -> relation(d, byId)).toList();
        var ledger = new Ledger(List.copyOf(byId.values()));
        var found = Stream.of(
                        SameThing.among(ledger),
                        Shares.among(ledger),
                        Bases.among(ledger),
                        Mixtures.among(ledger),
                        EqualShares.among(ledger),
                        Wholes.among(ledger),
                        Sums.among(ledger),
                        Overlaps.among(ledger),
                        Quotients.among(ledger))
                .flatMap(Function.identity())
                .filter(r -> told.stream().noneMatch(r::repeats));
        return Stream.concat(told.stream(), found).sorted(Relation.ORDER).toList();
    }

    private static Relation relation(Declared declared, Map<String, Claim> byId) {
        var terms = declared.terms().stream().map(id -> statement(id, byId)).toList();
        return relation(declared, terms, byId).noted(declared.note());
    }

    private static Relation relation(Declared declared, List<Statement> terms, Map<String, Claim> byId) {
        var kind = declared.kind();
        if (kind == Kind.SAME) {
            var claims = terms.stream().flatMap(t -> t.claims().stream()).toList();
            return SameThing.same(new Statement(claims.get(0).subject(), claims));
        }
        var result = statement(declared.result(), byId);
        return switch (kind) {
            case SUM -> Sums.sum(terms, result, true);
            case PART_OF_WHOLE -> Wholes.part(terms.get(0), result);
            case TAGS_ABOVE_TOTAL -> Wholes.tags(terms, result);
            case GROWTH, RATIO -> new Quotients(kind, result, terms.get(0), terms.get(1)).relation();
            default -> throw new IllegalArgumentException("Cannot declare a relation: got " + kind);
        };
    }

    private static Statement statement(String id, Map<String, Claim> byId) {
        return Statement.of(Objects.requireNonNull(byId.get(id), id));
    }
}
