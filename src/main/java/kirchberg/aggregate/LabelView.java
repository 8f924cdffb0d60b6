package kirchberg.aggregate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.stream.Stream;
import kirchberg.domain.Basis;
import kirchberg.domain.Label;
import kirchberg.domain.Priority;
import kirchberg.table.Field;
import kirchberg.table.Labels;
import kirchberg.table.Totals;
import org.apache.spark.sql.Column;

/**
 * One value of a label column: which part of each financing it takes.
 *
 * @param key the value
 * @param lowShare least part of the amount
 * @param highShare greatest part
 */
record LabelView(String key, Column lowShare, Column highShare) {
    private static final Column WHOLE = lit(BigDecimal.ONE).cast(Field.SHARE);
    private static final Column NONE = lit(BigDecimal.ZERO).cast(Field.SHARE);

    static LabelView of(Label label) {
        return new LabelView(
                label.key(), Labels.low(label).col(), Labels.high(label).col());
    }

    static LabelView all() {
        return new LabelView(Totals.ALL, WHOLE, WHOLE);
    }

    /** Whole where the basis of every priority is UNKNOWN. */
    static LabelView unclassified() {
        var share = when(isWithoutAnyPriority(), WHOLE).otherwise(NONE);
        return new LabelView(Totals.UNCLASSIFIED, share, share);
    }

    private static Column isWithoutAnyPriority() {
        return Stream.of(Priority.values())
                .map(p -> Labels.basis(p).col().equalTo(Basis.UNKNOWN.name()))
                .reduce(Column::and)
                .orElseThrow();
    }

    /** The least product of weight and share: a negative weight is least at the greatest share. */
    Column leastContribution() {
        var weight = Weights.LOW_EUR.col();
        return weight.multiply(when(weight.geq(0), lowShare).otherwise(highShare));
    }

    Column greatestContribution() {
        var weight = Weights.HIGH_EUR.col();
        return weight.multiply(when(weight.geq(0), highShare).otherwise(lowShare));
    }

    Column isCertain() {
        return lowShare.gt(NONE);
    }

    Column isPossible() {
        return highShare.gt(NONE);
    }

    /** Operations that one group of rows may stand for: one if its id is stated, else as many as it has rows. */
    Column mostOperations(Column hasId) {
        return when(hasId.and(col(rows()).gt(0)), lit(1L)).when(hasId, lit(0L)).otherwise(col(rows()));
    }

    String low() {
        return key + "_low";
    }

    String high() {
        return key + "_high";
    }

    String rows() {
        return key + "_rows";
    }

    String certain() {
        return key + "_certain";
    }

    String possible() {
        return key + "_possible";
    }
}
