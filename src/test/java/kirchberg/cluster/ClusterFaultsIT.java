package kirchberg.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many rounds of each fault of a cluster, at moments that differ; {@code -Drounds=} says how many. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClusterFaultsIT {
    private static final int ROWS = 3000;
    private static final int ROUNDS = Integer.getInteger("rounds", 10);
    private static final int SHUFFLE_ROUNDS = Math.min(ROUNDS, 5);
    private static final long SEED = Long.getLong("seed", 20261124L);

    /** Tables that Spark writes, in the order of a run. */
    private static final List<String> TABLES = List.of("financings", "operations", "evidence");

    private final Random random = new Random(SEED);

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Cluster cluster;

    private String expected = "";
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

    /** B1. */
    @Test
    void executors_that_are_killed_change_no_digit() {
        var undisturbed = Duration.ZERO;
        var disturbed = Duration.ZERO;
        for (var round = 1; round <= ROUNDS; round++) {
            var begin = System.nanoTime();
            assertPublished(submitted("plain-" + round), "plain-" + round);
            var middle = System.nanoTime();
            var run = interrupted("executor-" + round, cluster::killExecutor);
            assertPublished(run, "executor-" + round);
            assertThat(run.text()).contains("Lost executor");
            undisturbed = undisturbed.plusNanos(middle - begin);
            disturbed = disturbed.plusNanos(System.nanoTime() - middle);
        }
        System.out.printf(
                "B1: %1$d of %1$d with an executor killed give the same digest, slowdown %2$d %%%n",
                ROUNDS, 100 * disturbed.minus(undisturbed).toMillis() / undisturbed.toMillis());
    }

    /** B2. */
    @Test
    void workers_that_are_killed_change_no_digit() {
        for (var round = 1; round <= ROUNDS; round++) {
            var run = interrupted("worker-" + round, cluster::killWorker);
            assertPublished(run, "worker-" + round);
            assertThat(run.text()).contains("Lost executor");
            cluster.addWorker();
        }
        System.out.printf("B2: %1$d of %1$d with a Worker killed give the same digest%n", ROUNDS);
    }

    /** B2. */
    @Test
    void a_master_that_starts_again_changes_no_digit() {
        for (var round = 1; round <= ROUNDS; round++) {
            assertPublished(interrupted("master-" + round, cluster::restartMaster), "master-" + round);
        }
        System.out.printf("B2: %1$d of %1$d with the Master killed and started again give the same digest%n", ROUNDS);
    }

    /** B3. */
    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "INT"})
    void a_driver_that_is_killed_leaves_the_old_release_and_the_next_run_succeeds_unaided(String signal) {
        var worst = Duration.ZERO;
        for (var round = 1; round <= ROUNDS; round++) {
            var name = "driver-" + signal + "-" + round;
            var old = JobRoot.of(folder, name).withFewerClaims().ran().current();
            var root = JobRoot.of(folder, name);
            var run = interrupted(name, () -> {});
            run.signal(signal);
            assertThat(run.code()).as(run.text()).isEqualTo(codeOf(signal));
            assertThat(root.current()).as(SEED + ", round " + round).isEqualTo(old);
            var begin = System.nanoTime();
            assertThat(root.ran().digest()).isEqualTo(expected);
            var took = Duration.ofNanos(System.nanoTime() - begin);
            worst = took.compareTo(worst) > 0 ? took : worst;
        }
        System.out.printf(
                "B3: %1$d of %1$d drivers ended by %2$s left the old release, the next run published within %3$d s%n",
                ROUNDS, signal, worst.toSeconds());
    }

    /** B3. */
    @Test
    void a_driver_in_a_worker_that_is_killed_leaves_the_old_release() {
        var name = "driver-in-worker";
        var old = JobRoot.of(folder, name).withFewerClaims().ran().current();
        var root = JobRoot.of(folder, name);
        var run = cluster.submit(Mode.CLUSTER, root, Map.of());
        root.waitForTable("financings", run);
        cluster.drivers().forEach(driver -> Program.signal(driver, "KILL"));
        run.code();
        assertThat(root.current()).isEqualTo(old);
        assertThat(root.ran().digest()).isEqualTo(expected);
        System.out.println("B3: the driver in a Worker killed, submit says " + run.code()
                + ", the old release stays and the next run publishes 1 of 1");
    }

    /** B4. */
    @Test
    void shuffle_files_that_vanish_change_no_digit() {
        var deleted = 0;
        for (var round = 1; round <= SHUFFLE_ROUNDS; round++) {
            var name = "shuffle-" + round;
            var root = JobRoot.of(folder, name);
            var run = submitted(name);
            deleted += deleteShuffleFiles(run);
            assertPublished(run, root.name());
        }
        assertThat(deleted).as("files deleted").isGreaterThanOrEqualTo(SHUFFLE_ROUNDS);
        System.out.printf(
                "B4: %1$d of %1$d with %2$d shuffle files deleted give the same digest%n", SHUFFLE_ROUNDS, deleted);
    }

    /** Deletes the first shuffle files that it finds, as soon as there are any. */
    private int deleteShuffleFiles(Program run) {
        var found = new ArrayList<Path>();
        Patience.until(
                () -> found.addAll(shuffleFiles()) || !run.isAlive(), Patience.LONG, () -> "files\n" + run.text());
        try {
            for (var file : found) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return found.size();
    }

    private List<Path> shuffleFiles() {
        try (var files = Files.walk(cluster.shuffleFolder())) {
            return files.filter(file -> file.toString().matches(".*/shuffle_[^/]*[.]data"))
                    .toList();
        } catch (IOException | UncheckedIOException goneMeanwhile) {
            return List.of();
        }
    }

    private Program submitted(String name) {
        return cluster.submit(Mode.CLIENT, JobRoot.of(folder, name), Map.of());
    }

    /** A run that is disturbed while one of its tables is written. */
    private Program interrupted(String name, Runnable fault) {
        var run = submitted(name);
        JobRoot.of(folder, name).waitForTable(TABLES.get(random.nextInt(TABLES.size())), run);
        Patience.pause(random.nextInt(300));
        fault.run();
        return run;
    }

    private void assertPublished(Program run, String name) {
        assertThat(run.code())
                .as("seed " + SEED + ", " + name + "\n" + run.text())
                .isEqualTo(1);
        assertThat(JobRoot.of(folder, name).digest())
                .as("seed " + SEED + ", " + name)
                .isEqualTo(expected);
    }

    private static int codeOf(String signal) {
        return switch (signal) {
            case "KILL" -> 137;
            case "TERM" -> 143;
            default -> 130;
        };
    }
}
