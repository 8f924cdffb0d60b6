package kirchberg.table;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;

/**
 * Financings on their way through the house: raw text, then typed, then classified. The last is the published table:
 * one row per amount signed, approved or disbursed, country and sector. Rows are not projects, and equal rows are
 * separate signatures.
 */
public final class Financings {
    public static final Field FINANCING_ID = Field.text(
            "financing_id", "Digest of the row's content and its repeat number: stable between runs and file orders.");
    public static final Field REPEAT_NUMBER = new Field(
            "repeat_number",
            DataTypes.IntegerType,
            "1 for the first of rows with equal content, 2 for the second, and so on.");
    public static final Field SOURCE_ID = Field.text("source_id", "Publisher and vintage of the source folder.");
    public static final Field SOURCE_FILE =
            Field.text("source_file", "Name of the record's file in its source folder.");
    public static final Field RECORD_NUMBER = Field.count(
            "record_number", "Number of the record in its file, 1 for the first: after a header, if there is one.");
    public static final Field INSTITUTION = Field.text("institution", "Whose books: EIB or EIF, never both.");
    public static final Field STAGE = Field.text("stage", "Stage of the deal: APPROVED, SIGNED or DISBURSED.");
    public static final Field OPERATION_ID =
            Field.text("operation_id", "Number of the operation as stated; null if the source has none.");
    public static final Field CONTRACT_ID = Field.text(
            "contract_id",
            "Number of the finance contract as stated; null in the public lists of the bank, which have none.");
    public static final Field OPERATION_KEY = Field.text(
            "operation_key",
            "What operations are counted by: the stated id, else \"name:\" and the name in upper case, spaces collapsed.");
    public static final Field OPERATION_NAME = Field.text("operation_name", "Name as published; not an id.");
    public static final Field SIGNED_ON = Field.day(
            "signed_on", "Date of the signature; on rows of the stage DISBURSED the date of the disbursement.");
    public static final Field SIGNATURE_YEAR = Field.year("signature_year", "Year of signed_on.");
    public static final Field AMOUNT_EUR = Field.eur(
            "amount_eur",
            "Amount signed, approved or disbursed, as the stage says, in EUR; below zero for a cancellation in a canonical portfolio and for a correction in an activity file.");
    public static final Field JOINT_AMOUNT_EUR = Field.eur(
            "joint_amount_eur",
            "Part of an EIF amount that the EIB's rows count too, in EUR; null if unknown; 0 on every row of the EIB.");
    public static final Field MOBILISED_AMOUNT_EUR = Field.eur(
            "mobilised_amount_eur",
            "Total investment cost that the operation mobilises, as stated, in EUR; null if unknown.");
    public static final Field COUNTRY_LABEL = Field.text(
            "country_label", "Country or territory as published: a name, in an activity file an ISO 3166 code.");
    public static final Field REGION_LABEL =
            Field.text("region_label", "Region as published: of the vintage, not of the date; null if not stated.");
    public static final Field NUTS2 =
            Field.text("nuts2", "NUTS-2 region as stated; null if not stated or not shaped like a code.");
    public static final Field SECTOR_LABEL = Field.text(
            "sector_label", "Sector as published: a name, or a NACE code and its words; null if not stated.");
    public static final Field PRIORITIES =
            Field.text("stated_priorities", "Priorities as stated, keys parted by semicolons; null if not stated.");
    public static final Field CLIMATE_SHARE =
            Field.share("climate_share", "Climate share as stated for the row, 0 to 1; null if not stated.");
    public static final Field PROGRAMMES =
            Field.text("stated_programmes", "Programmes as stated, keys parted by semicolons; null if not stated.");
    public static final Field DESCRIPTION = Field.text("description", "Description as published; may be cut or null.");

    /** Grammar of the record's values; also what its amounts and dates look like. */
    public static final Field FORMAT = Field.text("format", "Format of the source.");

    public static final Field ACCESSED = Field.text("accessed", "Date on which the source was fetched, ISO 8601.");
    public static final Field CURRENCY =
            Field.text("currency", "Currency of the amount, ISO 4217; null if nobody says.");
    public static final Field BYTE_OFFSET =
            Field.text("byte_offset", "Offset of the record's first byte in its file; null in a workbook.");
    public static final Field CELL_REFERENCE =
            Field.text("cell_reference", "Cell of a workbook in which the record begins; null in other files.");
    public static final Field RAW_TEXT = Field.text("raw_text", "The record as received.");
    public static final Field REASON = Field.text("reason", "Code of the reject; null while the record can be used.");

    public static final Field OPERATION_STATUS =
            Field.text("operation_status", "Latest status in a list of operations, as published.");
    public static final Field APPROVED_AMOUNT_EUR = Field.eur(
            "approved_amount_eur",
            "Amount approved, in EUR; null if unknown: a list says 0 once an operation is signed in full.");

