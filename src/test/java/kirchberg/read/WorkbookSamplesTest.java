package kirchberg.read;

import static kirchberg.domain.source.SourceFormat.EIB_EXPORT_CSV;
import static kirchberg.domain.source.SourceFormat.EIB_EXPORT_XLSX;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two cuts of the bank's real export, put into a workbook by another program: the same financings as from the CSV. */
final class WorkbookSamplesTest {
    private static final Set<Field> OF_THE_FILE = Set.of(
            Financings.SOURCE_FILE,
            Financings.BYTE_OFFSET,
            Financings.CELL_REFERENCE,
            Financings.RAW_TEXT,
            Financings.FORMAT);

    @TempDir
    private Path folder;

    @Test
    void the_oldest_part_of_the_export_gives_the_same_rows_and_its_known_figures() throws IOException {
        var csv = sample("raw_export_1959_1965.csv");
        var result = assertSame(csv);

        assertThat(result.rows()).hasSize(92);
        assertThat(result.totals().records()).isEqualTo(94);
        assertThat(result.totals().controlRows()).isEqualTo(2);
        assertThat(result.totals().readableEur()).isEqualByComparingTo("502445800");
        assertThat(result.totals().statedTotalEur()).isEqualByComparingTo("1706313672427");
    }

    @Test
    void a_page_of_the_export_gives_the_same_rows_and_its_known_figures() throws IOException {
        var result = assertSame(sample("raw_export_2024-07_page.csv"));

        assertThat(result.rows()).hasSize(44);
        assertThat(result.totals().records()).isEqualTo(44);
        assertThat(result.totals().readableEur()).isEqualByComparingTo("4474181940");
    }

    @Test
    void every_small_export_gives_the_same_rows() throws IOException {
        for (var name : List.of(
                "whole",
                "mixed_line_ends",
                "quoted_line_break",
                "header_repeated",
                "identical_rows",
                "columns_moved")) {
            assertThat(assertSame(SourceFolders.fixture(name)).rows()).as(name).isNotEmpty();
        }
    }

    private Received assertSame(Path csv) throws IOException {
        var fromCsv = Received.from(SourceFolders.part(EIB_EXPORT_CSV, csv));
        Received last = fromCsv;
        for (var workbook : List.of(written(csv), writtenIntoCells(csv))) {
            last = Received.from(SourceFolders.part(EIB_EXPORT_XLSX, workbook));
            assertThat(last.rows().stream().map(WorkbookSamplesTest::values))
                    .containsExactlyElementsOf(fromCsv.rows().stream()
                            .map(WorkbookSamplesTest::values)
                            .toList());
            assertThat(last.totals().remarks()).hasSameSizeAs(fromCsv.totals().remarks());
            assertThat(last.totals().readableEur()).isEqualTo(fromCsv.totals().readableEur());
        }
        return last;
    }

    private static List<@Nullable String> values(Row row) {
        return Financings.RAW.fields().stream()
                .filter(f -> !OF_THE_FILE.contains(f))
                .map(f -> Received.value(row, f))
                .toList();
    }

    /** With shared texts, by a library. */
    private Path written(Path csv) throws IOException {
        var path = folder.resolve("shared.xlsx");
        try (var output = Files.newOutputStream(path);
                var workbook = new Workbook(output, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Loans");
            var records = records(csv);
            for (var row = 0; row < records.size(); row++) {
                for (var column = 0; column < 7; column++) {
                    sheet.value(row, column, records.get(row).getField(column));
                }
            }
        }
        return path;
    }

    /** With each text in its cell, by hand. */
    private Path writtenIntoCells(Path csv) throws IOException {
        var records = records(csv);
        var rows = IntStream.range(0, records.size())
                .mapToObj(i -> WorkbookFile.row(
                        i + 1,
                        records.get(i).getFields().stream()
                                .map(WorkbookFile::text)
                                .toArray(String[]::new)))
                .toArray(String[]::new);
        return WorkbookFile.of(rows).in(folder);
    }

    private static List<CsvRecord> records(Path csv) throws IOException {
        try (var records = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(csv)) {
            return records.stream().toList();
        }
    }

    private static Path sample(String name) {
        var samples = Path.of(System.getenv().getOrDefault("KIRCHBERG_SAMPLES", "../shared/data"), "eib-export");
        Assumptions.assumeTrue(Files.isDirectory(samples), "skipped: no real samples at " + samples);
        return samples.resolve(name);
    }
}
