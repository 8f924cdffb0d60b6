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
import kirchberg.domain.Membership;
import kirchberg.domain.Stage;
import kirchberg.domain.judgement.Cell;
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

/** The sums that claims are judged by, from the plan to {@link Cell}. */
final class Cells {
    private static final Field LOW_SHARE = Field.share("low_share", "Least part of each amount, 0 to 1.");
    private static final Field HIGH_SHARE = Field.share("high_share", "Greatest part of each amount, 0 to 1.");
    private static final Field ROWS = Field.count("financing_count", "Financings.");
    private static final Field POSITIVE_EUR = total("positive_eur");
    private static final Field NEGATIVE_EUR = total("negative_eur");
    private static final Field JOINT_POSITIVE_EUR = total("joint_positive_eur");
    private static final Field JOINT_NEGATIVE_EUR = total("joint_negative_eur");
    private static final Field UNSHARED_POSITIVE_EUR = total("unshared_positive_eur");
    private static final Field UNSHARED_NEGATIVE_EUR = total("unshared_negative_eur");
    private static final Field MOBILISED_EUR = total("mobilised_eur");
    private static final Field MOBILISED_UNKNOWN =
            Field.count("mobilised_unknown_count", "Financings without a stated mobilised amount.");
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

    static Dataset<Row> of(Dataset<Row> financings, Collection<Label> labels) {
        return financings
                .withColumns(cents())
                .withColumn(VIEW.name(), explode(views(labels)))
                .withColumns(Map.of(
                        Claims.LABEL.name(), VIEW.col().getField(Claims.LABEL.name()),
                        LOW_SHARE.name(), VIEW.col().getField(LOW_SHARE.name()),
                        HIGH_SHARE.name(), VIEW.col().getField(HIGH_SHARE.name())))
                .groupBy(KEY.stream().map(Field::col).toArray(Column[]::new))
                .agg(count(lit(1)).as(ROWS.name()), sums())
                .transform(TABLE::select);
    }

    static Cell cell(Row row) {
        return new Cell(
                Institution.valueOf(text(row, Financings.INSTITUTION)),
                Stage.valueOf(text(row, Financings.STAGE)),
                row.getInt(TABLE.index(Financings.SIGNATURE_YEAR)),
                row.getString(TABLE.index(Financings.COUNTRY_CODE)),
                text(row, Financings.REGION),
                Membership.valueOf(text(row, Financings.EU_MEMBERSHIP)),
                ClaimRows.label(row.getString(TABLE.index(Claims.LABEL))),
                decimal(row, LOW_SHARE),
                decimal(row, HIGH_SHARE),
                row.getLong(TABLE.index(ROWS)),
                decimal(row, POSITIVE_EUR),
                decimal(row, NEGATIVE_EUR),
                decimal(row, JOINT_POSITIVE_EUR),
                decimal(row, JOINT_NEGATIVE_EUR),
                decimal(row, UNSHARED_POSITIVE_EUR),
                decimal(row, UNSHARED_NEGATIVE_EUR),
                decimal(row, MOBILISED_EUR),
                row.getLong(TABLE.index(MOBILISED_UNKNOWN)));
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

    /** One element per label, and first the view without labels, which leaves the part of each amount open. */
    private static Column views(Collection<Label> labels) {
        var whole = view(null, lit(BigDecimal.ZERO), lit(BigDecimal.ONE));
        return array(Stream.concat(
                        Stream.of(whole),
                        labels.stream()
                                .map(l -> view(
                                        l.key(),
                                        Labels.low(l).col(),
                                        Labels.high(l).col())))
                .toArray(Column[]::new));
    }

    private static Column view(@Nullable String label, Column low, Column high) {
        return struct(
                lit(label).cast(Claims.LABEL.type()).as(Claims.LABEL.name()),
                low.cast(LOW_SHARE.type()).as(LOW_SHARE.name()),
                high.cast(HIGH_SHARE.type()).as(HIGH_SHARE.name()));
    }

    /**
     * Amounts as cents in 64 bits, made once per row and not once per view: sums of them hold 92 quadrillion euro and
     * stop the run beyond.
     */
    private static Map<String, Column> cents() {
        var amount = Financings.AMOUNT_EUR.col();
        var isNegative = amount.lt(lit(BigDecimal.ZERO));
        var isPositive = amount.geq(lit(BigDecimal.ZERO));
        return Map.of(
                POSITIVE_EUR.name(), centsWhere(isPositive, amount),
                NEGATIVE_EUR.name(), centsWhere(isNegative, amount),
                JOINT_POSITIVE_EUR.name(), centsWhere(isPositive, joint()),
                JOINT_NEGATIVE_EUR.name(), centsWhere(isNegative, joint()),
                UNSHARED_POSITIVE_EUR.name(), centsWhere(isPositive.and(isUnshared()), amount),
                UNSHARED_NEGATIVE_EUR.name(), centsWhere(isNegative.and(isUnshared()), amount),
                MOBILISED_EUR.name(),
                        centsWhere(
                                Financings.MOBILISED_AMOUNT_EUR.col().isNotNull(),
                                Financings.MOBILISED_AMOUNT_EUR.col()),
                MOBILISED_UNKNOWN.name(),
                        when(Financings.MOBILISED_AMOUNT_EUR.col().isNull(), lit(1L))
                                .otherwise(lit(0L)));
    }

    private static Column centsWhere(Column condition, Column amount) {
        var cents = amount.multiply(lit(new BigDecimal(100))).cast(DataTypes.LongType);
        return when(condition, cents).otherwise(lit(0L));
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

    private static String text(Row row, Field field) {
        return row.getString(TABLE.index(field));
    }

    private static BigDecimal decimal(Row row, Field field) {
        return row.getDecimal(TABLE.index(field));
    }
}
