package kirchberg.classify;

import static kirchberg.table.Financings.CLIMATE_SHARE;
import static kirchberg.table.Financings.CLIMATE_WORDS;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kirchberg.domain.Priority;
import kirchberg.table.Field;
import kirchberg.table.Labels;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Climate action and environmental sustainability: the stated share, else what name or description promise. */
final class Climate {
    /** The bank's words for the priority, alone or with its short form; not its plans and policies. */
    private static final String SUBJECT =
            "\\b(?:CAES|CA ?& ?ES|climate action(?: (?:and|&) environment(?:al sustainability)?)?+)"
                    + "(?: [(](?:CAES|CA ?& ?ES)[)])?+(?! (?:plans?|strateg|programmes?|polic|law|bank|fund)\\w*)(?![\\p{L}\\p{N}])";

    private static final ShareText TEXT = new ShareText(
            SUBJECT,
            List.of("CLIMATE", "CAES", "CA&ES", "CA & ES"),
            Field.text("climate_phrases", "Words that bind a percentage to climate action."),
            new Field("climate_percent", DataTypes.createDecimalType(5, 2), "The one percentage in them, 0 to 100."));

    private Climate() {}

    static Dataset<Row> withClimate(Dataset<Row> rows) {
        var rule = Labels.rule(Priority.CLIMATE);
        return rows.transform(TEXT::withShare)
                .withColumn(rule.name(), when(CLIMATE_SHARE.col().isNull(), rule()))
                .withColumns(
                        LabelColumns.of(Priority.CLIMATE, CLIMATE_SHARE.col().isNotNull(), share()))
                .withColumns(Map.of(
                        CLIMATE_WORDS.name(),
                        when(rule.col().isNotNull(), TEXT.phrases().col())));
    }

    private static Column rule() {
        return when(TEXT.number().col().isNull(), lit(null).cast("string"))
                .when(TEXT.isAtLeast(), "climate-at-least")
                .when(TEXT.isUpTo(), "climate-up-to")
                .when(TEXT.number().col().equalTo(new BigDecimal("100.00")), "climate-whole")
                .otherwise("climate-percent");
    }

    private static LabelColumns.Share share() {
        var stated = CLIMATE_SHARE.col();
        var derived = Labels.rule(Priority.CLIMATE).col().isNotNull();
        return new LabelColumns.Share(
                when(stated.isNotNull(), stated).when(derived, TEXT.low()),
                when(stated.isNotNull(), stated).when(derived, TEXT.high()));
    }
}
