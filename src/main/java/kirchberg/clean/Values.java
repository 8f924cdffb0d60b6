package kirchberg.clean;

import static kirchberg.table.Financings.AMOUNT_EUR;
import static kirchberg.table.Financings.FORMAT;
import static kirchberg.table.Financings.REASON;
import static kirchberg.table.Financings.SIGNED_ON;
import static org.apache.spark.sql.functions.btrim;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.try_to_date;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import kirchberg.domain.source.AmountText;
import kirchberg.domain.source.DateText;
import kirchberg.domain.source.SourceFormat;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What can be read of a record's amount and date, by the grammar of its format; null where it cannot be read. */
final class Values {
    static final Field READABLE_EUR =
            Field.eur("readable_eur", "Amount of a sound record, in EUR; null if unreadable.");
    static final Field SIGNED_DAY = Field.day("signed_day", "Date of the signature; null if unreadable.");

    private static final Column WHITE = lit(" \t\r\n\u00A0\u202F\uFEFF");

    /** As received: the raw text, and the amount, whose grammar the reader applies to the same text. */
    private static final List<String> UNTOUCHED = List.of(Financings.RAW_TEXT.name(), AMOUNT_EUR.name());

    private Values() {}

    static Dataset<Row> withValues(Dataset<Row> raw) {
        return raw.transform(Values::withoutBlanks)
                .withColumn(
                        READABLE_EUR.name(), when(REASON.col().isNull().and(isAmount()), plain().try_cast(Field.EUR)))
                .withColumn(SIGNED_DAY.name(), signedDay());
    }

    /** White space around a value says nothing, and a value of white space only is none. */
    private static Dataset<Row> withoutBlanks(Dataset<Row> raw) {
        var trimmed = new LinkedHashMap<String, Column>();
        Financings.RAW.fields().forEach(f -> trimmed.put(f.name(), nullif(btrim(f.col(), WHITE), lit(""))));
        trimmed.keySet().removeAll(UNTOUCHED);
        return raw.withColumns(trimmed);
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
