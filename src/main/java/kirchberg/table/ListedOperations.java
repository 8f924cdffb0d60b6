package kirchberg.table;

/**
 * Operations as the bank's own list of projects names them: status, countries, approved amount. The signed amount is
 * that of all parts and years so far, so these rows are never added to the signed totals of a year.
 */
public final class ListedOperations {
    public static final Field STATUS_ON = Field.day("status_on", "Date of the latest status; null if not stated.");
    public static final Field SIGNED_AMOUNT_EUR =
            Field.eur("signed_amount_eur", "Amount signed so far, all parts and years, in EUR.");
    public static final Field COUNTRY_LABELS =
            Field.text("country_labels", "Countries or territories as published, parted by semicolons; null if none.");
    public static final Field SECTOR_LABELS =
            Field.text("sector_labels", "Sectors as published, parted by semicolons; null if none.");

    /** The published table, sorted by operation and source. */
    public static final Table TABLE = Table.of(
            "listed_operations",
            2,
            Financings.OPERATION_ID,
            Financings.SOURCE_ID,
            Financings.SOURCE_FILE,
            Financings.RECORD_NUMBER,
            Financings.INSTITUTION,
            Financings.OPERATION_NAME,
            Financings.OPERATION_STATUS,
            STATUS_ON,
            Financings.APPROVED_AMOUNT_EUR,
            SIGNED_AMOUNT_EUR,
            COUNTRY_LABELS,
            Financings.REGION_LABEL,
            SECTOR_LABELS,
            Financings.DESCRIPTION);

    private ListedOperations() {}
}
