package kirchberg.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.table.Claims;
import kirchberg.table.Contributions;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The rows that add up to a figure. A row that belongs for certain counts with its least or its greatest part. A maybe
 * row counts in a sum where it lowers the least or raises the greatest; in a share where its own share is not above the
 * least share, or not below the greatest: then leaving it out would not give less, or more.
 */
final class Proofs {
    private static final BigDecimal BEYOND = new BigDecimal("9");
    private static final int SHARE_DIGITS = 8;

    private static final Field LEAST_FLOOR = Field.share("least_floor", "Least share of the claim, rounded down.");
    private static final Field LEAST_CEILING = Field.share("least_ceiling", "Least share, rounded up.");
    private static final Field GREATEST_FLOOR = Field.share("greatest_floor", "Greatest share, rounded down.");
    private static final Field GREATEST_CEILING = Field.share("greatest_ceiling", "Greatest share, rounded up.");
    private static final Table SCOPES = Scopes.TABLE.with(
            "scopes", List.of(Claims.MEASURE, LEAST_FLOOR, LEAST_CEILING, GREATEST_FLOOR, GREATEST_CEILING));

    private static final Field BASE_EUR = Field.eur("base_eur", "What the row brings to the claim, in EUR.");
    private static final Field LOW_SHARE = Field.share("low_share", "Least part of it that counts.");
    private static final Field HIGH_SHARE = Field.share("high_share", "Greatest part of it that counts.");
    private static final Column ZERO = lit(BigDecimal.ZERO);

    private Proofs() {}

    static Dataset<Row> of(Dataset<Row> financings, List<Finding> findings) {
        var whole = proven(findings.stream().filter(f -> f.years().isEmpty()));
        var years = proven(findings.stream().flatMap(f -> f.years().stream()));
        var claims = Stream.concat(whole.stream(), years.stream())
                .map(Finding::claim)
                .toList();
        var scopes = Stream.concat(
                        whole.stream().flatMap(f -> scopes(f, 0)),
                        years.stream().flatMap(f -> scopes(f, f.claim().period().from())))
                .toList();
        var places = claims.stream().map(Claim::place).toList();
        return Scopes.match(financings, scopes, SCOPES, places)
                .withColumn(BASE_EUR.name(), base())
                .withColumn(LOW_SHARE.name(), Scopes.low(claims))
                .withColumn(HIGH_SHARE.name(), Scopes.high(claims))
                .transform(Proofs::withContributions)
                .transform(Contributions.TABLE::select)
                .filter(addsSomething());
    }

    private static Dataset<Row> withContributions(Dataset<Row> rows) {
        var least = BASE_EUR.col().multiply(part(LOW_SHARE, HIGH_SHARE));
        var greatest = BASE_EUR.col().multiply(part(HIGH_SHARE, LOW_SHARE));
        return rows.withColumn(
                        Contributions.NUMERATOR_LOW_EUR.name(), numerator(countsAtLeast(), least(least, ZERO), least))
                .withColumn(
                        Contributions.NUMERATOR_HIGH_EUR.name(),
                        numerator(countsAtGreatest(), greatest(greatest, ZERO), greatest))
                .withColumn(Contributions.DENOMINATOR_LOW_EUR.name(), denominator(countsAtLeast()))
                .withColumn(Contributions.DENOMINATOR_HIGH_EUR.name(), denominator(countsAtGreatest()));
    }

    private static Column denominator(Column counts) {
        return when(isShare().and(counts), BASE_EUR.col()).otherwise(ZERO);
    }

    private static List<Finding> proven(Stream<Finding> findings) {
        return findings.filter(Proofs::isProvenByRows).toList();
    }

    /** A share that missing sources or the future widen does not come from rows; that of a place is not proven yet. */
    private static boolean isProvenByRows(Finding finding) {
        var evidence = finding.evidence();
        var claim = finding.claim();
        return evidence != null
                && switch (claim.measure()) {
                    case AMOUNT, MOBILISED -> true;
                    case SHARE -> evidence.covered() && claim.hedge() != Hedge.TARGET && claim.ofPlace() == null;
                    case OPERATIONS, RATIO, COUNT, GROWTH, OPERATIONS_GROWTH, JOINT -> false;
                };
    }

    private static Stream<Row> scopes(Finding finding, int year) {
        var further = new ArrayList<@Nullable Object>(
                List.of(finding.claim().measure().name()));
        further.addAll(thresholds(finding.evidence()));
        return Scopes.rows(finding.claim(), year, further);
    }

    /** Shares of rows have eight digits, so comparing them with a threshold of eight digits is exact. */
    private static List<BigDecimal> thresholds(@Nullable Evidence evidence) {
        var low = evidence == null ? Quotient.ZERO : evidence.possible().low();
        var high = evidence == null || evidence.possible().high() == null
                ? Quotient.ONE
                : evidence.possible().high();
        return Stream.of(low, high)
                .flatMap(q -> Stream.of(RoundingMode.FLOOR, RoundingMode.CEILING)
                        .map(mode -> q.rounded(SHARE_DIGITS, mode).min(BEYOND).max(BEYOND.negate())))
                .toList();
    }

    private static Column base() {
        var net = when(Scopes.IS_GROUP.col(), Financings.AMOUNT_EUR.col().minus(Cells.joint()))
                .otherwise(Financings.AMOUNT_EUR.col());
        return when(isMobilised(), coalesce(Financings.MOBILISED_AMOUNT_EUR.col(), ZERO))
                .otherwise(net);
    }

    private static Column part(Field positive, Field negative) {
        return when(isNegative(), negative.col()).otherwise(positive.col());
    }

    private static Column numerator(Column counts, Column ofMaybe, Column ofCertain) {
        return when(isShare(), when(counts, ofCertain).otherwise(ZERO))
                .when(isCertain(), ofCertain)
                .otherwise(ofMaybe);
    }

    private static Column countsAtLeast() {
        var lowers = when(isNegative(), HIGH_SHARE.col().geq(LEAST_CEILING.col()))
                .otherwise(LOW_SHARE.col().leq(LEAST_FLOOR.col()));
        return isCertain().or(lowers);
    }

    private static Column countsAtGreatest() {
        var raises = when(isNegative(), LOW_SHARE.col().leq(GREATEST_FLOOR.col()))
                .otherwise(HIGH_SHARE.col().geq(GREATEST_CEILING.col()));
        return isCertain().or(raises);
    }

    private static Column isCertain() {
        var mayBeCountedTwice =
                Scopes.IS_GROUP.col().and(Cells.isUnshared()).and(isMobilised().equalTo(lit(false)));
        return Scopes.IS_CERTAIN.col().and(mayBeCountedTwice.equalTo(lit(false)));
    }

    private static Column isNegative() {
        return BASE_EUR.col().lt(ZERO);
    }

    private static Column isShare() {
        return Claims.MEASURE.col().equalTo(lit(Measure.SHARE.name()));
    }

    private static Column isMobilised() {
        return Claims.MEASURE.col().equalTo(lit(Measure.MOBILISED.name()));
    }

    private static Column addsSomething() {
        return Stream.of(
                        Contributions.NUMERATOR_LOW_EUR,
                        Contributions.NUMERATOR_HIGH_EUR,
                        Contributions.DENOMINATOR_LOW_EUR,
                        Contributions.DENOMINATOR_HIGH_EUR)
                .map(f -> f.col().notEqual(ZERO))
                .reduce(lit(false), Column::or);
    }
}
