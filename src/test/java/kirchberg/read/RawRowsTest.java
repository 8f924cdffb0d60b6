package kirchberg.read;

import static kirchberg.domain.source.SourceFormat.EIB_EXPORT_CSV;
import static kirchberg.domain.source.SourceFormat.KIRCHBERG_CSV;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RawRowsTest {
    @Test
    void a_row_keeps_its_place_and_its_raw_text() {
        var row = thirdRow();

        assertThat(row.size()).isEqualTo(Financings.RAW.fields().size());
        assertThat(Received.value(row, Financings.SOURCE_ID)).isEqualTo("bank/2025-11-30");
        assertThat(Received.value(row, Financings.SOURCE_FILE)).isEqualTo("whole.csv");
        assertThat(Received.value(row, Financings.RECORD_NUMBER)).isEqualTo("3");
        assertThat(Received.value(row, Financings.FORMAT)).isEqualTo("eib-export-csv");
        assertThat(Received.value(row, Financings.ACCESSED)).isEqualTo("2025-12-01");
        assertThat(Received.value(row, Financings.CURRENCY)).isEqualTo("EUR");
        // header 81 bytes + first record 102 + second 78, line ends and three-byte euro signs included
        assertThat(Received.value(row, Financings.BYTE_OFFSET)).isEqualTo("261");
        assertThat(Received.value(row, Financings.RAW_TEXT))
                .startsWith("GAMMA  MILL,\"Africa")
                .endsWith("one site\"");
        assertThat(Received.value(row, Financings.REASON)).isNull();
    }

    @Test
    void a_row_has_its_values_as_text() {
        var row = thirdRow();

        assertThat(Received.value(row, Financings.INSTITUTION)).isEqualTo("EIB");
        assertThat(Received.value(row, Financings.STAGE)).isEqualTo("SIGNED");
        assertThat(Received.value(row, Financings.OPERATION_ID)).isNull();
        assertThat(Received.value(row, Financings.OPERATION_NAME)).isEqualTo("GAMMA  MILL");
        assertThat(Received.value(row, Financings.REGION_LABEL))
                .isEqualTo("Africa, Caribbean, Pacific countries + OCT");
        assertThat(Received.value(row, Financings.COUNTRY_LABEL)).isEqualTo("Côte d'Ivoire");
        assertThat(Received.value(row, Financings.SIGNED_ON)).isEqualTo("15/06/1964");
        assertThat(Received.value(row, Financings.AMOUNT_EUR)).isEqualTo("€500,000");
        assertThat(Received.value(row, Financings.DESCRIPTION)).isEqualTo("Two \"mills\", one site");
    }

    @Test
    void region_codes_of_the_wrong_shape_are_noted_as_received(@TempDir Path folder) throws IOException {
        var whole = Files.readString(SourceFolders.fixture("canonical_whole"));
        var header = whole.lines().findFirst().orElseThrow() + "\n";
        var row = "1,A,EIB,SIGNED,2024-05-06,1,0,,Italy,,%s,,,,,\n";
        var rows = row.formatted("44927")
                + row.formatted("44927")
                + row.formatted("itf3")
                + row.formatted("ITF3")
                + row.formatted("");
        var result = Received.from(
                SourceFolders.part(KIRCHBERG_CSV, Files.writeString(folder.resolve("a.csv"), header + rows)));

        assertThat(result.totals().remarks()).hasSize(2);
        assertThat(result.totals().remarks().get(0)).contains("the region \"44927\" of 2 records is not shaped");
        assertThat(result.totals().remarks().get(1)).contains("the region \"itf3\" of 1 records is not shaped");
        assertThat(result.totals().readableEur()).isEqualByComparingTo("5");
    }

    @Test
    void the_offset_and_the_raw_text_are_those_of_the_bytes() throws IOException {
        for (var fixture : List.of("byte_order_mark", "mixed_line_ends", "quoted_line_break", "lone_quote", "crlf")) {
            var path = SourceFolders.fixture(fixture);
            var bytes = Files.readAllBytes(path);
            for (var row :
                    Received.from(SourceFolders.part(EIB_EXPORT_CSV, path)).rows()) {
                var raw = Objects.requireNonNull(Received.value(row, Financings.RAW_TEXT));
                var offset = Integer.parseInt(Objects.requireNonNull(Received.value(row, Financings.BYTE_OFFSET)));
                var length = raw.getBytes(StandardCharsets.UTF_8).length;
                assertThat(new String(bytes, offset, length, StandardCharsets.UTF_8))
                        .isEqualTo(raw);
            }
        }
    }

    @Test
    void text_is_composed_trimmed_and_keeps_its_inner_spaces() {
        var row = Received.from(SourceFolders.part(EIB_EXPORT_CSV, SourceFolders.fixture("spaces_around_values")))
                .rows()
                .get(0);

        assertThat(Received.value(row, Financings.OPERATION_NAME)).isEqualTo("GAMMA  MILL");
        assertThat(Received.value(row, Financings.AMOUNT_EUR)).isEqualTo("€3,200,000");
        assertThat(Received.value(row, Financings.DESCRIPTION)).isEqualTo("\u00E9tude");
    }

    @Test
    void a_line_break_inside_quotes_is_data_and_becomes_lf() {
        var row = Received.from(SourceFolders.part(EIB_EXPORT_CSV, SourceFolders.fixture("quoted_line_break")))
                .rows()
                .get(0);

        assertThat(Received.value(row, Financings.DESCRIPTION)).isEqualTo("A bridge\nover an invented river");
    }

    @Test
    void a_canonical_portfolio_states_everything_itself() {
        var result = Received.from(SourceFolders.part(KIRCHBERG_CSV, SourceFolders.fixture("canonical_whole")));
        var first = result.rows().get(0);

        // 1000000.50 - 250000
        assertThat(result.totals().readableEur()).isEqualByComparingTo("750000.50");
        assertThat(result.totals().remarks()).isEmpty();
        assertThat(Received.value(first, Financings.OPERATION_ID)).isEqualTo("20240001");
        assertThat(Received.value(first, Financings.NUTS2)).isEqualTo("ITF3");
        assertThat(Received.value(first, Financings.PRIORITIES)).isEqualTo("climate;cohesion");
        assertThat(Received.value(first, Financings.CLIMATE_SHARE)).isEqualTo("0.5");
        assertThat(Received.value(first, Financings.MOBILISED_AMOUNT_EUR)).isEqualTo("2500000");
        assertThat(result.value(1, Financings.INSTITUTION)).isEqualTo("EIF");
        assertThat(result.value(1, Financings.JOINT_AMOUNT_EUR)).isNull();
    }

    private static Row thirdRow() {
        return Received.from(SourceFolders.part(EIB_EXPORT_CSV, SourceFolders.fixture("whole")))
                .rows()
                .get(2);
    }
}
