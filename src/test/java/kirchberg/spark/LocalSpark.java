package kirchberg.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kirchberg.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The session of the test run: one core, one shuffle partition, ANSI and UTC as in production. */
public final class LocalSpark {
    private static final SparkSession SESSION = start();

    private LocalSpark() {}

    public static SparkSession session() {
        return SESSION;
    }

    /** Rows under a table's schema. */
    public static Dataset<Row> rows(Table table, List<Row> rows) {
        return SESSION.createDataFrame(rows, table.schema());
    }

    private static SparkSession start() {
        var session = SparkSession.builder()
                .master("local[1]")
                .appName("kirchberg-tests")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .getOrCreate();
        assertThat(session.conf().get("spark.sql.ansi.enabled")).isEqualTo("true");
        assertThat(session.conf().get("spark.sql.session.timeZone")).isEqualTo("UTC");
        Runtime.getRuntime().addShutdownHook(new Thread(session::stop));
        return session;
    }
}
