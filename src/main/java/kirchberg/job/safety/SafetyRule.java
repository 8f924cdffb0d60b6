package kirchberg.job.safety;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One setting of Spark that must keep its value.
 *
 * @param key the full name; one that ends in a star stands for all that begin so
 * @param allowed its values, in any case; several may be named at once, parted by commas; none: to be left out
 * @param localOnly whether a cluster may do otherwise
 * @param why what could go wrong
 */
record SafetyRule(String key, List<String> allowed, boolean localOnly, String why) {
    /** Engines and extensions that were shown to give the same figures; none yet. */
    private static final String[] PROVEN_PLUGINS = {};

    private static final String[] LOOPBACK = {"127.0.0.1", "localhost", "::1", "[::1]"};
    private static final String DAYS = "days would be read or shifted silently";
    private static final String SKIPS = "files would be skipped silently (SPARK-40591)";
    private static final String LEAVES = "output of failed attempts could stay (SPARK-33019)";
    private static final String STRANGE = "code of others would run inside the plan";
    private static final String OPEN = "a local run opens no port beyond the loopback address";

    static final List<SafetyRule> ALL = List.of(
            rule("spark.sql.ansi.enabled", "overflow and bad casts would become null silently", "true"),
            rule("spark.sql.session.timeZone", DAYS, "UTC"),
            rule("spark.sql.datetime.java8API.enabled", DAYS, "true"),
            rule("spark.sql.legacy.*", "older rules of casts, days and decimals would hold"),
            rule("spark.sql.files.ignoreCorruptFiles", SKIPS, "false"),
            rule("spark.sql.files.ignoreMissingFiles", SKIPS, "false"),
            rule("spark.files.ignoreCorruptFiles", SKIPS, "false"),
            rule("spark.files.ignoreMissingFiles", SKIPS, "false"),
            rule("spark.sql.parquet.writeLegacyFormat", "releases would have other types", "false"),
            rule("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", LEAVES, "1"),
            rule("spark.hadoop.mapreduce.outputcommitter.factory.*", LEAVES),
            rule("spark.hadoop.fs.s3a.committer.name", LEAVES, "file"),
            rule("spark.sql.sources.outputCommitterClass", LEAVES),
            rule(
                    "spark.sql.sources.commitProtocolClass",
                    LEAVES,
                    "org.apache.spark.sql.execution.datasources.SQLHadoopMapReduceCommitProtocol"),
            rule(
                    "spark.sql.parquet.output.committer.class",
                    LEAVES,
                    "org.apache.parquet.hadoop.ParquetOutputCommitter"),
            rule("spark.plugins", STRANGE, PROVEN_PLUGINS),
            rule("spark.sql.extensions", STRANGE, PROVEN_PLUGINS),
            localRule("spark.ui.enabled", "false"),
            localRule("spark.driver.bindAddress", LOOPBACK),
            localRule("spark.driver.host", LOOPBACK));

    private static SafetyRule rule(String key, String why, String... allowed) {
        return new SafetyRule(key, List.of(allowed), false, why);
    }

    private static SafetyRule localRule(String key, String... allowed) {
        return new SafetyRule(key, List.of(allowed), true, OPEN);
    }

    boolean refuses(String name, String value) {
        return isAbout(name)
                && Arrays.stream(value.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .anyMatch(part -> allowed.stream().noneMatch(part::equalsIgnoreCase));
    }

    String complaint(String name, String value) {
        var expected = allowed.isEmpty() ? "none" : String.join(" or ", allowed);
        return why + ", got " + name + "=" + value + ", expected " + expected;
    }

    /** Spark hears names in any case where they are those of SQL. */
    private boolean isAbout(String name) {
        var asked = name.toLowerCase(Locale.ROOT);
        var ours = key.toLowerCase(Locale.ROOT);
        return ours.endsWith("*") ? asked.startsWith(ours.substring(0, ours.length() - 1)) : asked.equals(ours);
    }
}
