package kirchberg.read;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kirchberg.domain.Stop;
import kirchberg.domain.source.AmountText;
import kirchberg.domain.source.RejectReason;
import kirchberg.domain.source.SourceFormat;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;

/**
 * What must be true of a reader whatever bytes it is given: it refuses the file with a message, or it accounts for
 * every record and every euro. The entry that Jazzer calls is {@link #fuzzerTestOneInput}; the corpus of each format is
 * replayed by {@link FuzzCorpusTest}.
 */
public final class ReaderFuzz {
    private static final SourceFormat FORMAT = format(System.getProperty("fuzz.format", "eib-export-csv"));

    /** What an input of a workbook has if it begins with a tag: these parts, or the first of them, NUL in between. */
    private static final List<String> PARTS = List.of(
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels");

    private ReaderFuzz() {}

    static SourceFormat format(String key) {
        return Arrays.stream(SourceFormat.values())
                .filter(f -> f.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot fuzz: no format " + key));
    }

    /** Called by the fuzzer with bytes of its own making. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        judge(FORMAT, data);
    }

    /**
     * Reads bytes as a file of a format.
     *
     * @return whether it was read; false if it was refused
     * @throws IllegalStateException if anything was lost, or the refusal is no message for people
     */
    static boolean judge(SourceFormat format, byte[] data) throws IOException {
        var file = Files.createTempFile("fuzz", ".bin");
        try {
            Files.write(file, isParts(format, data) ? packed(data) : data);
            requireBalance(format, Received.from(SourceFolders.part(format, file)));
            return true;
        } catch (Stop stop) {
            var message = String.valueOf(stop.getMessage());
            require(message.matches("(?s)[A-Z_]+: Cannot .*"), "no message for people: " + message);
            return false;
        } finally {
            Files.delete(file);
        }
    }

    private static boolean isParts(SourceFormat format, byte[] data) {
        return format == SourceFormat.EIB_EXPORT_XLSX && data.length > 0 && data[0] == '<';
    }

    /** The parts of a workbook, which the input has unpacked: a fuzzer can do little with packed bytes. */
    private static byte[] packed(byte[] data) {
        var workbook = WorkbookFile.of();
        var parts = new String(data, StandardCharsets.UTF_8).split("\0", PARTS.size());
        for (var part = 0; part < parts.length; part++) {
            workbook.with(PARTS.get(part), parts[part]);
        }
        return workbook.bytes();
    }

    private static void requireBalance(SourceFormat format, Received received) {
        if (format.isColumnar()) {
            requireCount(received);
            return;
        }
        var readable = BigDecimal.ZERO;
        var unreadable = 0L;
        for (var row : received.rows()) {
            var amount = amount(format, row);
            readable = readable.add(amount.orElse(BigDecimal.ZERO));
            unreadable += amount.isPresent() ? 0 : 1;
        }
        var totals = received.totals();
        require(totals.records() == received.rows().size() + totals.controlRows(), "records differ: " + totals);
        require(totals.readableEur().compareTo(readable) == 0, "EUR differ: " + totals + " and " + readable);
        require(totals.unreadableAmounts() == unreadable, "unreadable differ: " + totals + " and " + unreadable);
    }

    /** The rows come by Spark: the driver hands on none, and of what it counts no more can be said than this. */
    private static void requireCount(Received received) {
        var totals = received.totals();
        var readable = totals.records() - totals.unreadableAmounts();
        var largest = new BigDecimal("1E16").multiply(BigDecimal.valueOf(readable));
        require(
                received.rows().isEmpty(),
                "rows were handed on: " + received.rows().size());
        require(totals.controlRows() == 0, "control rows: " + totals);
        require(totals.unreadableAmounts() >= 0 && readable >= 0, "more unreadable than there are: " + totals);
        require(totals.readableEur().abs().compareTo(largest) <= 0, "more EUR than the amounts can hold: " + totals);
    }

    private static Optional<BigDecimal> amount(SourceFormat format, Row row) {
        var reason = Received.value(row, Financings.REASON);
        var isSound = reason == null || !RejectReason.valueOf(reason).isStructural();
        var isEuro = Objects.equals(Received.value(row, Financings.CURRENCY), "EUR");
        return isSound && isEuro
                ? AmountText.read(format, Received.value(row, Financings.AMOUNT_EUR))
                : Optional.empty();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }
}
