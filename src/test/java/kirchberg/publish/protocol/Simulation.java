package kirchberg.publish.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.publish.store.Sha256;
import kirchberg.publish.store.Store;
import org.jspecify.annotations.Nullable;

/** One storm over one root: writers, readers, and one who cleans up and rolls back; then a clean run. */
final class Simulation {
    private static final int KEPT = 2;
    private static final Duration AGE = Duration.ofSeconds(200);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    final boolean isDisk;
    final Random random;
    final Baton baton;
    final Witness witness;
    private final long seed;
    private final MemoryRenameStore disk;
    private final MemoryConditionalStore objects;
    private final List<Late> late = new ArrayList<>();
    private final int trouble;
    private final boolean isClockWild;
    private Duration jump = Duration.ZERO;

    private record Late(Hook.Call call, Hook.Effect effect) {}

    Simulation(long seed, boolean isDisk) {
        this.seed = seed;
        this.isDisk = isDisk;
        this.random = new Random(seed * 31 + (isDisk ? 1 : 0));
        this.baton = new Baton(random);
        this.trouble = List.of(0, 5, 20, 60).get(random.nextInt(4));
        this.isClockWild = random.nextInt(4) == 0;
        this.disk = MemoryRenameStore.on(this::storeTime);
        this.objects = MemoryConditionalStore.on(this::storeTime);
        this.witness = new Witness(isDisk ? disk : objects, KEPT);
    }

    private Instant storeTime() {
        if (isClockWild && random.nextInt(50) == 0) {
            jump = TEN_YEARS.multipliedBy(random.nextInt(3) - 1L);
        }
        return START.plusNanos(baton.now()).plus(jump);
    }

    private Store store(Hook hook) {
        return isDisk ? disk.with(hook) : objects.with(hook);
    }

    /** @throws AssertionError with the seed and the calls, if a promise was broken */
    void run(Executor pool) {
        for (var writer = 1; writer <= 3; writer++) {
            actor("writer" + writer, this::write, 3);
        }
        for (var reader = 1; reader <= 4; reader++) {
            actor("reader" + reader, this::read, 6);
        }
        actor("cleaner", this::clean, 3);
        var failure = baton.run(pool);
        if (failure == null) {
            failure = afterTheStorm(pool);
        }
        if (failure != null) {
            throw new AssertionError(
                    String.format(
                            Locale.ROOT,
                            "seed %d on %s: %s%n%s",
                            seed,
                            isDisk ? "a disk" : "an object store",
                            failure,
                            witness.trace()),
                    failure);
        }
    }

    private interface Part {
        void play(SimulatedProcess process) throws IOException;
    }

    private void actor(String name, Part part, int times) {
        baton.add(self -> {
            for (var time = 1; time <= times; time++) {
                baton.sleep(self, (long) (random.nextDouble() * 100e9));
                playOnce(new SimulatedProcess(this, self, name + "." + time, trouble), part);
            }
        });
    }

    private static void playOnce(SimulatedProcess process, Part part) {
        try {
            part.play(process);
        } catch (IOException | Stop fault) {
            // A run that failed; what it was told is checked where it was told.
        } catch (Death killed) {
            // The next process of this actor follows, unless all is over.
        }
    }

    private void write(SimulatedProcess process) throws IOException {
        var store = store(process);
        try (var lease = Lease.take(store, process.terms(), process.heart)) {
            var plan = Pointer.plan(lease.base(), process.chance());
            var folder = "releases/" + plan.run() + "/";
            var bytes = plan.run().getBytes(UTF_8);
            store.create(folder + "data/totals.parquet", bytes);
            process.beat();
            var manifest = (Sha256.of(bytes) + "  data/totals.parquet").getBytes(UTF_8);
            store.create(folder + "MANIFEST.json", manifest);
            process.beat();
            swap(lease, plan.sealed(Sha256.of(manifest), storeTime()), process);
        }
    }

