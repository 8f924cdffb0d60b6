package kirchberg.table;

import org.apache.spark.sql.types.DataTypes;

/** Published figures as they were checked: enough to check them again. */
public final class Claims {
    public static final Field CLAIM_ID = Field.text("claim_id", "Stable name of the claim.");
    public static final Field PUBLICATION_ID = Field.text("publication_id", "Stable name of the publication.");
    public static final Field PUBLICATION_TITLE = Field.text("publication_title", "Title of the publication.");
    public static final Field PUBLISHED_ON = Field.day("published_on", "Date of the publication.");
    public static final Field LANGUAGE = Field.text("language", "Language of the quote, ISO 639-1.");
    public static final Field URL = Field.text("url", "Address of the publication; empty if it has none.");
    public static final Field QUOTE = Field.text("quote", "The words of the publication, or a paraphrase in brackets.");
    public static final Field INSTITUTION = Field.text("institution", "Whose figure it is: EIB, EIF or GROUP.");
    public static final Field RESOURCES = Field.text("resources", "ALL, or OWN without mandates.");
    public static final Field STAGE = Field.text("stage", "Stage of the deal that the figure counts.");
    public static final Field PLACE =
            Field.text("place", "WORLD, EU, NON_EU, a country code, codes as in EE+LT+LV, or region:KEY.");
    public static final Field PERIOD_FROM_YEAR = Field.year("period_from_year", "First signature year.");
    public static final Field PERIOD_TO_YEAR = Field.year("period_to_year", "Last signature year, included.");
    public static final Field PERIOD_IS_EACH =
            Field.flag("period_is_each", "True if the claim is made for every single year of the period.");
    public static final Field MEASURE = Field.text(
            "measure", "AMOUNT, OPERATIONS, SHARE, GROWTH, OPERATIONS_GROWTH, JOINT, RATIO, MOBILISED or COUNT.");
    public static final Field LABEL =
            Field.text("label", "Key of the label that the claim speaks of; null for the whole.");
    public static final Field OF_PLACE = Field.text(
            "of_place", "Place of the numerator of a share within the place; null if the share is of a label.");
    public static final Field AGAINST = Field.text(
            "growth_against", "Years that a growth is measured against, as in claim files; null for other measures.");
    public static final Field COUNTS = Field.text("counts", "What a COUNT counts; empty for other measures.");
    public static final Field HEDGE = Field.text("hedge", "How the number is softened.");
    public static final Field FIGURE_PRINTED = Field.text("figure_printed", "The figure as printed.");
    public static final Field FIGURE_VALUE =
            decimal("figure_value", "The figure in base units: EUR, 0 to 1, a count, a multiple.");
    public static final Field FIGURE_UNIT = Field.text("figure_unit", "EUR, SHARE, COUNT or RATIO.");
    public static final Field LAST_PRINTED_UNIT =
            decimal("last_printed_unit", "Weight of the last printed digit, in base units.");
    public static final Field LAST_NONZERO_UNIT =
            decimal("last_nonzero_unit", "Weight of the last digit that is not zero, in base units.");
    public static final Field GRADE = Field.text(
            "grade", "PRINTED by the bank or an institution of the EU, RELAYED by others, or DERIVED by arithmetic.");
    public static final Field NOTE = Field.text("note", "What a reader should know of the figure; may be empty.");
    public static final Field OUT_OF_REACH_REASON =
            Field.text("out_of_reach_reason", "Why no portfolio can decide the claim; null if one might.");

    /** The published table, sorted by claim id. */
    public static final Table TABLE = Table.of(
            "claims",
            1,
            CLAIM_ID,
            PUBLICATION_ID,
            PUBLICATION_TITLE,
            PUBLISHED_ON,
            LANGUAGE,
            URL,
            QUOTE,
            INSTITUTION,
            RESOURCES,
            STAGE,
            PLACE,
            PERIOD_FROM_YEAR,
            PERIOD_TO_YEAR,
            PERIOD_IS_EACH,
            MEASURE,
            LABEL,
            OF_PLACE,
            AGAINST,
            COUNTS,
            HEDGE,
            FIGURE_PRINTED,
            FIGURE_VALUE,
            FIGURE_UNIT,
            LAST_PRINTED_UNIT,
            LAST_NONZERO_UNIT,
            GRADE,
            NOTE,
            OUT_OF_REACH_REASON);

    private Claims() {}

    private static Field decimal(String name, String meaning) {
        return new Field(name, DataTypes.createDecimalType(18, 4), meaning);
    }
}
