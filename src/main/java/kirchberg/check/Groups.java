package kirchberg.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.counting.Corner;
import kirchberg.domain.counting.OperationGroup;
import kirchberg.domain.counting.OperationGroup.Kind;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Labels;
import kirchberg.table.OperationNames;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Operations that lie in the same corners, from the plan to {@link OperationGroup}. Their number depends on how
 * operations lie, not on the number of claims. Whose books an amount belongs to plays no part: an operation that both
 * institutions finance is one of the Group, however its amounts are counted.
 *
 * <p>Which labels a row carries is a set of bits, so that the views do not multiply the rows.
 */
final class Groups {
    private static final Field CERTAIN =
            Field.count("certain_bits", "Views that the row certainly belongs to: bit 0 is the one without labels.");
    private static final Field POSSIBLE = Field.count("possible_bits", "Views that the row may belong to.");
    private static final Field CORNER = Field.text("corner", "Corner of the portfolio, and the views of the row.");
    private static final Field THING = Field.text("thing", "Kind and key, before they are taken apart.");
    private static final Field KIND = Field.text("kind", "What is counted.");
    private static final Field KEY =
            Field.text("counting_key", "What tells two things of a kind apart; of a row, what it lacks.");
    private static final Field OWN_CORNER = Field.text("own_corner", "The corner of a row, which is not merged.");
    private static final Field CORNERS = Field.text("corners", "All corners that the thing lies in.");
    private static final Field COUNT = Field.count("thing_count", "How many things.");

    private static final List<Field> CORNER_FIELDS = List.of(
            Financings.INSTITUTION,
            Financings.STAGE,
            Financings.SIGNATURE_YEAR,
            Financings.COUNTRY_CODE,
            Financings.REGION,
            Financings.EU_MEMBERSHIP,
            CERTAIN,
            POSSIBLE);
    private static final List<Kind> LACKING = List.of(Kind.UNNUMBERED_ROW, Kind.UNNAMED_ROW, Kind.UNCONTRACTED_ROW);
    private static final Column IS_ROW = KIND.col().equalTo(lit(Kind.ROW.name()));

    private Groups() {}

    /** Kind, what rows lack, corners and number of every group; only of the views that claims count operations in. */
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
                .withColumn(
                        CORNER.name(),
                        struct(CORNER_FIELDS.stream().map(Field::col).toArray(Column[]::new)))
                .select(CORNER.col(), explode(array_compact(array(things()))).as(THING.name()))
                .select(CORNER.col(), inThing(KIND), inThing(KEY))
                .transform(Groups::perKey)
                .transform(Groups::perCorners);
    }

    /** Names are brought into one form after equal ones have met: that is less to do. */
    private static Dataset<Row> perKey(Dataset<Row> things) {
        return things.groupBy(KIND.col(), KEY.col(), CORNER.col())
                .agg(count(lit(1)).as(COUNT.name()))
                .withColumn(
                        KEY.name(),
                        when(KIND.col().equalTo(lit(Kind.NAME.name())), OperationNames.normalised(KEY.col()))
                                .otherwise(KEY.col()))
                .withColumn(OWN_CORNER.name(), when(IS_ROW, CORNER.col()))
                .groupBy(KIND.col(), KEY.col(), OWN_CORNER.col())
                .agg(
                        sort_array(collect_set(CORNER.col())).as(CORNERS.name()),
                        sum(COUNT.col()).as(COUNT.name()));
    }

    private static Dataset<Row> perCorners(Dataset<Row> keys) {
        var lacks = when(IS_ROW, KEY.col()).otherwise(lit(""));
        return keys.select(
                        KIND.col(),
                        lacks.as(KEY.name()),
                        CORNERS.col(),
                        when(IS_ROW, COUNT.col()).otherwise(lit(1L)).as(COUNT.name()))
                .groupBy(KIND.col(), KEY.col(), CORNERS.col())
                .agg(sum(COUNT.col()).as(COUNT.name()));
    }

    /** The groups that a row stands for: one per view, and for rows one more per key that they lack. */
    static Stream<OperationGroup> groups(Row row) {
        List<Row> corners = row.getList(2);
        var seen = corners.stream().mapToLong(c -> c.getLong(CORNER_FIELDS.indexOf(POSSIBLE)));
        var bits = seen.reduce(0L, (a, b) -> a | b);
        var kinds = Stream.concat(
                        Stream.of(Kind.valueOf(row.getString(0))),
                        LACKING.stream().filter(k -> row.getString(1).contains(k.name())))
                .toList();
        return views().filter(view -> (bits & bit(view)) != 0)
                .flatMap(view -> kinds.stream().map(kind -> group(view, kind, corners, row.getLong(3))));
    }

    private static OperationGroup group(Optional<Label> view, Kind kind, List<Row> corners, long count) {
        return new OperationGroup(
                view.orElse(null), kind, in(corners, CERTAIN, bit(view)), in(corners, POSSIBLE, bit(view)), count);
    }

    private static Set<Corner> in(List<Row> corners, Field bits, long view) {
        return corners.stream()
                .filter(c -> (c.getLong(CORNER_FIELDS.indexOf(bits)) & view) != 0)
                .map(Groups::corner)
                .collect(Collectors.toSet());
    }

    private static Corner corner(Row row) {
        return new Corner(
                Institution.valueOf(row.getString(0)),
                Stage.valueOf(row.getString(1)),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                Membership.valueOf(row.getString(5)));
    }

    private static Stream<Optional<Label>> views() {
        return Stream.concat(Stream.of(Optional.empty()), Label.all().stream().map(Optional::of));
    }

    private static long bit(Optional<Label> view) {
        return view.map(l -> 2L << Label.all().indexOf(l)).orElse(1L);
    }

    private static Column bits(List<Optional<Label>> views, Function<Label, Field> end) {
        return views.stream()
                .map(view -> view.map(l -> when(end.apply(l).col().gt(lit(BigDecimal.ZERO)), lit(bit(view)))
                                .otherwise(lit(0L)))
                        .orElse(lit(bit(view))))
                .reduce(Column::bitwiseOR)
                .orElse(lit(0L));
    }

    private static Column inThing(Field field) {
        return THING.col().getField(field.name()).as(field.name());
    }

    /** What a row stands for, by every key. */
    private static Column[] things() {
        var id = Financings.OPERATION_ID.col();
        var name = Financings.OPERATION_NAME.col();
        var contract = Financings.CONTRACT_ID.col();
        return new Column[] {
            when(id.isNotNull(), thing(Kind.ID, id)),
            when(id.isNull().and(name.isNotNull()), thing(Kind.UNNUMBERED_NAME, Financings.OPERATION_KEY.col())),
            when(name.isNotNull(), thing(Kind.NAME, name)),
            when(contract.isNotNull(), thing(Kind.CONTRACT, contract)),
            thing(
                    Kind.ROW,
                    concat_ws(
                            ",",
                            when(id.isNull(), lit(Kind.UNNUMBERED_ROW.name())),
                            when(name.isNull(), lit(Kind.UNNAMED_ROW.name())),
                            when(contract.isNull(), lit(Kind.UNCONTRACTED_ROW.name()))))
        };
    }

    private static Column thing(Kind kind, Column key) {
        return struct(lit(kind.name()).as(KIND.name()), key.as(KEY.name()));
    }
}
