package kirchberg.classify;

import static kirchberg.table.Financings.COHESION_CATEGORY;
import static kirchberg.table.Financings.COHESION_WORDS;
import static kirchberg.table.Financings.DERIVED_NUTS2;
import static kirchberg.table.Financings.EU_MEMBERSHIP;
import static kirchberg.table.Financings.NUTS2;
import static kirchberg.table.Financings.SIGNATURE_YEAR;
import static kirchberg.table.References.COHESION_REGIONS;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import kirchberg.domain.CohesionCategory;
import kirchberg.domain.Membership;
import kirchberg.domain.Priority;
import kirchberg.table.Field;
import kirchberg.table.Labels;
import kirchberg.table.ReferenceTables;
import kirchberg.table.References;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Cohesion regions of the policy 2021-27: the stated NUTS-2 region, else a percentage in the text, else a country of
 * which all or no regions are cohesion regions, else the region that the text names. Nothing is known inside the EU for
 * signatures of other years, whose lists were others. Outside the EU no part of an amount can lie in such a region.
 */
final class Cohesion {
    /** Years of the policy whose list of regions is in Implementing Decision (EU) 2021/1130. */
    private static final int FIRST_YEAR = 2021;

    private static final int LAST_YEAR = 2027;

    private static final String BY_TEXT = "cohesion-percent";
    private static final String ALL = "country-all-cohesion";
    private static final String NONE = "country-no-cohesion";
    private static final String BY_PLACE = "place-in-text";
    private static final String OUTSIDE = "outside-eu-no-cohesion";
    private static final Field REGION = Field.text("cohesion_nuts2", "Region as stated, else as derived.");
    private static final Field CATEGORY = Field.text("nuts2_category", "Category of that region in the period.");
    private static final Column NO_TEXT = lit(null).cast("string");

    private static final ShareText TEXT = new ShareText(
            "(?:located in |situated in |in )?(?:the )?(?:EIB |EU )*\\bcohesion (?:priority )?(?:regions?|areas?)\\b",
            List.of("COHESION"),
            Field.text("cohesion_phrases", "Words that bind a percentage to cohesion regions."),
            new Field("cohesion_percent", DataTypes.createDecimalType(5, 2), "The one percentage in them, 0 to 100."));

    private Cohesion() {}

    static Dataset<Row> withCohesion(Dataset<Row> rows, ReferenceTables references) {
        var regions = References.COHESION.select(references.cohesionRegions()).toDF(REGION.name(), CATEGORY.name());
        var rule = Labels.rule(Priority.COHESION);
        return rows.withColumn(REGION.name(), coalesce(NUTS2.col(), DERIVED_NUTS2.col()))
                .join(broadcast(regions), new String[] {REGION.name()}, "left")
                .withColumn(CATEGORY.name(), when(isInPeriod(), CATEGORY.col()))
                .withColumn(COHESION_CATEGORY.name(), when(NUTS2.col().isNotNull(), CATEGORY.col()))
                .transform(TEXT::withShare)
                .withColumn(rule.name(), rule())
                .withColumns(LabelColumns.of(Priority.COHESION, isStated(), share()))
                .withColumn(
                        COHESION_WORDS.name(),
                        when(rule.col().equalTo(BY_TEXT), TEXT.phrases().col()));
    }

    private static Column rule() {
        return when(isStated(), NO_TEXT)
                .when(EU_MEMBERSHIP.col().equalTo(Membership.OUT.name()), OUTSIDE)
                .when(isInPeriod().and(TEXT.number().col().isNotNull()), BY_TEXT)
                .when(isInPeriod().and(COHESION_REGIONS.col().equalTo("ALL")), ALL)
                .when(isInPeriod().and(COHESION_REGIONS.col().equalTo("NONE")), NONE)
                .when(CATEGORY.col().isNotNull(), BY_PLACE);
    }

    private static LabelColumns.Share share() {
        return new LabelColumns.Share(share(TEXT.low()), share(TEXT.high()));
    }

    private static Column share(Column byText) {
        var rule = Labels.rule(Priority.COHESION).col();
        var more = CATEGORY.col().equalTo(CohesionCategory.MORE_DEVELOPED.name());
        return when(
                        isStated().or(rule.equalTo(BY_PLACE)),
                        when(more, LabelColumns.ZERO).otherwise(LabelColumns.ONE))
                .when(rule.equalTo(BY_TEXT), byText)
                .when(rule.equalTo(ALL), LabelColumns.ONE)
                .when(rule.isin(NONE, OUTSIDE), LabelColumns.ZERO);
    }

    private static Column isStated() {
        return COHESION_CATEGORY.col().isNotNull();
    }

    private static Column isInPeriod() {
        return SIGNATURE_YEAR.col().between(FIRST_YEAR, LAST_YEAR);
    }
}
