package kirchberg.publish.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.Exit;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Step;
import kirchberg.publish.store.Store;
import kirchberg.publish.store.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lease of a root: one holder, who beats; a dead one is taken over, and can do nothing any more. */
class LeaseTest {
    @TempDir
    private Path folder;

    enum Kind {
        DISK,
        RENAMING,
        COMPARING
    }

    private Store open(Kind kind) {
        return switch (kind) {
            case DISK -> Stores.open(Address.of(folder.toString()));
            case RENAMING -> MemoryRenameStore.on(() -> Instant.EPOCH);
            case COMPARING -> MemoryConditionalStore.on(() -> Instant.EPOCH);
        };
    }

    @ParameterizedTest
    @EnumSource
    void the_first_release_of_a_root_and_the_next_are_published(Kind kind) {
        var store = open(kind);
        var first = new Contender("first").publish(store);
        var second = new Contender("second").publish(store);
        assertThat(first.generation()).isEqualTo(1);
        assertThat(first.previous()).isNull();
        assertThat(second.generation()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.run());
        assertThat(Pointer.read(store)).contains(second);
        assertThat(Pointer.published(store)).containsExactly(first, second);
    }

    @ParameterizedTest
    @EnumSource
    void steps_are_told_in_their_order(Kind kind) {
        var run = new Contender("run");
        run.publish(open(kind));
        assertThat(run.steps).containsExactly(Step.LEASE, Step.FENCE, Step.SWAP, Step.CONFIRM, Step.RELEASE);
        assertThat(run.warnings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_holder_that_beats_is_left_alone_and_named(Kind kind) {
        var store = open(kind);
        var holder = new Contender("holder at work");
        try (var lease = holder.take(store)) {
            var late = new Contender("late");
            late.pace.meanwhile(holder.heart::step);
            var stop = Refused.with(Exit.LOCKED, () -> late.take(store));
            assertThat(stop).hasMessageContaining("holder at work");
            assertThat(late.pace.nanos())
                    .as("at the first beat")
                    .isEqualTo(Contender.TTL.dividedBy(20).toNanos());
            lease.requireHeld();
            lease.swap(holder.next(lease));
        }
        assertThat(Pointer.read(store)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void a_holder_that_stands_still_for_a_whole_ttl_is_taken_over_and_loses(Kind kind) {
        var store = open(kind);
        var frozen = new Contender("frozen");
        var lost = frozen.take(store);
        var next = frozen.next(lost);
        var taker = new Contender("taker");
        var published = taker.publish(store);
        assertThat(taker.pace.nanos()).isEqualTo(Contender.TTL.toNanos());
        assertThat(taker.warnings).singleElement().asString().contains("frozen");
        Refused.with(Exit.LOCKED, () -> lost.swap(next));
        assertThat(lost.outcome()).isEqualTo(Lease.Outcome.NOT_PUBLISHED);
        frozen.heart.step();
        Refused.with(Exit.LOCKED, lost::requireHeld);
        lost.close();
        assertThat(Pointer.read(store)).contains(published);
        assertThat(new Contender("next").publish(store).previous()).isEqualTo(published.run());
    }

    @ParameterizedTest
    @EnumSource
    void a_holder_that_lost_its_lease_gives_nothing_back(Kind kind) {
        var store = open(kind);
        var frozen = new Contender("frozen");
        var lost = frozen.take(store);
        var taker = new Contender("taker");
        try (var lease = taker.take(store)) {
            lost.close();
            lease.swap(taker.next(lease));
            var late = new Contender("late");
            late.pace.meanwhile(taker.heart::step);
            Refused.with(Exit.LOCKED, () -> late.take(store));
        }
        assertThat(taker.warnings).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_lease_that_is_given_back_while_one_watches_is_taken_at_once(Kind kind) {
        var store = open(kind);
        var lease = new Contender("first").take(store);
        var second = new Contender("second");
        second.pace.meanwhile(lease::close);
        second.publish(store);
        assertThat(second.pace.nanos()).isEqualTo(Contender.TTL.dividedBy(20).toNanos());
    }

    @ParameterizedTest
    @EnumSource
    void who_holds_a_root_and_whether_it_beats_is_told_without_a_write(Kind kind) {
        var store = open(kind);
        var watcher = new Contender("watcher");
        assertThat(Lease.holder(store, watcher.terms())).isEmpty();
        var holder = new Contender("host 7");
        try (var lease = holder.take(store)) {
            lease.requireHeld();
            var still = Lease.holder(store, watcher.terms()).orElseThrow();
            assertThat(still.owner()).isEqualTo("host 7");
            assertThat(still.token()).hasSize(32);
            assertThat(Instant.parse(still.since())).isNotNull();
            assertThat(still.isBeating()).isFalse();
            watcher.pace.meanwhile(holder.heart::step);
            assertThat(Lease.holder(store, watcher.terms()).orElseThrow().isBeating())
                    .isTrue();
        }
        assertThat(Lease.holder(store, watcher.terms())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_dead_lease_is_broken_and_a_live_one_is_not(Kind kind) {
        var store = open(kind);
        var unlocker = new Contender("unlocker");
        assertThat(Lease.breakStale(store, unlocker.terms())).isEmpty();
        var holder = new Contender("host 7");
        var lease = holder.take(store);
        unlocker.pace.meanwhile(holder.heart::step);
        assertThat(Refused.with(Exit.LOCKED, () -> Lease.breakStale(store, unlocker.terms())))
                .hasMessageContaining("host 7");
        unlocker.pace.meanwhile(() -> {});
        assertThat(Lease.breakStale(store, unlocker.terms()).orElseThrow().owner())
                .isEqualTo("host 7");
        var quick = new Contender("quick");
        quick.publish(store);
        assertThat(quick.pace.nanos()).isZero();
        Refused.with(Exit.LOCKED, () -> lease.swap(holder.next(lease)));
    }

    @ParameterizedTest
    @EnumSource
    void a_fault_after_taking_gives_the_lease_back(Kind kind) throws IOException {
        var store = open(kind);
        store.create("CURRENT", new byte[] {'x'});
        Refused.with(Exit.STORE, () -> new Contender("first").take(store));
        assertThat(Lease.holder(store, new Contender("watcher").terms())).isEmpty();
    }

    @Test
    void a_fault_of_the_last_step_is_a_warning() {
        var store = open(Kind.RENAMING);
        var run = new Contender("run").at(step -> {
            if (step == Step.RELEASE) {
                throw new IllegalStateException("at the end");
            }
        });
        var published = run.publish(store);
        assertThat(run.warnings).singleElement().asString().contains("at the end");
        assertThat(Pointer.read(store)).contains(published);
        assertThat(new Contender("next").publish(store).generation()).isEqualTo(2);
    }

    @Test
    void a_swap_for_another_generation_or_a_second_swap_is_no_swap() {
        var store = open(Kind.RENAMING);
        var run = new Contender("run");
        try (var lease = run.take(store)) {
            var next = run.next(lease);
            var far = new Pointer(3, next.run(), "", null, next.token(), "");
            assertThatThrownBy(() -> lease.swap(far)).isInstanceOf(IllegalArgumentException.class);
            lease.swap(next);
            assertThatThrownBy(() -> lease.swap(next)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Earlier versions locked a file of that name, and left it. */
    @Test
    void the_lock_file_of_an_earlier_version_is_no_lease() throws IOException {
        Files.write(folder.resolve("LOCK"), new byte[0]);
        var store = open(Kind.DISK);
        assertThat(Lease.holder(store, new Contender("watcher").terms())).isEmpty();
        assertThat(new Contender("run").publish(store).generation()).isEqualTo(1);
        assertThat(names()).containsExactly("CURRENT", "LOCK", "history");
    }

    @Test
    void what_killed_runs_left_of_their_leases_is_swept() throws IOException {
        var store = open(Kind.DISK);
        Files.createDirectories(folder.resolve("LOCK.a/a"));
        Files.createDirectories(folder.resolve("LOCK.b.gone"));
        Files.write(folder.resolve("LOCK.b.gone/CURRENT"), new byte[] {'x'});
        new Contender("run").publish(store);
        assertThat(names()).containsExactly("CURRENT", "LOCK", "history");
        assertThat(folder.resolve("LOCK")).isEmptyDirectory();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
