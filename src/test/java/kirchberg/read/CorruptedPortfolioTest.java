package kirchberg.read;

import static kirchberg.domain.source.SourceFormat.KIRCHBERG_PARQUET;
import static kirchberg.read.ParquetFiles.record;
import static kirchberg.read.ParquetFiles.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import kirchberg.domain.Stop;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.SourceFile;
import kirchberg.spark.Ledger;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Financings;
import org.apache.parquet.io.api.Binary;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand ways to damage a small Parquet portfolio: the driver counts it or refuses it; and of what it has counted,
 * Spark reads the same rows and the same money, or fails and names the file.
 */
@Tag("spark")
final class CorruptedPortfolioTest {
    private static final int ROUNDS = 1_000;

    /** Damaged files that Spark reads too: each that it cannot read costs a scan of its own. */
    private static final int FOR_SPARK = 50;

    @TempDir
    private Path folder;

    private final List<byte[]> wholes = new ArrayList<>();
    private final Map<SourceFile, ControlTotals> counted = new LinkedHashMap<>();

    /** Dictionaries and packed pages as DuckDB writes them; plain pages with amounts as whole numbers and as bytes. */
    @BeforeEach
    void writeWholeFiles() throws IOException {
        var file = folder.resolve("whole.parquet");
        var bytes = "required fixed_len_byte_array(8) amount_eur (DECIMAL(18,2))";
        var cents = Binary.fromConstantByteArray(
                ByteBuffer.allocate(8).putLong(123_456).array());
        ParquetFiles.write(
                file, record(), with("amount_eur", "-250::DECIMAL(18,2)"), with("amount_eur", "NULL::DECIMAL(18,2)"));
        wholes.add(Files.readAllBytes(file));
        ParquetFiles.write(
                folder.resolve("whole1.parquet"),
                ParquetFiles.schemaWith(Map.of()),
                g -> g.append("amount_eur", 123L).append("signed_on", 19_000).add("country", "Italy"),
                g -> g.append("amount_eur", -1L).append("signed_on", 19_001).add("country", "Spain"));
        wholes.add(Files.readAllBytes(folder.resolve("whole1.parquet")));
        ParquetFiles.write(
                folder.resolve("whole2.parquet"),
                ParquetFiles.schemaWith(Map.of("amount_eur", bytes)),
                g -> g.append("amount_eur", cents).append("signed_on", 19_000).add("country", "Italy"));
        wholes.add(Files.readAllBytes(folder.resolve("whole2.parquet")));
    }

    @Test
    void records_and_money_are_those_that_spark_reads_or_the_file_is_refused() throws IOException {
        var seed = Long.getLong("seed", 20_251_204L);
        for (var round = 0; round < ROUNDS; round++) {
            var random = new Random(seed + round);
            var file = folder.resolve("seed" + (seed + round) + ".parquet");
            count(Files.write(file, damaged(wholes.get(round % wholes.size()), random)));
        }
        assertThat(counted.size()).as("files counted").isBetween(200, 800);
        assertThat(filesThatSparkAgreesOn()).isGreaterThan(FOR_SPARK / 2);
    }

    private void count(Path file) {
        var seed = file.getFileName().toString();
        var source = SourceFolders.part(KIRCHBERG_PARQUET, file);
        try {
            var totals = Records.read(source, row -> {});
            assertThat(totals.controlRows()).as(seed).isZero();
            assertThat(totals.unreadableAmounts()).as(seed).isBetween(0L, totals.records());
            counted.put(source.files().get(0), totals);
        } catch (Stop stop) {
            assertThat(stop).as(seed).hasMessageMatching("(?s)[A-Z_]+: Cannot .*");
        } catch (RuntimeException e) {
            throw new AssertionError(seed, e);
        }
    }

    /** Reads the files in one scan, and again without each that is named as broken. */
    private int filesThatSparkAgreesOn() {
        var left = new ArrayList<>(counted.keySet().stream().limit(FOR_SPARK).toList());
        var rows = Optional.<List<Row>>empty();
        while (rows.isEmpty()) {
            rows = rows(left);
        }
        var ledger = new Ledger();
        for (var file : left) {
            var own = rows.orElseThrow().stream()
                    .filter(r -> file.name().equals(Received.value(r, Financings.SOURCE_FILE)))
                    .toList();
            ledger.enter(file.name(), Objects.requireNonNull(counted.get(file)), own);
        }
        ledger.assertCleaningAgrees();
        return left.size();
    }

    private Optional<List<Row>> rows(List<SourceFile> files) {
        var source = SourceFolders.declared(KIRCHBERG_PARQUET, folder, files, false);
        try {
            return Optional.of(Reading.portfolio(LocalSpark.session(), source).collectAsList());
        } catch (Exception e) { // Spark throws checked ones without saying so
            remove(files, Reading.brokenFile(source, e).orElseThrow(() -> new AssertionError("no file is named", e)));
            return Optional.empty();
        }
    }

    private static void remove(List<SourceFile> files, Stop stop) {
        assertThat(stop).hasMessageMatching("(?s)[A-Z_]+: Cannot .*");
        var message = String.valueOf(stop.getMessage());
        var removed = files.removeIf(f -> message.contains("/" + f.name() + ":"));
        assertThat(removed).as(message).isTrue();
    }

    /**
     * Anywhere, in pages and footer alike: bits flipped, bytes replaced, left out or written twice, the end cut off.
     */
    private static byte[] damaged(byte[] whole, Random random) {
        var bytes = whole.clone();
        var place = random.nextInt(bytes.length);
        var length = Math.min(1 + random.nextInt(6), bytes.length - place);
        switch (random.nextInt(8)) {
            case 0 -> bytes = Arrays.copyOf(bytes, place);
            case 1 -> bytes = spliced(bytes, place, place + length);
            case 2 -> bytes = spliced(bytes, place, Math.max(0, place - length));
            case 3 -> Arrays.fill(bytes, place, place + length, (byte) random.nextInt(256));
            case 4 -> bytes = ParquetFiles.withFooterLength(bytes, random.nextInt(bytes.length * 2) - bytes.length);
            default -> flip(bytes, random);
        }
        return bytes;
    }

    private static void flip(byte[] bytes, Random random) {
        for (var flips = 1 + random.nextInt(3); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    /** The bytes up to a place, and then those from another. */
    private static byte[] spliced(byte[] bytes, int end, int begin) {
        return ByteBuffer.allocate(end + bytes.length - begin)
                .put(bytes, 0, end)
                .put(bytes, begin, bytes.length - begin)
                .array();
    }
}
