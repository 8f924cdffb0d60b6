package kirchberg.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    private ReaderFuzz() {}

    static SourceFormat format(String key) {
        return Arrays.stream(SourceFormat.values())
                .filter(f -> f.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot fuzz: no format " + key));
    }

    /** Called by the fuzzer with bytes of its own making. */
    public static void fuzzerTestOneInput(byte[] data) {
        try {
            var file = Files.createTempFile("fuzz", ".bin");
            try {
                Files.write(file, data);
                judge(FORMAT, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file as a format.
     *
     * @return whether it was read; false if it was refused
     * @throws IllegalStateException if anything was lost, or the refusal is no message for people
     */
    static boolean judge(SourceFormat format, Path file) {
        try {
            var received = Received.from(SourceFolders.part(format, file));
            requireBalance(format, received);
            return true;
        } catch (Stop stop) {
            require(
                    String.valueOf(stop.getMessage()).matches("(?s)[A-Z_]+: Cannot .*"),
                    "no message for people: " + stop.getMessage());
            return false;
        }
    }

    private static void requireBalance(SourceFormat format, Received received) {
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
