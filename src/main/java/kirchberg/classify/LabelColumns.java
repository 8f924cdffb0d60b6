package kirchberg.classify;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.Map;
import kirchberg.domain.Basis;
import kirchberg.domain.Label;
import kirchberg.table.Field;
import kirchberg.table.Labels;
import org.apache.spark.sql.Column;

/** The columns of a label whose rule column stands already. */
final class LabelColumns {
    static final Column ZERO = lit(BigDecimal.ZERO).cast(Field.SHARE);
    static final Column ONE = lit(BigDecimal.ONE).cast(Field.SHARE);

    private LabelColumns() {}

    /**
     * Part of the amount, both ends null where nothing is known.
     *
     * @param low least part, 0 to 1
     * @param high greatest part, 0 to 1
     */
    record Share(Column low, Column high) {}

    /** Low, high and basis by column name: STATED, else DERIVED where a rule decided, else UNKNOWN from 0 to 1. */
    static Map<String, Column> of(Label label, Column stated, Share share) {
        var basis = when(stated, Basis.STATED.name())
                .when(Labels.rule(label).col().isNotNull(), Basis.DERIVED.name())
                .otherwise(Basis.UNKNOWN.name());
        return Map.of(
                Labels.low(label).name(), coalesce(share.low(), ZERO),
                Labels.high(label).name(), coalesce(share.high(), ONE),
                Labels.basis(label).name(), basis);
    }
}