    private static final List<Field> CONTENT = List.of(
            INSTITUTION,
            STAGE,
            OPERATION_ID,
            CONTRACT_ID,
            OPERATION_NAME,
            SIGNED_ON,
            AMOUNT_EUR,
            JOINT_AMOUNT_EUR,
            MOBILISED_AMOUNT_EUR,
            COUNTRY_LABEL,
            REGION_LABEL,
            NUTS2,
            SECTOR_LABEL,
            PRIORITIES,
            CLIMATE_SHARE,
            PROGRAMMES,
            DESCRIPTION);

    /** Every record that is no control row, all text, with a reason where the reader already found it unusable. */
    public static final Table RAW = new Table(
                    "raw",
                    3,
                    Stream.concat(
                                    Stream.of(
                                            SOURCE_ID,
                                            SOURCE_FILE,
                                            RECORD_NUMBER,
                                            FORMAT,
                                            ACCESSED,
                                            CURRENCY,
                                            BYTE_OFFSET,
                                            CELL_REFERENCE,
                                            RAW_TEXT,
                                            REASON,
                                            OPERATION_STATUS,
                                            APPROVED_AMOUNT_EUR),
                                    CONTENT.stream())
                            .toList())
            .asText("raw");

    /** Typed; nothing derived yet but the year, the operation key and the id. */
    public static final Table CLEAN = Table.of(
            "clean",
            2,
            OPERATION_KEY,
            FINANCING_ID,
            REPEAT_NUMBER,
            SOURCE_ID,
            SOURCE_FILE,
            RECORD_NUMBER,
            INSTITUTION,
            STAGE,
            OPERATION_ID,
            CONTRACT_ID,
            OPERATION_NAME,
            SIGNED_ON,
            SIGNATURE_YEAR,
            AMOUNT_EUR,
            JOINT_AMOUNT_EUR,
            MOBILISED_AMOUNT_EUR,
            COUNTRY_LABEL,
            REGION_LABEL,
            NUTS2,
            SECTOR_LABEL,
            PRIORITIES,
            CLIMATE_SHARE,
            PROGRAMMES,
            DESCRIPTION);

    public static final Field COUNTRY_CODE =
            Field.text("country_code", "ISO 3166 alpha-2 code; null if the label is not a country or not known.");
    public static final Field COUNTRY = Field.text(
            "country", "Name of the country in the reference table, else the label as published, else \"Unknown\".");
    public static final Field REGION = Field.text(
            "region", "Region of the bank's own scheme by the country, else by the published label; else UNKNOWN.");
    public static final Field SECTOR =
            Field.text("sector", "Key of one of the 13 sectors; UNKNOWN if not stated or not known.");
    public static final Field EU_MEMBERSHIP =
            Field.text("eu_membership", "Whether the place was in the EU on the signature date: IN, OUT or UNKNOWN.");
    public static final Field EU_RULE =
            Field.text("eu_rule", "Id of the rule that decided the membership; null if UNKNOWN.");
    public static final Field COHESION_CATEGORY = Field.text(
            "cohesion_category",
            "Category of the stated NUTS-2 region in cohesion policy 2021-27: LESS_DEVELOPED, TRANSITION, MORE_DEVELOPED; null if no region is stated or its category is not known.");
    public static final Field DERIVED_NUTS2 = Field.text(
            "derived_nuts2",
            "NUTS-2 region (2016) that name and description speak of; null if one is stated, or none or several are named.");
    public static final Field PLACE_WORDS = Field.text(
            "place_words", "Names of places that gave the derived region, in lower case; null unless derived.");
    public static final Field CLIMATE_WORDS =
            Field.text("climate_words", "Words that a climate rule matched; null unless derived from text.");
    public static final Field COHESION_WORDS =
            Field.text("cohesion_words", "Words that a cohesion rule matched; null unless derived from text.");
    public static final Field PROGRAMME_WORDS =
            Field.text("programme_words", "Programme markers matched in the name; null if none.");

    /** The published table, sorted by operation key, then id. */
    public static final Table TABLE = CLEAN.with(
            "financings",
            Stream.concat(
                            Stream.of(
                                    COUNTRY_CODE,
                                    COUNTRY,
                                    REGION,
                                    SECTOR,
                                    EU_MEMBERSHIP,
                                    EU_RULE,
                                    COHESION_CATEGORY,
                                    DERIVED_NUTS2,
                                    PLACE_WORDS,
                                    CLIMATE_WORDS,
                                    COHESION_WORDS,
                                    PROGRAMME_WORDS),
                            Labels.fields().stream())
                    .toList());

    private Financings() {}
}
