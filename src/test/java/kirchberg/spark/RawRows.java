package kirchberg.spark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kirchberg.table.Financings;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Assumptions;

/** Raw rows for tests: invented ones by column name, and the real samples where they are at hand. */
public final class RawRows {
    private static final Map<String, String> EXPORT_COLUMNS = Map.of(
            "operation_name", "Name",
            "region_label", "Region",
            "country_label", "Country or Territory",
            "sector_label", "Sector",
            "signed_on", "Signature Date",
            "amount_eur", "Signed Amount",
            "description", "Description");

    private RawRows() {}

    /** An export's record, to be changed by what a test speaks of. */
    public static Map<String, String> export() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("source_id", "eib/2025-11-30"),
                Map.entry("source_file", "export.csv"),
                Map.entry("record_number", "1"),
                Map.entry("format", "eib-export-csv"),
                Map.entry("accessed", "2025-11-30"),
                Map.entry("currency", "EUR"),
                Map.entry("byte_offset", "100"),
                Map.entry("raw_text", "as received"),
                Map.entry("institution", "EIB"),
                Map.entry("stage", "SIGNED"),
                Map.entry("operation_name", "LOAN"),
                Map.entry("region_label", "European Union"),
                Map.entry("country_label", "France"),
                Map.entry("sector_label", "Energy"),
                Map.entry("signed_on", "30/07/2024"),
                Map.entry("amount_eur", "€1,000")));
    }

    /** A canonical record, to be changed by what a test speaks of. */
    public static Map<String, String> canonical() {
        var row = export();
        row.putAll(Map.of("format", "kirchberg-csv", "signed_on", "2024-07-30", "amount_eur", "1000.00"));
        return row;
    }

    /** Rows under the raw table; a column that is missing or null in the map is null. */
    public static Dataset<Row> raw(List<Map<String, String>> rows) {
        return LocalSpark.rows(
                Financings.RAW,
                rows.stream()
                        .map(row -> RowFactory.create(
                                Financings.RAW.names().stream().map(row::get).toArray()))
                        .toList());
    }

    /** The financings of a real sample; the test is skipped where the samples are absent. */
    public static Dataset<Row> sample(String file) {
        var folder = Path.of(System.getenv().getOrDefault("KIRCHBERG_SAMPLES", "../shared/data"));
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: no real samples at " + folder);
        try (var reader = CsvReader.builder()
                .skipEmptyLines(true)
                .ofNamedCsvRecord(folder.resolve("eib-export").resolve(file), StandardCharsets.UTF_8)) {
            var rows = new ArrayList<Map<String, String>>();
            reader.stream()
                    .filter(r -> !r.getField("Region").isEmpty())
                    .forEach(r -> rows.add(row(r, rows.size() + 1)));
            return raw(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(NamedCsvRecord line, int number) {
        var row = export();
        row.put("record_number", String.valueOf(number));
        EXPORT_COLUMNS.forEach((column, header) -> row.put(column, line.getField(header)));
        return row;
    }
}
