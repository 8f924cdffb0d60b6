package kirchberg.clean;

import static kirchberg.table.Financings.AMOUNT_EUR;
import static kirchberg.table.Financings.CURRENCY;
import static kirchberg.table.Financings.FORMAT;
import static kirchberg.table.Financings.REASON;
import static kirchberg.table.Financings.SIGNED_ON;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.try_to_date;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.function.Predicate;
import kirchberg.domain.source.AmountText;
import kirchberg.domain.source.DateText;
import kirchberg.domain.source.RejectReason;
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
                        READABLE_EUR.name(), when(isSound().and(isEuro()).and(isAmount()), plain().try_cast(Field.EUR)))
                .withColumn(SIGNED_DAY.name(), signedDay());
    }

    /** Whether the format of a record is one for which something is true. */
    static Column isFormat(Predicate<SourceFormat> condition) {
        return FORMAT.col().isin(SourceFormat.keys(condition).toArray());
    }

    static Column isExport() {
        return isFormat(f -> f.amounts() == AmountText.Grammar.EXPORT);
    }

    static Column isEuro() {
        return CURRENCY.col().eqNullSafe(lit("EUR"));
    }

    private static Column isSound() {
        var structural = Arrays.stream(RejectReason.values())
                .filter(RejectReason::isStructural)
                .map(RejectReason::name)
                .toArray();
        return REASON.col().isNull().or(not(REASON.col().isin(structural))).or(isFormat(SourceFormat::isColumnar));
    }

    private static Column isAmount() {
        var matches = lit(false);
        for (var grammar : AmountText.Grammar.values()) {
            matches = when(
                            isFormat(f -> f.amounts() == grammar),
                            AMOUNT_EUR.col().rlike(grammar.expression()))
                    .otherwise(matches);
        }
        return matches;
    }

    private static Column plain() {
        return when(isExport(), regexp_replace(AMOUNT_EUR.col(), AmountText.EXPORT_NOISE, ""))
                .otherwise(AMOUNT_EUR.col());
    }

    private static Column signedDay() {
        var text = SIGNED_ON.col();
        var day = lit(null).cast(SIGNED_DAY.type());
        for (var grammar : DateText.Grammar.values()) {
            var read = when(text.rlike(grammar.expression()), try_to_date(text, grammar.pattern()));
            day = when(isFormat(f -> f.dates() == grammar), read).otherwise(day);
        }
        return day;
    }
}
