package kirchberg.publish.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Unit;
import kirchberg.publish.file.TableFault;
import kirchberg.table.Claims;
import kirchberg.table.Contributions;
import kirchberg.table.Field;
import kirchberg.table.Findings;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Adds up the rows behind each figure, and compares the sums with the figure: amounts, numbers and quotients. */
final class EvidenceProof {
    private static final List<Field> SUMMED = List.of(
            Contributions.NUMERATOR_LOW_EUR,
            Contributions.NUMERATOR_HIGH_EUR,
            Contributions.DENOMINATOR_LOW_EUR,
            Contributions.DENOMINATOR_HIGH_EUR);
    private static final int LOW = Findings.TABLE.index(Findings.LOW);
    private static final int HIGH = Findings.TABLE.index(Findings.HIGH);

    private final Map<String, Claimed> claims = new HashMap<>();
    private final Map<Figure, List<BigDecimal>> sums = new HashMap<>();
    private long compared;

    /** Key of a finding: claim and year, 0 for the claim as a whole. */
    private record Figure(String claim, int year) {}

    /**
     * What a claim measures.
     *
     * @param isMultiple whether a growth is the quotient itself, not what it is above 1
     * @param isTarget whether the future may widen its figure
     */
    private record Claimed(Measure measure, boolean isEachYear, boolean isMultiple, boolean isTarget) {
        private boolean isQuotient() {
            return switch (measure) {
                case SHARE, RATIO, GROWTH, OPERATIONS_GROWTH -> true;
                case AMOUNT, MOBILISED, JOINT, OPERATIONS, COUNT -> false;
            };
        }

        private boolean isOneLess() {
            return !isMultiple && measure.isGrowth();
        }
    }

    /** Notes what a claim measures; all claims come before all findings. */
    void claim(Row row) {
        claims.put(
                text(row, Claims.CLAIM_ID),
                new Claimed(
                        Measure.valueOf(text(row, Claims.MEASURE)),
                        row.getBoolean(Claims.TABLE.index(Claims.PERIOD_IS_EACH)),
                        Unit.RATIO.name().equals(text(row, Claims.FIGURE_UNIT)),
                        Hedge.TARGET.name().equals(text(row, Claims.HEDGE))));
    }

    private static String text(Row row, Field field) {
        return row.getString(Claims.TABLE.index(field));
    }

    /** Adds a row of the evidence; all of it comes before all findings. */
    void contribution(Row row) {
        var sum = sums.computeIfAbsent(
                new Figure(row.getString(0), row.getInt(1)),
                k -> new ArrayList<>(Collections.nCopies(SUMMED.size(), BigDecimal.ZERO)));
        for (var i = 0; i < SUMMED.size(); i++) {
            sum.set(i, sum.get(i).add(row.getDecimal(Contributions.TABLE.index(SUMMED.get(i)))));
        }
    }

    /** Compares a finding with the sums of its rows. */
    void finding(Row row) {
        var figure = new Figure(row.getString(0), row.getInt(1));
        var claim = claims.get(figure.claim);
        if (claim == null) {
            throw TableFault.broken(
                    Findings.TABLE, "a finding has no claim, got " + figure.claim + ", expected one of the claims");
        }
        var found = sums.remove(figure);
        var isSpreadOverYears = claim.isEachYear && figure.year == 0;
        if (row.isNullAt(LOW) || claim.measure == Measure.COUNT || (isSpreadOverYears && found == null)) {
            return;
        }
        var sum = found == null ? Collections.nCopies(SUMMED.size(), BigDecimal.ZERO) : found;
        if (claim.isQuotient()) {
            quotient(row, claim, sum);
        } else {
            same(row, LOW, Quotient.of(sum.get(0)));
            same(row, HIGH, Quotient.of(sum.get(1)));
        }
    }

    /**
     * What missing sources or the future widen is not given by rows, but what they give lies inside it. There is a
     * share or a ratio only where there are rows; a growth may be one from years of which no row is known.
     */
    private void quotient(Row row, Claimed claim, List<BigDecimal> sum) {
        var low = over(sum.get(0), sum.get(2), claim);
        var high = over(sum.get(1), sum.get(3), claim);
        if (!claim.isTarget && row.getBoolean(Findings.TABLE.index(Findings.COVERED))) {
            same(row, LOW, low);
            same(row, HIGH, high);
            return;
        }
        if (low == null && !claim.measure.isGrowth()) {
            TableFault.same(Findings.TABLE, row, LOW, "nothing");
        }
        within(row, low);
        within(row, high);
    }

    private static @Nullable Quotient over(BigDecimal numerator, BigDecimal denominator, Claimed claim) {
        if (denominator.signum() <= 0) {
            return null;
        }
        return new Quotient(claim.isOneLess() ? numerator.subtract(denominator) : numerator, denominator);
    }

    private void same(Row row, int index, @Nullable Quotient computed) {
        if (row.isNullAt(index)) {
            return;
        }
        compared++;
        var plain = computed == null ? "nothing" : computed.plain();
        if (computed == null || !Quotient.parse(plain).equals(Quotient.parse(row.getString(index)))) {
            TableFault.same(Findings.TABLE, row, index, plain);
        }
    }

    private void within(Row row, @Nullable Quotient computed) {
        if (computed == null) {
            return;
        }
        compared++;
        var rounded = Quotient.parse(computed.plain());
        var isTooHigh = !row.isNullAt(HIGH) && rounded.compareTo(Quotient.parse(row.getString(HIGH))) > 0;
        if (isTooHigh || rounded.compareTo(Quotient.parse(row.getString(LOW))) < 0) {
            TableFault.same(Findings.TABLE, row, isTooHigh ? HIGH : LOW, computed.plain());
        }
    }

    /** How many ends of figures were compared. Refuses evidence of figures that were never found. */
    long complete() {
        if (!sums.isEmpty()) {
            throw TableFault.broken(
                    Contributions.TABLE, "evidence has no finding, got " + sums.keySet() + ", expected none");
        }
        return compared;
    }
}
