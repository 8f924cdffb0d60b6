package kirchberg.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Step;
import kirchberg.faults.read.Reader;
import kirchberg.faults.read.Watch;
import kirchberg.faults.run.Failpoint;
import kirchberg.faults.run.Fault;
import kirchberg.faults.run.Order;
import kirchberg.faults.run.SmallRun;
import kirchberg.faults.run.Writer;
import kirchberg.faults.run.WriterProcess;
import kirchberg.publish.store.Store;
import kirchberg.publish.store.Stores;

/**
 * Runs that fail at a step, one after the other on one root: a reader that never rests sees the old release or the new
 * one, and the run after each needs no help.
 */
final class CrashMatrix {
    private static final Duration TTL = Duration.ofMillis(400);
    private static final List<Fault> FAULTS = List.of(Fault.HALT, Fault.EXCEPTION, Fault.DELAY, Fault.OUT_OF_MEMORY);

    private final Address address;
    private final SmallRun run;
    private final Path prepared;
    private final Path folder;
    private final List<String> violations = new ArrayList<>();
    private final Map<String, String> published = new LinkedHashMap<>();
    private int cells;

    /**
     * A matrix that was not run yet.
     *
     * @param folder for the orders and logs of processes
     */
    CrashMatrix(Address address, Path prepared, Path folder) {
        this.address = address;
        this.run = SmallRun.on(prepared);
        this.prepared = prepared;
        this.folder = folder;
    }

    /** Every fault at every step. */
    static List<Failpoint> whole(Duration delay) {
        var all = new ArrayList<Failpoint>();
        for (var step : Step.values()) {
            FAULTS.forEach(fault -> all.add(new Failpoint(step, fault, delay)));
        }
        return all;
    }

    /** Every step once, each with another fault than the step before. */
    static List<Failpoint> sampled(Duration delay) {
        var all = new ArrayList<Failpoint>();
        for (var step : Step.values()) {
            all.add(new Failpoint(step, FAULTS.get(all.size() % FAULTS.size()), delay));
        }
        return all;
    }

    /** What went against the promise; nothing if it holds. */
    List<String> violations(List<Failpoint> failpoints) throws IOException, InterruptedException {
        try (var store = Stores.open(address)) {
            run(Failpoint.NONE, "base");
            published(store);
            try (var watch = Watch.of(address, 1)) {
                for (var failpoint : failpoints) {
                    cell(store, failpoint);
                }
                judge(watch.end());
            }
            published.forEach((id, sha256) -> still(store, id, sha256));
        }
        return violations;
    }

    /** Cells that were run. */
    int cells() {
        return cells;
    }

    private void cell(Store store, Failpoint failpoint) throws IOException, InterruptedException {
        var before = published(store);
        var code = failpoint.fault() == Fault.HALT ? halted(failpoint) : run(failpoint, "late-" + cells);
        var after = published(store);
        require(!after.equals(before) == failpoint.isPublished(), failpoint, "saw " + after + " after " + before);
        require((code == Failpoint.HALTED) == (failpoint.fault() == Fault.HALT), failpoint, "exit " + code);
        var healed = run(Failpoint.NONE, "healed-" + cells);
        require(healed == 0, failpoint, "the next run ended with " + healed);
        require(!published(store).equals(after), failpoint, "the next run is not seen");
        cells++;
    }

    private int run(Failpoint failpoint, String key) {
        return Writer.code(run, new Order(address, TTL, failpoint, key));
    }

    private int halted(Failpoint failpoint) throws IOException, InterruptedException {
        try (var process = WriterProcess.start(prepared, folder.resolve("writer-" + cells))) {
            process.begin(new Order(address, TTL, failpoint, "halted-" + cells));
            return process.await();
        }
    }

    private String published(Store store) throws IOException, InterruptedException {
        var reading = Reader.read(store);
        published.put(reading.run(), reading.manifestSha256());
        return reading.run();
    }

    private void require(boolean holds, Failpoint failpoint, String found) {
        if (!holds) {
            violations.add(failpoint + ": " + found);
        }
    }

    private void judge(Watch.Tally tally) {
        violations.addAll(tally.failed());
        violations.addAll(tally.mixed());
        tally.seen().keySet().stream()
                .filter(id -> !published.containsKey(id))
                .forEach(id -> violations.add("a reader saw " + id + ", which nobody published"));
        if (tally.reads() < cells) {
            violations.add("the reader read " + tally.reads() + " times only");
        }
    }

    private void still(Store store, String id, String sha256) {
        try {
            Reader.read(store, id, sha256);
        } catch (IOException e) {
            violations.add("a published release is gone: " + e);
        }
    }
}