    private void swap(Lease lease, Pointer next, SimulatedProcess process) {
        try {
            lease.requireHeld();
            lease.swap(next);
            witness.note("told published", next.token());
            witness.tellPublished(next);
        } catch (Stop stop) {
            witness.note("told", stop.exit(), next.token());
            if (stop.exit() != Exit.UNKNOWN) {
                witness.tellRefused(next);
            }
            throw stop;
        }
        process.beat();
        tidy(next, process);
    }

    private void tidy(Pointer current, SimulatedProcess process) {
        Retention.run(store(process), current, new Retention.Keep(KEPT, AGE), process.terms());
    }

    private void clean(SimulatedProcess process) throws IOException {
        var store = store(process);
        try (var lease = Lease.take(store, process.terms(), process.heart)) {
            if (lease.base().isPresent()) {
                var base = lease.base().get();
                var older = random.nextBoolean() ? rollback(store, base) : Optional.<Pointer>empty();
                if (older.isPresent()) {
                    var to = older.get();
                    var next = new Pointer(
                            base.generation() + 1, to.run(), to.manifestSha256(), base.run(), process.chance(), "");
                    swap(lease, next, process);
                } else {
                    tidy(base, process);
                }
            }
        }
    }

    /** Any release that the root remembers, is not marked, and is whole. */
    private Optional<Pointer> rollback(Store store, Pointer base) throws IOException {
        var before = Pointer.published(store);
        var to = before.get(random.nextInt(before.size()));
        if (to.run().equals(base.run()) || Retention.isMarked(store, to.run())) {
            return Optional.empty();
        }
        Witness.readRelease(store, to);
        return Optional.of(to);
    }

    private void read(SimulatedProcess process) throws IOException {
        var store = store(process);
        var pointer = current(store);
        if (pointer.isEmpty()) {
            return;
        }
        try {
            Witness.readRelease(store, pointer.get());
        } catch (NoSuchFileException gone) {
            var left = witness.leftAt(pointer.get().run());
            var isOld = left != Long.MAX_VALUE && baton.now() - left >= AGE.toNanos();
            Witness.require(
                    (isOld || isClockWild)
                            && !witness.isReferenced(pointer.get().run()),
                    "a reader misses a file: " + gone.getMessage());
        }
    }

    private static Optional<Pointer> current(Store store) {
        try {
            return Pointer.read(store);
        } catch (Stop unreadable) {
            throw new AssertionError("a reader cannot read the pointer", unreadable);
        }
    }

    void delay(Hook.Call call, Hook.Effect effect) {
        late.add(new Late(call, effect));
    }

    /** What was delayed arrives at any time, in any order, or never. */
    void deliverLate() {
        if (late.isEmpty() || random.nextInt(20) != 0) {
            return;
        }
        var one = late.remove(random.nextInt(late.size()));
        try {
            one.effect().run();
            witness.note("late", one.call());
            see(one.call());
        } catch (IOException tooLate) {
            witness.note("too late", one.call());
        }
    }

    void see(Hook.Call call) {
        try {
            witness.see(call, baton.now());
        } catch (IOException | RuntimeException | AssertionError broken) {
            baton.fail(broken);
            throw new Death();
        }
    }

    /** Whatever the storm left, one run that nothing disturbs publishes, and its release is read. */
    private @Nullable Throwable afterTheStorm(Executor pool) {
        late.clear();
        var before = witness.pointers().size();
        baton.add(self -> {
            var process = new SimulatedProcess(this, self, "clean run", 0);
            try {
                write(process);
                read(process);
                Witness.require(witness.pointers().size() == before + 1, "the clean run did not publish");
                Witness.require(
                        Lease.holder(store(process), process.terms()).isEmpty(), "the lease was not given back");
                witness.settle();
            } catch (IOException e) {
                throw new AssertionError("the clean run failed", e);
            }
        });
        return baton.run(pool);
    }
}
