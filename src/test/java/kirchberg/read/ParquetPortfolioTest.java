package kirchberg.read;

import static kirchberg.domain.source.SourceFormat.KIRCHBERG_PARQUET;
import static kirchberg.read.ParquetFiles.record;
import static kirchberg.read.ParquetFiles.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.ControlTotals;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the driver does with a portfolio as Parquet: it proves the file and counts it, without Spark. */
final class ParquetPortfolioTest {
    @TempDir
    private Path folder;

    @Test
    void records_and_money_are_counted_and_no_row_is_handed_on() {
        var file = ParquetFiles.write(
                file(),
                record(),
                with("amount_eur", "NULL::DECIMAL(18,2)"),
                with("amount_eur", "-250::DECIMAL(18,2)"),
                with("amount_eur", "0::DECIMAL(18,2)"));
        var received = Received.from(SourceFolders.part(KIRCHBERG_PARQUET, file));

        assertThat(received.rows()).isEmpty();
        assertThat(received.totals().records()).isEqualTo(4);
        assertThat(received.totals().controlRows()).isZero();
        // 1000.50 - 250 + 0
        assertThat(received.totals().readableEur()).isEqualTo("750.50");
        assertThat(received.totals().unreadableAmounts()).isEqualTo(1);
        assertThat(received.totals().remarks()).isEmpty();
    }

