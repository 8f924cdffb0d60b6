package kirchberg.table;

/** Pairs of financings of two sources that both count and may be one and the same. */
public final class PossibleDoubles {
    public static final Field KEPT_SOURCE_ID =
            Field.text("kept_source_id", "Source that the job names first, whose row counts in any case.");
    public static final Field OTHER_SOURCE_ID =
            Field.text("other_source_id", "Source that the job names second, whose row may be counted twice.");
    public static final Field KEPT_FINANCING_ID = Field.text("kept_financing_id", "Id of the first source's row.");
    public static final Field OTHER_FINANCING_ID = Field.text("other_financing_id", "Id of the second source's row.");
    public static final Field LIKENESS = Field.text(
            "likeness",
            "Why nobody can tell: SAME_ID (the same number, and the job lets both count), NO_ID (one of them has no number), OTHER_ID (their numbers differ).");

    /** The published table, sorted by its sources and rows; empty unless the job declares overlaps. */
    public static final Table TABLE = Table.of(
            "possible_doubles",
            4,
            KEPT_SOURCE_ID,
            OTHER_SOURCE_ID,
            KEPT_FINANCING_ID,
            OTHER_FINANCING_ID,
            Financings.INSTITUTION,
            Financings.STAGE,
            Financings.SIGNED_ON,
            Financings.AMOUNT_EUR,
            Financings.COUNTRY,
            LIKENESS);

    private PossibleDoubles() {}
}
