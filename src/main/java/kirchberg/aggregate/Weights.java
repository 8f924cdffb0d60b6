package kirchberg.aggregate;

import static kirchberg.table.Financings.AMOUNT_EUR;
import static kirchberg.table.Financings.INSTITUTION;
import static kirchberg.table.Financings.JOINT_AMOUNT_EUR;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import kirchberg.domain.Institution;
import kirchberg.table.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What a financing weighs in the books of its own institution and in those of the Group. */
final class Weights {
    static final Field LOW_EUR = Field.eur("weight_low_eur", "Least amount that counts, in EUR.");
    static final Field HIGH_EUR = Field.eur("weight_high_eur", "Greatest amount that counts, in EUR.");

    private static final String BOOKS = "books";
    private static final Column NOTHING = lit(new BigDecimal("0.00")).cast(Field.EUR);

    private Weights() {}

    /** Each financing twice: for its own institution and for the Group, under the same institution column. */
    static Dataset<Row> perInstitution(Dataset<Row> financings) {
        var amount = AMOUNT_EUR.col();
        var own = books(INSTITUTION.col(), amount, amount);
        var group = books(lit(Institution.GROUP.name()), groupLow(), groupHigh());
        return financings
                .withColumn(BOOKS, explode(array(own, group)))
                .withColumn(INSTITUTION.name(), inBooks(INSTITUTION))
                .withColumn(LOW_EUR.name(), inBooks(LOW_EUR))
                .withColumn(HIGH_EUR.name(), inBooks(HIGH_EUR));
    }

    private static Column inBooks(Field field) {
        return functions.col(BOOKS).getField(field.name());
    }

    private static Column books(Column institution, Column low, Column high) {
        return struct(
                institution.as(INSTITUTION.name()),
                low.cast(Field.EUR).as(LOW_EUR.name()),
                high.cast(Field.EUR).as(HIGH_EUR.name()));
    }

    /** The amount less what both count; where that part is unknown it may be the whole amount. */
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
