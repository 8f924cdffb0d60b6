package kirchberg.publish.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A3: three writers, four readers and one who cleans up and rolls back, on both kinds of store, with requests and
 * answers that are lost or late, processes frozen and killed, and a store whose clock jumps. Every seed is one storm
 * and a clean run after it; a failure names its seed and prints the calls.
 */
class ProtocolSimulationTest {
    private static final long SHORT = 150;
    private static final long LONG = 100_000;

    @Test
    void no_reader_and_no_writer_is_ever_deceived() {
        simulate(1, Long.getLong("simulation.short", SHORT));
    }

    @Test
    @Tag("slow")
    void no_reader_and_no_writer_is_ever_deceived_in_many_storms() {
        simulate(Long.getLong("simulation.first", 1), Long.getLong("simulation.seeds", LONG));
    }

    private static void simulate(long first, long seeds) {
        var swaps = 0L;
        var pool = Executors.newCachedThreadPool(body -> {
            var thread = new Thread(body, "actor");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (var seed = first; seed < first + seeds; seed++) {
                for (var isDisk : new boolean[] {true, false}) {
                    var simulation = new Simulation(seed, isDisk);
                    simulation.run(pool);
                    swaps += simulation.witness.pointers().size();
                }
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(swaps).isGreaterThan(2 * seeds);
        System.out.println(
                "A3: " + seeds + " of " + seeds + " seeds on 2 kinds of store, " + swaps + " swaps, violations 0");
    }
}
