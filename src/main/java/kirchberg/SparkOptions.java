package kirchberg;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kirchberg.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Spark runs and with which settings. */
final class SparkOptions {
    @Option(names = "--master", paramLabel = "URL", description = "Spark master. Default: local[*], or spark-submit's.")
    private @Nullable String master;

    @Option(
            names = "--properties-file",
            paramLabel = "FILE",
            description = "Spark properties, such as jobs/spark-defaults.conf.")
    private @Nullable Path properties;

    /** The properties file, and the master above it. */
    Map<String, String> spark() {
        var spark = new HashMap<String, String>();
        if (properties != null) {
            spark.putAll(Configuration.properties(properties));
        }
        if (master != null) {
            spark.put("spark.master", master);
        }
        return spark;
    }
}
