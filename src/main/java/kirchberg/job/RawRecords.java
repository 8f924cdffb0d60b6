package kirchberg.job;

import java.util.List;
import java.util.function.Supplier;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Source;
import kirchberg.publish.release.Draft;
import kirchberg.read.Reading;
import kirchberg.table.Financings;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The records of a run as received: staged by the driver or, of a large portfolio, read by Spark where they lie. */
public record RawRecords(Draft draft, List<Source> sources) {

    /** Stages what the driver reads, and counts every source. */
    public List<ControlTotals> read() {
        try (var raw = draft.stage(Financings.RAW)) {
            return sources.stream().map(source -> Reading.records(source, raw)).toList();
        }
    }

    /** All of them. */
    public Dataset<Row> rows(SparkSession spark) {
        var rows = draft.staged(spark, Financings.RAW);
        for (var source : columnar()) {
            rows = rows.unionAll(Reading.portfolio(spark, source));
        }
        return rows;
    }

    /** Runs work on these rows; a file that Spark cannot read is named. */
    public void reading(Runnable work) {
        result(() -> {
            work.run();
            return true;
        });
    }

    /** The same for work that has a result. */
    public <T> T result(Supplier<T> work) {
        try {
            return work.get();
        } catch (Exception e) { // Spark throws checked exceptions that it does not declare
            for (var source : columnar()) {
                Reading.brokenFile(source, e).ifPresent(stop -> {
                    stop.addSuppressed(e);
                    throw stop;
                });
            }
            throw e;
        }
    }

    /** Whether Spark reads files that somebody may change meanwhile. */
    public boolean areReadBySpark() {
        return !columnar().isEmpty();
    }

    /** Proves that Spark read the files that were counted. */
    public void requireUnchanged() {
        columnar().forEach(Reading::requireUnchanged);
    }

    private List<Source> columnar() {
        return sources.stream().filter(s -> s.format().isColumnar()).toList();
    }
}
