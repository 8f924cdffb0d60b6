package kirchberg.domain.relation;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import kirchberg.domain.Place;
import kirchberg.domain.claim.Claim;

/**
 * Claims that hang together, and whether they can all be right. No portfolio is asked.
 *
 * @param claims in the order in which {@code arithmetic} names them
 * @param agreement the headline
 * @param arithmetic one sentence, with values
 * @param note what else a reader should know; may be empty
 */
public record Relation(
        Kind kind, List<Claim> claims, Readings readings, Agreement agreement, String arithmetic, String note) {
    /** The worst first, then by year and by the names of the claims. */
    public static final Comparator<Relation> ORDER = Comparator.comparing(Relation::agreement)
            .thenComparing(r -> r.claims().get(0).period().to())
            .thenComparing(Relation::kind)
            .thenComparing(r -> r.claims().stream().map(Claim::id).toList().toString())
            .thenComparing(Relation::arithmetic);

    public Relation {
        claims = List.copyOf(new LinkedHashSet<>(claims));
    }

    public static Relation of(Kind kind, List<Claim> claims, Readings readings, String arithmetic) {
        return new Relation(kind, claims, readings, readings.headline(), arithmetic, readings.text());
    }

    /** The same, told unasked even if the figures agree. */
    public Relation remarked() {
        return new Relation(kind, claims, readings, agreement.worse(Agreement.REMARK), arithmetic, note);
    }

    /** The same with one more note. */
    public Relation noted(String more) {
        if (more.isEmpty()) {
            return this;
        }
        var notes = note.isEmpty() ? more : note + "; " + more;
        return new Relation(kind, claims, readings, agreement, arithmetic, notes);
    }

    public boolean concerns(int year) {
        return claims.stream().anyMatch(c -> c.period().covers(year));
    }

    public boolean concerns(Place place) {
        return claims.stream().anyMatch(c -> c.place().equals(place) || place.equals(c.ofPlace()));
    }

    /** Whether two relations say the same of the same claims. */
    public boolean repeats(Relation other) {
        return kind == other.kind && new LinkedHashSet<>(claims).equals(new LinkedHashSet<>(other.claims));
    }
}
