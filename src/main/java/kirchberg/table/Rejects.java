package kirchberg.table;

/** Records that could not be used, each with its reason and its raw text. */
public final class Rejects {
    public static final Field AMOUNT_EUR =
            Field.eur("amount_eur", "Amount of the record where it can be read, in EUR; null if it cannot.");

    /** The published table, sorted by source, file and record number. */
    public static final Table TABLE = Table.of(
            "rejects",
            3,
            Financings.SOURCE_ID,
            Financings.SOURCE_FILE,
            Financings.RECORD_NUMBER,
            Field.count("byte_offset", "Offset of the record's first byte in its file; null in a workbook."),
            Financings.CELL_REFERENCE,
            Financings.REASON,
            AMOUNT_EUR,
            Financings.RAW_TEXT);

    private Rejects() {}
}
