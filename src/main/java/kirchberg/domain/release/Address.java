package kirchberg.domain.release;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a root of releases lies.
 *
 * @param root a local path, or a file:, hdfs: or s3a: URI
 * @param settings of its file system, by their Hadoop names, such as {@code fs.s3a.endpoint}; never printed
 */
public record Address(String root, Map<String, String> settings) {

    private static final String PASSED_ON = "spark.hadoop.";

    public Address {
        settings = Map.copyOf(settings);
    }

    /** A root that needs no settings. */
    public static Address of(String root) {
        return new Address(root, Map.of());
    }

    /**
     * A root whose file system has the settings that Spark passes on to it.
     *
     * @param spark properties, of which those that begin with {@code spark.hadoop.} count
     */
    public static Address of(String root, Map<String, String> spark) {
        return new Address(
                root,
                spark.entrySet().stream()
                        .filter(e -> e.getKey().startsWith(PASSED_ON))
                        .collect(Collectors.toMap(e -> e.getKey().substring(PASSED_ON.length()), Map.Entry::getValue)));
    }

    /** The root alone: settings may hold secrets. */
    @Override
    public String toString() {
        return root;
    }
}
