package kirchberg.table;

/**
 * The rows behind each figure. For an amount the numerators add up to low and high; for a share, numerators over
 * denominators do: the low columns stand for the completion of the unknowns that gives the least value, the high
 * columns for the one that gives the greatest.
 */
public final class Contributions {
    public static final Field NUMERATOR_LOW_EUR =
            exact("numerator_low_eur", "What the row adds to the numerator at the least value, in EUR.");
    public static final Field NUMERATOR_HIGH_EUR =
            exact("numerator_high_eur", "What the row adds to the numerator at the greatest value, in EUR.");
    public static final Field DENOMINATOR_LOW_EUR = exact(
            "denominator_low_eur",
            "What the row adds to the denominator at the least value, in EUR; 0 unless a share.");
    public static final Field DENOMINATOR_HIGH_EUR = exact(
            "denominator_high_eur",
            "What the row adds to the denominator at the greatest value, in EUR; 0 unless a share.");

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
            DENOMINATOR_HIGH_EUR);

    private Contributions() {}

    private static Field exact(String name, String meaning) {
        return new Field(name, Field.EXACT_EUR, meaning);
    }
}
