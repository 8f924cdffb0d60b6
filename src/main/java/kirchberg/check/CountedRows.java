package kirchberg.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kirchberg.domain.claim.Claim;
import kirchberg.table.Claims;
import kirchberg.table.Contributions;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Findings;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The rows that stand for operations, each for one of them. At the greatest value these are the first row of every
 * stated id and every row without one; at the least value the first row of every id among the rows that certainly
 * belong, or of every name of those without an id, whichever are more; rows without either are one at least. First is
 * the smallest financing id.
 */
final class CountedRows {
    private static final Field MAY_COUNT = Field.flag("may_count", "Whether the row stands for an operation at most.");
    private static final Field IS_ID = Field.flag("is_id", "Whether it is the first certain row of a stated id.");
    private static final Field IS_NAME = Field.flag("is_name", "Whether it is the first certain row of a name.");
    private static final Field IS_UNNAMED =
            Field.flag("is_unnamed", "Whether it is the first certain row without id and name.");
    private static final Field IDS = Field.count("ids", "Ids of the figure.");
    private static final Field NAMES = Field.count("names", "Names of the figure.");
    private static final Column ID = Financings.OPERATION_ID.col();
    private static final Column ROW = Financings.FINANCING_ID.col();
    private static final Column IS_NAMED = Financings.OPERATION_NAME.col().isNotNull();
    private static final WindowSpec FIGURE =
            Window.partitionBy(Claims.CLAIM_ID.col(), Findings.YEAR.col(), ProvenFigure.IS_DIVISOR.col());
    private static final WindowSpec OPERATION = Window.partitionBy(
            Claims.CLAIM_ID.col(),
            Findings.YEAR.col(),
            ProvenFigure.IS_DIVISOR.col(),
            ID,
            when(ID.isNotNull().or(IS_NAMED), Financings.OPERATION_KEY.col()));

    private CountedRows() {}

    static Dataset<Row> of(Dataset<Row> financings, List<ProvenFigure> figures) {
        var claims = figures.stream().map(ProvenFigure::claim).toList();
        var zero = lit(BigDecimal.ZERO);
        var belongs = Scopes.IS_CERTAIN.col().and(Scopes.low(claims).gt(zero));
        var isFirstCertain = coalesce(min(when(belongs, ROW)).over(OPERATION).equalTo(ROW), lit(false));
        return Scopes.match(
                        financings,
                        figures.stream().flatMap(ProvenFigure::scopes).toList(),
                        ProvenFigure.SCOPES,
                        claims.stream().map(Claim::place).toList())
                .filter(Scopes.high(claims).gt(zero))
                .withColumns(Map.of(
                        MAY_COUNT.name(),
                                ID.isNull().or(min(ROW).over(OPERATION).equalTo(ROW)),
                        IS_ID.name(), ID.isNotNull().and(isFirstCertain),
                        IS_NAME.name(), ID.isNull().and(IS_NAMED).and(isFirstCertain),
                        IS_UNNAMED.name(),
                                ID.isNull().and(IS_NAMED.equalTo(lit(false))).and(isFirstCertain)))
                .filter(MAY_COUNT.col().or(IS_ID.col()).or(IS_NAME.col()).or(IS_UNNAMED.col()))
                .withColumns(Map.of(
                        IDS.name(), sum(one(IS_ID.col())).over(FIGURE),
                        NAMES.name(), sum(one(IS_NAME.col())).over(FIGURE)))
                .transform(CountedRows::withContributions);
    }

    private static Dataset<Row> withContributions(Dataset<Row> rows) {
        var idsAreMore = IDS.col().geq(NAMES.col());
        var isDivisor = ProvenFigure.IS_DIVISOR.col();
        var none = IDS.col().plus(NAMES.col()).equalTo(lit(0L));
        var counts = when(none, IS_UNNAMED.col()).when(idsAreMore, IS_ID.col()).otherwise(IS_NAME.col());
        return rows.withColumn(Contributions.BELONGS.name(), counts)
                .withColumns(Map.of(
                        Contributions.NUMERATOR_LOW_EUR.name(), one(counts.and(isDivisor.equalTo(lit(false)))),
                        Contributions.NUMERATOR_HIGH_EUR.name(),
                                one(MAY_COUNT.col().and(isDivisor.equalTo(lit(false)))),
                        Contributions.DENOMINATOR_LOW_EUR.name(),
                                one(MAY_COUNT.col().and(isDivisor)),
                        Contributions.DENOMINATOR_HIGH_EUR.name(), one(counts.and(isDivisor)),
                        Contributions.BASE_EUR.name(), lit(null),
                        Contributions.LOW_SHARE.name(), lit(null),
                        Contributions.HIGH_SHARE.name(), lit(null)))
                .filter(MAY_COUNT.col().or(Contributions.BELONGS.col()))
                .transform(Contributions.TABLE::select);
    }

    private static Column one(Column condition) {
        return when(condition, lit(1L)).otherwise(lit(0L));
    }
}
