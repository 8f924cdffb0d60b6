package kirchberg.domain.relation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.judgement.Band;
import org.jspecify.annotations.Nullable;

/**
 * All that was published about one thing.
 *
 * @param claims at least one, sorted by id
 */
public record Statement(Subject subject, List<Claim> claims) {
    public Statement {
        claims = claims.stream().sorted(Comparator.comparing(Claim::id)).toList();
    }

    /** A claim as a statement of its own, whatever else was published about its subject. */
    public static Statement of(Claim claim) {
        return new Statement(claim.subject(), List.of(claim));
    }

    /** The values that one claim allows. Things are counted in whole numbers; a tripled amount has grown by 200 %. */
    public static Interval said(Claim claim, Strictness strictness) {
        var allowed = Band.of(claim.hedge()).allows(claim.figure(), strictness);
        var band = claim.isOneLess() ? allowed : fromZero(allowed);
        var figure = claim.figure().unit();
        if (figure != unit(claim)) {
            return Reckoning.lessOne(band);
        }
        return figure == Unit.COUNT ? whole(band) : band;
    }

    /** What the values of a claim count. */
    public static Unit unit(Claim claim) {
        return claim.measure().isGrowth() ? Unit.SHARE : claim.figure().unit();
    }

    /**
     * The values that all claims allow; where they contradict each other, all from the least to the greatest that any
     * of them allows, so that whoever of them is right, nothing is ruled out that is possible.
     */
    public Interval said(Strictness strictness) {
        return common(strictness)
                .orElseGet(() -> each(strictness).reduce(Interval::hull).orElseThrow());
    }

    /** The values that all claims allow; empty if they contradict each other. */
    private Optional<Interval> common(Strictness strictness) {
        return each(strictness)
                .map(Optional::of)
                .reduce((all, one) -> all.flatMap(a -> one.flatMap(a::meeting)))
                .orElseThrow();
    }

    private Stream<Interval> each(Strictness strictness) {
        return claims.stream().map(c -> said(c, strictness));
    }

    /**
     * The claims to go by: all of them if they agree; else those that the bank or an institution of the Union printed,
     * if they agree with each other; else all of them.
     */
    public Statement reliable() {
        var printed = claims.stream().filter(c -> c.grade() == Grade.PRINTED).toList();
        if (printed.isEmpty() || common(Strictness.CONVENTIONAL).isPresent()) {
            return this;
        }
        var better = new Statement(subject, printed);
        return better.common(Strictness.CONVENTIONAL).isPresent() ? better : this;
    }

    /** The claims by what they print: those with the same figure and hedge say the same. */
    public List<Statement> voices() {
        return claims.stream()
                .collect(Collectors.groupingBy(
                        c -> List.of(
                                c.hedge(),
                                c.figure().value().stripTrailingZeros(),
                                c.figure().lastPrinted().stripTrailingZeros()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(group -> new Statement(subject, group))
                .toList();
    }

    public Unit unit() {
        return unit(claims.get(0));
    }

    /** What rounds to nothing is not below it: only growth may be. */
    private static Interval fromZero(Interval band) {
        return band.meeting(Interval.closed(Quotient.ZERO, null))
                .orElseGet(() -> Interval.closed(Quotient.ZERO, Quotient.ZERO));
    }

    private static Interval whole(Interval band) {
        var low = band.low().rounded(0, RoundingMode.CEILING);
        var least = band.lowOpen() && Quotient.of(low).equals(band.low()) ? low.add(BigDecimal.ONE) : low;
        var most = most(band);
        return most != null && most.compareTo(least) < 0 ? band : Interval.closed(least, most);
    }

    private static @Nullable BigDecimal most(Interval band) {
        var end = band.high();
        if (end == null) {
            return null;
        }
        var high = end.rounded(0, RoundingMode.FLOOR);
        return band.highOpen() && Quotient.of(high).equals(end) ? high.subtract(BigDecimal.ONE) : high;
    }
}
