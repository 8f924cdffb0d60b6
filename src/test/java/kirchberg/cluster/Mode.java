package kirchberg.cluster;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Where spark-submit starts the driver. */
enum Mode {
    /** In the process that submits: its exit code is that of the run. */
    CLIENT,
    /** In a Worker: what submits waits for it here, and ends with 0 in any case. */
    CLUSTER;

    private static final Map<String, String> BOTH = Map.of(
            "spark.driver.host",
            Program.LOOPBACK,
            "spark.driver.bindAddress",
            Program.LOOPBACK,
            "spark.executor.memory",
            "512m",
            "spark.executor.cores",
            "1",
            "spark.cores.max",
            "2",
            "spark.executor.extraJavaOptions",
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
            "spark.ui.enabled",
            "false");

    private static final Map<String, String> IN_A_WORKER = Map.of(
            "spark.driver.memory",
            "768m",
            "spark.driver.extraJavaOptions",
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
            "spark.standalone.submit.waitAppCompletion",
            "true");

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Map<String, String> settings() {
        var settings = new HashMap<>(BOTH);
        if (this == CLUSTER) {
            settings.putAll(IN_A_WORKER);
        }
        return settings;
    }
}
