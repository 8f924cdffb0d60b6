package kirchberg.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.table.Claims;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Labels;
import kirchberg.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** The plan of the sums that claims are judged by, as {@link CellRows} reads them. */
final class Cells {
    static final Field LOW_SHARE = Field.share("low_share", "Least part of each amount, 0 to 1.");
    static final Field HIGH_SHARE = Field.share("high_share", "Greatest part of each amount, 0 to 1.");
    static final Field ROWS = Field.count("financing_count", "Financings.");
    static final Field POSITIVE_EUR = total("positive_eur");
    static final Field NEGATIVE_EUR = total("negative_eur");
    static final Field JOINT_POSITIVE_EUR = total("joint_positive_eur");
    static final Field JOINT_NEGATIVE_EUR = total("joint_negative_eur");
    static final Field UNSHARED_POSITIVE_EUR = total("unshared_positive_eur");
    static final Field UNSHARED_NEGATIVE_EUR = total("unshared_negative_eur");
    static final Field MOBILISED_EUR = total("mobilised_eur");
    static final Field MOBILISED_UNKNOWN =
            Field.count("mobilised_unknown_count", "Financings without a stated mobilised amount.");
    private static final Field AMOUNT = Field.count("amount_cents", "Amount, in cents.");
    private static final Field JOINT = Field.count("joint_cents", "What both institutions count, in cents.");
    private static final Field VIEW = Field.text("view", "Label and its interval, before it is taken apart.");

    private static final List<Field> KEY = List.of(
            Financings.INSTITUTION,
            Financings.STAGE,
            Financings.SIGNATURE_YEAR,
            Financings.COUNTRY_CODE,
            Financings.REGION,
            Financings.EU_MEMBERSHIP,
            Claims.LABEL,
            LOW_SHARE,
            HIGH_SHARE);

    private static final List<Field> MONEY = List.of(
            POSITIVE_EUR,
            NEGATIVE_EUR,
            JOINT_POSITIVE_EUR,
            JOINT_NEGATIVE_EUR,
            UNSHARED_POSITIVE_EUR,
            UNSHARED_NEGATIVE_EUR,
            MOBILISED_EUR);

    static final Table TABLE = new Table("cells", KEY.size(), KEY)
            .with("cells", List.of(ROWS))
            .with("cells", MONEY)
            .with("cells", List.of(MOBILISED_UNKNOWN));

    private Cells() {}

    /**
     * A row per financing and label would be many, and most carry nothing of a label: what these add up to is the rest,
     * which the reader of the rows finds.
     */
    static Dataset<Row> of(Dataset<Row> financings, Collection<Label> labels) {
        return financings
                .withColumns(cents())
                .withColumns(bySign())
                .withColumn(VIEW.name(), explode(views(labels)))
                .filter(VIEW.col().isNotNull())
                .withColumns(Map.of(
                        Claims.LABEL.name(), VIEW.col().getField(Claims.LABEL.name()),
                        LOW_SHARE.name(), VIEW.col().getField(LOW_SHARE.name()),
                        HIGH_SHARE.name(), VIEW.col().getField(HIGH_SHARE.name())))
                .groupBy(KEY.stream().map(Field::col).toArray(Column[]::new))
                .agg(count(lit(1)).as(ROWS.name()), sums())
                .transform(TABLE::select);
    }

    /** What the EIB's rows count too, 0 where unknown; only rows of the EIF have such a part. */
    static Column joint() {
        return when(isOfEif(), coalesce(Financings.JOINT_AMOUNT_EUR.col(), lit(BigDecimal.ZERO)))
                .otherwise(lit(BigDecimal.ZERO));
    }

    static Column isUnshared() {
        return isOfEif().and(Financings.JOINT_AMOUNT_EUR.col().isNull());
    }

    private static Column isOfEif() {
        return Financings.INSTITUTION.col().equalTo(lit(Institution.EIF.name()));
    }

    /**
     * One element per label, null where the row carries nothing of it, and first the view without labels, which leaves
     * the part of each amount open.
     */
    private static Column views(Collection<Label> labels) {
        var whole = view(null, lit(BigDecimal.ZERO), lit(BigDecimal.ONE));
        return array(Stream.concat(
                        Stream.of(whole),
                        labels.stream()
                                .map(l -> when(
                                        isCarried(l),
                                        view(
                                                l.key(),
                                                Labels.low(l).col(),
                                                Labels.high(l).col()))))
                .toArray(Column[]::new));
    }

    /** Perhaps, or in part. */
    private static Column isCarried(Label label) {
        return Labels.high(label).col().gt(lit(BigDecimal.ZERO));
    }

    private static Column view(@Nullable String label, Column low, Column high) {
        return struct(
                lit(label).cast(Claims.LABEL.type()).as(Claims.LABEL.name()),
                low.cast(LOW_SHARE.type()).as(LOW_SHARE.name()),
                high.cast(HIGH_SHARE.type()).as(HIGH_SHARE.name()));
    }

    /**
     * Amounts as cents in 64 bits, made once per row and not once per view or condition: sums of them hold 92
     * quadrillion euro and stop the run beyond.
     */
    private static Map<String, Column> cents() {
        return Map.of(
                AMOUNT.name(), cents(Financings.AMOUNT_EUR.col()),
                JOINT.name(), cents(joint()),
                MOBILISED_EUR.name(), coalesce(cents(Financings.MOBILISED_AMOUNT_EUR.col()), lit(0L)),
                MOBILISED_UNKNOWN.name(),
                        when(Financings.MOBILISED_AMOUNT_EUR.col().isNull(), lit(1L))
                                .otherwise(lit(0L)));
    }

    private static Map<String, Column> bySign() {
        var isNegative = AMOUNT.col().lt(lit(0L));
        var isPositive = AMOUNT.col().geq(lit(0L));
        return Map.of(
                POSITIVE_EUR.name(), centsWhere(isPositive, AMOUNT),
                NEGATIVE_EUR.name(), centsWhere(isNegative, AMOUNT),
                JOINT_POSITIVE_EUR.name(), centsWhere(isPositive, JOINT),
                JOINT_NEGATIVE_EUR.name(), centsWhere(isNegative, JOINT),
                UNSHARED_POSITIVE_EUR.name(), centsWhere(isPositive.and(isUnshared()), AMOUNT),
                UNSHARED_NEGATIVE_EUR.name(), centsWhere(isNegative.and(isUnshared()), AMOUNT));
    }

    private static Column cents(Column amount) {
        return amount.multiply(lit(new BigDecimal(100))).cast(DataTypes.LongType);
    }

    private static Column centsWhere(Column condition, Field cents) {
        return when(condition, cents.col()).otherwise(lit(0L));
    }

    private static Column[] sums() {
        return Stream.concat(
                        MONEY.stream()
                                .map(f -> sum(f.col())
                                        .cast(DataTypes.createDecimalType(20, 0))
                                        .multiply(lit(new BigDecimal("0.01")))
                                        .as(f.name())),
                        Stream.of(sum(MOBILISED_UNKNOWN.col()).as(MOBILISED_UNKNOWN.name())))
                .toArray(Column[]::new);
    }

    private static Field total(String name) {
        return new Field(name, DataTypes.createDecimalType(38, 2), "Sum, in EUR.");
    }
}
