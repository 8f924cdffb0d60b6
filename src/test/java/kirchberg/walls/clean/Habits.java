package kirchberg.walls.clean;

import java.io.FileInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Breaks rules on purpose: one member, one rule. */
public final class Habits {
    static int calls;

    final double share;

    public Habits(double share) {
        this.share = share;
    }

    public static Instant clock() {
        return Instant.now();
    }

    public static Supplier<Instant> clockByReference() {
        return Instant::now;
    }

    public static UUID chance() {
        return UUID.randomUUID();
    }

    public static Column sparkChance() {
        return functions.current_date();
    }

    public static boolean file(Path path) {
        return Files.exists(path);
    }

    public static int oldFile(String name) throws IOException {
        try (var in = new FileInputStream(name)) {
            return in.read();
        }
    }

    public static void sparkFile(Dataset<Row> rows) {
        rows.write().parquet("x");
    }

    public static String hadoop(Configuration configuration) {
        return configuration.toString();
    }

    public static HttpClient network() {
        return HttpClient.newHttpClient();
    }

    public static void print() {
        System.out.println();
    }

    public static void exit() {
        System.exit(0);
    }

    public static void fail() {
        throw new RuntimeException("no word of the house");
    }

    public static BigDecimal fromDouble(double value) {
        return BigDecimal.valueOf(value);
    }

    public static double toDouble(BigDecimal value) {
        return value.doubleValue();
    }

    public static int getShare() {
        return 0;
    }
}
