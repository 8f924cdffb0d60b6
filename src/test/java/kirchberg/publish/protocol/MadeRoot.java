package kirchberg.publish.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kirchberg.domain.release.Pace;
import kirchberg.domain.release.Terms;
import kirchberg.publish.store.Store;

/** A root in memory, published to by hand: releases, their pointer and its history, without a lease. */
final class MadeRoot {
    private final Store store;
    private final List<String> warnings = new ArrayList<>();
    private Optional<Pointer> current = Optional.empty();

    MadeRoot(Store store) {
        this.store = store;
    }

    Pointer current() {
        return current.orElseThrow();
    }

    List<String> warnings() {
        return warnings;
    }

    long next() {
        return current.map(Pointer::generation).orElse(0L) + 1;
    }

    /** A run that aims at the next generation, with an id of its own. */
    String run(long number) {
        return String.format("%08d-%08x", next(), number);
    }

    /** All files of a release but the manifest: what a run leaves that is killed. */
    void write(String run) throws IOException {
        store.create("releases/" + run + "/data/totals.parquet", run.getBytes(UTF_8));
        store.create("releases/" + run + "/report/index.html", run.getBytes(UTF_8));
    }

    void publish(String run) throws IOException {
        write(run);
        store.create("releases/" + run + "/MANIFEST.json", run.getBytes(UTF_8));
        point(run);
        remember();
    }

    /** Swaps without any protocol. */
    void point(String run) throws IOException {
        var token = String.format("%032x", next());
        current = Optional.of(
                new Pointer(next(), run, "", current.map(Pointer::run).orElse(null), token, "2026-01-01T00:00:00Z"));
        store.delete("CURRENT");
        store.create("CURRENT", current().bytes());
    }

    void remember() throws IOException {
        store.create(history(next() - 1), current().bytes());
    }

    static String history(long generation) {
        return String.format("history/%08d.json", generation);
    }

    boolean isWhole(String run) throws IOException {
        for (var file : List.of("MANIFEST.json", "data/totals.parquet", "report/index.html")) {
            if (!isThere("releases/" + run + "/" + file)) {
                return false;
            }
        }
        return true;
    }

    boolean isThere(String path) throws IOException {
        var cut = path.lastIndexOf('/');
        return store.list(path.substring(0, cut)).stream()
                .anyMatch(entry -> entry.name().equals(path.substring(cut + 1)));
    }

    /** Names in the folder of releases: runs, marks and pins. */
    List<String> names() throws IOException {
        return store.list("releases").stream().map(Store.Entry::name).toList();
    }

    Retention.Removed tidy(int releases, Duration age) {
        return tidy(store, releases, age);
    }

    /** As another process with the same root, whose calls may fail. */
    Retention.Removed tidy(Store client, int releases, Duration age) {
        var keep = new Retention.Keep(releases, age);
        return Retention.run(client, current(), keep, terms(warnings));
    }

    static Terms terms(List<String> warnings) {
        var still = new Pace() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public void pause(Duration duration) {}
        };
        return new Terms(Terms.TTL, still, () -> "0".repeat(32), "test", step -> {}, warnings::add);
    }

    /** A clock of a store, which the test moves. */
    static final class StoreClock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        Instant now() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }
}
