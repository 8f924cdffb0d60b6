package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import kirchberg.spark.LocalSpark;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.util.QueryExecutionListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compute once, judge many: the actions of a run are few, and no more for many claims than for one. */
@Tag("spark")
class SparkActionsTest {
    private static final int MOST = 12;
    private static final Pattern COUNTED = Pattern.compile("\"spark_actions\" *: *([0-9]+)");

    @TempDir
    private Path folder;

    private final List<String> actions = new CopyOnWriteArrayList<>();
    private final QueryExecutionListener listener = new QueryExecutionListener() {
        @Override
        public void onSuccess(String name, QueryExecution execution, long nanos) {
            actions.add(name);
        }

        @Override
        public void onFailure(String name, QueryExecution execution, Exception failure) {
            actions.add(name);
        }
    };

    @BeforeEach
    void listen() {
        LocalSpark.session().listenerManager().register(listener);
    }

    @AfterEach
    void stopListening() {
        LocalSpark.session().listenerManager().unregister(listener);
    }

    @Test
    void a_run_takes_few_actions_and_as_many_for_one_claim_as_for_all() throws IOException, InterruptedException {
        var all = actionsOf("all", JobFolder.PROJECT.resolve("data/claims"));
        var one = actionsOf("one", JobFolder.PROJECT.resolve("data/claims/eib-president-overview-2021.yaml"));
        assertThat(all).isLessThanOrEqualTo(MOST);
        assertThat(one).isEqualTo(all);
    }

    /**
     * The claims of the comparison above count operations and growths too, each with its neighbours; the one does not.
     */
    @Test
    void the_claims_that_cost_no_more_actions_count_operations_and_growths_too() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(JobFolder.PROJECT.resolve("data/claims"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                all.append(Files.readString(file));
            }
        }
        assertThat(all.toString())
                .contains(
                        "measure: operations\n", "measure: operations_growth", "measure: growth", "measure: mobilised");
        assertThat(Files.readString(JobFolder.PROJECT.resolve("data/claims/eib-president-overview-2021.yaml")))
                .doesNotContain("measure: operations", "measure: growth");
    }

    /** What Spark says that it did, which is what the manifest says. */
    private int actionsOf(String name, Path claims) throws IOException, InterruptedException {
        actions.clear();
        var job = Files.writeString(folder.resolve(name + ".yaml"), """
                sources: [%1$s/data/sample]
                reference: %1$s/data/reference
                claims: [%2$s]
                output: %3$s
                """.formatted(JobFolder.PROJECT, claims, name));
        var err = new StringWriter();
        var code = Main.run(
                new String[] {"run", job.toString()}, new PrintWriter(new StringWriter()), new PrintWriter(err));
        assertThat(code).as(err.toString()).isBetween(0, 1);
        var counted = counted(folder.resolve(name));
        for (var wait = 0; wait < 100 && actions.size() < counted; wait++) {
            Thread.sleep(100);
        }
        assertThat(actions).as("actions that Spark told of").hasSize(counted);
        return counted;
    }

    private static int counted(Path root) throws IOException {
        try (var releases = Files.list(root.resolve("releases"))) {
            var manifest = Files.readString(releases.findFirst().orElseThrow().resolve("MANIFEST.json"));
            var found = COUNTED.matcher(manifest);
            assertThat(found.find()).isTrue();
            return Integer.parseInt(found.group(1));
        }
    }
}
