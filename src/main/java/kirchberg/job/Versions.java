package kirchberg.job;

import java.util.Map;
import java.util.TreeMap;
import kirchberg.publish.Publishing;

/** What a release was made with. */
final class Versions {
    private Versions() {}

    /** Version of the jar; "development" outside of one. */
    static String code() {
        var version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    static Map<String, String> all(String spark) {
        var all = new TreeMap<>(Publishing.versions());
        all.putAll(Map.of("kirchberg", code(), "spark", spark, "java", System.getProperty("java.version", "unknown")));
        return all;
    }
}
