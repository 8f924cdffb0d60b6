package kirchberg;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kirchberg.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Spark runs and with which settings. */
final class SparkOptions {
    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "${env:KIRCHBERG_MASTER}",
            description = "Spark master. Default: KIRCHBERG_MASTER, else spark-submit's, else local[*].")
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
