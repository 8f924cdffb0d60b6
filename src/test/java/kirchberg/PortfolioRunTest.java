package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import kirchberg.read.ParquetFiles;
import kirchberg.spark.LocalSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run on a portfolio that Spark reads where it lies. */
@Tag("spark")
class PortfolioRunTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void every_record_is_published_or_rejected_and_the_money_adds_up() throws IOException {
        var file = ParquetFiles.write(
                folder.resolve("made.parquet"),
                ParquetFiles.record(),
                ParquetFiles.record(),
                ParquetFiles.with("amount_eur", "-0.01::DECIMAL(18,2)"),
                ParquetFiles.with("amount_eur", "NULL::DECIMAL(18,2)"),
                ParquetFiles.with("signed_on", "DATE '1957-12-31'"),
                ParquetFiles.with("stage", "'PLANNED'"));

        assertThat(run(Files.readAllBytes(file))).as(err.toString()).isBetween(0, 1);
        // 2 x 1000.50 - 0.01 published; no amount, a day before the bank, a stage that is none rejected
        assertThat(out.toString())
                .contains("6 records = 3 published + 3 rejected + 0 control rows; EUR 2000.99 published");
    }

    @Test
    void torn_pages_of_another_column_than_the_amounts_stop_the_run_and_name_the_file() throws IOException {
        var file = ParquetFiles.write(
                folder.resolve("made.parquet"),
                ParquetFiles.schemaWith(Map.of()),
                row -> row.append("amount_eur", 100L).append("operation_id", "UNIQUE-TEXT"));
        var bytes = Files.readAllBytes(file);
        var amounts = ParquetFiles.firstPage(bytes, "amount_eur");
        // everything in front of the amounts: pages of five other columns
        Arrays.fill(bytes, 4, amounts, (byte) 0xFF);

        assertThat(run(bytes)).as(err.toString()).isEqualTo(3);
        assertThat(err.toString())
                .contains("NOT_THIS_FORMAT: Cannot read source/2025-11-30/portfolio.csv: Spark cannot read its pages")
                .contains("What to do: Write the file again")
                .doesNotContain("\tat ", "SparkException");
        assertThat(folder.resolve("job/out/CURRENT")).doesNotExist();
    }

    private int run(byte[] portfolio) {
        assertThat(LocalSpark.session().conf().get("spark.sql.ansi.enabled")).isEqualTo("true");
        var job = new JobFolder(folder.resolve("job"))
                .as("kirchberg-parquet", "GROUP")
                .with(portfolio);
        return Main.run(
                new String[] {"run", job.job().toString()}, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
