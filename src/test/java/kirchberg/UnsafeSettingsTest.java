package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * Row B9 of the fault table: settings under which figures could silently be wrong end the run at its start with 2,
 * whichever way they come. The job file that these runs name does not exist, so a run that is not refused for its
 * settings says that; none gets so far as to start Spark.
 */
final class UnsafeSettingsTest {
    private static final List<String> TOLD_RIGHT = new ArrayList<>();

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @AfterAll
    static void sayHowMany() {
        var n = TOLD_RIGHT.size();
        System.out.println("B9: " + n + " of " + n + " unsafe settings refused with 2, safe ones let through");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/spark-settings.csv", numLinesToSkip = 1)
    void a_setting_is_refused_or_let_through_whichever_way_it_comes(
            String key, String value, @Nullable String says, String why) throws IOException {
        told("--conf", key + "=" + value, says, why);
        told("--properties-file", file(key, value), says, why);
        System.setProperty(key, value);
        try {
            told("--master", "local[*]", says, why);
        } finally {
            System.clearProperty(key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spark.ui.enabled=true", "spark.driver.host=192.0.2.7", "spark.driver.bindAddress=0.0.0.0"})
    void a_cluster_may_have_a_page_and_an_address(String setting) {
        assertThat(run("--master", "spark://192.0.2.1:7077", "--conf", setting)).isEqualTo(2);
        assertThat(err.toString()).contains("none.yaml").doesNotContain("unsafe");
    }

    @Test
    void all_unsafe_settings_are_told_at_once() {
        assertThat(run("--conf", "spark.sql.ansi.enabled=false", "--conf", "spark.plugins=x.Y"))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualTo("""
                Cannot run with unsafe Spark settings: code of others would run inside the plan, got spark.plugins=x.Y,\
                 expected none
                  and: overflow and bad casts would become null silently, got spark.sql.ansi.enabled=false, expected true
                What to do: Leave them out. They come from --conf, --properties-file, or what spark-submit was given.
                """);
    }

    /** The canary stands in no message. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark.hadoop.fs.s3a.secret.key=canary",
                "spark.hadoop.fs.s3a.access.key=canary",
                "spark.hadoop.fs.s3a.session.token=canary",
                "spark.ssl.keyPassword=canary",
                "spark.my.CREDENTIAL=canary",
                "spark.driver.extraJavaOptions=-Xss4m -Dfs.s3a.secret.key=canary",
                "spark.hadoop.fs.defaultFS=hdfs://user:canary@127.0.0.1:8020",
                "fs.s3a.secret.key=canary"
            })
    void a_secret_on_the_command_line_is_refused_unseen(String setting) {
        assertThat(run("-v", "--conf", setting)).isEqualTo(2);
        assertThat(err.toString())
                .contains("Cannot take a secret on the command line", "--properties-file", "chmod 600")
                .doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource({
        "canary, has no '='",
        "mapreduce.task.timeout=5, got mapreduce.task.timeout",
        "spark.master=local, Use --master."
    })
    void what_is_no_setting_of_spark_is_refused(String setting, String says) {
        assertThat(run("--conf", setting)).isEqualTo(2);
        assertThat(err.toString()).contains("Cannot take a setting", says).doesNotContain("canary");
    }

    @Test
    void a_setting_of_its_own_wins_over_the_file_and_the_master_over_both_of_its_sources() throws IOException {
        var file = file("spark.executor.cores", "1");
        Files.writeString(Path.of(file), "\nspark.master local[7]\nspark.task.cpus 3\n", StandardOpenOption.APPEND);
        assertThat(options("--properties-file", file, "--master", "local[2]", "--conf", "spark.task.cpus=2")
                        .spark())
                .containsOnly(
                        entry("spark.executor.cores", "1"),
                        entry("spark.master", "local[2]"),
                        entry("spark.task.cpus", "2"));
    }

    @Test
    void settings_of_file_systems_are_known_by_their_hadoop_names() throws IOException {
        var file = file("spark.hadoop.fs.s3a.secret.key", "of the file");
        System.setProperty("spark.hadoop.fs.s3a.path.style.access", "true");
        try {
            var options = options("--properties-file", file, "--conf", "spark.hadoop.fs.s3a.endpoint=http://127.0.0.1");
            assertThat(options.address("x").settings())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "fs.s3a.secret.key", "of the file",
                            "fs.s3a.path.style.access", "true",
                            "fs.s3a.endpoint", "http://127.0.0.1"));
        } finally {
            System.clearProperty("spark.hadoop.fs.s3a.path.style.access");
        }
    }

    @Test
    void spark_is_not_even_loaded_for_a_refused_run() throws Exception {
        var log = folder.resolve("classes.log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var job = JobFolder.PROJECT.resolve("jobs/nightly.yaml").toString();
        var process = new ProcessBuilder(
                        java, "-Xlog:class+load:file=" + log, "-cp", System.getProperty("java.class.path"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile());
        process.command()
                .addAll(List.of("kirchberg.Main", "run", "--dry-run", "--conf", "spark.sql.ansi.enabled=false", job));
        assertThat(process.start().waitFor()).isEqualTo(2);
        assertThat(Files.readString(log, StandardCharsets.UTF_8))
                .contains("kirchberg.job.safety.SafetyRule ")
                .doesNotContain("org.apache.spark.SparkContext ", "org.apache.spark.sql.SparkSession ");
    }

    private void told(String option, String argument, @Nullable String says, String why) {
        err.getBuffer().setLength(0);
        var code = run(option, argument);
        var message = err.toString();
        assertThat(code).as("%s %s: %s", option, argument, why).isEqualTo(2);
        assertThat(message).doesNotContain("\tat ");
        if (says == null) {
            assertThat(message).as("%s %s: %s", option, argument, why).contains("none.yaml");
        } else {
            assertThat(message).contains("Cannot run with unsafe Spark settings: ", says, "What to do: ");
            TOLD_RIGHT.add(argument);
        }
    }

    private int run(String... options) {
        var args = new ArrayList<>(List.of("run", folder.resolve("none.yaml").toString()));
        args.addAll(Arrays.asList(options));
        return Main.run(args.toArray(String[]::new), new PrintWriter(new StringWriter()), new PrintWriter(err, true));
    }

    private String file(String key, String value) throws IOException {
        return Files.writeString(folder.resolve("spark.conf"), key + " " + value + "\n")
                .toString();
    }

    private static SparkOptions options(String... args) {
        var options = new SparkOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("spark", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
                .parseArgs(args);
        return options;
    }
}
