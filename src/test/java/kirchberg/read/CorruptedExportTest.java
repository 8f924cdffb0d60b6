package kirchberg.read;

import static kirchberg.domain.source.SourceFormat.EIB_EXPORT_CSV;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kirchberg.domain.Stop;
import kirchberg.domain.source.AmountText;
import kirchberg.domain.source.ControlTotals;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred ways to damage a small export: nothing is lost, nothing is invented, nothing but a Stop is thrown. */
final class CorruptedExportTest {
    private static final String[] PIECES = {
        "\"",
        "\"\"",
        ",",
        ";",
        "\n",
        "\r\n",
        "\r",
        "\0",
        "\u20AC",
        "-",
        ".",
        "9",
        " ",
        "Total",
        "\uFFFD",
        "\u00E2\u201A\u00AC",
        ",,,,,,\n",
        "\t",
        "(",
        "31/12/2020",
        "\u0661",
        "\u202E"
    };

    private enum Outcome {
        REFUSED,
        READ_WITH_REJECTS,
        READ_LIKE_ANOTHER_PARSER
    }

    @Test
    void records_and_money_add_up_whatever_happens_to_the_bytes(@TempDir Path folder) throws IOException {
        var seed = Long.getLong("seed", 20_251_204L);
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        for (var round = 0; round < 200; round++) {
            var random = new Random(seed + round);
            var path = folder.resolve("round" + round + ".csv");
            Files.write(path, damaged(export(random), random));
            outcomes.merge(outcome(path, "seed " + (seed + round)), 1, Integer::sum);
        }
        assertThat(outcomes).containsOnlyKeys(Outcome.values());
        assertThat(outcomes.values()).allMatch(count -> count > 20);
    }

    private static Outcome outcome(Path path, String seed) throws IOException {
        try {
            var received = Received.from(SourceFolders.part(EIB_EXPORT_CSV, path));
            assertAddsUp(received.totals(), received.rows(), seed);
            if (received.reasons().isEmpty()) {
                assertSameAsAnotherParser(path, received.totals(), seed);
                return Outcome.READ_LIKE_ANOTHER_PARSER;
            }
            return Outcome.READ_WITH_REJECTS;
        } catch (Stop stop) {
            assertThat(stop).as(seed).hasMessageMatching("(?s)[A-Z_]+: Cannot .*");
            return Outcome.REFUSED;
        }
    }

    private static void assertSameAsAnotherParser(Path path, ControlTotals totals, String seed) throws IOException {
        var builder = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        try (var records = builder.ofCsvRecord(path)) {
            // the header is a record there
            assertThat(records.stream().count() - 1).as(seed).isEqualTo(totals.records());
        }
    }

    private static void assertAddsUp(ControlTotals totals, List<Row> rows, String seed) {
        var readable = BigDecimal.ZERO;
        var unreadable = 0L;
        for (var row : rows) {
            var amount = Received.value(row, Financings.REASON) != null
                    ? Optional.<BigDecimal>empty()
                    : AmountText.read(EIB_EXPORT_CSV, Received.value(row, Financings.AMOUNT_EUR));
            readable = readable.add(amount.orElse(BigDecimal.ZERO));
            unreadable += amount.isPresent() ? 0 : 1;
        }
        assertThat(totals.records()).as(seed).isEqualTo(rows.size() + totals.controlRows());
        assertThat(totals.readableEur()).as(seed).isEqualByComparingTo(readable);
        assertThat(totals.unreadableAmounts()).as(seed).isEqualTo(unreadable);
        var offsets = rows.stream()
                .map(r -> Received.value(r, Financings.BYTE_OFFSET))
                .distinct();
        assertThat(offsets).as(seed).hasSize(rows.size());
    }

    private static String export(Random random) {
        var text =
                new StringBuilder("Name,Region,Country or Territory,Sector,Signature Date,Signed Amount,Description\n");
        var sum = 0L;
        var size = 3 + random.nextInt(10);
        for (var number = 0; number < size; number++) {
            var thousands = 1 + random.nextInt(900);
            sum += thousands;
            text.append("MILL " + number + ",European Union,Italy,\"Water, sewerage\",22/10/2015,\"\u20AC" + thousands
                    + ",000\",\"A \"\"mill\"\", number " + number + "\"\n");
        }
        return text + ",,,,,,\nTotal,,,,,\"\u20AC" + sum + "000\",\n";
    }

    private static byte[] damaged(String export, Random random) {
        var bytes = export.getBytes(StandardCharsets.UTF_8);
        var times = 1 + random.nextInt(4);
        for (var time = 0; time < times; time++) {
            bytes = damagedOnce(bytes, 82 + random.nextInt(bytes.length - 82), random);
        }
        return bytes;
    }

    private static byte[] damagedOnce(byte[] bytes, int place, Random random) {
        var result = new ByteArrayOutputStream();
        result.write(bytes, 0, place);
        var rest = place;
        switch (random.nextInt(5)) {
            case 0 -> rest = Math.min(bytes.length, place + 1 + random.nextInt(30));
            case 1 -> result.write(bytes, Math.max(0, place - 40), Math.min(40, place));
            case 2 -> result.write(random.nextInt(256));
            default -> result.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
        }
        result.write(bytes, rest, bytes.length - rest);
        return result.toByteArray();
    }
}
