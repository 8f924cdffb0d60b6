package kirchberg.faults.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kirchberg.domain.release.Address;
import kirchberg.publish.store.Store;
import kirchberg.publish.store.Stores;

/** Readers that never rest. Each goes by the contract of readers, over and over, until the watch ends. */
public final class Watch implements AutoCloseable {
    private static final long PATIENCE = 5;

    private final AtomicBoolean isOver = new AtomicBoolean();
    private final ExecutorService readers;
    private final Map<String, Long> seen = new HashMap<>();
    private final List<String> failed = new ArrayList<>();
    private final List<String> mixed = new ArrayList<>();
    private long reads;

    private Watch(int readers) {
        this.readers = Executors.newFixedThreadPool(readers);
    }

    /** One act of a reader; the name of what it saw. */
    @FunctionalInterface
    public interface Act {
        String read() throws IOException, InterruptedException;
    }

    /**
     * What the readers saw.
     *
     * @param reads of any outcome
     * @param failed reads that ended in a fault of any kind
     * @param mixed reads of what does not belong together
     * @param seen reads of each run
     */
    public record Tally(long reads, List<String> failed, List<String> mixed, Map<String, Long> seen) {

        @Override
        public String toString() {
            return reads + " reads, " + failed.size() + " failed, " + mixed.size() + " mixed";
        }
    }

    /** Readers of a root, each with a store of its own. */
    public static Watch of(Address address, int readers) {
        var watch = new Watch(readers);
        for (var i = 0; i < readers; i++) {
            watch.readers.execute(() -> watch.loop(address));
        }
        return watch;
    }

    /** Readers of anything else. */
    public static Watch of(Act act, int readers) {
        var watch = new Watch(readers);
        for (var i = 0; i < readers; i++) {
            watch.readers.execute(() -> watch.loop(act));
        }
        return watch;
    }

    private void loop(Address address) {
        try (Store store = Stores.open(address)) {
            loop(() -> Reader.read(store).run());
        } catch (IOException e) {
            note(failed, e);
        }
    }

    private void loop(Act act) {
        while (!isOver.get()) {
            try {
                note(act.read());
            } catch (Reader.Mixed e) {
                note(mixed, e);
            } catch (IOException | RuntimeException e) {
                note(failed, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized void note(String run) {
        reads++;
        seen.merge(run, 1L, Long::sum);
    }

    private synchronized void note(List<String> kind, Exception e) {
        reads++;
        kind.add(String.valueOf(e));
    }

    /** Ends the watch, once each reader has finished what it reads; what they saw. */
    public Tally end() throws InterruptedException {
        isOver.set(true);
        readers.shutdown();
        if (!readers.awaitTermination(PATIENCE, TimeUnit.MINUTES)) {
            throw new IllegalStateException("a reader hangs");
        }
        return tally();
    }

    private synchronized Tally tally() {
        return new Tally(reads, List.copyOf(failed), List.copyOf(mixed), Map.copyOf(seen));
    }

    /** Ends a watch that was broken off. */
    @Override
    public void close() {
        isOver.set(true);
        readers.shutdownNow();
    }
}
