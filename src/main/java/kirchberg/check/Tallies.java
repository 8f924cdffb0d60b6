package kirchberg.check;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.judgement.Tally;
import kirchberg.table.Claims;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Findings;
import kirchberg.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts of operations, from the plan to {@link Tally}. Whose books an amount belongs to plays no part: an operation
 * that both institutions finance is one of the Group, however its amounts are counted.
 */
final class Tallies {
    private static final Field LOW_COUNT =
            Field.count("low_count", "Distinct operation keys of the rows that certainly belong.");
    private static final Field HIGH_COUNT =
            Field.count("high_count", "Distinct stated ids, plus each row without one, of the rows that may belong.");

    static final Table TABLE = Table.of("tallies", 2, Claims.CLAIM_ID, Findings.YEAR, LOW_COUNT, HIGH_COUNT);

    private Tallies() {}

    static Dataset<Row> of(Dataset<Row> financings, List<Claim> claims) {
        var counting = claims.stream()
                .filter(c -> c.measure() == Measure.OPERATIONS && c.outOfReach() == null)
                .toList();
        var scopes = counting.stream().flatMap(Tallies::scopes).toList();
        var places = counting.stream().map(Claim::place).toList();
        var zero = lit(BigDecimal.ZERO);
        var belongs = Scopes.IS_CERTAIN.col().and(Scopes.low(counting).gt(zero));
        var id = Financings.OPERATION_ID.col();
        return Scopes.match(financings, scopes, Scopes.TABLE, places)
                .filter(Scopes.high(counting).gt(zero))
                .groupBy(Claims.CLAIM_ID.col(), Findings.YEAR.col())
                .agg(
                        greatest(
                                        count_distinct(when(belongs, id)),
                                        count_distinct(when(belongs.and(id.isNull()), Financings.OPERATION_KEY.col())))
                                .as(LOW_COUNT.name()),
                        count_distinct(id)
                                .plus(count(when(id.isNull(), lit(1))))
                                .as(HIGH_COUNT.name()))
                .transform(TABLE::select);
    }

    static Tally tally(Row row) {
        return new Tally(
                row.getString(TABLE.index(Claims.CLAIM_ID)),
                row.getInt(TABLE.index(Findings.YEAR)),
                row.getLong(TABLE.index(LOW_COUNT)),
                row.getLong(TABLE.index(HIGH_COUNT)));
    }

    private static Stream<Row> scopes(Claim claim) {
        if (!claim.period().each()) {
            return Scopes.rows(claim, 0, List.of());
        }
        return claim.period().years().stream().flatMap(y -> Scopes.rows(claim.during(Period.year(y)), y, List.of()));
    }
}
