package kirchberg;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kirchberg.config.Configuration;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.job.safety.SparkSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings of Spark and of the file systems on which roots lie. */
final class StoreOptions {
    /** Names of settings that may hold a secret; Spark's own pattern misses some (SPARK-48930, SPARK-49197). */
    private static final Pattern SECRET = Pattern.compile("(?i)credential|secret|token|passw|key");

    /** Secrets inside a value: a Java property, or a user with a password in an address. */
    private static final Pattern SECRET_INSIDE =
            Pattern.compile("(?i)-D\\S*(credential|secret|token|passw|key)\\S*=|://[^/@\\s]*:[^/@\\s]+@");

    @Option(
            names = "--properties-file",
            paramLabel = "FILE",
            description = "Spark properties, such as jobs/spark-defaults.conf. Secrets belong here.")
    private @Nullable Path properties;

    @Option(
            names = "--conf",
            paramLabel = "KEY=VALUE",
            description = "A Spark setting, above the properties file; may be repeated. No secrets.")
    private List<String> settings = List.of();

    /**
     * A root with the settings of its file system, such as {@code fs.s3a.endpoint}, from options, file and
     * spark-submit.
     *
     * @throws Stop USAGE for a setting that is none or is secret
     */
    Address address(String root) {
        return new Address(root, SparkSettings.of(asked()).hadoop());
    }

    /** The properties file, and single settings above it. */
    Map<String, String> asked() {
        var spark = new HashMap<String, String>();
        if (properties != null) {
            spark.putAll(Configuration.properties(properties));
        }
        settings.forEach(setting -> put(setting, spark));
        return spark;
    }

    private static void put(String setting, Map<String, String> spark) {
        var parts = setting.split("=", 2);
        var key = parts[0].strip();
        if (parts.length < 2) {
            throw new Stop(
                    Exit.USAGE,
                    "Cannot take a setting: --conf has no '=', expected KEY=VALUE",
                    "For example --conf spark.sql.shuffle.partitions=8");
        }
        requireOpen(key, parts[1]);
        if (!key.startsWith("spark.") || key.equals("spark.master")) {
            throw new Stop(
                    Exit.USAGE,
                    "Cannot take a setting: --conf is for settings of Spark, got " + key + ", expected spark.NAME",
                    key.equals("spark.master") ? "Use --master." : "Hadoop's settings are spark.hadoop.NAME.");
        }
        spark.put(key, parts[1].strip());
    }

    /** Everyone on a machine can read the command lines of all; so the value is not printed either. */
    private static void requireOpen(String key, String value) {
        if (SECRET.matcher(key).find() || SECRET_INSIDE.matcher(value).find()) {
            throw new Stop(
                    Exit.USAGE,
                    "Cannot take a secret on the command line, where all users of the machine can read it: got " + key,
                    "Put it into a file that only you can read (chmod 600) and name it with --properties-file.");
        }
    }
}
