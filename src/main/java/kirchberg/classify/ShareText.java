package kirchberg.classify;

import static kirchberg.table.Financings.DESCRIPTION;
import static kirchberg.table.Financings.OPERATION_NAME;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract_all;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import kirchberg.table.Field;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * A share of the amount, in percent, that name or description bind to a subject. One percentage gives a number, a
 * hedged one gives a bound, two different ones or a vague one give nothing.
 *
 * @param subject regular expression of the subject, matched in any case
 * @param marks words of which one occurs, in any case, wherever the subject does
 * @param phrases column of the matched words
 * @param number column of the one percentage; null if there is none, or none that can be used
 */
record ShareText(String subject, List<String> marks, Field phrases, Field number) {
    private static final Field TEXT =
            Field.text("share_text", "Name and description where they hold a share; null elsewhere.");

    /** Fast to look for: occurs in every text that a pattern matches. */
    private static final String SHARE_MARK = "(?i)%|per\\s?cent|ly\\s+(?:dedicated|devoted|allocated)";

    private static final Column HUNDREDTH = lit(new BigDecimal("0.01"));

    ShareText {
        marks = List.copyOf(marks);
    }

    /** Once for all subjects: the text of the rows that may state a share, which are few. */
    static Dataset<Row> withText(Dataset<Row> rows) {
        return rows.withColumn(TEXT.name(), when(holdsShare(), RowText.whole()));
    }

    /** After {@link #withText}: the phrases that bind a percentage to the subject, and their one number. */
    Dataset<Row> withShare(Dataset<Row> rows) {
        return rows.withColumn(phrases.name(), when(isMarked(), matched()))
                .withColumn(number.name(), when(isUsable(), theNumber()));
    }

    /** Least part of the amount; null where the text gives none. */
    Column low() {
        return when(isUpTo(), LabelColumns.ZERO).otherwise(share());
    }

    /** Greatest part of the amount; null where the text gives none. */
    Column high() {
        return when(isAtLeast().and(number.col().isNotNull()), LabelColumns.ONE).otherwise(share());
    }

    Column isAtLeast() {
        return phrases.col().rlike(ShareWords.AT_LEAST);
    }

    Column isUpTo() {
        return phrases.col().rlike(ShareWords.UP_TO);
    }

    private Column share() {
        return number.col().multiply(HUNDREDTH).cast(Field.SHARE);
    }

    private static Column holdsShare() {
        return OPERATION_NAME.col().contains("%").or(DESCRIPTION.col().rlike(SHARE_MARK));
    }

    private Column isMarked() {
        return TEXT.col().rlike("(?i)" + String.join("|", marks));
    }

    private Column matched() {
        var before = "(?i)" + ShareWords.BEFORE;
        var ahead = before + ShareWords.PERCENT + "(?![)]? of (?:the |this |its )?" + subject + ")" + ShareWords.TO
                + subject + ShareWords.AFTER;
        var behind =
                before + subject + ShareWords.OF + ShareWords.PERCENT + ShareWords.NOT_OF_OTHERS + ShareWords.AFTER;
        var fully = before + ShareWords.FULLY + subject;
        var all = concat(every(ahead), every(behind), every(fully));
        return nullif(array_join(all, "; "), lit(""));
    }

    private static Column every(String pattern) {
        return regexp_extract_all(TEXT.col(), lit(pattern), lit(0));
    }

    private Column isUsable() {
        return not(phrases.col().rlike(ShareWords.VAGUE)).and(not(isAtLeast().and(isUpTo())));
    }

    private Column theNumber() {
        var numbers = array_distinct(regexp_extract_all(phrases.col(), lit("(?i)" + ShareWords.PERCENT), lit(1)));
        var one = translate(numbers.getItem(0), ",", ".").try_cast(DataTypes.createDecimalType(5, 2));
        var fully = phrases.col().rlike("(?i)" + ShareWords.FULLY);
        var wholly =
                phrases.col().rlike(ShareWords.FINANCING).and(not(phrases.col().rlike(ShareWords.PART_ONLY)));
        return when(not(fully).and(size(numbers).equalTo(1)), one)
                .when(fully.and(size(numbers).equalTo(0)).and(wholly), lit(new BigDecimal("100.00")));
    }
}
