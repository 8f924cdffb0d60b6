package kirchberg.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import kirchberg.domain.Stop;
import kirchberg.sample.Sampling.Format;
import kirchberg.sample.Sampling.Request;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same portfolio in every format that the sample can be written in. */
final class SampleFormatsTest {
    private static final long ROWS = 1_500;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void write() {
        for (var format : Format.values()) {
            Sampling.write(folder.resolve(format.key()), new Request(ROWS, 7, format));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_same_request_gives_the_same_bytes(Format format) {
        Sampling.write(folder.resolve("again-" + format.key()), new Request(ROWS, 7, format));

        assertThat(folder.resolve("again-" + format.key()).resolve(format.fileName()))
                .hasSameBinaryContentAs(folder.resolve(format.key()).resolve(format.fileName()));
        assertThat(folder.resolve(format.key())).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void the_workbook_holds_the_cells_of_the_export_all_of_them_text() throws IOException {
        try (var book = new ReadableWorkbook(
                        folder.resolve("xlsx/loanExport.xlsx").toFile());
                var rows = book.getFirstSheet().openStream();
                var csv = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(folder.resolve("export/export.csv"))) {
            var expected = csv.stream().map(CsvRecord::getFields).toList();
            var found = rows.toList();

            assertThat(found.stream().map(SampleFormatsTest::texts)).isEqualTo(expected);
            assertThat(found.stream().flatMap(Row::stream).filter(c -> c != null))
                    .allSatisfy(cell -> assertThat(cell.getType()).isEqualTo(CellType.STRING));
        }
    }

    private static List<String> texts(Row row) {
        return IntStream.range(0, 7)
                .mapToObj(i -> i < row.getCellCount() ? row.getOptionalCell(i) : Optional.<Cell>empty())
                .map(c -> c.map(Cell::getText).orElse(""))
                .toList();
    }

    /** Else readers that go by rows in the file see no blank record. */
    @Test
    void the_blank_row_stands_in_the_sheet_before_the_total() throws IOException {
        try (var zip = new ZipFile(folder.resolve("xlsx/loanExport.xlsx").toFile())) {
            var sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);

            assertThat(sheet)
                    .containsPattern("<row r=\"[0-9]+\"><c r=\"A[0-9]+\" t=\"inlineStr\"><is><t></t></is></c></row>"
                            + "<row r=\"[0-9]+\"><c r=\"A[0-9]+\" t=\"inlineStr\"><is><t>Total</t>");
        }
    }

    @Test
    void a_sheet_takes_no_more_rows_than_the_format_allows() throws IOException {
        var sheet = new ExportSheet(folder.resolve("large.xlsx"));
        for (var row = 0; row < 1_048_576; row++) {
            sheet.accept(List.of("x"));
        }

        assertThatThrownBy(() -> sheet.accept(List.of("x")))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("expected at most that many");
        sheet.close();
        assertThat(folder.resolve("large.xlsx.part")).doesNotExist();
    }

    /** DuckDB reads both, by names and types of its own. */
    @Test
    void the_parquet_file_holds_the_values_of_the_csv_file() throws SQLException, IOException {
        var csv = folder.resolve("csv/portfolio.csv");
        var parquet = folder.resolve("parquet/portfolio.parquet");
        var types = "{'operation_id': 'VARCHAR', 'signed_on': 'DATE', 'amount_eur': 'DECIMAL(18,2)',"
                + " 'joint_amount_eur': 'DECIMAL(18,2)', 'mobilised_amount_eur': 'DECIMAL(18,2)',"
                + " 'climate_share': 'DECIMAL(9,8)'}";
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT (SELECT count(*) FROM '" + parquet + "'),"
                        + " (SELECT count(*) FROM (SELECT * FROM '" + parquet + "' EXCEPT ALL SELECT * FROM read_csv('"
                        + csv + "', header = true, types = " + types + ")))")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getLong(1)).isEqualTo(ROWS);
            assertThat(result.getLong(2)).isZero();
        }
        assertThat(Files.readString(folder.resolve("parquet/source.yaml")))
                .contains("format: kirchberg-parquet", "institution: GROUP", "name: portfolio.parquet");
    }
}
