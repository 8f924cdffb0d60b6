package kirchberg.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One round of each fault of a cluster: what stands at the root is the old release or the right new one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class ClusterIT {
    private static final int ROWS = 9000;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String expected = "";

    @SuppressWarnings("NullAway.Init")
    private Cluster cluster;

    private int clusters;

    @BeforeAll
    void makeThePortfolioAndItsLocalRelease(@TempDir Path temporary) {
        folder = temporary;
        JobRoot.sample(folder, ROWS);
        expected = JobRoot.of(folder, "local").ran().digest();
    }

    @BeforeEach
    void startCluster() throws IOException {
        cluster = Cluster.start(folder.resolve("cluster-" + ++clusters));
    }

    @AfterEach
    void stopCluster() throws IOException {
        cluster.close();
    }

    /** B7. */
    @ParameterizedTest
    @CsvSource({"CLIENT, 1", "CLUSTER, 0"})
    void a_cluster_publishes_the_digest_of_a_local_run(Mode mode, int code) {
        var root = JobRoot.of(folder, "same-" + mode.word());

        var run = cluster.submit(mode, root, Map.of());

        assertThat(run.code()).as(run.text()).isEqualTo(code);
        assertThat(root.status()).contains("\"failed_since\" : { }", expected);
        assertThat(cluster.masterLog()).contains("Registered app");
        System.out.println("B7: local and standalone " + mode.word() + " give one digest, status says so, submit says "
                + run.code());
    }

    /** B8. */
    @Test
    void a_driver_that_fails_in_a_worker_is_told_by_status_alone() {
        var root = JobRoot.of(folder, "failed").ran().withHalfOfItsFile();

        var run = cluster.submit(Mode.CLUSTER, root, Map.of());

        assertThat(run.code()).as(run.text()).isZero();
        assertThat(root.status()).contains(expected, "\"code\" : 3", "portfolio.csv");
        System.out.println("B8: a failed driver in cluster mode, submit says 0, status says failed 1 of 1");
    }

    /** B1. */
    @Test
    void an_executor_that_is_killed_changes_no_digit() {
        var root = JobRoot.of(folder, "executor");

        var run = cluster.submit(Mode.CLIENT, root, Map.of());
        root.waitForTable("financings", run);
        cluster.killExecutor();

        assertThat(run.code()).as(run.text()).isEqualTo(1);
        assertThat(run.text()).contains("Lost executor");
        assertThat(root.digest()).isEqualTo(expected);
        System.out.println("B1: an executor killed in mid stage, same digest 1 of 1");
    }

    /** B2. */
    @Test
    void a_worker_that_is_killed_changes_no_digit() {
        var root = JobRoot.of(folder, "worker");

        var run = cluster.submit(Mode.CLIENT, root, Map.of());
        root.waitForTable("financings", run);
        cluster.killWorker();

        assertThat(run.code()).as(run.text()).isEqualTo(1);
        assertThat(run.text()).contains("Lost executor");
        assertThat(root.digest()).isEqualTo(expected);
        System.out.println("B2: a Worker killed with its executor, same digest 1 of 1");
    }

    /** B3. */
    @ParameterizedTest
    @CsvSource({"KILL, 137", "TERM, 143"})
    void a_driver_that_is_killed_leaves_the_old_release_and_the_next_run_succeeds_unaided(String signal, int code) {
        var root = JobRoot.of(folder, "driver-" + signal).withFewerClaims().ran();
        var old = root.current();
        JobRoot.of(folder, root.name());

        var run = cluster.submit(Mode.CLIENT, root, Map.of());
        root.waitForTable("financings", run);
        run.signal(signal);

        assertThat(run.code()).as(run.text()).isEqualTo(code);
        assertThat(root.current()).isEqualTo(old);
        assertThat(root.ran().digest()).isEqualTo(expected);
        System.out.println("B3: driver " + signal + " in mid run, exit " + code + ", the old release stays 1 of 1");
    }
}
