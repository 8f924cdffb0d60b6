package kirchberg.job;

import java.util.Map;

/** What a release was made with. */
final class Versions {
    private Versions() {}

    /** Version of the jar; "development" outside of one. */
    static String code() {
        var version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    static Map<String, String> all(String spark) {
        return Map.of("kirchberg", code(), "spark", spark, "java", System.getProperty("java.version", "unknown"));
    }
}
