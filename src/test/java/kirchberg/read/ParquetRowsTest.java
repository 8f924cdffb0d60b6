package kirchberg.read;

import static kirchberg.domain.source.SourceFormat.KIRCHBERG_PARQUET;
import static kirchberg.read.ParquetFiles.record;
import static kirchberg.read.ParquetFiles.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kirchberg.clean.Cleaning;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.parquet.io.api.Binary;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark makes of a portfolio as Parquet: raw text, as the other readers hand it on. */
@Tag("spark")
final class ParquetRowsTest {
    @TempDir
    private Path folder;

    @Test
    void a_row_has_its_values_as_text_and_its_place() {
        ParquetFiles.write(folder.resolve("a.parquet"), record(), with("operation_name", "'SECOND'"));
        var row = rows("a.parquet").get(1);

        assertThat(Received.value(row, Financings.SOURCE_ID)).isEqualTo("bank/2025-11-30");
        assertThat(Received.value(row, Financings.SOURCE_FILE)).isEqualTo("a.parquet");
        assertThat(Received.value(row, Financings.RECORD_NUMBER)).isEqualTo("2");
        assertThat(Received.value(row, Financings.FORMAT)).isEqualTo("kirchberg-parquet");
        assertThat(Received.value(row, Financings.ACCESSED)).isEqualTo("2025-12-01");
        assertThat(Received.value(row, Financings.CURRENCY)).isEqualTo("EUR");
        assertThat(Received.value(row, Financings.BYTE_OFFSET)).isNull();
        assertThat(Received.value(row, Financings.CELL_REFERENCE)).isNull();
        assertThat(Received.value(row, Financings.REASON)).isNull();
        assertThat(Received.value(row, Financings.CONTRACT_ID)).isNull();
        assertThat(Received.value(row, Financings.OPERATION_NAME)).isEqualTo("SECOND");
        assertThat(Received.value(row, Financings.SIGNED_ON)).isEqualTo("2024-07-30");
        assertThat(Received.value(row, Financings.AMOUNT_EUR)).isEqualTo("1000.50");
        assertThat(Received.value(row, Financings.JOINT_AMOUNT_EUR)).isNull();
        assertThat(Received.value(row, Financings.MOBILISED_AMOUNT_EUR)).isEqualTo("2500000.00");
        assertThat(Received.value(row, Financings.COUNTRY_LABEL)).isEqualTo("Italy");
        assertThat(Received.value(row, Financings.REGION_LABEL)).isEqualTo("European Union");
        assertThat(Received.value(row, Financings.PRIORITIES)).isEqualTo("climate;cohesion");
        assertThat(Received.value(row, Financings.CLIMATE_SHARE)).isEqualTo("0.50000000");
    }

