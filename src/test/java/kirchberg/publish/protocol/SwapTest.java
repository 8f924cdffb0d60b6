package kirchberg.publish.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Optional;
import kirchberg.domain.Exit;
import kirchberg.domain.release.Step;
import kirchberg.publish.protocol.Lease.Outcome;
import kirchberg.publish.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a swap ended is told by the token that the pointer shows, never by the answer of the store. Rows A6, A7, A9. */
class SwapTest {
    /** The two guards, and the call that swaps. */
    enum Kind {
        RENAMING("replace LOCK"),
        COMPARING("putOver CURRENT");

        private final String swap;

        Kind(String swap) {
            this.swap = swap;
        }
    }

    private final Contender run = new Contender("run");
    private final Trouble trouble = new Trouble();
    private final MemoryRenameStore disk = MemoryRenameStore.on(() -> Instant.EPOCH);
    private final MemoryConditionalStore objects = MemoryConditionalStore.on(() -> Instant.EPOCH);

    private Store open(Kind kind, Hook hook) {
        return switch (kind) {
            case RENAMING -> disk.with(hook);
            case COMPARING -> objects.with(hook);
        };
    }

    /** A root with a release, seen by a run in trouble. */
    private Store troubled(Kind kind) {
        new Contender("old").publish(open(kind, Hook.NONE));
        return open(kind, trouble);
    }

    private Pointer current(Kind kind) {
        return Pointer.read(open(kind, Hook.NONE)).orElseThrow();
    }

    /** A7: the answer got lost. */
    @ParameterizedTest
    @EnumSource
    void a_swap_that_was_applied_is_published_whatever_the_answer(Kind kind) {
        var store = troubled(kind);
        trouble.after(kind.swap, Trouble::unanswered);
        var published = run.publish(store);
        assertThat(current(kind)).isEqualTo(published);
        assertThat(trouble.count(kind.swap)).isEqualTo(1);
        assertThat(published.generation()).isEqualTo(2);
    }

    /** A7: the client repeats what it got no answer to, and is refused for its own bytes. */
    @Test
    void a_refusal_for_our_own_bytes_is_not_believed() {
        var store = troubled(Kind.COMPARING);
        trouble.repeatingTheSwap();
        assertThat(current(Kind.COMPARING).generation()).isEqualTo(1);
        assertThat(run.publish(store)).isEqualTo(current(Kind.COMPARING));
        assertThat(trouble.count("putOver CURRENT")).isEqualTo(2);
    }

    /** A9: a 412 while nothing moved. */
    @Test
    void a_refusal_without_a_reason_is_not_believed_either() {
        var store = troubled(Kind.COMPARING);
        trouble.before("putOver CURRENT", Trouble.times(3, call -> {
            throw new IOException("412 Precondition Failed: " + call.path());
        }));
        assertThat(run.publish(store)).isEqualTo(current(Kind.COMPARING));
        assertThat(trouble.count("putOver CURRENT")).isEqualTo(4);
    }

    /** A7: the request got lost; the same bytes go again under the same condition. */
    @ParameterizedTest
    @EnumSource
    void a_swap_that_was_not_applied_is_repeated(Kind kind) {
        var store = troubled(kind);
        trouble.before(kind.swap, Trouble.times(5, Trouble::unanswered));
        assertThat(run.publish(store)).isEqualTo(current(kind));
        assertThat(trouble.count(kind.swap)).isEqualTo(6);
        assertThat(trouble.count("writeInto")).as("a proposal is written once").isLessThan(2);
        assertThat(run.pace.nanos()).isEqualTo(31_000_000_000L);
    }

    @ParameterizedTest
    @EnumSource
    void what_stays_open_is_unknown_and_the_lease_runs_out(Kind kind) {
        var store = troubled(kind);
        var old = current(kind);
        trouble.before(kind.swap, Trouble::unanswered);
        var lease = run.take(store);
        Refused.with(Exit.UNKNOWN, () -> lease.swap(run.next(lease)));
        assertThat(lease.outcome()).isEqualTo(Outcome.UNKNOWN);
        lease.close();
        assertThat(trouble.count(kind.swap)).isEqualTo(6);
        assertThat(trouble.count("delete")).isZero();
        assertThat(current(kind)).isEqualTo(old);
        var next = new Contender("next");
        next.publish(open(kind, Hook.NONE));
        assertThat(next.pace.nanos()).isEqualTo(Contender.TTL.toNanos());
        assertThat(current(kind).previous()).isEqualTo(old.run());
    }

    @ParameterizedTest
    @EnumSource
    void a_pointer_that_cannot_be_read_back_is_unknown_and_the_next_run_settles_it(Kind kind) {
        var store = troubled(kind);
        var lease = run.take(store);
        var next = run.next(lease);
        trouble.after(kind.swap, swapped -> trouble.before("read CURRENT", Trouble::unanswered));
        Refused.with(Exit.UNKNOWN, () -> lease.swap(next));
        assertThat(trouble.count(kind.swap)).isEqualTo(1);
        lease.close();
        var successor = new Contender("successor").publish(open(kind, Hook.NONE));
        assertThat(successor.previous()).isEqualTo(next.run());
        assertThat(Pointer.published(open(kind, Hook.NONE))).contains(next);
    }

