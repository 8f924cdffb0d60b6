package kirchberg.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Step;
import kirchberg.faults.read.Reader;
import kirchberg.faults.run.Failpoint;
import kirchberg.faults.run.Fault;
import kirchberg.faults.run.Order;
import kirchberg.faults.run.SmallRun;
import kirchberg.faults.run.Writer;
import kirchberg.faults.run.WriterProcess;
import kirchberg.publish.protocol.Pointer;
import kirchberg.publish.store.Stores;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Row A5: of two processes that run at once one publishes, and the other says that the root is held. Row A6: a process
 * that was frozen until its lease ran out, and goes on after another published, publishes nothing.
 */
@Tag("spark")
class RacesIT {
    private static final int FEW_RACES = 5;
    private static final int FEW_FREEZES = 2;
    private static final int MANY_RACES = 50;
    private static final int MANY_FREEZES = 20;
    private static final int LOCKED = 6;
    private static final Duration TTL = Duration.ofSeconds(4);
    private static final Duration SHORT_TTL = Duration.ofSeconds(1);
    private static final Duration OVERLAP = Duration.ofMillis(1500);

    /** Where a process is frozen: before, in and right before the end of what decides. */
    private static final List<Step> FREEZES = List.of(Step.SWAP, Step.FENCE, Step.MANIFEST, Step.COMPUTE);

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path prepared;

    @BeforeAll
    static void prepare() {
        prepared = SmallRun.prepare(shared.resolve("tables"));
    }

    @ParameterizedTest
    @EnumSource
    void of_two_processes_one_publishes(Place place) throws IOException, InterruptedException {
        races(place, FEW_RACES);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void of_two_processes_one_publishes_every_time(Place place) throws IOException, InterruptedException {
        races(place, MANY_RACES);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void a_process_that_was_frozen_publishes_nothing(Place place) throws IOException, InterruptedException {
        freezes(place, FEW_FREEZES);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void a_process_that_was_frozen_anywhere_publishes_nothing(Place place) throws IOException, InterruptedException {
        freezes(place, MANY_FREEZES);
    }

    private void races(Place place, int rounds) throws IOException, InterruptedException {
        var address = place.root(folder);
        var held = new Failpoint(Step.INPUTS, Fault.DELAY, OVERLAP);
        try (var one = WriterProcess.start(prepared, folder.resolve("one"));
                var other = WriterProcess.start(prepared, folder.resolve("other"))) {
            one.awaitReady();
            other.awaitReady();
            for (var round = 0; round < rounds; round++) {
                one.begin(new Order(address, TTL, held, "one-" + round));
                other.begin(new Order(address, TTL, held, "other-" + round));
                assertThat(List.of(one.await(), other.await()))
                        .as(place + ", round " + round)
                        .containsExactlyInAnyOrder(0, LOCKED);
                assertThat(generation(address)).isEqualTo(round + 1L);
            }
        }
        System.out.println("A5: " + place + ", " + rounds + " of " + rounds + " races with one publisher");
    }

    private static long generation(Address address) throws IOException {
        try (var store = Stores.open(address)) {
            return Pointer.read(store).orElseThrow().generation();
        }
    }

    private void freezes(Place place, int rounds) throws IOException, InterruptedException {
        var address = place.root(folder);
        var run = SmallRun.on(prepared);
        try (var store = Stores.open(address);
                var frozen = WriterProcess.start(prepared, folder.resolve("frozen"))) {
            for (var round = 0; round < rounds; round++) {
                var step = FREEZES.get(round % FREEZES.size());
                frozen.begin(new Order(address, SHORT_TTL, new Failpoint(step, Fault.DELAY, OVERLAP), "late-" + round));
                frozen.await(step);
                frozen.freeze();
                assertThat(Writer.code(run, new Order(address, SHORT_TTL, Failpoint.NONE, "quick-" + round)))
                        .isZero();
                var quick = Reader.read(store);
                frozen.thaw();
                assertThat(frozen.await()).as("frozen at " + step).isEqualTo(LOCKED);
                assertThat(Reader.read(store)).isEqualTo(quick);
            }
        }
        System.out.println("A6: " + place + ", " + rounds + " of " + rounds + " late writers lost");
    }
}
