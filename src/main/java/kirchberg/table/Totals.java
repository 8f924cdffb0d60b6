package kirchberg.table;

import java.util.List;

/**
 * Totals of signed financings, each with low and high.
 *
 * <p>Institution is EIB, EIF or GROUP (both, less what both count: where the joint part of an EIF row is unknown, low
 * takes it out wholly and high not at all). Label is one of the keys of {@code Label.all()}, or {@code all} (the whole
 * amount), or {@code unclassified} (rows that certainly serve no priority and may serve some). Labels overlap and do
 * not add up; {@code all} adds up over regions, countries and sectors.
 */
public final class Totals {
    /** Value of the label column for the whole amount. */
    public static final String ALL = "all";

    /** Value of the label column for rows on which the basis of every priority is UNKNOWN. */
    public static final String UNCLASSIFIED = "unclassified";

    public static final Field INSTITUTION =
            Field.text("institution", "EIB, EIF, or GROUP: both, less what both count.");
    public static final Field PRIORITY = Field.text(
            "priority",
            "Key of a priority, or all, or unclassified. Priorities overlap: their totals do not add up to all.");
    public static final Field LABEL = Field.text(
            "label",
            "Key of a priority or programme, or all, or unclassified. Labels overlap and do not add up to all.");
    public static final Field AMOUNT_LOW_EUR = Field.eur(
            "amount_low_eur", "Least possible sum of the labelled amounts, in EUR, rounded half up to cents.");
    public static final Field AMOUNT_HIGH_EUR = Field.eur(
            "amount_high_eur", "Greatest possible sum of the labelled amounts, in EUR, rounded half up to cents.");
    public static final Field FINANCING_COUNT = Field.count(
            "financing_count", "Financings that carry the label or may carry it. Not a number of projects.");
    public static final Field OPERATION_LOW_COUNT = Field.count(
            "operation_low_count",
            "Distinct operation keys among the financings that certainly carry some of the label.");
    public static final Field OPERATION_HIGH_COUNT = Field.count(
            "operation_high_count",
            "Distinct stated ids, plus each financing without one, among those that may carry the label.");

    private static final List<Field> MEASURES =
            List.of(AMOUNT_LOW_EUR, AMOUNT_HIGH_EUR, FINANCING_COUNT, OPERATION_LOW_COUNT, OPERATION_HIGH_COUNT);

    /** The main table. Its priorities are the eight, all and unclassified; every key is sorted. */
    public static final Table BY_PRIORITY_REGION_YEAR = Table.of(
                    "", 4, INSTITUTION, PRIORITY, Financings.REGION, Financings.SIGNATURE_YEAR)
            .with("totals_by_priority_region_year", MEASURES);

    public static final Table BY_YEAR =
            Table.of("", 3, INSTITUTION, LABEL, Financings.SIGNATURE_YEAR).with("totals_by_year", MEASURES);

    public static final Table BY_COUNTRY_YEAR = Table.of(
                    "", 5, INSTITUTION, LABEL, Financings.COUNTRY, Financings.COUNTRY_CODE, Financings.SIGNATURE_YEAR)
            .with("totals_by_country_year", MEASURES);

    public static final Table BY_SECTOR_YEAR = Table.of(
                    "", 4, INSTITUTION, LABEL, Financings.SECTOR, Financings.SIGNATURE_YEAR)
            .with("totals_by_sector_year", MEASURES);

    /** All four, in the order of the design. */
    public static final List<Table> TABLES = List.of(BY_PRIORITY_REGION_YEAR, BY_YEAR, BY_COUNTRY_YEAR, BY_SECTOR_YEAR);

    private Totals() {}
}
