package kirchberg.aggregate;

import static kirchberg.table.Financings.AMOUNT_EUR;
import static kirchberg.table.Financings.JOINT_AMOUNT_EUR;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.table.Field;
import org.apache.spark.sql.Column;

/**
 * What a financing weighs in some books, and which part of it carries the label of its row: whole amounts as cents,
 * true parts as decimals, each at its least and at its greatest.
 *
 * @param books whose: the names of the four sums begin with it
 * @param low least amount that counts, in EUR
 * @param high greatest amount that counts, in EUR
 */
record Weights(String books, Column low, Column high) {
    private static final Column NOTHING = lit(new BigDecimal("0.00")).cast(Field.EUR);

    /** In the books of the financing's own institution: its amount. */
    static final Weights OWN = new Weights("own", AMOUNT_EUR.col(), AMOUNT_EUR.col());

    /** In the Group: the amount less what both count; where that part is unknown it may be the whole amount. */
    static final Weights GROUP = new Weights("group", groupLow(), groupHigh());

    Field lowCents() {
        return Field.count(books + "_low_cents", "Whole amounts of the least sum, in cents.");
    }

    Field lowPart() {
        return new Field(books + "_low_part_eur", Field.EXACT_EUR, "Parts of the least sum, in EUR.");
    }

    Field highCents() {
        return Field.count(books + "_high_cents", "Whole amounts of the greatest sum, in cents.");
    }

    Field highPart() {
        return new Field(books + "_high_part_eur", Field.EXACT_EUR, "Parts of the greatest sum, in EUR.");
    }

    List<Field> fields() {
        return List.of(lowCents(), lowPart(), highCents(), highPart());
    }

    /** The same four as columns of a row with a label. A negative weight is least at the greatest share. */
    Stream<Column> columns() {
        var least = when(low.geq(0), LabelView.LOW_SHARE.col()).otherwise(LabelView.HIGH_SHARE.col());
        var most = when(high.geq(0), LabelView.HIGH_SHARE.col()).otherwise(LabelView.LOW_SHARE.col());
        return Stream.of(
                whole(low, least).as(lowCents().name()),
                part(low, least).as(lowPart().name()),
                whole(high, most).as(highCents().name()),
                part(high, most).as(highPart().name()));
    }

    private static Column whole(Column weight, Column share) {
        return when(share.equalTo(LabelView.WHOLE), weight.multiply(lit(100)).cast("long"));
    }

    private static Column part(Column weight, Column share) {
        return when(share.notEqual(LabelView.WHOLE).and(share.notEqual(LabelView.NONE)), weight.multiply(share));
    }

    private static Column groupLow() {
        return when(isWithUnknownJointPart(), least(NOTHING, AMOUNT_EUR.col())).otherwise(lessJointPart());
    }

    private static Column groupHigh() {
        return when(isWithUnknownJointPart(), greatest(NOTHING, AMOUNT_EUR.col()))
                .otherwise(lessJointPart());
    }

    private static Column lessJointPart() {
        return AMOUNT_EUR.col().minus(coalesce(JOINT_AMOUNT_EUR.col(), NOTHING)).cast(Field.EUR);
    }

    private static Column isWithUnknownJointPart() {
        return Aggregation.isOf(Institution.EIF).and(JOINT_AMOUNT_EUR.col().isNull());
    }
}
