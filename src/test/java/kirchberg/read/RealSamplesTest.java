package kirchberg.read;

import static kirchberg.domain.source.SourceFormat.EIB_EXPORT_CSV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kirchberg.domain.Stop;
import kirchberg.domain.source.AmountText;
import kirchberg.domain.source.SourceFile;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Two cuts of the bank's real export, with the figures that an independent count gave. */
final class RealSamplesTest {
    @Test
    void the_oldest_part_of_the_export_gives_its_known_figures() {
        var rows = new ArrayList<Row>();
        var totals = Records.read(SourceFolders.part(EIB_EXPORT_CSV, sample("raw_export_1959_1965.csv")), rows::add);

        assertThat(totals.records()).isEqualTo(94);
        assertThat(totals.controlRows()).isEqualTo(2);
        assertThat(totals.readableEur()).isEqualByComparingTo("502445800");
        assertThat(totals.unreadableAmounts()).isZero();
        assertThat(totals.statedTotalEur()).isEqualByComparingTo("1706313672427");
        // 1706313672427 - 502445800 = 1705811226627
        assertThat(totals.remarks())
                .singleElement()
                .asString()
                .contains("502445800.00")
                .contains("1706313672427.00")
                .contains("1705811226627.00");
        assertThat(rows).hasSize(92).allMatch(r -> Received.value(r, Financings.REASON) == null);
        assertThat(rows.stream()
                        .filter(r -> Received.value(r, Financings.DESCRIPTION) == null)
                        .map(r -> Received.value(r, Financings.OPERATION_NAME)))
                .hasSize(3);
        assertThat(eurBy(rows, Financings.REGION_LABEL))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Africa, Caribbean, Pacific countries + OCT", "2029918.00",
                        "Enlargement Countries", "5000000.00",
                        "European Union", "495415882.00"));
    }

    @Test
    void a_page_of_the_export_gives_its_known_figures() {
        var rows = new ArrayList<Row>();
        var totals = Records.read(SourceFolders.part(EIB_EXPORT_CSV, sample("raw_export_2024-07_page.csv")), rows::add);

        assertThat(totals.records()).isEqualTo(44);
        assertThat(totals.controlRows()).isZero();
        assertThat(totals.readableEur()).isEqualByComparingTo("4474181940");
        assertThat(totals.statedTotalEur()).isNull();
        assertThat(totals.remarks()).singleElement().asString().contains("no Total row");
        assertThat(rows.stream()
                        .map(r -> Received.value(r, Financings.OPERATION_NAME))
                        .distinct())
                .hasSize(29);
        assertThat(eurBy(rows, Financings.REGION_LABEL))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("Eastern Europe, Southern Caucasus", "55000000.00", "European Union", "4419181940.00"));
    }

    @Test
    void the_declared_digest_of_the_real_file_matches_and_its_total_would_refuse_a_complete_source() {
        var path = sample("raw_export_1959_1965.csv");
        var file = new SourceFile(
                "raw_export_1959_1965.csv", 15512, "c9d9704a18ffbf2d0566c37e42fde2668ca37f6d37a66d95639b30e89ce2ed12");
        var source = SourceFolders.declared(EIB_EXPORT_CSV, path.resolveSibling(""), file, true);

        assertThatThrownBy(() -> Records.read(source, r -> {}))
                .isInstanceOf(Stop.class)
                .hasMessageStartingWith("CONTROL_FIGURE")
                .hasMessageContaining("1705811226627.00");
    }

    private static Path sample(String name) {
        var folder = Path.of(System.getenv().getOrDefault("KIRCHBERG_SAMPLES", "../shared/data"), "eib-export");
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: no real samples at " + folder);
        return folder.resolve(name);
    }

    private static Map<String, String> eurBy(List<Row> rows, Field label) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        r -> String.valueOf(Received.value(r, label)),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), RealSamplesTest::sum)));
    }

    private static String sum(List<Row> rows) {
        return rows.stream()
                .flatMap(r -> AmountText.read(EIB_EXPORT_CSV, Received.value(r, Financings.AMOUNT_EUR)).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }
}
