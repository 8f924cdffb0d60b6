package kirchberg.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.counting.Corner;
import kirchberg.domain.counting.OperationGroup;
import kirchberg.domain.counting.OperationGroup.Kind;
import kirchberg.table.Claims;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Labels;
import kirchberg.table.OperationNames;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Operations that lie in the same corners, from the plan to {@link OperationGroup}. Their number depends on how
 * operations lie, not on the number of claims. Whose books an amount belongs to plays no part: an operation that both
 * institutions finance is one of the Group, however its amounts are counted.
 */
final class Groups {
    private static final Field VIEW = Field.text("view", "Label, and whether the row carries it for certain.");
    private static final Field THING = Field.text("thing", "Kind and key, before they are taken apart.");
    private static final Field KIND = Field.text("kind", "What is counted.");
    private static final Field KEY = Field.text("counting_key", "What tells two things of a kind apart; null for rows.");
    private static final Field IS_CERTAIN = Field.flag("is_certain", "Whether the row carries the label for certain.");
    private static final Field CORNER = Field.text("corner", "Corner of the portfolio, and certainty.");
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
            IS_CERTAIN);

    private static final Column[] NO_VIEWS = {view(null)};

    private Groups() {}

    /** Label, kind, corners and number of every group; only of the views that claims count operations in. */
    static Dataset<Row> of(Dataset<Row> financings, List<Claim> claims) {
        var views = views(claims);
        return financings
                .filter(lit(views.length > 0))
                .withColumn(VIEW.name(), explode(array_compact(array(views.length > 0 ? views : NO_VIEWS))))
                .withColumn(Claims.LABEL.name(), VIEW.col().getField(Claims.LABEL.name()))
                .withColumn(IS_CERTAIN.name(), VIEW.col().getField(IS_CERTAIN.name()))
                .withColumn(CORNER.name(), struct(CORNER_FIELDS.stream().map(Field::col).toArray(Column[]::new)))
                .select(Claims.LABEL.col(), CORNER.col(), explode(array_compact(array(things()))).as(THING.name()))
                .select(Claims.LABEL.col(), CORNER.col(), inThing(KIND), inThing(KEY))
                .transform(Groups::perKey)
                .transform(Groups::perCorners);
    }

    /** Names are brought into one form after equal ones have met: that is much less to do. */
    private static Dataset<Row> perKey(Dataset<Row> things) {
        return things.groupBy(Claims.LABEL.col(), KIND.col(), KEY.col(), CORNER.col())
                .agg(count(lit(1)).as(COUNT.name()))
                .withColumn(
                        KEY.name(),
                        when(KIND.col().equalTo(lit(Kind.NAME.name())), OperationNames.normalised(KEY.col()))
                                .otherwise(KEY.col()))
                .withColumn(OWN_CORNER.name(), when(KEY.col().isNull(), CORNER.col()))
                .groupBy(Claims.LABEL.col(), KIND.col(), KEY.col(), OWN_CORNER.col())
                .agg(
                        sort_array(collect_set(CORNER.col())).as(CORNERS.name()),
                        sum(COUNT.col()).as(COUNT.name()));
    }

    private static Dataset<Row> perCorners(Dataset<Row> keys) {
        return keys.groupBy(Claims.LABEL.col(), KIND.col(), CORNERS.col())
                .agg(sum(when(KEY.col().isNull(), COUNT.col()).otherwise(lit(1L))).as(COUNT.name()))
                .select(Claims.LABEL.col(), KIND.col(), CORNERS.col(), COUNT.col());
    }

    static OperationGroup group(Row row) {
        var certain = new HashSet<Corner>();
        var possible = new HashSet<Corner>();
        for (Row corner : row.<Row>getList(2)) {
            (corner.getBoolean(CORNER_FIELDS.indexOf(IS_CERTAIN)) ? certain : possible).add(corner(corner));
        }
        possible.removeAll(certain);
        return new OperationGroup(
                ClaimRows.label(row.getString(0)), Kind.valueOf(row.getString(1)), certain, possible, row.getLong(3));
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

    private static Column inThing(Field field) {
        return THING.col().getField(field.name()).as(field.name());
    }

    private static Column[] views(List<Claim> claims) {
        return claims.stream()
                .filter(c -> c.measure() == Measure.OPERATIONS || c.measure() == Measure.OPERATIONS_GROWTH)
                .filter(c -> c.outOfReach() == null)
                .map(Claim::of)
                .distinct()
                .map(Groups::view)
                .toArray(Column[]::new);
    }

    /** Null where the row cannot carry the label. */
    private static Column view(@Nullable Label label) {
        if (label == null) {
            return struct(
                    lit(null).cast(Claims.LABEL.type()).as(Claims.LABEL.name()), lit(true).as(IS_CERTAIN.name()));
        }
        var zero = lit(BigDecimal.ZERO);
        var view = struct(
                lit(label.key()).as(Claims.LABEL.name()),
                Labels.low(label).col().gt(zero).as(IS_CERTAIN.name()));
        return when(Labels.high(label).col().gt(zero), view);
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
            row(Kind.ROW),
            when(id.isNull(), row(Kind.UNNUMBERED_ROW)),
            when(name.isNull(), row(Kind.UNNAMED_ROW)),
            when(contract.isNull(), row(Kind.UNCONTRACTED_ROW))
        };
    }

    private static Column row(Kind kind) {
        return thing(kind, lit(null).cast(KEY.type()));
    }

    private static Column thing(Kind kind, Column key) {
        return struct(lit(kind.name()).as(KIND.name()), key.as(KEY.name()));
    }
}