    @Test
    void a_sum_of_cents_that_no_long_holds_is_exact() {
        var largest = "SELECT * REPLACE (9999999999999999.99::DECIMAL(18,2) AS amount_eur) FROM (" + "SELECT * FROM '"
                + ParquetFiles.write(folder.resolve("one.parquet"), record()) + "') a, range(3000)";
        var file = ParquetFiles.copy(
                "SELECT * EXCLUDE (range) FROM (" + largest + ") UNION ALL BY NAME SELECT * FROM '"
                        + folder.resolve("one.parquet") + "'",
                file());

        // 3000 x 9999999999999999.99 + 1000.50 = 29999999999999999970.00 + 1000.50
        assertThat(count(file).readableEur()).isEqualTo("30000000000000000970.50");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, 1_000_000_000_000_000_000L, -1_000_000_000_000_000_000L})
    void an_amount_of_more_digits_than_its_type_has_is_unreadable(long cents) {
        var file = ParquetFiles.write(
                file(),
                ParquetFiles.schemaWith(Map.of()),
                g -> g.add("amount_eur", cents),
                g -> g.add("amount_eur", 999_999_999_999_999_999L));

        assertThat(count(file).unreadableAmounts()).isEqualTo(1);
        assertThat(count(file).readableEur()).isEqualTo("9999999999999999.99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixed_len_byte_array(8)", "fixed_len_byte_array(16)"})
    void an_amount_may_be_stored_as_bytes_which_other_programs_prefer(String storage) {
        var file = ParquetFiles.write(
                file(),
                ParquetFiles.schemaWith(Map.of("amount_eur", "required " + storage + " amount_eur (DECIMAL(18,2))")),
                g -> g.add("amount_eur", bytes(storage, 123_456)),
                g -> g.add("amount_eur", bytes(storage, -1)));

        // 1234.56 - 0.01
        assertThat(count(file).readableEur()).isEqualTo("1234.55");
    }

    private static Binary bytes(String storage, long cents) {
        var size = Integer.parseInt(storage.replaceAll("[^0-9]", ""));
        var bytes = new byte[size];
        Arrays.fill(bytes, (byte) (cents < 0 ? -1 : 0));
        System.arraycopy(ByteBuffer.allocate(8).putLong(cents).array(), 0, bytes, size - 8, 8);
        return Binary.fromConstantByteArray(bytes);
    }

    @Test
    void the_order_of_columns_does_not_matter() {
        var columns = record();
        columns.put("operation_id", columns.remove("operation_id"));

        assertThat(count(ParquetFiles.write(file(), columns)).records()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "amount_eur    | 1000.5::DOUBLE             | amount_eur double             | amount_eur decimal(18,2)",
                "amount_eur    | 1000.5::FLOAT              | amount_eur float              | amount_eur decimal(18,2)",
                "amount_eur    | 1000::BIGINT               | amount_eur int64              | amount_eur decimal(18,2)",
                "amount_eur    | 1000.5::DECIMAL(18,3)      | amount_eur decimal(18,3)      | amount_eur decimal(18,2)",
                "amount_eur    | 1000.5::DECIMAL(20,2)      | amount_eur decimal(20,2)      | amount_eur decimal(18,2)",
                "amount_eur    | '1000.50'                  | amount_eur string             | amount_eur decimal(18,2)",
                "climate_share | 0.5::DOUBLE                | climate_share double          | climate_share decimal(9,8)",
                "signed_on     | TIMESTAMP '2024-07-30'     | signed_on int64 timestamp     | signed_on date",
                "signed_on     | '2024-07-30'               | signed_on string              | signed_on date",
                "country       | 'Italy'::BLOB              | country binary                | country string",
                "country       | ['Italy']                  | country group                 | country string",
                "index         | 1::BIGINT                  | index int64                   | description string]",
                "Country       | 'Italy'                    | Country string                | country string",
            })
    void other_columns_are_refused_with_both_schemas(String column, String expression, String found, String expected) {
        var columns = record();
        if (column.equals("Country")) {
            columns.remove("country");
        }
        columns.put(column, expression);

        refused(
                ParquetFiles.write(file(), columns),
                "HEADER",
                "got [",
                found,
                "expected [operation_id string",
                expected);
    }

    @Test
    void a_missing_column_is_refused() {
        var columns = record();
        columns.remove("nuts2");

        refused(ParquetFiles.write(file(), columns), "HEADER", "missing [nuts2 string]");
    }

    @Test
    void old_96_bit_times_are_refused() {
        var schema = ParquetFiles.schemaWith(Map.of("signed_on", "optional int96 signed_on"));

        refused(ParquetFiles.write(file(), schema, g -> {}), "HEADER", "signed_on int96", "signed_on date");
    }

    @Test
    void decimals_of_no_fixed_length_are_refused_for_spark_cannot_read_them() {
        var schema = ParquetFiles.schemaWith(Map.of("amount_eur", "optional binary amount_eur (DECIMAL(18,2))"));

        refused(ParquetFiles.write(file(), schema, g -> {}), "HEADER", "amount_eur binary decimal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_a.parquet", ".a.parquet", "a:b.parquet", "part/_a.parquet", "a._COPYING_"})
    void a_name_that_spark_passes_over_is_refused(String name) {
        var path = ParquetFiles.write(folder.resolve(name), record());
        var declared = SourceFolders.part(KIRCHBERG_PARQUET, path);

        assertThatThrownBy(() -> Records.read(declared, r -> {}))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("Spark passes over");
    }

    @Test
    void a_column_with_several_values_in_a_row_is_refused() {
        var schema = ParquetFiles.schemaWith(Map.of("country", "repeated binary country (STRING)"));
        Consumer<Group> twice = g -> {
            g.add("country", "Italy");
            g.add("country", "France");
        };

        refused(ParquetFiles.write(file(), schema, twice), "HEADER", "country repeated string");
    }

    @Test
    void a_file_without_rows_is_refused() {
        var file = ParquetFiles.copy(
                "SELECT * FROM '" + ParquetFiles.write(folder.resolve("one.parquet"), record()) + "' LIMIT 0", file());

        refused(file, "TRUNCATED", "no record");
    }

    @Test
    void what_is_no_parquet_is_called_by_its_name() throws IOException {
        refused(bytes("<!DOCTYPE html><html>busy</html>"), "NOT_THIS_FORMAT", "web page");
        refused(bytes("operation_id,operation_name"), "NOT_THIS_FORMAT", "perhaps CSV");
        refused(bytes(""), "NOT_THIS_FORMAT", "empty");
        refused(bytes("PARE and so on PARE"), "NOT_THIS_FORMAT", "encrypted");
        refused(bytes("PAR1"), "TRUNCATED", "4 bytes");
        refused(bytes("PAR1    PARE"), "NOT_THIS_FORMAT", "encrypted");
        refused(bytes("PAR1\0\0\0\0PAR1"), "NOT_THIS_FORMAT", "footer");
    }

    @Test
    void a_file_that_was_cut_off_anywhere_is_refused() throws IOException {
        var whole = Files.readAllBytes(ParquetFiles.write(file(), record()));
        for (var length = 4; length < whole.length; length += 7) {
            refused(bytes(Arrays.copyOf(whole, length)), "TRUNCATED", "does not end with PAR1");
        }
    }

    @Test
    void a_footer_without_end_or_sense_is_refused() throws IOException {
        var whole = Files.readAllBytes(ParquetFiles.write(file(), record()));
        refused(bytes(ParquetFiles.withFooterLength(whole, Integer.MAX_VALUE)), "TRUNCATED", "2147483647 bytes");
        refused(bytes(ParquetFiles.withFooterLength(whole, -1)), "TRUNCATED", "4294967295 bytes");
        refused(bytes(ParquetFiles.withFooterLength(whole, whole.length - 11)), "TRUNCATED", "footer");
        refused(bytes(ParquetFiles.withFooterLength(whole, 3)), "NOT_THIS_FORMAT", "broken");
        var large = Arrays.copyOf(whole, 70_000_000);
        System.arraycopy(whole, whole.length - 8, large, large.length - 8, 8);
        refused(bytes(ParquetFiles.withFooterLength(large, 68_000_000)), "LIMIT", "68000000 bytes", "67108864");
    }

    /** Version 1, then a list of two thousand million columns. */
    @Test
    void a_footer_that_promises_more_than_memory_holds_is_refused() throws IOException {
        var whole = Files.readAllBytes(ParquetFiles.write(file(), record()));
        var footer = HexFormat.of().parseHex("150219fcffffffff07");

        refused(bytes(ParquetFiles.withFooter(whole, footer)), "NOT_THIS_FORMAT", "broken");
    }

    @Test
    void a_row_group_that_no_task_could_hold_is_refused() throws IOException {
        refused(
                bytes(withFooter(m -> m.getRow_groups().get(0).setTotal_byte_size(2_000_000_000L))),
                "LIMIT",
                "row group");
    }

    @Test
    void a_footer_that_counts_other_rows_than_there_are_is_refused() throws IOException {
        refused(bytes(withFooter(m -> m.getRow_groups().get(0).setNum_rows(7))), "NOT_THIS_FORMAT", "broken");
    }

    @Test
    void torn_pages_of_the_amounts_are_refused() throws IOException {
        var whole = Files.readAllBytes(ParquetFiles.write(file(), record()));
        Arrays.fill(whole, 4, ParquetFiles.footer(whole), (byte) 0xFF);

        refused(bytes(whole), "NOT_THIS_FORMAT", "broken");
    }

    /** Not every flipped bit can be seen, but none may end in anything but counts or a refusal. */
    @Test
    void flipped_bits_never_end_in_anything_but_counts_or_a_refusal() throws IOException {
        var seed = Long.getLong("seed", 20261124);
        var random = new Random(seed);
        var whole = Files.readAllBytes(ParquetFiles.write(file(), record(), record()));
        for (var round = 0; round < 300; round++) {
            var broken = whole.clone();
            for (var flips = 1 + random.nextInt(3); flips > 0; flips--) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            var source = SourceFolders.part(KIRCHBERG_PARQUET, bytes(broken));
            try {
                assertThat(Records.read(source, r -> {}).records())
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(2);
            } catch (Stop stop) {
                assertThat(stop).as("seed %d, round %d", seed, round).hasMessageMatching("(?s)[A-Z_]+: Cannot .*");
            }
        }
    }

    @Test
    void a_file_that_was_changed_after_it_was_counted_is_refused() throws IOException {
        var file = ParquetFiles.write(file(), record());
        var source = SourceFolders.part(KIRCHBERG_PARQUET, file);
        Records.read(source, r -> {});
        Reading.requireUnchanged(source);
        ParquetFiles.write(file, with("country", "'Spain'"));

        assertThatThrownBy(() -> Reading.requireUnchanged(source))
                .isInstanceOf(Stop.class)
                .hasMessageStartingWith("DIGEST")
                .hasMessageContaining("portfolio.parquet");
    }

    @Test
    void another_file_than_the_declared_one_is_refused_before_it_is_parsed() throws IOException {
        var file = ParquetFiles.write(file(), record());
        var source = SourceFolders.part(KIRCHBERG_PARQUET, file);
        ParquetFiles.write(file, with("amount_eur", "1::DOUBLE"));

        assertThatThrownBy(() -> Records.read(source, r -> {})).hasMessageStartingWith("DIGEST");
    }

    private byte[] withFooter(Consumer<FileMetaData> change) throws IOException {
        var whole = Files.readAllBytes(ParquetFiles.write(file(), record()));
        var begin = ParquetFiles.footer(whole);
        var footer = Util.readFileMetaData(new ByteArrayInputStream(whole, begin, whole.length - begin - 8));
        change.accept(footer);
        var bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, bytes);
        return ParquetFiles.withFooter(whole, bytes.toByteArray());
    }

    private static ControlTotals count(Path file) {
        return Received.from(SourceFolders.part(KIRCHBERG_PARQUET, file)).totals();
    }

    private static void refused(Path file, String code, String... words) {
        assertThatThrownBy(() -> count(file))
                .isInstanceOfSatisfying(Stop.class, stop -> {
                    assertThat(stop.exit()).isEqualTo(Exit.INPUT);
                    assertThat(stop.hint()).isNotBlank();
                })
                .hasMessageStartingWith(code)
                .hasMessageContaining("bank/2025-11-30")
                .hasMessageContainingAll(words);
    }

    private Path bytes(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Path bytes(byte[] bytes) throws IOException {
        return Files.write(file(), bytes);
    }

    private Path file() {
        return folder.resolve("portfolio.parquet");
    }
}
