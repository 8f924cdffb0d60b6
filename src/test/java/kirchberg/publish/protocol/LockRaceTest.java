package kirchberg.publish.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.publish.protocol.Lease.Outcome;
import kirchberg.publish.store.Store;
import kirchberg.publish.store.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real threads on a real disk: one winner of a lock, and never two swaps from the same base. Rows A5 and A6. */
class LockRaceTest {
    private static final long SEED = 20_260_105;

    /** By so much the owner is late: more, and it would hardly ever be first. */
    private static final int MOST_NANOS = 1_000_000;

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private Store open(String root) {
        return Stores.open(Address.of(folder.resolve(root).toString()));
    }

    @Test
    void of_four_that_take_a_free_lock_exactly_one_wins() throws Exception {
        var winners = new ArrayList<Integer>();
        for (var round = 0; round < 200; round++) {
            winners.add(winners(open("free-" + round), Optional.empty(), round));
        }
        System.out.println("A5: 200 lock races of 4 on a disk, one winner in "
                + winners.stream().filter(n -> n == 1).count());
        assertThat(winners).hasSize(200).containsOnly(1);
    }

    @Test
    void of_four_that_take_a_dead_lock_over_exactly_one_wins() throws Exception {
        var winners = new ArrayList<Integer>();
        for (var round = 0; round < 200; round++) {
            var store = open("dead-" + round);
            var dead = Guard.of(store, new Contender("dead").terms());
            assertThat(dead.take(Optional.empty())).isTrue();
            winners.add(winners(store, dead.look(), round));
        }
        System.out.println("A5: 200 take-overs of 4 on a disk, one winner in "
                + winners.stream().filter(n -> n == 1).count());
        assertThat(winners).hasSize(200).containsOnly(1);
    }

    private int winners(Store store, Optional<Guard.Sight> over, int round) throws Exception {
        var barrier = new CyclicBarrier(4);
        var tasks = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 4; i++) {
            var guard = Guard.of(store, new Contender(round + " of " + i).terms());
            tasks.add(() -> {
                barrier.await();
                var isTaken = guard.take(over);
                if (isTaken) {
                    guard.settle();
                }
                return isTaken && guard.isHeld();
            });
        }
        var winners = 0;
        for (var task : threads.invokeAll(tasks)) {
            winners += task.get() ? 1 : 0;
        }
        return winners;
    }

    @Test
    void a_stale_owner_and_a_taker_never_swap_from_the_same_base() throws Exception {
        race(2_000);
    }

    @Test
    @Tag("slow")
    void a_stale_owner_and_a_taker_never_swap_from_the_same_base_in_a_long_row() throws Exception {
        race(20_000);
    }

    /** How one race ended: whether the owner was first, and what was wrong. */
    private record End(boolean isOwnerFirst, @Nullable String wrong) {}

    private void race(int races) throws Exception {
        var random = new Random(SEED);
        var store = open("race");
        var first = 0;
        var wrong = new ArrayList<String>();
        for (var i = 0; i < races; i++) {
            var end = race(store, i, random.nextInt(MOST_NANOS));
            first += end.isOwnerFirst() ? 1 : 0;
            if (end.wrong() != null) {
                wrong.add("race " + i + ": " + end.wrong());
            }
        }
        System.out.println("A6: " + races + " races of a stale owner against a taker on a disk: " + first
                + " flipped first, " + (races - first) + " fenced, violations " + wrong.size());
        assertThat(wrong).as("seed " + SEED).isEmpty();
    }

    private End race(Store store, int i, int nanos) throws Exception {
        var owner = new Contender("owner " + i);
        var lease = owner.take(store);
        var late = owner.next(lease);
        var barrier = new CyclicBarrier(2);
        var swapped = threads.submit(() -> {
            barrier.await();
            spin(nanos);
            return said(lease, late);
        });
        var taker = new Contender("taker " + i);
        var taken = threads.submit(() -> {
            barrier.await();
            return taker.publish(store);
        });
        var now = taken.get();
        var isFirst = late.run().equals(now.previous());
        return new End(isFirst, wrong(store, swapped.get(), lease, List.of(late, now)));
    }

    private static @Nullable Exit said(Lease lease, Pointer late) {
        try (lease) {
            lease.swap(late);
            return null;
        } catch (Stop stop) {
            return stop.exit();
        }
    }

    /** The two pointers are the owner's and the taker's. */
    private static @Nullable String wrong(Store store, @Nullable Exit said, Lease lease, List<Pointer> pointers) {
        var late = pointers.get(0);
        var now = pointers.get(1);
        var isFirst = late.run().equals(now.previous());
        if (isFirst ? now.generation() != late.generation() + 1 : now.generation() != late.generation()) {
            return "generations " + pointers;
        }
        if (isFirst != (lease.outcome() == Outcome.PUBLISHED) || said != (isFirst ? null : Exit.LOCKED)) {
            return "the owner was told " + said + ", " + lease.outcome() + ", and " + pointers;
        }
        return Pointer.read(store).filter(now::equals).isPresent() ? null : "the taker's pointer is gone: " + pointers;
    }

    /** Waits a moment that is too short for a clock to wake anybody. */
    private static void spin(int nanos) {
        var end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
