package kirchberg.read;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import kirchberg.domain.Stop;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFormat;
import kirchberg.domain.source.Survey;
import kirchberg.read.parquet.ParquetPortfolio;
import kirchberg.read.reference.ReferenceFiles;
import kirchberg.table.ReferenceTables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The first stage: bytes as received to records that are still text, and curated tables. */
public final class Reading {
    private Reading() {}

    /**
     * Hands every record of a source to the sink, as it stands in the file, and counts them.
     *
     * @param sink takes rows under {@code Financings.RAW}
     * @throws Stop with exit 3 if a file is refused
     */
    public static ControlTotals records(Source source, Consumer<Row> sink) {
        return Records.read(source, sink);
    }

    /**
     * The format of a file by its content, whatever its name says.
     *
     * @throws Stop with exit 3 if it is of none that can be read, and says what it seems to be
     */
    public static SourceFormat format(Path file) {
        return Recognition.of(file);
    }

    /**
     * Reads a whole source to tell what it holds, and hands nothing on.
     *
     * @throws Stop with exit 3 if a file is refused
     */
    public static Survey survey(Source source) {
        return Surveying.of(source);
    }

    /**
     * The rows of a portfolio that Spark reads where it lies, under {@code Financings.RAW}, in no order. Call
     * {@link #records} first, which proves and counts the files but hands on no row of such a source, and
     * {@link #requireUnchanged} once the rows were used. Every worker must reach the source folder under the same path.
     *
     * @param source its format is columnar
     */
    public static Dataset<Row> portfolio(SparkSession spark, Source source) {
        return ParquetPortfolio.rows(spark, source);
    }

    /**
     * Compares the bytes of a source with its digests once more. Rows that Spark read between two such proofs are those
     * of the declared files, unless somebody changed them and put them back meanwhile; then the sums differ.
     *
     * @throws Stop DIGEST if a file was changed
     */
    public static void requireUnchanged(Source source) {
        Records.requireUnchanged(source);
    }

    /**
     * What a failure of Spark says of a source: a stop that names the file, if one of its files could not be read.
     *
     * @param failure with its causes
     */
    public static Optional<Stop> brokenFile(Source source, Throwable failure) {
        return BrokenFile.named(source, failure);
    }

    /**
     * The reference tables in a folder.
     *
     * @throws Stop with exit 2 and every problem of every table
     */
    public static ReferenceTables reference(SparkSession spark, Path folder) {
        return ReferenceFiles.read(spark, folder);
    }
}
