package kirchberg.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import kirchberg.config.Configuration;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.fetch.Fetching.Dataset;
import kirchberg.fetch.Fetching.Outcome;
import kirchberg.fetch.Fetching.Step;

/** Fetches from the stand-in in 1961, so that the loans list has three years. Pauses pass at once. */
final class Trial {
    static final long SEED = 20251204;

    private final StandIn server;
    private final Path folder;
    private final List<Duration> pauses = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Hands hands = new Hands(Instant.parse("1961-06-15T22:30:00Z"));
    private Publisher.Limits limits = Publisher.Limits.POLITE;
    private Publisher.Names names = InetAddress::getAllByName;

    Trial(StandIn server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** A clock that goes on while somebody sleeps only. */
    private static final class Hands extends Clock {
        private Instant now;

        Hands(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Waits less for a whole answer than the five minutes that are usual. */
    Trial patience(Duration answer) {
        var usual = Publisher.Limits.POLITE;
        limits = new Publisher.Limits(
                usual.askedItems(),
                usual.pageBytes(),
                usual.slicePages(),
                usual.connect(),
                answer,
                usual.whole(),
                usual.pace(),
                usual.longestWait(),
                usual.retries(),
                usual.redirects(),
                usual.restarts());
        return this;
    }

    Trial names(Publisher.Names other) {
        names = other;
        return this;
    }

    Trial later(Duration time) {
        hands.now = hands.now.plus(time);
        return this;
    }

    Outcome fetch(Dataset dataset) {
        pauses.clear();
        steps.clear();
        var newest = Fetching.newest(folder).map(Configuration::source).orElse(null);
        var world = new Fetching.World(hands, this::sleep, new Random(SEED), steps::add, "9.9");
        var publisher = new Publisher(server.base(), names, InetAddress::isLoopbackAddress, limits);
        return Fetching.fetch(new Fetching.Request(folder, dataset, newest), world, publisher);
    }

    Outcome loans() {
        return fetch(Dataset.LOANS);
    }

    /** What stops a fetch of the loans list: its code, and a message that holds these parts. */
    Stop stops(Exit exit, String... parts) {
        return stops(Dataset.LOANS, exit, parts);
    }

    Stop stops(Dataset dataset, Exit exit, String... parts) {
        var stop = catchThrowableOfType(Stop.class, () -> fetch(dataset));
        assertThat(stop).isNotNull().hasMessageContainingAll(parts);
        assertThat(stop.exit()).isEqualTo(exit);
        assertThat(stop.hint()).isNotBlank();
        return stop;
    }

    private void sleep(Duration pause) {
        pauses.add(pause);
        hands.now = hands.now.plus(pause);
    }

    List<Duration> pauses() {
        return pauses;
    }

    /** Pauses longer than the usual one between two requests, in whole seconds. */
    List<Long> waits() {
        return pauses.stream()
                .filter(p -> p.compareTo(Duration.ofSeconds(1)) > 0)
                .map(Duration::toSeconds)
                .toList();
    }

    List<Step> steps() {
        return steps;
    }

    String notes() {
        return steps.stream().map(Step::note).filter(n -> !n.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Names of everything below the folder of the source, but the lock. */
    List<String> files() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(p -> folder.relativize(p).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(".fetch.lock"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
