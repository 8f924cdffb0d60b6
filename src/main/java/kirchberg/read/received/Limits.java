package kirchberg.read.received;

import kirchberg.domain.source.SourceFormat;

/** How much of anything a reader takes: each far above what the bank publishes, and far below what would do harm. */
public final class Limits {
    /** Length of a CSV, JSON or XML file, in bytes. */
    public static final long FILE = 512L * 1024 * 1024;

    /** Length of a packed workbook, in bytes. */
    public static final long PACKED_WORKBOOK = 64L * 1024 * 1024;

    /** Length of an unpacked workbook, all its parts together, in bytes. */
    public static final long UNPACKED_WORKBOOK = 1024L * 1024 * 1024;

    /** Rows of a sheet: what the format itself allows. */
    public static final long SHEET_ROWS = 1_048_576;

    /**
     * Parts of a workbook, and kinds of cells that it describes; those of honest ones are fewer than a tenth of that.
     */
    public static final int WORKBOOK_PARTS = 100_000;

    /** Texts that the cells of a workbook share: sixteen for each row that a sheet can have. */
    public static final int SHARED_TEXTS = 16 * 1_048_576;

    /** Length of a record, in bytes. */
    public static final int RECORD = 1024 * 1024;

    /** Length of a cell or text, in bytes; also what is kept of the raw text of a record that is too large. */
    public static final int CELL = 64 * 1024;

    /** Cells of a record. */
    public static final int COLUMNS = 256;

    /** Nesting of JSON and of XML. */
    public static final int DEPTH = 32;

    /** Length of a Parquet file, in bytes: as large as a source may declare, for Spark reads it in parts. */
    public static final long PORTFOLIO = 1_000_000_000_000L;

    /** Length of a Parquet footer, in bytes. */
    public static final long FOOTER = 64L * 1024 * 1024;

    /** Length of a row group of a Parquet file, unpacked, in bytes: one task of Spark reads it. */
    public static final long ROW_GROUP = 1024L * 1024 * 1024;

    /** Operations of a list whose pages may overlap: some thirty times what the bank has ever done. */
    public static final int OPERATIONS = 500_000;

    private Limits() {}

    /** Length of a source file, in bytes. */
    public static long file(SourceFormat format) {
        return format.isColumnar() ? PORTFOLIO : FILE;
    }
}
