package kirchberg.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Step;
import kirchberg.faults.read.Reader;
import kirchberg.faults.run.Failpoint;
import kirchberg.faults.run.Fault;
import kirchberg.faults.run.SparkWriter;
import kirchberg.publish.store.Stores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row A1 with Spark: the real run is halted at a step; what stood before stays, and the next run needs no help. */
@Tag("slow")
class SparkCrashIT {
    private static final Path HOME = Path.of("").toAbsolutePath();

    /** Where the least is lost, where the most could be torn, and right before the swap. */
    private static final List<Step> FEW = List.of(Step.COMPUTE, Step.MANIFEST, Step.SWAP);

    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "sun.nio.ch",
            "sun.util.calendar");

    @TempDir
    private Path folder;

    private int jobs;

    @Test
    void a_real_run_that_is_halted_changes_nothing_for_readers() throws IOException, InterruptedException {
        holds(FEW);
    }

    @Test
    @Tag("slow")
    void a_real_run_that_is_halted_anywhere_leaves_a_whole_release() throws IOException, InterruptedException {
        holds(List.of(Step.values()));
    }

    private void holds(List<Step> steps) throws IOException, InterruptedException {
        assertThat(run(Failpoint.NONE, 0)).isZero();
        try (var store = Stores.open(Address.of(folder.resolve("out").toString()))) {
            for (var step : steps) {
                var before = Reader.read(store).run();
                var failpoint = new Failpoint(step, Fault.HALT, Duration.ZERO);
                assertThat(run(failpoint, ++jobs)).isEqualTo(Failpoint.HALTED);
                var after = Reader.read(store).run();
                assertThat(!after.equals(before)).as(failpoint.toString()).isEqualTo(failpoint.isPublished());
                assertThat(run(Failpoint.NONE, ++jobs)).isZero();
                assertThat(Reader.read(store).run()).isNotEqualTo(after);
            }
        }
        System.out.println("A1: with Spark, " + steps.size() + " of " + steps.size() + " halts held");
    }

    /**
     * Runs the job in a process of its own.
     *
     * @param number makes this job another than those before, so that it never finds its release made already
     */
    private int run(Failpoint failpoint, int number) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.timezone=UTC"));
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classPath, SparkWriter.class.getName()));
        command.addAll(List.of(job(number).toString(), failpoint.toString()));
        var log = new File(folder.toFile(), "log.txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log))
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private Path job(int number) throws IOException {
        return Files.write(
                folder.resolve("job.yaml"),
                List.of(
                        "sources: ['" + HOME.resolve("data/sample") + "']",
                        "reference: '" + HOME.resolve("data/reference") + "'",
                        "claims: ['" + HOME.resolve("data/claims") + "']",
                        "limits: {rejected_rows: " + (20 + number) + " %}",
                        "output: out"),
                StandardCharsets.UTF_8);
    }
}
