package kirchberg.job.safety;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;

/**
 * The settings of a session, from every place that Spark hears: what was asked for, above the {@code spark.} properties
 * of the system, in which spark-submit hands over its options and its file.
 *
 * @param values by their full names; may hold secrets, so only single ones are ever printed
 */
public record SparkSettings(Map<String, String> values) {
    private static final String HADOOP = "spark.hadoop.";

    public SparkSettings {
        values = Map.copyOf(values);
    }

    /** What was asked for, above what spark-submit hands over. */
    public static SparkSettings of(Map<String, String> asked) {
        var values = new TreeMap<String, String>();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("spark."))
                .forEach(name -> values.put(name, System.getProperty(name, "")));
        values.putAll(asked);
        return new SparkSettings(values);
    }

    /**
     * Refuses settings under which figures could silently be wrong, code of others would run, or a local run would open
     * a port to the network.
     *
     * @throws Stop USAGE with all of them at once
     */
    public void requireSafe() {
        var refused = refused();
        if (!refused.isEmpty()) {
            throw new Stop(
                    Exit.USAGE,
                    "Cannot run with unsafe Spark settings: " + String.join("\n  and: ", refused),
                    "Leave them out. They come from --conf, --properties-file, or what spark-submit was given.");
        }
    }

    private List<String> refused() {
        var local = values.getOrDefault("spark.master", "local[*]").startsWith("local");
        return new TreeMap<>(values)
                .entrySet().stream()
                        .flatMap(setting -> SafetyRule.ALL.stream()
                                .filter(rule -> local || !rule.localOnly())
                                .filter(rule -> rule.refuses(setting.getKey(), setting.getValue()))
                                .map(rule -> rule.complaint(setting.getKey(), setting.getValue())))
                        .toList();
    }

    /** The settings of file systems by their Hadoop names, such as {@code fs.s3a.endpoint}. */
    public Map<String, String> hadoop() {
        return values.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(HADOOP))
                .collect(Collectors.toMap(setting -> setting.getKey().substring(HADOOP.length()), Map.Entry::getValue));
    }
}