    @Test
    void a_definite_refusal_leaves_the_old_release_and_gives_the_lease_back() {
        var store = troubled(Kind.RENAMING);
        var old = current(Kind.RENAMING);
        trouble.before("replace LOCK", call -> {
            throw new AccessDeniedException(call.path());
        });
        assertThat(Refused.with(Exit.STORE, () -> run.publish(store))).hasMessageContaining("AccessDenied");
        assertThat(trouble.count("replace LOCK")).isEqualTo(1);
        assertThat(current(Kind.RENAMING)).isEqualTo(old);
        assertThat(Lease.holder(disk, run.terms())).isEmpty();
    }

    /** The first request may still be on its way. */
    @Test
    void a_definite_refusal_after_an_open_one_decides_nothing() {
        var store = troubled(Kind.RENAMING);
        trouble.before("replace LOCK", Trouble.times(1, Trouble::unanswered)).before("replace LOCK", call -> {
            throw new AccessDeniedException(call.path());
        });
        Refused.with(Exit.UNKNOWN, () -> run.publish(store));
    }

    /** A full disk can make an empty file and call it a success. */
    @Test
    void a_proposal_that_reads_back_torn_is_never_swapped_in() {
        var store = troubled(Kind.RENAMING);
        var old = current(Kind.RENAMING);
        trouble.after("fill LOCK/", call -> {
            if (call.path().endsWith("/CURRENT")) {
                disk.writeInto(call.path(), new byte[0]);
            }
        });
        assertThat(Refused.with(Exit.STORE, () -> run.publish(store))).hasMessageContaining("torn");
        assertThat(current(Kind.RENAMING)).isEqualTo(old);
    }

    /** A6, with the rename already on its way in the kernel: it holds the folder by its old name. */
    @Test
    void who_takes_over_deletes_the_proposal_before_it_reads_the_pointer() {
        var store = troubled(Kind.RENAMING);
        var taker = new Contender("taker");
        var base = current(Kind.RENAMING);
        trouble.before("replace LOCK", Trouble.times(1, call -> {
            var proposal = call.path().split(" ", -1)[0];
            var taken = taker.take(disk);
            var gone = proposal.replaceFirst("LOCK/(.*)/CURRENT", "LOCK.$1.gone/CURRENT");
            assertThatThrownBy(() -> disk.replace(gone, "CURRENT")).isInstanceOf(NoSuchFileException.class);
            assertThat(taken.base()).contains(base);
            taken.swap(taker.next(taken));
        }));
        Refused.with(Exit.LOCKED, () -> run.publish(store));
        assertThat(current(Kind.RENAMING).previous()).isEqualTo(base.run());
    }

    /** A third run comes when the lease was moved away and its proposal is still there. */
    @Test
    void a_third_run_that_comes_between_deletes_the_proposal_too() {
        var store = troubled(Kind.RENAMING);
        var taking = new Trouble();
        var third = new Contender("third");
        trouble.before("replace LOCK", Trouble.times(1, call -> {
            var gone = call.path().split(" ", -1)[0].replaceFirst("LOCK/(.*)/CURRENT", "LOCK.$1.gone/CURRENT");
            taking.before("delete.list LOCK.", Trouble.times(1, before -> {
                try (var lease = third.take(disk)) {
                    assertThatThrownBy(() -> disk.replace(gone, "CURRENT")).isInstanceOf(NoSuchFileException.class);
                    lease.swap(third.next(lease));
                }
            }));
            new Contender("taker").publish(disk.with(taking));
        }));
        Refused.with(Exit.LOCKED, () -> run.publish(store));
        assertThat(current(Kind.RENAMING).generation()).isEqualTo(3);
    }

    /** A6: between the fence and the swap another run takes over and publishes. */
    @ParameterizedTest
    @EnumSource
    void a_run_that_freezes_after_the_fence_loses(Kind kind) {
        var store = troubled(kind);
        var taker = new Contender("taker");
        run.at(step -> {
            if (step == Step.SWAP) {
                taker.publish(open(kind, Hook.NONE));
            }
        });
        Refused.with(Exit.LOCKED, () -> run.publish(store));
        assertThat(current(kind).generation()).isEqualTo(2);
        assertThat(Pointer.published(store)).hasSize(2).contains(current(kind));
        assertThat(trouble.count(kind.swap)).isLessThan(2);
    }

