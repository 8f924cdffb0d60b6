package kirchberg.job;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import kirchberg.domain.Breakdown;
import kirchberg.domain.Stop;
import kirchberg.job.safety.SparkSettings;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.slf4j.LoggerFactory;

/**
 * Spark as the house needs it, opened in the background; refuses settings under which figures could silently be wrong.
 * A session that was there before is used and left open.
 */
public final class Session implements AutoCloseable {
    /** Used unless the user, a properties file or spark-submit says otherwise. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("spark.app.name", "kirchberg"),
            Map.entry("spark.master", "local[*]"),
            Map.entry("spark.ui.enabled", "false"),
            Map.entry("spark.ui.showConsoleProgress", "false"),
            Map.entry("spark.sql.shuffle.partitions", "2"),
            Map.entry("spark.sql.dataFrameQueryContext.enabled", "false"),
            Map.entry("spark.sql.debug.maxToStringFields", "5"),
            Map.entry("spark.sql.session.timeZone", "UTC"),
            Map.entry("spark.sql.ansi.enabled", "true"),
            Map.entry("spark.sql.datetime.java8API.enabled", "true"),
            Map.entry("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS"),
            Map.entry("spark.sql.parquet.compression.codec", "zstd"));

    /**
     * Loopback only: a local run opens no port to the network. And no planning anew between stages: with two partitions
     * there is little to choose, and it costs a tenth of the time. A task whose heap is full fails and is told of;
     * Spark's own way is to end the program with 52 and no word.
     */
    private static final Map<String, String> LOCAL_DEFAULTS = Map.of(
            "spark.executor.killOnFatalError.depth", "0",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.driver.host", "127.0.0.1",
            "spark.sql.adaptive.enabled", "false");

    private final boolean isOurs = SparkSession.getDefaultSession().isEmpty();
    private final CompletableFuture<SparkSession> opening;

    private Session(Map<String, String> asked) {
        opening = CompletableFuture.supplyAsync(() -> open(asked));
    }

    /**
     * Begins to open Spark; logging first, for it complains if two threads begin with it at a time.
     *
     * @throws Stop USAGE for settings under which figures could be wrong
     */
    static Session opening(Map<String, String> asked) {
        SparkSettings.of(asked).requireSafe();
        LoggerFactory.getILoggerFactory();
        return new Session(asked);
    }

    /**
     * Waits until Spark is there, and makes it that of this thread: plans made in a thread without a session do not
     * hear its settings, and give days as another type.
     */
    SparkSession spark() {
        try {
            var spark = opening.join();
            SparkSession.setActiveSession(spark);
            return spark;
        } catch (CompletionException e) {
            if (e.getCause() instanceof Stop stop) {
                throw stop;
            }
            throw Breakdown.of(
                    "start Spark",
                    e.getCause() == null ? e : e.getCause(),
                    "Look at --master, the properties file and the settings of spark-submit.");
        }
    }

    /** Runs work on Spark, and closes Spark after it. */
    public static <T> T with(Map<String, String> asked, Function<SparkSession, T> work) {
        try (var session = opening(asked)) {
            return work.apply(session.spark());
        }
    }

    @Override
    public void close() {
        if (isOurs) {
            opening.handle((spark, failure) -> spark)
                    .thenAccept(spark -> {
                        if (spark != null) {
                            spark.stop();
                        }
                    })
                    .join();
        }
    }

    private static SparkSession open(Map<String, String> asked) {
        var conf = new SparkConf();
        asked.forEach(conf::set);
        DEFAULTS.forEach(conf::setIfMissing);
        if (conf.get("spark.master").startsWith("local")) {
            LOCAL_DEFAULTS.forEach(conf::setIfMissing);
        }
        return SparkSession.builder().config(conf).getOrCreate();
    }
}
