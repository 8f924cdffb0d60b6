package kirchberg.clean;

import static kirchberg.table.Financings.AMOUNT_EUR;
import static kirchberg.table.Financings.FORMAT;
import static kirchberg.table.Financings.REASON;
import static kirchberg.table.Financings.SIGNED_ON;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.try_to_date;
import static org.apache.spark.sql.functions.when;

import kirchberg.domain.source.AmountText;
import kirchberg.domain.source.DateText;
import kirchberg.domain.source.SourceFormat;
import kirchberg.table.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What can be read of a record's amount and date, by the grammar of its format; null where it cannot be read. */
final class Values {
    static final Field READABLE_EUR =
            Field.eur("readable_eur", "Amount of a sound record, in EUR; null if unreadable.");
    static final Field SIGNED_DAY = Field.day("signed_day", "Date of the signature; null if unreadable.");

    private Values() {}

    static Dataset<Row> withValues(Dataset<Row> raw) {
        return raw.withColumn(
                        READABLE_EUR.name(), when(REASON.col().isNull().and(isAmount()), plain().try_cast(Field.EUR)))
                .withColumn(SIGNED_DAY.name(), signedDay());
    }

    static Column isExport() {
        return FORMAT.col().equalTo(SourceFormat.EIB_EXPORT_CSV.key());
    }

    private static Column isAmount() {
        return when(isExport(), AMOUNT_EUR.col().rlike(AmountText.EXPORT))
                .otherwise(AMOUNT_EUR.col().rlike(AmountText.CANONICAL));
    }

    private static Column plain() {
        return when(isExport(), regexp_replace(AMOUNT_EUR.col(), AmountText.EXPORT_NOISE, ""))
                .otherwise(AMOUNT_EUR.col());
    }

    private static Column signedDay() {
        var text = SIGNED_ON.col();
        return when(isExport(), when(text.rlike(DateText.EXPORT), try_to_date(text, DateText.EXPORT_PATTERN)))
                .otherwise(when(text.rlike(DateText.CANONICAL), try_to_date(text, DateText.CANONICAL_PATTERN)));
    }
}