    @Test
    void the_raw_text_is_the_record_as_json_without_what_is_not_stated() {
        ParquetFiles.write(folder.resolve("a.parquet"), with("description", "'say \"no\"'"));

        assertThat(Received.value(rows("a.parquet").get(0), Financings.RAW_TEXT))
                .isEqualTo("""
                {"operation_id":"20240001","operation_name":"LOAN","institution":"EIB","stage":"SIGNED",\
                "signed_on":"2024-07-30","amount_eur":"1000.50","mobilised_amount_eur":"2500000.00",\
                "country":"Italy","region":"European Union","nuts2":"ITF3","sector":"Energy",\
                "priorities":"climate;cohesion","climate_share":"0.50000000","description":"say \\"no\\""}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "part-0.parquet",
                "year/2024/part.parquet",
                "year=2024/part.parquet",
                "with space.parquet",
                "[1]{a}*?.parquet",
                "50%20.parquet",
                "p\u00E9ri\u00F3de.parquet",
                "_dir/a.parquet",
                ".dir/a.parquet",
                "no-ending",
                "a+b.parquet"
            })
    void a_file_may_have_any_name(String name) {
        ParquetFiles.write(folder.resolve(name), record());

        assertThat(rows(name)).singleElement().satisfies(row -> {
            assertThat(Received.value(row, Financings.SOURCE_FILE)).isEqualTo(name);
            assertThat(Received.value(row, Financings.RECORD_NUMBER)).isEqualTo("1");
        });
    }

    @Test
    void each_file_counts_its_records_anew() {
        ParquetFiles.write(folder.resolve("a/one.parquet"), record(), record());
        ParquetFiles.write(folder.resolve("b/one.parquet"), record());

        assertThat(rows("a/one.parquet", "b/one.parquet").stream()
                        .map(r -> Received.value(r, Financings.SOURCE_FILE) + " "
                                + Received.value(r, Financings.RECORD_NUMBER)))
                .containsExactly("a/one.parquet 1", "a/one.parquet 2", "b/one.parquet 1");
    }

    @ParameterizedTest
    @CsvSource({
        "' \u00A0\tBRIDGE\u202F\r\n', BRIDGE",
        "'A  B', 'A  B'",
        "'one\r\ntwo\rthree', 'one\ntwo\nthree'",
        "'\uFEFF', ",
        "'', "
    })
    void text_is_trimmed_as_in_every_other_format(String received, String clean) {
        var schema = ParquetFiles.schemaWith(Map.of());
        ParquetFiles.write(folder.resolve("a.parquet"), schema, g -> g.add("operation_name", received));

        assertThat(Received.value(rows("a.parquet").get(0), Financings.OPERATION_NAME))
                .isEqualTo(clean);
    }

    @Test
    void a_text_that_is_none_or_too_long_rejects_the_record_and_leaves_its_amount() {
        var schema = ParquetFiles.schemaWith(Map.of());
        ParquetFiles.write(
                folder.resolve("a.parquet"),
                schema,
                g -> g.append("amount_eur", 100L).add("country", "a\0b"),
                g -> g.append("amount_eur", 200L)
                        .add("country", Binary.fromConstantByteArray(new byte[] {'a', (byte) 0xFF})),
                g -> g.append("amount_eur", 400L).add("country", "x".repeat(65_537)),
                g -> g.append("amount_eur", 800L).add("country", "x".repeat(65_536)));
        var rejects = Cleaning.rejects(raw("a.parquet")).collectAsList().stream()
                .sorted(Comparator.comparing(r -> r.<Long>getAs("record_number")))
                .toList();

        assertThat(rejects.stream().map(r -> r.getAs("reason") + " " + r.getAs("amount_eur")))
                .containsExactly("BAD_TEXT 1.00", "BAD_TEXT 2.00", "TOO_LARGE 4.00", "NO_DATE 8.00");
        assertThat(rejects.get(2).<String>getAs("raw_text")).hasSize(65_536).startsWith("{\"amount_eur\":\"4.00\"");
    }

    @Test
    void the_reader_and_spark_agree_on_amounts_that_cannot_be_read() {
        var schema = ParquetFiles.schemaWith(Map.of());
        ParquetFiles.write(
                folder.resolve("a.parquet"),
                schema,
                g -> g.add("amount_eur", Long.MAX_VALUE),
                g -> g.add("amount_eur", -1_000_000_000_000_000_000L),
                g -> g.add("amount_eur", -999_999_999_999_999_999L),
                g -> g.add("country", "Italy"));

        assertThat(Cleaning.rejects(raw("a.parquet")).collectAsList().stream()
                        .map(r -> r.getAs("record_number") + " " + r.getAs("reason") + " " + r.getAs("amount_eur")))
                .containsExactlyInAnyOrder(
                        "1 BAD_AMOUNT null", "2 BAD_AMOUNT null", "3 NO_DATE -9999999999999999.99", "4 NO_AMOUNT null");
    }

    @ParameterizedTest
    @CsvSource({
        "fixed_len_byte_array(8), 8, 8",
        "fixed_len_byte_array(16), 16, 16",
        "int64, 0, 0",
    })
    void decimals_may_be_stored_as_other_programs_do(String storage, int amountBytes, int shareBytes) {
        var schema = ParquetFiles.schemaWith(Map.of(
                "amount_eur", "optional " + storage + " amount_eur (DECIMAL(18,2))",
                "climate_share",
                        "optional " + storage.replace("16", "" + shareBytes) + " climate_share (DECIMAL(9,8))"));
        ParquetFiles.write(folder.resolve("a.parquet"), schema, g -> {
            if (amountBytes == 0) {
                g.append("amount_eur", -123_456L).add("climate_share", 25_000_000L);
            } else {
                g.append("amount_eur", bytes(-123_456L, amountBytes))
                        .add("climate_share", bytes(25_000_000L, shareBytes));
            }
        });
        var row = rows("a.parquet").get(0);

        assertThat(Received.value(row, Financings.AMOUNT_EUR)).isEqualTo("-1234.56");
        assertThat(Received.value(row, Financings.CLIMATE_SHARE)).isEqualTo("0.25000000");
    }

    @Test
    void the_raw_text_costs_nothing_but_where_a_record_is_rejected() {
        ParquetFiles.write(folder.resolve("a.parquet"), record());

        assertThat(plan(Cleaning.financings(raw("a.parquet")))).doesNotContainIgnoringCase("json");
        assertThat(plan(Cleaning.rejects(raw("a.parquet")))).containsIgnoringCase("json");
    }

    private static String plan(Dataset<Row> rows) {
        return rows.queryExecution().optimizedPlan().toString();
    }

    private static Binary bytes(long unscaled, int size) {
        var bytes = new byte[size];
        var eight = ByteBuffer.allocate(8).putLong(unscaled).array();
        for (var index = 0; index < size; index++) {
            var from = index - size + 8;
            bytes[index] = from < 0 ? (byte) (unscaled < 0 ? -1 : 0) : eight[from];
        }
        return Binary.fromConstantByteArray(bytes);
    }

    /** In the order of files and records, which Spark does not promise. */
    private List<Row> rows(String... names) {
        Comparator<Row> byPlace = Comparator.comparing(r -> text(r, Financings.SOURCE_FILE));
        return raw(names).collectAsList().stream()
                .sorted(byPlace.thenComparing(r -> Long.valueOf(text(r, Financings.RECORD_NUMBER))))
                .toList();
    }

    private static String text(Row row, Field field) {
        return String.valueOf(Received.value(row, field));
    }

    private Dataset<Row> raw(String... names) {
        return Reading.portfolio(LocalSpark.session(), source(names));
    }

    private Source source(String... names) {
        return new Source(
                "bank/2025-11-30",
                folder,
                "bank",
                "Portfolio",
                KIRCHBERG_PARQUET,
                StandardCharsets.UTF_8,
                Institution.GROUP,
                "EUR",
                LocalDate.of(2025, 11, 30),
                LocalDate.of(2025, 12, 1),
                "none stated",
                "",
                false,
                Stream.of(names).map(n -> new SourceFile(n, 0, "")).toList(),
                new Coverage(
                        Institution.GROUP,
                        Stage.SIGNED,
                        Place.WORLD,
                        LocalDate.of(1959, 1, 1),
                        LocalDate.of(2025, 11, 30),
                        false));
    }
}
