package kirchberg.publish.protocol;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Terms;
import kirchberg.publish.store.ConditionalStore;
import kirchberg.publish.store.Faults;

/**
 * Tries, under a throw-away key, whether a store does what it says: compares, and compares and writes in one act. A
 * store that passes one by one and fails in a race is no rarity, so it is raced.
 */
public final class Probe {
    /** Races of each kind. A store that lets both win in one race of ten is let through by one probe in eight. */
    private static final int RACES = 20;

    /** Races of both kinds that must have a winner: a store may refuse both writers now and then. */
    private static final int ENOUGH = 30;

    private static final List<String> RACERS = List.of(" by one", " by another");

    private final ConditionalStore store;
    private final Terms terms;
    private final ExecutorService threads;

    private Probe(ConditionalStore store, Terms terms, ExecutorService threads) {
        this.store = store;
        this.terms = terms;
        this.threads = threads;
    }

    /** A write under a condition. */
    @FunctionalInterface
    private interface Write {
        void run(byte[] bytes) throws IOException;
    }

    /**
     * Tries the store one by one, then in 20 races of two creations and 20 of two swaps.
     *
     * @throws Stop STORE, with what was seen, if its conditions cannot be trusted or it cannot be tried
     */
    public static void require(ConditionalStore store, Terms terms) {
        var threads = Executors.newFixedThreadPool(RACERS.size());
        try {
            Faults.or("try the conditions of", store.shown(""), () -> new Probe(store, terms, threads).run());
        } finally {
            threads.shutdownNow();
        }
    }

    private int run() throws IOException {
        if (!store.comparesVersions()) {
            throw refused("its settings or its kind rule out writes under a condition");
        }
        var folder = "PROBE." + terms.chance().get();
        try {
            oneByOne(folder + "/0");
            return race(folder);
        } finally {
            clean(folder);
        }
    }

    private void oneByOne(String key) throws IOException {
        store.putNew(key, bytes("first"));
        if (isDone(bytes("again"), bytes -> store.putNew(key, bytes))) {
            throw refused("it created a key that was there");
        }
        var stale = store.readVersioned(key).version();
        store.putOver(key, bytes("second"), stale);
        if (isDone(bytes("third"), bytes -> store.putOver(key, bytes, stale))) {
            throw refused("it wrote over a version that was gone");
        }
        requireContent(key, bytes("second"));
    }

    private int race(String folder) throws IOException {
        var decided = 0;
        for (var round = 1; round <= RACES; round++) {
            var key = folder + "/" + round;
            decided += race(key, round + " of " + RACES + " of two creations", bytes -> store.putNew(key, bytes));
            var version = store.readVersioned(key).version();
            decided += race(key, round + " of " + RACES + " of two swaps", bytes -> store.putOver(key, bytes, version));
        }
        if (decided < ENOUGH) {
            throw refused("only " + decided + " of " + 2 * RACES + " races had a winner");
        }
        return decided;
    }

    /** How many of a race's writers won: one, or none where the store refused both. */
    private int race(String key, String which, Write write) throws IOException {
        var winners = winners(which, write);
        if (winners.size() > 1) {
            throw refused("race " + which + " had " + winners.size() + " winners");
        }
        if (!winners.isEmpty()) {
            requireContent(key, winners.get(0));
        }
        return winners.size();
    }

    /** What each writes is new to the key: an ETag is a digest, and an old content would bring the old version back. */
    private List<byte[]> winners(String which, Write write) throws IOException {
        var start = new CyclicBarrier(RACERS.size());
        var contents = RACERS.stream().map(racer -> bytes(which + racer)).toList();
        var tries = new ArrayList<Future<Boolean>>();
        for (var content : contents) {
            tries.add(threads.submit(runner(start, content, write)));
        }
        var winners = new ArrayList<byte[]>();
        for (var i = 0; i < contents.size(); i++) {
            if (outcome(tries.get(i))) {
                winners.add(contents.get(i));
            }
        }
        return winners;
    }

    private static Callable<Boolean> runner(CyclicBarrier start, byte[] bytes, Write write) {
        return () -> {
            start.await();
            return isDone(bytes, write);
        };
    }

    private static boolean outcome(Future<Boolean> racer) throws IOException {
        try {
            return racer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted in a race");
        } catch (ExecutionException e) {
            throw new IOException("a race broke off, " + e.getMessage(), e);
        }
    }

    /** Any fault is a loss here: what a refused write left is seen in what is read afterwards. */
    private static boolean isDone(byte[] bytes, Write write) {
        try {
            write.run(bytes);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void requireContent(String key, byte[] expected) throws IOException {
        if (!Arrays.equals(store.read(key), expected)) {
            throw refused("it kept what it had refused");
        }
    }

    private void clean(String folder) {
        try {
            store.delete(folder);
        } catch (IOException e) {
            terms.warn().accept("Cannot delete " + store.shown(folder) + ": " + e.getMessage());
        }
    }

    private Stop refused(String seen) {
        return new Stop(
                Exit.STORE,
                "Cannot trust the conditions of " + store.shown("") + ": two runs could publish at once, got that "
                        + seen + ", expected compare and write in one act",
                "Use a store whose If-Match and If-None-Match are atomic, or a local disk or HDFS; nothing was changed.");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
