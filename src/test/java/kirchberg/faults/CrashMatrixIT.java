package kirchberg.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kirchberg.domain.release.Address;
import kirchberg.faults.run.Failpoint;
import kirchberg.faults.run.SmallRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Row A1: a process is halted, meets an exception, a delay or an exhausted memory at each of 15 steps. Readers see the
 * old release or the new one, whole, and the next run needs no help.
 */
@Tag("spark")
class CrashMatrixIT {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(5);

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path prepared;

    @BeforeAll
    static void prepare() {
        prepared = SmallRun.prepare(shared.resolve("tables"));
    }

    @Test
    void readers_of_a_local_disk_see_a_whole_release_whatever_fails() throws IOException, InterruptedException {
        holds("local", Address.of(folder.resolve("root").toString()), CrashMatrix.whole(SHORT));
    }

    @Test
    @Tag("slow")
    void readers_of_a_local_disk_wait_through_long_delays() throws IOException, InterruptedException {
        holds("local", Address.of(folder.resolve("root").toString()), CrashMatrix.whole(LONG));
    }

    private void holds(String place, Address address, List<Failpoint> failpoints)
            throws IOException, InterruptedException {
        var matrix = new CrashMatrix(address, prepared, folder);
        assertThat(matrix.violations(failpoints)).isEmpty();
        System.out.println("A1: " + place + ", " + matrix.cells() + " of " + failpoints.size() + " held");
        assertThat(matrix.cells()).isEqualTo(failpoints.size());
    }
}
