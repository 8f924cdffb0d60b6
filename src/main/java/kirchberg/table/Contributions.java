package kirchberg.table;

/**
 * The rows behind each figure. For an amount and a number of operations the numerators add up to low and high; for a
 * share, a ratio and a growth, numerators over denominators do (less 1 for a growth that is no multiple). The low
 * columns stand for the completion of the unknowns that gives the least value, the high columns for the one that gives
 * the greatest. Where missing sources or the future widen a figure, they add up to what the sources hold.
 */
public final class Contributions {
    public static final Field NUMERATOR_LOW_EUR = exact(
            "numerator_low_eur",
            "What the row adds to the numerator at the least value, in EUR; of a number of operations 1 for one of them.");
    public static final Field NUMERATOR_HIGH_EUR = exact(
            "numerator_high_eur", "What the row adds to the numerator at the greatest value, in EUR or operations.");
    public static final Field DENOMINATOR_LOW_EUR = exact(
            "denominator_low_eur",
            "What the row adds to the denominator at the least value, in EUR or operations; 0 if there is none.");
    public static final Field DENOMINATOR_HIGH_EUR = exact(
            "denominator_high_eur",
            "What the row adds to the denominator at the greatest value, in EUR or operations; 0 if there is none.");

    public static final Field BASE_EUR = Field.eur(
            "base_eur",
            "Amount that the row brings to the claim, before any label, in EUR; null for a number of operations.");
    public static final Field LOW_SHARE =
            Field.share("low_share", "Least part of it that counts, 0 to 1; null for a number of operations.");
    public static final Field HIGH_SHARE =
            Field.share("high_share", "Greatest part of it that counts, 0 to 1; null for a number of operations.");
    public static final Field BELONGS = Field.flag(
            "belongs",
            "Whether the whole amount belongs for certain; if not, all, a part or nothing of it may; of a number of operations, whether the row counts at the least value.");

    /** The published table, named evidence; sorted by claim, year and financing. */
    public static final Table TABLE = Table.of(
            "evidence",
            3,
            Claims.CLAIM_ID,
            Findings.YEAR,
            Financings.FINANCING_ID,
            NUMERATOR_LOW_EUR,
            NUMERATOR_HIGH_EUR,
            DENOMINATOR_LOW_EUR,
            DENOMINATOR_HIGH_EUR,
            BASE_EUR,
            LOW_SHARE,
            HIGH_SHARE,
            BELONGS);

    private Contributions() {}

    private static Field exact(String name, String meaning) {
        return new Field(name, Field.EXACT_EUR, meaning);
    }
}
