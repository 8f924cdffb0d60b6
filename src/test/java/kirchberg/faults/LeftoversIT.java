package kirchberg.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Step;
import kirchberg.faults.run.Failpoint;
import kirchberg.faults.run.Fault;
import kirchberg.faults.run.Order;
import kirchberg.faults.run.SmallRun;
import kirchberg.faults.run.WriterProcess;
import kirchberg.publish.Publishing;
import kirchberg.publish.store.Sha256;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row A16: what killed runs left behind is neither read nor used again, and goes later. */
@Tag("spark")
class LeftoversIT {
    private static final Duration TTL = Duration.ofMillis(500);
    private static final List<Step> KILLED_AT = List.of(Step.READ, Step.COMPUTE, Step.VERIFY, Step.MANIFEST);

    /** Marked by the first, and removed two generations later. */
    private static final int SWEEPS = 4;

    @TempDir
    private Path folder;

    @Test
    void what_killed_runs_left_is_never_touched_and_removed_later() throws IOException, InterruptedException {
        var prepared = SmallRun.prepare(folder.resolve("tables"));
        var root = folder.resolve("root");
        var address = Address.of(root.toString());
        var run = SmallRun.on(prepared);
        for (var step : KILLED_AT) {
            try (var process = WriterProcess.start(prepared, folder.resolve("writer-" + step))) {
                process.begin(order(address, new Failpoint(step, Fault.HALT, Duration.ZERO)));
                assertThat(process.await()).isEqualTo(Failpoint.HALTED);
            }
        }
        var left = leftovers(root);
        assertThat(left).hasSize(KILLED_AT.size());

        run.publish(address, order(address, Failpoint.NONE).terms(step -> {}), "after");
        assertThat(leftovers(root)).as("as they were left").isEqualTo(left);

        for (var sweep = 0; sweep < SWEEPS; sweep++) {
            try (var open =
                    Publishing.open(address, order(address, Failpoint.NONE).terms(step -> {}))) {
                run.publish(open, "sweep");
                open.retain(1, Duration.ZERO);
            }
        }
        System.out.println("A16: " + left.size() + " leftovers of " + KILLED_AT.size() + " killed runs found, "
                + (left.size() - leftovers(root).size()) + " removed later");
        assertThat(leftovers(root)).isEmpty();
    }

    private static Order order(Address address, Failpoint failpoint) {
        return new Order(address, TTL, failpoint, "killed");
    }

    /** The folders of releases that have no manifest, each with the digests of its files. */
    private static Map<String, Map<String, String>> leftovers(Path root) throws IOException {
        var found = new TreeMap<String, Map<String, String>>();
        try (var releases = Files.list(root.resolve("releases"))) {
            for (var release : releases.filter(Files::isDirectory).toList()) {
                if (!Files.exists(release.resolve("MANIFEST.json"))) {
                    found.put(String.valueOf(release.getFileName()), digests(release));
                }
            }
        }
        return found;
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        var digests = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                digests.put(folder.relativize(file).toString(), Sha256.of(Files.readAllBytes(file)));
            }
        }
        return digests;
    }
}
