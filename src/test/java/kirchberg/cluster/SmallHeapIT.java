package kirchberg.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B5: a heap that is too small ends the run with 70 and a hint, and never with a hang. */
@Tag("slow")
final class SmallHeapIT {
    private static final int ROWS = 9000;

    /** MiB, upwards. Spark itself starts with no less than 450. */
    private static final List<Integer> HEAPS = List.of(64, 96, 128, 192, 256, 384, 448, 472, 512, 640);

    @TempDir
    private Path folder;

    /** B5. */
    @Test
    void a_heap_that_is_far_too_small_is_answered_with_how_to_give_more() {
        JobRoot.sample(folder, ROWS);

        var run = JobRoot.of(folder, "small").start(List.of("-Xmx32m"));

        assertThat(run.code()).as(run.text()).isEqualTo(70);
        assertThat(run.text()).contains("the memory does not suffice", "What to do: Give Java a larger heap");
        System.out.println("B5: -Xmx32m, exit 70 with a hint, hangs 0");
    }

    /** B5. */
    @Test
    @Tag("slow")
    void every_heap_gives_a_release_or_a_hint() {
        JobRoot.sample(folder, ROWS);
        var smallest = 0;
        for (var heap : HEAPS) {
            var root = JobRoot.of(folder, "heap-" + heap);
            var run = root.start(List.of("-Xmx" + heap + "m"));
            assertThat(run.code()).as("-Xmx" + heap + "m\n" + run.text()).isIn(0, 1, 7, 70);
            if (run.code() >= 7) {
                assertThat(run.text()).as("-Xmx" + heap + "m").contains("What to do: Give Java a larger heap");
                smallest = 0;
            } else if (smallest == 0) {
                smallest = heap;
            }
        }
        assertThat(smallest).as("smallest heap that works").isPositive();
        System.out.println("B5: " + HEAPS.size() + " heaps from " + HEAPS.get(0) + " MiB, hangs 0, smallest that works "
                + smallest + " MiB for " + ROWS + " rows");
    }
}
