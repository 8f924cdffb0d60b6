package kirchberg.read;

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
import java.util.Optional;
import java.util.Random;
import kirchberg.domain.Stop;
import kirchberg.domain.source.AmountText;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.SourceFormat;
import kirchberg.spark.Ledger;
import kirchberg.table.Financings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A thousand ways to damage a small file of each table of CSV: nothing is lost, nothing is invented, nothing but a Stop
 * is thrown; and reader and plan agree on every record and every cent.
 */
@Tag("spark")
final class CorruptedCsvTest {
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
        "\u202E",
        "1e9",
        "USD 5",
        "SIGNED",
        "\u00A0"
    };

    private enum Outcome {
        REFUSED,
        READ_WITH_REJECTS,
        READ_LIKE_ANOTHER_PARSER
    }

    private final Ledger ledger = new Ledger();

    @ParameterizedTest
    @EnumSource(names = {"EIB_EXPORT_CSV", "KIRCHBERG_CSV"})
    void records_and_money_add_up_whatever_happens_to_the_bytes(SourceFormat format, @TempDir Path folder)
            throws IOException {
        var seed = Long.getLong("seed", 20_251_204L);
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        for (var round = 0; round < 1_000; round++) {
            var random = new Random(seed + round);
            var path = folder.resolve("seed" + (seed + round) + ".csv");
            Files.write(
                    path, damaged(format == SourceFormat.KIRCHBERG_CSV ? portfolio(random) : export(random), random));
            outcomes.merge(outcome(format, path), 1, Integer::sum);
        }
        assertThat(outcomes).containsOnlyKeys(Outcome.values());
        assertThat(outcomes.values()).as(outcomes.toString()).allMatch(count -> count > 100);
        ledger.assertCleaningAgrees();
    }

    private Outcome outcome(SourceFormat format, Path path) throws IOException {
        var seed = path.getFileName().toString();
        try {
            var received = Received.from(SourceFolders.part(format, path));
            assertAddsUp(format, received, seed);
            ledger.enter(seed, received.totals(), received.rows());
            if (received.reasons().isEmpty()) {
                assertSameAsAnotherParser(path, received.totals(), seed);
                return Outcome.READ_LIKE_ANOTHER_PARSER;
            }
            return Outcome.READ_WITH_REJECTS;
        } catch (Stop stop) {
            assertThat(stop).as(seed).hasMessageMatching("(?s)[A-Z_]+: Cannot .*");
            return Outcome.REFUSED;
        } catch (RuntimeException e) {
            throw new AssertionError(seed, e);
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

    private static void assertAddsUp(SourceFormat format, Received received, String seed) {
        var totals = received.totals();
        var rows = received.rows();
        var readable = BigDecimal.ZERO;
        var unreadable = 0L;
        for (var row : rows) {
            var amount = Received.value(row, Financings.REASON) != null
                    ? Optional.<BigDecimal>empty()
                    : AmountText.read(format, Received.value(row, Financings.AMOUNT_EUR));
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

    private static String portfolio(Random random) {
        var text = new StringBuilder(String.join(",", SourceFormat.KIRCHBERG_CSV.columns()) + "\n");
        var size = 3 + random.nextInt(10);
        for (var number = 0; number < size; number++) {
            text.append("2024000" + number + ",\"MILL, the \"\"" + number + "\"\"\",EIB,SIGNED,2024-05-06,"
                    + (random.nextInt(1_000_000) - 100_000) + ".50,0,,Italy,European Union,ITF3,TRANSPORT,"
                    + "climate;cohesion,0.5,,A mill\n");
        }
        return text.toString();
    }

    private static byte[] damaged(String table, Random random) {
        var bytes = table.getBytes(StandardCharsets.UTF_8);
        var header = table.indexOf('\n') - 3;
        var times = 1 + random.nextInt(4);
        for (var time = 0; time < times; time++) {
            bytes = damagedOnce(bytes, header + random.nextInt(bytes.length - header), random);
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
