package kirchberg.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kirchberg.domain.Label;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.counting.OperationGroup.Kind;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Labels;
import kirchberg.table.OperationNames;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The plan that finds operations which lie in the same corners, as {@link GroupRows} reads them. Their number depends
 * on how operations lie, not on the number of claims. Whose books an amount belongs to plays no part: an operation that
 * both institutions finance is one of the Group, however its amounts are counted.
 *
 * <p>Which labels a row carries is a set of bits, so that the views do not multiply the rows; and the corner of a row
 * with these bits is one text, because one text is hashed, compared and sorted faster than eight parts.
 */
final class Groups {
    /** Between the parts of a spot. No part has it but perhaps the region, which is the last. */
    static final String BAR = "|";

    /** What a row stands for, in the order of {@link #keys}. */
    static final List<Kind> KINDS = List.of(Kind.ID, Kind.UNNUMBERED_NAME, Kind.NAME, Kind.CONTRACT, Kind.ROW);

    private static final Field CERTAIN =
            Field.count("certain_bits", "Views that the row certainly belongs to: bit 0 is the one without labels.");
    private static final Field POSSIBLE = Field.count("possible_bits", "Views that the row may belong to.");
    private static final Field SPOT = Field.text("spot", "Corner of the portfolio, and the views of the row.");
    private static final Field KIND = Field.count("kind_number", "What is counted.");
    private static final Field KEY =
            Field.text("counting_key", "What tells two things of a kind apart; of a row, what it lacks.");
    private static final Field OWN_SPOT = Field.text("own_spot", "The spot of a row, which is not merged.");
    private static final Field SPOTS = Field.text("spots", "All spots that the thing lies in.");
    private static final Field COUNT = Field.count("thing_count", "How many things.");

    private Groups() {}

    /** Kind, what rows lack, spots and number of every group; only of the views that claims count operations in. */
    static Dataset<Row> of(Dataset<Row> financings, List<Claim> claims) {
        var views = claims.stream()
                .filter(c -> c.measure() == Measure.OPERATIONS || c.measure() == Measure.OPERATIONS_GROWTH)
                .filter(c -> c.outOfReach() == null)
                .map(c -> Optional.ofNullable(c.of()))
                .distinct()
                .toList();
        return financings
                .withColumn(CERTAIN.name(), bits(views, Labels::low))
                .withColumn(POSSIBLE.name(), bits(views, Labels::high))
                .filter(POSSIBLE.col().notEqual(lit(0L)))
                .withColumn(SPOT.name(), spot())
                .select(SPOT.col(), posexplode(array(keys())).as(new String[] {KIND.name(), KEY.name()}))
                .filter(KEY.col().isNotNull())
                .transform(Groups::perKey)
                .transform(Groups::perSpots);
    }

    /** Names are brought into one form after equal ones have met: that is less to do. */
    private static Dataset<Row> perKey(Dataset<Row> things) {
        return things.groupBy(KEY.col(), KIND.col(), SPOT.col())
                .agg(count(lit(1)).as(COUNT.name()))
                .withColumn(
                        KEY.name(),
                        when(is(Kind.NAME), OperationNames.normalised(KEY.col()))
                                .otherwise(KEY.col()))
                .withColumn(OWN_SPOT.name(), when(is(Kind.ROW), SPOT.col()))
                .groupBy(KEY.col(), KIND.col(), OWN_SPOT.col())
                .agg(
                        sort_array(collect_set(SPOT.col())).as(SPOTS.name()),
                        sum(COUNT.col()).as(COUNT.name()));
    }

    private static Dataset<Row> perSpots(Dataset<Row> keys) {
        var lacks = when(is(Kind.ROW), KEY.col()).otherwise(lit(""));
        return keys.select(
                        KIND.col(),
                        lacks.as(KEY.name()),
                        SPOTS.col(),
                        when(is(Kind.ROW), COUNT.col()).otherwise(lit(1L)).as(COUNT.name()))
                .groupBy(KIND.col(), KEY.col(), SPOTS.col())
                .agg(sum(COUNT.col()).as(COUNT.name()));
    }

    /** An unknown country is the empty text, which is the code of none. */
    private static Column spot() {
        return concat_ws(
                BAR,
                CERTAIN.col(),
                POSSIBLE.col(),
                Financings.INSTITUTION.col(),
                Financings.STAGE.col(),
                Financings.SIGNATURE_YEAR.col(),
                coalesce(Financings.COUNTRY_CODE.col(), lit("")),
                Financings.EU_MEMBERSHIP.col(),
                Financings.REGION.col());
    }

    /** The bit of a view; an empty one is the view without labels. */
    static long bit(Optional<Label> view) {
        return view.map(l -> 2L << Label.all().indexOf(l)).orElse(1L);
    }

    static Stream<Optional<Label>> views() {
        return Stream.concat(Stream.of(Optional.empty()), Label.all().stream().map(Optional::of));
    }

    private static Column bits(List<Optional<Label>> views, Function<Label, Field> end) {
        return views.stream()
                .map(view -> view.map(l -> when(end.apply(l).col().gt(lit(BigDecimal.ZERO)), lit(bit(view)))
                                .otherwise(lit(0L)))
                        .orElse(lit(bit(view))))
                .reduce(Column::bitwiseOR)
                .orElse(lit(0L));
    }

    private static Column is(Kind kind) {
        return KIND.col().equalTo(lit(KINDS.indexOf(kind)));
    }

    /** What a row is known by, kind by kind; null where it has no such key. */
    private static Column[] keys() {
        var id = Financings.OPERATION_ID.col();
        var name = Financings.OPERATION_NAME.col();
        var contract = Financings.CONTRACT_ID.col();
        return new Column[] {
            id,
            when(id.isNull().and(name.isNotNull()), Financings.OPERATION_KEY.col()),
            name,
            contract,
            concat_ws(
                    ",",
                    when(id.isNull(), lit(Kind.UNNUMBERED_ROW.name())),
                    when(name.isNull(), lit(Kind.UNNAMED_ROW.name())),
                    when(contract.isNull(), lit(Kind.UNCONTRACTED_ROW.name())))
        };
    }
}
