package kirchberg.domain.relation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
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

    /** The values that one claim allows. Things are counted in whole numbers. */
    public static Interval said(Claim claim, Strictness strictness) {
        var band = Band.of(claim.hedge()).allows(claim.figure(), strictness);
        return claim.figure().unit() == Unit.COUNT ? whole(band) : band;
    }

    /**
     * The values that all claims allow; where they contradict each other, all from the least to the greatest that any
     * of them allows, so that whoever of them is right, nothing is ruled out that is possible.
     */
    public Interval said(Strictness strictness) {
        var each = claims.stream().map(c -> said(c, strictness)).toList();
        var all = each.get(0);
        for (var one : each) {
            var meeting = all.meeting(one);
            if (meeting.isEmpty()) {
                return each.stream().reduce(Interval::hull).orElseThrow();
            }
            all = meeting.get();
        }
        return all;
    }

    public Unit unit() {
        return claims.get(0).figure().unit();
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
