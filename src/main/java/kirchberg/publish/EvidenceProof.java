package kirchberg.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Measure;
import kirchberg.table.Claims;
import kirchberg.table.Contributions;
import kirchberg.table.Field;
import kirchberg.table.Findings;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Adds up the rows behind each figure, and compares the sums with the figure: amounts, and shares as quotients. */
final class EvidenceProof {
    private static final List<Field> SUMMED = List.of(
            Contributions.NUMERATOR_LOW_EUR,
            Contributions.NUMERATOR_HIGH_EUR,
            Contributions.DENOMINATOR_LOW_EUR,
            Contributions.DENOMINATOR_HIGH_EUR);
    private static final int LOW = Findings.TABLE.index(Findings.LOW);
    private static final int HIGH = Findings.TABLE.index(Findings.HIGH);

    private final Map<String, Measure> measures = new HashMap<>();
    private final Set<String> everyYear = new HashSet<>();
    private final Map<Figure, List<BigDecimal>> sums = new HashMap<>();
    private long compared;

    /** Key of a finding: claim and year, 0 for the claim as a whole. */
    private record Figure(String claim, int year) {}

    /** Notes what a claim measures; all claims come before all findings. */
    void claim(Row row) {
        var id = row.getString(Claims.TABLE.index(Claims.CLAIM_ID));
        measures.put(id, Measure.valueOf(row.getString(Claims.TABLE.index(Claims.MEASURE))));
        if (row.getBoolean(Claims.TABLE.index(Claims.PERIOD_IS_EACH))) {
            everyYear.add(id);
        }
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
        var measure = measures.get(figure.claim);
        if (measure == null) {
            throw Verification.broken(
                    Findings.TABLE, "a finding has no claim, got " + figure.claim + ", expected one of the claims");
        }
        var sum = sums.remove(figure);
        if (row.isNullAt(LOW)) {
            return;
        }
        switch (measure) {
            case AMOUNT -> amount(row, sum, sum == null && figure.year == 0 && everyYear.contains(figure.claim));
            case SHARE -> share(row, sum);
            case OPERATIONS, RATIO, MOBILISED, COUNT, GROWTH, OPERATIONS_GROWTH, JOINT -> {}
        }
    }

    /** A claim about every single year has its evidence under the years. */
    private void amount(Row row, @Nullable List<BigDecimal> sum, boolean isSpreadOverYears) {
        if (isSpreadOverYears) {
            return;
        }
        var ends = sum == null ? Collections.nCopies(SUMMED.size(), BigDecimal.ZERO) : sum;
        same(row, LOW, Quotient.of(ends.get(0)));
        same(row, HIGH, Quotient.of(ends.get(1)));
    }

    /** Without rows, or where they cancel out, there is no quotient to compare with. */
    private void share(Row row, @Nullable List<BigDecimal> sum) {
        if (sum == null || sum.get(2).signum() <= 0 || sum.get(3).signum() <= 0) {
            return;
        }
        same(row, LOW, new Quotient(sum.get(0), sum.get(2)));
        same(row, HIGH, new Quotient(sum.get(1), sum.get(3)));
    }

    private void same(Row row, int index, Quotient computed) {
        if (row.isNullAt(index)) {
            return;
        }
        compared++;
        if (!Quotient.parse(computed.plain()).equals(Quotient.parse(row.getString(index)))) {
            Verification.same(Findings.TABLE, row, index, computed.plain());
        }
    }

    /** How many ends of figures were compared. Refuses evidence of figures that were never found. */
    long complete() {
        if (!sums.isEmpty()) {
            throw Verification.broken(
                    Contributions.TABLE, "evidence has no finding, got " + sums.keySet() + ", expected none");
        }
        return compared;
    }
}
