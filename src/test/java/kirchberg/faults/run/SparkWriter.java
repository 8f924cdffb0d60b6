package kirchberg.faults.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import kirchberg.config.Configuration;
import kirchberg.domain.release.Address;
import kirchberg.job.Run;
import kirchberg.job.Settings;

/** A process that runs a whole job with Spark, and fails at a step of it. */
public final class SparkWriter {
    private static final Duration TTL = Duration.ofSeconds(2);

    private SparkWriter() {}

    /** Runs a job file; the second argument says where it fails. */
    public static void main(String[] arguments) {
        var job = Configuration.validJob(Path.of(arguments[0]));
        var order = new Order(Address.of(job.output()), TTL, Failpoint.parse(arguments[1]), "");
        var spark =
                Map.of("spark.master", "local[1]", "spark.sql.shuffle.partitions", "1", "spark.ui.enabled", "false");
        var outcome = Run.run(
                job,
                new Settings(null, false, spark, Clock.systemUTC(), order.terms(step -> {}), told -> {}, line -> {}));
        System.out.println(outcome.state());
        System.exit(0);
    }
}