    /** The swap is applied, its answer lost, and the pointer moved on before it is read back. */
    @ParameterizedTest
    @EnumSource
    void who_is_named_by_its_successors_was_published(Kind kind) {
        for (var successors = 1; successors <= 3; successors++) {
            var more = successors;
            var swapper = new Contender("run " + successors);
            var before = new Trouble().after(kind.swap, Trouble.times(1, call -> {
                for (var i = 0; i < more; i++) {
                    new Contender("successor " + i).publish(open(kind, Hook.NONE));
                }
                throw new Unanswered(call);
            }));
            new Contender("old").publish(open(kind, Hook.NONE));
            var published = swapper.publish(open(kind, before));
            assertThat(current(kind).generation()).isEqualTo(published.generation() + successors);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_is_not_named_by_its_successors_lost(Kind kind) {
        for (var successors = 1; successors <= 3; successors++) {
            var more = successors;
            var before = new Trouble().before(kind.swap, Trouble.times(1, call -> {
                for (var i = 0; i < more; i++) {
                    new Contender("successor " + i).publish(open(kind, Hook.NONE));
                }
                throw new Unanswered(call);
            }));
            new Contender("old").publish(open(kind, Hook.NONE));
            Refused.with(Exit.LOCKED, () -> new Contender("loser").publish(open(kind, before)));
        }
    }

    /** The history could not be written, and so many swaps went by that nobody names us: nobody can tell. */
    @ParameterizedTest
    @EnumSource
    void without_a_history_a_swap_long_ago_is_unknown(Kind kind) {
        var store = troubled(kind);
        trouble.after(kind.swap, Trouble.times(1, call -> {
            new Contender("second").publish(open(kind, Hook.NONE));
            new Contender("third").publish(open(kind, Hook.NONE));
            open(kind, Hook.NONE).delete("history");
            throw new Unanswered(call);
        }));
        Refused.with(Exit.UNKNOWN, () -> run.publish(store));
    }

    @ParameterizedTest
    @EnumSource
    void what_fails_before_the_swap_leaves_the_old_release(Kind kind) {
        for (var step : new Step[] {Step.FENCE, Step.SWAP}) {
            var store = open(kind, Hook.NONE);
            var old = new Contender("old").publish(store);
            var failing = failing(step, new OutOfMemoryError("at " + step));
            var lease = failing.take(store);
            assertThatThrownBy(() -> lease.swap(failing.next(lease))).isInstanceOf(OutOfMemoryError.class);
            assertThat(lease.outcome()).isEqualTo(Outcome.NOT_PUBLISHED);
            lease.close();
            assertThat(current(kind)).isEqualTo(old);
            assertThat(Lease.holder(store, failing.terms())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_fails_after_the_swap_ends_in_the_exception_and_the_truth(Kind kind) {
        for (var fault :
                new Throwable[] {new OutOfMemoryError("at CONFIRM"), new IllegalStateException("at CONFIRM")}) {
            var store = open(kind, Hook.NONE);
            new Contender("old").publish(store);
            var failing = failing(Step.CONFIRM, fault);
            var lease = failing.take(store);
            var next = failing.next(lease);
            assertThatThrownBy(() -> lease.swap(next)).isSameAs(fault);
            assertThat(lease.outcome()).isEqualTo(Outcome.PUBLISHED);
            lease.close();
            assertThat(current(kind)).isEqualTo(next);
            assertThat(new Contender("next").publish(store).previous()).isEqualTo(next.run());
            assertThat(Pointer.published(store)).contains(next);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_fails_after_a_swap_that_stays_open_is_unknown(Kind kind) {
        var store = troubled(kind);
        var failing = failing(Step.CONFIRM, new IllegalStateException("at CONFIRM"));
        trouble.before(kind.swap, Trouble::unanswered);
        var lease = failing.take(store);
        Refused.with(Exit.UNKNOWN, () -> lease.swap(failing.next(lease)));
        lease.close();
        assertThat(Lease.holder(open(kind, Hook.NONE), failing.terms())).isPresent();
    }

    /** Memory runs out inside the store, before or after it wrote. */
    @ParameterizedTest
    @EnumSource
    void an_error_inside_the_swap_leaves_a_state_that_the_next_run_settles(Kind kind) {
        for (var isAfter : new boolean[] {false, true}) {
            new Contender("old").publish(open(kind, Hook.NONE));
            Trouble.Event event = call -> {
                throw new OutOfMemoryError("in the store");
            };
            var broken = isAfter ? new Trouble().after(kind.swap, event) : new Trouble().before(kind.swap, event);
            var failing = new Contender("failing");
            var lease = failing.take(open(kind, broken));
            var next = failing.next(lease);
            assertThatThrownBy(() -> lease.swap(next)).isInstanceOf(OutOfMemoryError.class);
            assertThat(lease.outcome()).isEqualTo(isAfter ? Outcome.PUBLISHED : Outcome.UNKNOWN);
            lease.close();
            var settled = new Contender("next").publish(open(kind, Hook.NONE));
            assertThat(Optional.ofNullable(settled.previous()).equals(Optional.of(next.run())))
                    .isEqualTo(isAfter);
        }
    }

    private static Contender failing(Step where, Throwable fault) {
        return new Contender("failing").at(step -> {
            if (step == where) {
                throwIt(fault);
            }
        });
    }

    private static void throwIt(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) fault;
    }
}
