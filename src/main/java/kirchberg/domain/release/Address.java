package kirchberg.domain.release;

import java.util.Map;

/**
 * Where a root of releases lies.
 *
 * @param root a local path, or a file:, hdfs: or s3a: URI
 * @param settings of its file system, by their Hadoop names, such as {@code fs.s3a.endpoint}; never printed
 */
public record Address(String root, Map<String, String> settings) {

    public Address {
        settings = Map.copyOf(settings);
    }

    /** A root that needs no settings. */
    public static Address of(String root) {
        return new Address(root, Map.of());
    }

    /** The root alone: settings may hold secrets. */
    @Override
    public String toString() {
        return root;
    }
}
