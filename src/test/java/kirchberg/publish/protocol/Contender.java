package kirchberg.publish.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import kirchberg.domain.release.Pace;
import kirchberg.domain.release.Step;
import kirchberg.domain.release.Terms;
import kirchberg.publish.store.Store;

/** One run, as the tests make many: with time of its own, chance from a seed, and a heart that beats when told. */
final class Contender {
    static final Duration TTL = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    final SteppedPace pace = new SteppedPace();
    final SteppedHeartbeat heart = new SteppedHeartbeat();
    final List<Step> steps = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    private final String name;
    private final Random random;
    private Consumer<Step> at = step -> {};

    Contender(String name) {
        this.name = name;
        this.random = new Random(name.hashCode());
    }

    /** What else happens when a step begins. */
    Contender at(Consumer<Step> next) {
        at = next;
        return this;
    }

    Terms terms() {
        return terms(TTL, pace);
    }

    Terms terms(Duration ttl, Pace time) {
        return new Terms(ttl, time, this::chance, name, this::begins, warnings::add);
    }

    private void begins(Step step) {
        steps.add(step);
        at.accept(step);
    }

    String chance() {
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    }

    Lease take(Store store) {
        return Lease.take(store, terms(), heart);
    }

    /** The pointer that this run would swap in. */
    Pointer next(Lease lease) {
        return Pointer.plan(lease.base(), chance()).sealed("0".repeat(64), NOON);
    }

    /** A whole publish, to the end. */
    Pointer publish(Store store) {
        try (var lease = take(store)) {
            var next = next(lease);
            lease.swap(next);
            return next;
        }
    }
}
