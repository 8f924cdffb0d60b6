package kirchberg;

import java.util.Map;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.job.safety.SparkSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where Spark runs and with which settings. */
final class SparkOptions {
    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "${env:KIRCHBERG_MASTER}",
            description = "Spark master. Default: KIRCHBERG_MASTER, else spark-submit's, else local[*].")
    private @Nullable String master;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    /**
     * The properties file, single settings above it, and the master above both.
     *
     * @throws Stop USAGE for a setting that is none, is secret, or is unsafe together with what spark-submit hands over
     */
    Map<String, String> spark() {
        var spark = store.asked();
        if (master != null) {
            spark.put("spark.master", master);
        }
        SparkSettings.of(spark).requireSafe();
        return spark;
    }

    Address address(String root) {
        return store.address(root);
    }
}
