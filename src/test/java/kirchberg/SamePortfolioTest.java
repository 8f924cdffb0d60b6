package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import kirchberg.read.ParquetFiles;
import kirchberg.sample.Sampling;
import kirchberg.spark.LocalSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One portfolio in every format that holds it gives the same financings: the digest is taken by DuckDB over the
 * published table, without the three columns that say where a row comes from.
 */
@Tag("spark")
class SamePortfolioTest {
    private static final long ROWS = 9_000;
    private static final long SEED = 7;

    /** An export's rows as a canonical portfolio: what an export does not state stays unknown. */
    private static final String CANONICAL = """
            SELECT NULL::VARCHAR AS operation_id, "Name" AS operation_name, 'EIB' AS institution, 'SIGNED' AS stage,
                strptime("Signature Date", '%d/%m/%Y')::DATE AS signed_on,
                replace(replace("Signed Amount", '€', ''), ',', '')::DECIMAL(18,2) AS amount_eur,
                NULL::DECIMAL(18,2) AS joint_amount_eur, NULL::DECIMAL(18,2) AS mobilised_amount_eur,
                "Country or Territory" AS country, "Region" AS region, NULL::VARCHAR AS nuts2, "Sector" AS sector,
                NULL::VARCHAR AS priorities, NULL::DECIMAL(9,8) AS climate_share, NULL::VARCHAR AS programmes,
                nullif("Description", '') AS description
            FROM read_csv('EXPORT', header = true, all_varchar = true, nullstr = '~')
            WHERE "Signature Date" <> ''
            """;

    @TempDir
    private static Path folder;

    private static Content export;

    /** What a release holds: rows, and the digest of what they say. */
    private record Content(long rows, String digest) {}

    @BeforeAll
    static void readTheExport() throws IOException {
        assertThat(LocalSpark.session().conf().get("spark.sql.ansi.enabled")).isEqualTo("true");
        export = published(sample("export", Sampling.Format.EIB_EXPORT_CSV));
        // closing rows left out: 9000 rows of both institutions, about three quarters of them of the EIB
        assertThat(export.rows()).isBetween(6_000L, 7_500L);
    }

    @Test
    void the_rows_of_an_export_as_canonical_parquet_are_the_same_financings() throws IOException {
        var parquet = source("parquet", "kirchberg-parquet", "2026-02-01");
        ParquetFiles.copy(rowsOf(folder.resolve("export/export.csv")), parquet);

        assertThat(published(declared(parquet))).isEqualTo(export);
    }

    @Test
    void the_rows_of_an_export_as_canonical_csv_are_the_same_financings() throws IOException {
        var csv = source("csv", "kirchberg-csv", "2026-02-01");
        duck("COPY (" + rowsOf(folder.resolve("export/export.csv")) + ") TO '" + csv + "' (FORMAT csv, HEADER)");

        assertThat(published(declared(csv))).isEqualTo(export);
    }

    @Test
    void the_workbook_of_the_export_has_the_same_financings() throws IOException {
        assertThat(published(sample("workbook", Sampling.Format.EIB_EXPORT_XLSX)))
                .isEqualTo(export);
    }

    @Test
    void the_whole_sample_is_the_same_as_csv_and_as_parquet() throws IOException {
        var csv = published(sample("sample-csv", Sampling.Format.KIRCHBERG_CSV));
        var parquet = published(sample("sample-parquet", Sampling.Format.KIRCHBERG_PARQUET));

        assertThat(csv.rows()).isEqualTo(ROWS);
        assertThat(parquet).isEqualTo(csv).isNotEqualTo(export);
    }

    @Test
    void the_oldest_part_of_the_real_export_is_the_same_as_canonical_parquet() throws IOException {
        var samples = Path.of(System.getenv().getOrDefault("KIRCHBERG_SAMPLES", "../shared/data"));
        assumeTrue(Files.isDirectory(samples), "skipped: no real samples at " + samples);
        var real = samples.resolve("eib-export/raw_export_1959_1965.csv");
        var csv = source("real-csv", "eib-export-csv", "2025-11-30");
        Files.copy(real, csv);
        var parquet = source("real-parquet", "kirchberg-parquet", "2025-11-30");
        ParquetFiles.copy(rowsOf(real), parquet);

        var expected = published(declared(csv));
        assertThat(expected.rows()).isEqualTo(92);
        assertThat(published(declared(parquet))).isEqualTo(expected);
    }

    private static String rowsOf(Path export) {
        return CANONICAL.replace("EXPORT", export.toString());
    }

    private static Path sample(String name, Sampling.Format format) {
        Sampling.write(folder.resolve(name), new Sampling.Request(ROWS, SEED, format));
        return folder.resolve(name);
    }

    /** Where the data of a source belong, beside a description that still lacks their length and digest. */
    private static Path source(String name, String format, String accessed) throws IOException {
        var own = Files.createDirectories(folder.resolve(name));
        Files.writeString(own.resolve("source.yaml"), """
                publisher: European Investment Bank
                dataset: Financed projects
                format: %s
                institution: EIB
                currency: EUR
                published: %s
                accessed: %s
                licence: none stated
                synthetic: true
                covers: {stage: SIGNED, place: WORLD, from: 1959-01-01, to: 2025-11-30, complete: false}
                """.formatted(format, accessed, accessed));
        return own.resolve("portfolio.data");
    }

    private static Path declared(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var yaml = file.resolveSibling("source.yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml)
                        + "files: [{name: portfolio.data, bytes: %d, sha256: %s}]\n"
                                .formatted(bytes.length, sha256(bytes)));
        return Objects.requireNonNull(yaml.getParent());
    }

    private static Content published(Path source) throws IOException {
        var root = folder.resolve("out-" + source.getFileName());
        var job = folder.resolve(source.getFileName() + ".yaml");
        Files.writeString(job, """
                sources: [%1$s]
                reference: %2$s/data/reference
                claims: [%2$s/data/claims/eib-president-overview-2021.yaml]
                output: %3$s
                """.formatted(source, JobFolder.PROJECT, root));
        var err = new StringWriter();
        var code = Main.run(
                new String[] {"run", job.toString()}, new PrintWriter(new StringWriter()), new PrintWriter(err));
        assertThat(code).as(err.toString()).isBetween(0, 1);
        return content(root);
    }

    private static Content content(Path root) {
        var rows = "(SELECT * EXCLUDE (source_id, source_file, record_number) FROM '" + root
                + "/releases/*/data/financings.parquet')";
        var found = duck("SELECT count(*) || ' ' || sha256(string_agg(r::VARCHAR, chr(10) ORDER BY operation_key,"
                + " financing_id)) FROM " + rows + " r");
        var parts = found.split(" ", 2);
        return new Content(Long.parseLong(parts[0]), parts[1]);
    }

    /** The first value that a statement gives. */
    private static String duck(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var result = statement.execute(sql) ? statement.getResultSet() : null) {
            return result != null && result.next() ? result.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
