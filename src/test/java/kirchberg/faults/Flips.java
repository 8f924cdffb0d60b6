package kirchberg.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Terms;
import kirchberg.faults.read.Reader;
import kirchberg.faults.read.Watch;
import kirchberg.faults.run.Failpoint;
import kirchberg.faults.run.Order;
import kirchberg.faults.run.SmallRun;
import kirchberg.publish.protocol.Lease;
import kirchberg.publish.protocol.Pointer;
import kirchberg.publish.store.Store;
import kirchberg.publish.store.Stores;

/** Two releases of one root whose pointer goes from one to the other, under the real lease, while others read. */
final class Flips {
    private static final int READERS = 4;
    private static final Duration TTL = Duration.ofSeconds(60);

    private final Address address;
    private final Terms terms;

    Flips(Address address) {
        this.address = address;
        this.terms = order("flip").terms(step -> {});
    }

    private Order order(String key) {
        return new Order(address, TTL, Failpoint.NONE, key);
    }

    /** Publishes both, flips so many times, and tells what the readers saw. */
    Watch.Tally run(SmallRun run, int flips) throws IOException, InterruptedException {
        try (var store = Stores.open(address)) {
            run.publish(address, terms, "even");
            var even = Reader.read(store);
            run.publish(address, terms, "odd");
            var odd = Reader.read(store);
            try (var watch = Watch.of(address, READERS)) {
                for (var flip = 0; flip < flips; flip++) {
                    flip(store, flip % 2 == 0 ? even : odd);
                }
                return watch.end();
            }
        }
    }

    private void flip(Store store, Reader.Reading to) {
        try (var lease = Lease.take(store, terms)) {
            lease.swap(pointer(lease.base(), to));
        }
    }

    private static Pointer pointer(Optional<Pointer> base, Reader.Reading to) {
        return new Pointer(
                base.orElseThrow().generation() + 1,
                to.run(),
                to.manifestSha256(),
                base.orElseThrow().run(),
                UUID.randomUUID().toString().replace("-", ""),
                "2026-11-24T03:30:00Z");
    }
}
