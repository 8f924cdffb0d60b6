package kirchberg.read.parquet;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.read.received.Limits;
import kirchberg.read.received.RecordCount;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/**
 * One Parquet file of a portfolio, read without Spark.
 *
 * @param name source id and file name, for messages
 */
record PortfolioFile(Path path, String name) {
    /** Footer length and magic letters at the end of every file. */
    private static final int TAIL = 8;

    private static final String WHOLE = "PAR1";
    private static final String ENCRYPTED = "PARE";

    /** Counts the records and their money; refuses the file if anything about it is not as it must be. */
    RecordCount count() {
        try {
            requireEnd();
            return counted();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (e instanceof Stop stop) {
                throw stop;
            }
            // A length inside the file that lies about itself may ask for more memory than there is.
            throw Stop.refused(
                    Refusal.NOT_THIS_FORMAT,
                    "Cannot read " + name + ": its footer or its pages are broken, got " + firstLine(e)
                            + ", expected a sound Parquet file",
                    "write the file again with the program that made it, and declare its new digest");
        }
    }

    private RecordCount counted() throws IOException {
        try (var file = ParquetFileReader.open(new LocalInputFile(path))) {
            Columns.require(name, file.getFileMetaData().getSchema());
            for (var group : file.getRowGroups()) {
                if (group.getTotalByteSize() > Limits.ROW_GROUP) {
                    throw tooLarge("a row group", group.getTotalByteSize(), Limits.ROW_GROUP);
                }
            }
            return new Amounts(file).count();
        }
    }

    /** Looks at the last bytes: whether the file is whole, can be read by everybody, and has a footer of some size. */
    private void requireEnd() throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var size = file.length();
            var tail = new byte[TAIL];
            file.seek(Math.max(0, size - TAIL));
            file.readFully(tail, 0, (int) Math.min(TAIL, size));
            var magic = new String(tail, TAIL - 4, 4, StandardCharsets.ISO_8859_1);
            if (magic.equals(ENCRYPTED)) {
                throw Stop.refused(
                        Refusal.NOT_THIS_FORMAT,
                        "Cannot read " + name + ": the Parquet file is encrypted, expected one without a key",
                        "write it again without encryption");
            }
            if (size < TAIL + 4 || !magic.equals(WHOLE)) {
                throw truncated("it does not end with " + WHOLE + " after " + size + " bytes, expected it to");
            }
            requireFooter(Integer.reverseBytes(ByteBuffer.wrap(tail).getInt()) & 0xFFFFFFFFL, size);
        }
    }

    private void requireFooter(long footer, long size) {
        if (footer > size - TAIL - 4) {
            throw truncated("its footer cannot be whole, got a length of " + footer + " bytes in a file of " + size
                    + ", expected less");
        }
        if (footer > Limits.FOOTER) {
            throw tooLarge("the footer", footer, Limits.FOOTER);
        }
    }

    private Stop truncated(String why) {
        return Stop.refused(
                Refusal.TRUNCATED,
                "Cannot read " + name + ": " + why,
                "write or fetch the file again, and look whether it was saved whole");
    }

    private Stop tooLarge(String what, long got, long expected) {
        return Stop.refused(
                Refusal.LIMIT,
                "Cannot read " + name + ": " + what + " is too large, got " + got + " bytes, expected at most "
                        + expected,
                "write the file again with smaller row groups, or as several files");
    }

    private static String firstLine(Throwable fault) {
        var message = String.valueOf(fault.getMessage());
        var line = message.lines().findFirst().orElse("");
        return fault.getClass().getSimpleName() + " " + (line.length() <= 200 ? line : line.substring(0, 200) + "...");
    }
}
