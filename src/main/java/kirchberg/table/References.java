package kirchberg.table;

/** The curated reference tables that financings are joined to; all text columns as in {@code data/reference}. */
public final class References {
    public static final Field COUNTRY_REGION = Field.text(
            "country_region",
            "Region of the bank's own scheme in which the country lies; null if the scheme has no certain place for it.");
    public static final Field LABEL_REGION = Field.text("label_region", "Key of the region.");
    public static final Field REGION_MEMBERSHIP =
            Field.text("region_membership", "IN, OUT or UNKNOWN: used only where the country label says nothing.");
    public static final Field MEMBER_FROM =
            Field.day("member_from", "First day of EU membership; null if never a member.");
    public static final Field MEMBER_UNTIL =
            Field.day("member_until", "Last day of EU membership, included; null if still a member.");
    public static final Field COHESION_REGIONS = Field.text(
            "cohesion_regions",
            "ALL, SOME or NONE of the member's NUTS-2 regions are cohesion regions 2021-27; null outside the EU.");
    public static final Field MEMBERSHIP = Field.text(
            "label_membership",
            "For labels that are not countries: IN, OUT or UNKNOWN; null for countries, which go by date.");

    /** One row per label or alias; {@code country_label} is unique. */
    public static final Table COUNTRIES = Table.of(
            "countries",
            1,
            Financings.COUNTRY_LABEL,
            Financings.COUNTRY_CODE,
            Financings.COUNTRY,
            COUNTRY_REGION,
            MEMBER_FROM,
            MEMBER_UNTIL,
            COHESION_REGIONS,
            MEMBERSHIP);

    /** One row per label or alias; {@code region_label} is unique. */
    public static final Table REGIONS =
            Table.of("regions", 1, Financings.REGION_LABEL, LABEL_REGION, REGION_MEMBERSHIP);

    /** One row per label or alias; {@code sector_label} is unique. */
    public static final Table SECTORS = Table.of("sectors", 1, Financings.SECTOR_LABEL, Financings.SECTOR);

    /** One row per NUTS-2 code of 2016 or successor code; {@code nuts2} is unique. */
    public static final Table COHESION =
            Table.of("cohesion_regions", 1, Financings.NUTS2, Financings.COHESION_CATEGORY);

    private References() {}
}
