package kirchberg.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.table.Claims;
import kirchberg.table.Field;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A figure that rows add up to.
 *
 * @param year the single year of an "each year" claim, 0 for its whole period
 * @param held what the rows allow, in the unit of the claim
 */
record ProvenFigure(Claim claim, int year, Interval held) {
    static final Field LEAST_FLOOR = Field.share("least_floor", "Least share of the claim, rounded down.");
    static final Field LEAST_CEILING = Field.share("least_ceiling", "Least share, rounded up.");
    static final Field GREATEST_FLOOR = Field.share("greatest_floor", "Greatest share, rounded down.");
    static final Field GREATEST_CEILING = Field.share("greatest_ceiling", "Greatest share, rounded up.");
    static final Field IS_DIVISOR =
            Field.flag("is_divisor", "Whether the row is of the years that a growth divides by.");
    static final Field LEAST_TAKES_NARROW =
            Field.flag("least_takes_narrow", "Whether the least quotient has the smallest denominator.");
    static final Field GREATEST_TAKES_WIDE =
            Field.flag("greatest_takes_wide", "Whether the greatest quotient has the greatest denominator.");

    /** Rows of scopes, with what the figure needs of them. */
    static final Table SCOPES = Scopes.TABLE.with(
            "scopes",
            List.of(
                    Claims.MEASURE,
                    IS_DIVISOR,
                    Parts.OF_PLACE,
                    LEAST_FLOOR,
                    LEAST_CEILING,
                    GREATEST_FLOOR,
                    GREATEST_CEILING,
                    LEAST_TAKES_NARROW,
                    GREATEST_TAKES_WIDE));

    private static final BigDecimal BEYOND = new BigDecimal("9");
    private static final int SHARE_DIGITS = 8;

    /** The figures of findings: of a claim about each year, those of its years. */
    static List<ProvenFigure> of(List<Finding> findings) {
        return findings.stream()
                .flatMap(f -> f.years().isEmpty()
                        ? of(f, 0)
                        : f.years().stream()
                                .flatMap(y -> of(y, y.claim().period().from())))
                .filter(f -> f.claim.measure() != Measure.COUNT)
                .toList();
    }

    private static Stream<ProvenFigure> of(Finding finding, int year) {
        return Stream.ofNullable(finding.evidence())
                .map(Evidence::held)
                .map(held -> new ProvenFigure(finding.claim(), year, held));
    }

    boolean isCount() {
        return claim.measure().isOfOperations();
    }

    /** The rows that the figure is made of, and for a growth those that it is divided by. */
    Stream<Row> scopes() {
        var against = claim.against();
        var own = Scopes.rows(claim, year, further(false));
        return against == null
                ? own
                : Stream.concat(own, Scopes.rows(claim.about(claim.subject().during(against)), year, further(true)));
    }

    private List<@Nullable Object> further(boolean isDivisor) {
        var further = new ArrayList<@Nullable Object>(List.of(claim.measure().name(), isDivisor));
        further.add(Parts.ofPlace(claim));
        further.addAll(thresholds());
        var quotient = quotient();
        var high = quotient.high();
        further.add(quotient.low().numerator().signum() < 0);
        further.add(high != null && high.numerator().signum() <= 0);
        return further;
    }

    /** The quotient that the figure is: a growth that is no multiple is one less. */
    Interval quotient() {
        return claim.isOneLess() ? held.moved(BigDecimal.ONE) : held;
    }

    /** Shares of rows have eight digits, so comparing them with a threshold of eight digits is exact. */
    private List<BigDecimal> thresholds() {
        var high = held.high() == null ? Quotient.ONE : held.high();
        return Stream.of(held.low(), high)
                .flatMap(q -> Stream.of(RoundingMode.FLOOR, RoundingMode.CEILING)
                        .map(mode -> q.rounded(SHARE_DIGITS, mode).min(BEYOND).max(BEYOND.negate())))
                .toList();
    }
}
