package kirchberg.read.received;

import org.jspecify.annotations.Nullable;

/**
 * Where a record begins in its file.
 *
 * @param offset of its first byte; null in a workbook
 * @param cell reference of its first cell in a workbook; null in other files
 */
public record Position(@Nullable Long offset, @Nullable String cell) {

    public static Position atByte(long offset) {
        return new Position(offset, null);
    }

    public static Position inCell(String reference) {
        return new Position(null, reference);
    }

    /** For messages. */
    public String text() {
        return cell == null ? "at byte offset " + offset : "in cell " + cell;
    }
}
