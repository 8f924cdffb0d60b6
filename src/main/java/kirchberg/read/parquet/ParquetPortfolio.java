package kirchberg.read.parquet;

import java.nio.file.Path;
import java.util.regex.Pattern;
import kirchberg.domain.Stop;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.Source;
import kirchberg.read.received.Delivery;
import kirchberg.read.received.FileKind;
import kirchberg.read.received.SourceBytes;
import kirchberg.read.received.SourceReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A canonical portfolio as Parquet. It may have 100 million rows, so the driver does not carry them: it hashes the
 * files, then counts records and money over the column of amounts alone. Spark reads the rows, in parallel, where they
 * lie.
 */
public final class ParquetPortfolio implements SourceReader {
    /** Names that Spark takes for hidden files or for files half written, and those that its checksums cannot have. */
    private static final Pattern UNREAD = Pattern.compile("(^|/)[_.][^/]*$|:[^/]*$|[.]_COPYING_$");

    private final Delivery delivery;

    /** A reader that only counts: no row reaches the delivery's sink. */
    public ParquetPortfolio(Delivery delivery) {
        this.delivery = delivery;
    }

    /** Refuses what is no Parquet; its bytes are hashed before anything in them is believed. */
    @Override
    public void read(SourceBytes bytes) {
        bytes.require(FileKind.PARQUET);
    }

    /**
     * Counts the files, once all of them are known to be those that are declared.
     *
     * @throws Stop NOT_THIS_FORMAT, TRUNCATED or LIMIT for a file that is broken or out of bounds, HEADER for other
     *     columns than those of a portfolio
     */
    @Override
    public ControlTotals confirm() {
        var source = delivery.source();
        for (var file : source.files()) {
            requireName(file.name());
            var path = source.folder().resolve(file.name());
            delivery.counted(new PortfolioFile(path, source.id() + "/" + file.name()).count());
        }
        return delivery.totals();
    }

    private void requireName(String name) {
        if (UNREAD.matcher(name).find()) {
            throw Stop.refused(
                    Refusal.NOT_THIS_FORMAT,
                    "Cannot read " + delivery.source().id() + "/" + name
                            + ": Spark passes over files of such a name, got " + name
                            + ", expected one that does not begin with _ or . and has no colon",
                    "Rename the file, and its entry in source.yaml.");
        }
    }

    /**
     * The rows of a portfolio that was counted, under {@code Financings.RAW}, in no order. Every worker must reach the
     * source folder under the same path.
     */
    public static Dataset<Row> rows(SparkSession spark, Source source) {
        return new RawColumns(source).of(spark);
    }

    /** How Spark names a file in its messages: without a scheme, whatever it writes in front. */
    static Path place(Source source, String file) {
        return source.folder().toAbsolutePath().normalize().resolve(file).normalize();
    }
}
