package kirchberg.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kirchberg.faults.run.Failpoint;
import kirchberg.faults.run.SmallRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Row A1: a process is halted, meets an exception, a delay or an exhausted memory at each of 15 steps. Readers see the
 * old release or the new one, whole, and the next run needs no help.
 */
@Tag("spark")
@Tag("slow")
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

    /** Every step on every store, each with another fault than the step before; the slow tier has all of them. */
    @ParameterizedTest
    @EnumSource
    void readers_see_a_whole_release_whatever_fails(Place place) throws IOException, InterruptedException {
        holds(place, CrashMatrix.sampled(SHORT));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void readers_see_a_whole_release_whatever_fails_anywhere(Place place) throws IOException, InterruptedException {
        holds(place, CrashMatrix.whole(LONG));
    }

    private void holds(Place place, List<Failpoint> failpoints) throws IOException, InterruptedException {
        var matrix = new CrashMatrix(place.root(folder), prepared, folder);
        var violations = matrix.violations(failpoints);
        System.out.println(
                "A1: " + place + ", " + (matrix.cells() - violations.size()) + " of " + failpoints.size() + " held");
        assertThat(violations).isEmpty();
        assertThat(matrix.cells()).isEqualTo(failpoints.size());
    }
}
