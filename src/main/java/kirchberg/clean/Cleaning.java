package kirchberg.clean;

import static kirchberg.table.Financings.AMOUNT_EUR;
import static kirchberg.table.Financings.APPROVED_AMOUNT_EUR;
import static kirchberg.table.Financings.CLEAN;
import static kirchberg.table.Financings.CLIMATE_SHARE;
import static kirchberg.table.Financings.COUNTRY_LABEL;
import static kirchberg.table.Financings.INSTITUTION;
import static kirchberg.table.Financings.JOINT_AMOUNT_EUR;
import static kirchberg.table.Financings.MOBILISED_AMOUNT_EUR;
import static kirchberg.table.Financings.NUTS2;
import static kirchberg.table.Financings.REASON;
import static kirchberg.table.Financings.RECORD_NUMBER;
import static kirchberg.table.Financings.SECTOR_LABEL;
import static kirchberg.table.Financings.SIGNATURE_YEAR;
import static kirchberg.table.Financings.SIGNED_ON;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.math.BigDecimal;
import java.util.Map;
import kirchberg.domain.Institution;
import kirchberg.domain.overlap.Precedence;
import kirchberg.domain.source.SourceFormat;
import kirchberg.table.Field;
import kirchberg.table.ListedOperations;
import kirchberg.table.Portfolio;
import kirchberg.table.Rejects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Raw text in; typed financings out, and what could not be used with its reason. Both doors share one judgement of each
 * record, so that nothing falls between them. Nothing is guessed, and rows with equal content all stay.
 */
public final class Cleaning {
    private Cleaning() {}

    /** The financings of sources of which no two describe the same. */
    public static Dataset<Row> financings(Dataset<Row> raw) {
        return financings(raw, Precedence.NONE);
    }

    /**
     * The financings that can be used; records of a list of operations are none.
     *
     * @param raw rows under {@code Financings.RAW}: values trimmed, null where nothing is stated
     * @param precedence which source counts where two describe the same
     * @return rows under {@code Financings.CLEAN}, each with an id of its own
     */
    public static Dataset<Row> financings(Dataset<Row> raw, Precedence precedence) {
        return raw.transform(rows -> judged(rows, precedence))
                .filter(REASON.col().isNull().and(not(Values.isFormat(SourceFormat::listsOperations))))
                .transform(Cleaning::withTypes)
                .transform(Identity::withIds)
                .transform(CLEAN::select);
    }

    /**
     * The operations of lists of operations that can be used.
     *
     * @param raw rows under {@code Financings.RAW}
     * @return rows under {@code ListedOperations.TABLE}
     */
    public static Dataset<Row> listedOperations(Dataset<Row> raw) {
        return raw.transform(rows -> judged(rows, Precedence.NONE))
                .filter(REASON.col().isNull().and(Values.isFormat(SourceFormat::listsOperations)))
                .withColumns(Map.of(
                        ListedOperations.STATUS_ON.name(), Values.SIGNED_DAY.col(),
                        ListedOperations.SIGNED_AMOUNT_EUR.name(), Values.READABLE_EUR.col(),
                        ListedOperations.COUNTRY_LABELS.name(), COUNTRY_LABEL.col(),
                        ListedOperations.SECTOR_LABELS.name(), SECTOR_LABEL.col(),
                        RECORD_NUMBER.name(), typed(RECORD_NUMBER),
                        APPROVED_AMOUNT_EUR.name(), typed(APPROVED_AMOUNT_EUR)))
                .transform(ListedOperations.TABLE::select);
    }

    /** The rejects of sources of which no two describe the same. */
    public static Dataset<Row> rejects(Dataset<Row> raw) {
        return rejects(raw, Precedence.NONE);
    }

    /**
     * The records that cannot be used, and those that another source supersedes. The amount is set exactly if the
     * reader found the record sound and the grammar of its format reads the amount.
     *
     * @param raw rows under {@code Financings.RAW}
     * @param precedence which source counts where two describe the same
     * @return rows under {@code Rejects.TABLE}
     */
    public static Dataset<Row> rejects(Dataset<Row> raw, Precedence precedence) {
        return raw.transform(rows -> judged(rows, precedence))
                .filter(REASON.col().isNotNull())
                .withColumn(Rejects.AMOUNT_EUR.name(), Values.READABLE_EUR.col())
                .transform(Rejects.TABLE::select);
    }

    private static Dataset<Row> judged(Dataset<Row> raw, Precedence precedence) {
        return Superseded.withReason(raw.transform(Values::withValues).transform(Reasons::withReason), precedence);
    }

    private static Dataset<Row> withTypes(Dataset<Row> rows) {
        return rows.withColumns(Map.of(
                AMOUNT_EUR.name(), Values.READABLE_EUR.col(),
                SIGNED_ON.name(), Values.SIGNED_DAY.col(),
                SIGNATURE_YEAR.name(), year(Values.SIGNED_DAY.col()),
                RECORD_NUMBER.name(), typed(RECORD_NUMBER),
                JOINT_AMOUNT_EUR.name(), jointAmount(),
                MOBILISED_AMOUNT_EUR.name(), typed(MOBILISED_AMOUNT_EUR),
                CLIMATE_SHARE.name(), typed(CLIMATE_SHARE),
                NUTS2.name(), when(NUTS2.col().rlike(Portfolio.NUTS2_CODE), NUTS2.col())));
    }

    private static Column jointAmount() {
        return when(INSTITUTION.col().equalTo(Institution.EIB.name()), lit(BigDecimal.ZERO.setScale(2)))
                .otherwise(typed(JOINT_AMOUNT_EUR));
    }

    private static Column typed(Field field) {
        return field.col().try_cast(field.type());
    }
}
