package kirchberg.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.finding.Finding;
import kirchberg.table.Claims;
import kirchberg.table.Contributions;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows that add up to a figure. A row that belongs for certain counts with its least or its greatest part. A maybe
 * row counts in a sum where it lowers the least or raises the greatest; in a share where its own share is not above the
 * least share, or not below the greatest: then leaving it out would not give less, or more. Ratios and growths divide
 * the least sum by the greatest, and the greatest by the least; below zero it is the other way round.
 */
final class Proofs {
    private static final Field MOBILISED_EUR = Field.eur("mobilised_eur", "What the row mobilised, in EUR.");
    private static final Column ZERO = lit(BigDecimal.ZERO);

    private Proofs() {}

    static Dataset<Row> of(Dataset<Row> financings, List<Finding> findings) {
        var figures = ProvenFigure.of(findings).stream().collect(Collectors.partitioningBy(ProvenFigure::isCount));
        var sums = sums(financings, figures.getOrDefault(false, List.of()));
        var counts = figures.getOrDefault(true, List.of());
        return counts.isEmpty() ? sums : sums.union(CountedRows.of(financings, counts));
    }

    private static Dataset<Row> sums(Dataset<Row> financings, List<ProvenFigure> figures) {
        var claims = figures.stream().map(ProvenFigure::claim).toList();
        return Scopes.match(
                        financings,
                        figures.stream().flatMap(ProvenFigure::scopes).toList(),
                        ProvenFigure.SCOPES,
                        claims.stream().map(Claim::place).toList())
                .withColumns(Map.of(
                        Contributions.BASE_EUR.name(), base(),
                        MOBILISED_EUR.name(), coalesce(Financings.MOBILISED_AMOUNT_EUR.col(), ZERO),
                        Contributions.LOW_SHARE.name(), Parts.least(claims),
                        Contributions.HIGH_SHARE.name(), Parts.greatest(claims),
                        Contributions.BELONGS.name(), isWhollyCertain()))
                .filter(canAddSomething())
                .transform(Proofs::withContributions)
                .transform(Contributions.TABLE::select);
    }

    private static Dataset<Row> withContributions(Dataset<Row> rows) {
        return rows.withColumns(Map.of(
                Contributions.NUMERATOR_LOW_EUR.name(),
                        when(is(Measure.SHARE), counted(countsAtLeast(), leastPart(Contributions.BASE_EUR)))
                                .when(is(Measure.RATIO), smallest(MOBILISED_EUR))
                                .when(ProvenFigure.IS_DIVISOR.col(), ZERO)
                                .otherwise(smallest(Contributions.BASE_EUR)),
                Contributions.NUMERATOR_HIGH_EUR.name(),
                        when(is(Measure.SHARE), counted(countsAtGreatest(), greatestPart(Contributions.BASE_EUR)))
                                .when(is(Measure.RATIO), largest(MOBILISED_EUR))
                                .when(ProvenFigure.IS_DIVISOR.col(), ZERO)
                                .otherwise(largest(Contributions.BASE_EUR)),
                Contributions.DENOMINATOR_LOW_EUR.name(),
                        when(is(Measure.SHARE), counted(countsAtLeast(), Contributions.BASE_EUR.col()))
                                .when(divides(), divisor(ProvenFigure.LEAST_TAKES_NARROW.col()))
                                .otherwise(ZERO),
                Contributions.DENOMINATOR_HIGH_EUR.name(),
                        when(is(Measure.SHARE), counted(countsAtGreatest(), Contributions.BASE_EUR.col()))
                                .when(
                                        divides(),
                                        divisor(ProvenFigure.GREATEST_TAKES_WIDE
                                                .col()
                                                .equalTo(lit(false))))
                                .otherwise(ZERO)));
    }

    private static Column counted(Column counts, Column amount) {
        return when(counts, amount).otherwise(ZERO);
    }

    private static Column divides() {
        return is(Measure.RATIO).or(ProvenFigure.IS_DIVISOR.col());
    }

    private static Column divisor(Column isNarrow) {
        return when(isNarrow, smallest(Contributions.BASE_EUR)).otherwise(largest(Contributions.BASE_EUR));
    }

    /** What a row adds to the least sum. That it mobilised something is as certain as that it belongs. */
    private static Column smallest(Field amount) {
        return when(isCertain(amount), leastPart(amount)).otherwise(least(leastPart(amount), ZERO));
    }

    private static Column largest(Field amount) {
        return when(isCertain(amount), greatestPart(amount)).otherwise(greatest(greatestPart(amount), ZERO));
    }

    private static Column isCertain(Field amount) {
        return amount.equals(MOBILISED_EUR) ? Scopes.IS_CERTAIN.col() : Contributions.BELONGS.col();
    }

    private static Column leastPart(Field amount) {
        return amount.col().multiply(part(amount, Contributions.LOW_SHARE, Contributions.HIGH_SHARE));
    }

    private static Column greatestPart(Field amount) {
        return amount.col().multiply(part(amount, Contributions.HIGH_SHARE, Contributions.LOW_SHARE));
    }

    private static Column part(Field amount, Field positive, Field negative) {
        return when(amount.col().lt(ZERO), negative.col()).otherwise(positive.col());
    }

    private static Column base() {
        var amount = Financings.AMOUNT_EUR.col();
        return when(is(Measure.MOBILISED), coalesce(Financings.MOBILISED_AMOUNT_EUR.col(), ZERO))
                .when(is(Measure.JOINT), when(Cells.isUnshared(), amount).otherwise(Cells.joint()))
                .when(Scopes.IS_GROUP.col(), amount.minus(Cells.joint()))
                .otherwise(amount);
    }

    private static Column countsAtLeast() {
        var lowers = when(isNegative(), Contributions.HIGH_SHARE.col().geq(ProvenFigure.LEAST_CEILING.col()))
                .otherwise(Contributions.LOW_SHARE.col().leq(ProvenFigure.LEAST_FLOOR.col()));
        return Contributions.BELONGS.col().or(lowers);
    }

    private static Column countsAtGreatest() {
        var raises = when(isNegative(), Contributions.LOW_SHARE.col().leq(ProvenFigure.GREATEST_FLOOR.col()))
                .otherwise(Contributions.HIGH_SHARE.col().geq(ProvenFigure.GREATEST_CEILING.col()));
        return Contributions.BELONGS.col().or(raises);
    }

    /** Of an amount that both institutions may count, nobody can tell how much the Group counts, nor how much both. */
    private static Column isWhollyCertain() {
        var mayBeShared = Cells.isUnshared()
                .and(Scopes.IS_GROUP
                        .col()
                        .and(is(Measure.MOBILISED).equalTo(lit(false)))
                        .or(is(Measure.JOINT)));
        return Scopes.IS_CERTAIN.col().and(mayBeShared.equalTo(lit(false)));
    }

    private static Column isNegative() {
        return Contributions.BASE_EUR.col().lt(ZERO);
    }

    private static Column is(Measure measure) {
        return Claims.MEASURE.col().equalTo(lit(measure.name()));
    }

    /**
     * Rows of which neither numerator nor denominator can be other than zero are left out. A row that may belong to a
     * share is listed even where neither extreme takes it: another completion may.
     */
    private static Column canAddSomething() {
        var hasAmount = Contributions.BASE_EUR.col().notEqual(ZERO);
        var mobilises = is(Measure.RATIO).and(MOBILISED_EUR.col().notEqual(ZERO));
        return hasAmount
                .or(mobilises)
                .and(is(Measure.SHARE).or(Contributions.HIGH_SHARE.col().gt(ZERO)));
    }
}
