package kirchberg.publish.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Step;
import kirchberg.publish.protocol.Lease.Outcome;
import kirchberg.publish.store.ConditionalStore;
import kirchberg.publish.store.Stores;
import kirchberg.stores.ConditionProxy;
import kirchberg.stores.ConditionProxy.Deed;
import kirchberg.stores.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real lease over a real S3 client, and a network that does what networks do. Rows A7 and A9. */
final class S3SwapIT {
    private static final int ROUNDS = 100;
    private static final int FEW_ROUNDS = 10;
    private static final int ALWAYS = 1000;
    private static final int PUBLISHED = 0;

    @TempDir
    private static Path folder;

    private static S3Server server;
    private static ConditionProxy proxy;

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.start(folder);
        proxy = ConditionProxy.before(server.endpoint());
    }

    @AfterAll
    static void stop() {
        proxy.close();
        server.close();
    }

    @AfterEach
    void calm() {
        proxy.script(call -> Deed.PASS);
    }

    /** Waits between tries are cut short; how often it tries is ours. */
    private static ConditionalStore open(String root) {
        var address = S3Server.address(proxy.endpoint(), root);
        var settings = new HashMap<>(address.settings());
        settings.put("fs.s3a.retry.interval", "1ms");
        settings.put("fs.s3a.retry.throttle.interval", "1ms");
        settings.put("fs.s3a.retry.throttle.limit", "1");
        return (ConditionalStore) Stores.open(new Address(address.root(), settings));
    }

    @Test
    void swaps_whose_answer_got_lost_are_told_right_and_move_one_generation() throws Exception {
        rightInEachRound("lost-answers", Deed.DROP_ANSWER, FEW_ROUNDS);
    }

    @Test
    void swaps_whose_request_got_lost_are_told_right_and_move_one_generation() throws Exception {
        rightInEachRound("lost-requests", Deed.DROP_REQUEST, FEW_ROUNDS);
    }

    @Test
    @Tag("slow")
    void many_swaps_whose_answer_or_request_got_lost_are_told_right() throws Exception {
        rightInEachRound("many-lost-answers", Deed.DROP_ANSWER, ROUNDS);
        rightInEachRound("many-lost-requests", Deed.DROP_REQUEST, ROUNDS);
    }

    /** From one lost call, which the client repeats by itself, to several tries of the swap. */
    private static void rightInEachRound(String root, Deed deed, int rounds) throws Exception {
        var random = new Random(7);
        try (var store = open(root)) {
            for (var round = 1; round <= rounds; round++) {
                var times = 1 + random.nextInt(12);
                var next = swapped(store, "round " + round, deed, times);
                var now = Pointer.read(store).orElseThrow();
                assertThat(now).as("seed 7, round %d, %d lost", round, times).isEqualTo(next);
                assertThat(now.generation()).isEqualTo(round);
            }
            assertThat(store.list("history")).hasSize(rounds);
        }
        System.out.println("A7: s3, " + root + ", " + rounds + " of " + rounds + " outcomes told right");
    }

    private static Pointer swapped(ConditionalStore store, String name, Deed deed, int times) {
        var run = new Contender(name);
        run.at(step -> onSwap(step, "PUT", deed, times));
        try (var lease = run.take(store)) {
            var next = run.next(lease);
            lease.swap(next);
            assertThat(lease.outcome()).isEqualTo(Outcome.PUBLISHED);
            return next;
        } finally {
            proxy.script(call -> Deed.PASS);
        }
    }

    private static void onSwap(Step step, String method, Deed deed, int times) {
        if (step == Step.SWAP) {
            var seen = new AtomicInteger();
            proxy.script(call -> call.path().endsWith("/CURRENT")
                            && (method.isEmpty() || call.method().equals(method))
                            && seen.incrementAndGet() <= times
                    ? deed
                    : Deed.PASS);
        }
    }

    /**
     * A fault and how the run ends.
     *
     * @param method of the calls on CURRENT that it meets; empty for all
     * @param times how many of them, from the swap on
     * @param exit code, 0 for published
     * @param isMoved whether CURRENT names our run in the end
     */
    private record Row(String name, String method, Deed deed, int times, int exit, boolean isMoved) {
        Row(String name, Deed deed, int times, int exit) {
            this(name, "PUT", deed, times, exit, exit == PUBLISHED);
        }
    }

    private static final List<Row> ROWS = List.of(
            new Row("answer-lost-once", Deed.DROP_ANSWER, 1, PUBLISHED),
            new Row("answers-lost", Deed.DROP_ANSWER, ALWAYS, PUBLISHED),
            new Row("request-lost-once", Deed.DROP_REQUEST, 1, PUBLISHED),
            new Row("requests-lost", Deed.DROP_REQUEST, ALWAYS, 8),
            new Row("403", Deed.refuse(403), ALWAYS, 7),
            new Row("404", Deed.refuse(404), ALWAYS, 7),
            new Row("409-once", Deed.refuse(409), 1, PUBLISHED),
            new Row("409", Deed.refuse(409), ALWAYS, 8),
            new Row("412-once", Deed.refuse(412), 1, PUBLISHED),
            new Row("412", Deed.refuse(412), ALWAYS, 8),
            new Row("500-once", Deed.refuse(500), 1, PUBLISHED),
            new Row("500", Deed.refuse(500), ALWAYS, 8),
            new Row("503-once", Deed.refuse(503), 1, PUBLISHED),
            new Row("503", Deed.refuse(503), ALWAYS, 8),
            new Row("403-after-the-write", Deed.doAndSay(403), ALWAYS, PUBLISHED),
            new Row("409-after-the-write", Deed.doAndSay(409), ALWAYS, PUBLISHED),
            new Row("412-after-the-write", Deed.doAndSay(412), ALWAYS, PUBLISHED),
            new Row("500-after-the-write", Deed.doAndSay(500), ALWAYS, PUBLISHED),
            new Row("503-after-the-write", Deed.doAndSay(503), ALWAYS, PUBLISHED),
            new Row("slow", Deed.after(Duration.ofSeconds(1)), ALWAYS, PUBLISHED),
            new Row("cut", Deed.CUT, ALWAYS, PUBLISHED),
            new Row("dead-from-the-swap-on", "", Deed.DROP_REQUEST, ALWAYS, 8, false),
            new Row("written-then-dead", "", Deed.DROP_ANSWER, ALWAYS, 8, true));

    @Test
    void every_answer_to_a_swap_ends_as_written_down() {
        for (var row : ROWS) {
            holds(row);
        }
        System.out.println("A9: s3, " + ROWS.size() + " of " + ROWS.size() + " faults end as written down");
    }

    private static void holds(Row row) {
        try (var store = open("a9-" + row.name())) {
            var old = new Contender("old").publish(store);
            var run = new Contender("run");
            run.at(step -> onSwap(step, row.method(), row.deed(), row.times()));
            var next = swapInto(store, run, row);
            proxy.script(call -> Deed.PASS);
            assertThat(Pointer.read(store)).as(row.name()).contains(row.isMoved() ? next : old);
            assertTheNextRunHealsIt(store, row);
        } catch (IOException e) {
            throw new AssertionError(row.name(), e);
        }
    }

    private static Pointer swapInto(ConditionalStore store, Contender run, Row row) {
        try (var lease = run.take(store)) {
            var next = run.next(lease);
            assertThat(exitOf(lease, next)).as(row.name()).isEqualTo(row.exit());
            proxy.script(call -> Deed.PASS);
            return next;
        }
    }

    private static int exitOf(Lease lease, Pointer next) {
        try {
            lease.swap(next);
            return PUBLISHED;
        } catch (Stop stop) {
            return stop.exit().code();
        }
    }

    private static void assertTheNextRunHealsIt(ConditionalStore store, Row row) {
        var healed = new Contender("healer").publish(store);
        assertThat(Pointer.read(store)).as(row.name()).contains(healed);
        assertThat(healed.generation()).as(row.name()).isEqualTo(row.isMoved() ? 3 : 2);
    }

    /** Row A9: somebody else moved the pointer between the fence and the swap. */
    @Test
    void a_swap_that_came_too_late_is_lost() throws Exception {
        try (var store = open("late")) {
            new Contender("old").publish(store);
            var rival = new Contender("rival");
            var run = new Contender("run");
            run.at(step -> {
                if (step == Step.SWAP) {
                    overtake(store, rival);
                }
            });
            try (var lease = run.take(store)) {
                assertThat(exitOf(lease, run.next(lease))).isEqualTo(6);
            }
            assertThat(Pointer.read(store).orElseThrow().generation()).isEqualTo(2);
        }
    }

    private static void overtake(ConditionalStore store, Contender rival) {
        try {
            var standing = Pointer.read(store);
            var theirs = Pointer.plan(standing, rival.chance()).sealed("1".repeat(64), Instant.EPOCH);
            store.putOver(
                    Pointer.NAME,
                    theirs.bytes(),
                    store.readVersioned(Pointer.NAME).version());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
