package kirchberg.publish.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import kirchberg.publish.store.Store;
import org.junit.jupiter.api.Test;

/** Two releases are kept, for a week, unless a test says otherwise; a night is a day. */
class RetentionTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String FIRST = "00000001-00000001";

    private final MadeRoot.StoreClock clock = new MadeRoot.StoreClock();
    private final MemoryRenameStore store = MemoryRenameStore.on(clock::now);
    private final MadeRoot root = new MadeRoot(store);

    private Retention.Removed night(long number) throws IOException {
        clock.pass(DAY);
        root.publish(root.run(number));
        return root.tidy(2, WEEK);
    }

    private Retention.Removed nights(int from, int to) throws IOException {
        var last = night(from);
        for (var number = from + 1; number <= to; number++) {
            last = night(number);
        }
        return last;
    }

    @Test
    void a_release_is_marked_when_it_is_of_no_use_and_removed_a_week_later() throws IOException {
        assertThat(nights(1, 2).marked()).isEmpty();
        assertThat(night(3).marked()).containsExactly(FIRST);
        assertThat(root.names()).contains(FIRST, FIRST + ".mark");
        assertThat(nights(4, 10).removed()).isEmpty();
        assertThat(root.isWhole(FIRST)).isTrue();
        // Marked on the night of the 3rd: seven days on is the night of the 10th, and one day does not count.
        assertThat(night(11).removed()).containsExactly(FIRST);
        assertThat(root.names()).doesNotContain(FIRST, FIRST + ".mark");
        assertThat(root.warnings()).isEmpty();
    }

    @Test
    void a_week_is_not_enough_before_two_generations_have_passed() throws IOException {
        nights(1, 3);
        clock.pass(Duration.ofDays(100));
        assertThat(root.tidy(2, WEEK).removed()).isEmpty();
        assertThat(night(4).removed()).isEmpty();
        clock.pass(Duration.ofDays(100));
        assertThat(night(5).removed()).containsExactly(FIRST);
    }

    @Test
    void a_clock_that_jumps_ahead_between_two_runs_removes_nothing_early() throws IOException {
        nights(1, 5);
        clock.pass(Duration.ofDays(3650));
        // Two days before the jump, and five after it: the jump itself does not count.
        assertThat(nights(6, 10).removed()).isEmpty();
        assertThat(night(11).removed()).contains(FIRST);
    }

    @Test
    void a_mark_from_the_future_begins_anew() throws IOException {
        nights(1, 3);
        clock.pass(Duration.ofDays(-3650));
        assertThat(night(4).marked()).containsExactly(FIRST, "00000002-00000002");
        assertThat(nights(5, 11).removed()).isEmpty();
        assertThat(night(12).removed()).contains(FIRST);
    }

    @Test
    void a_pinned_release_stays_and_goes_after_its_pin() throws IOException {
        nights(1, 3);
        store.create("releases/" + FIRST + ".pin", new byte[0]);
        assertThat(night(4).unmarked()).containsExactly(FIRST);
        nights(5, 20);
        assertThat(root.isWhole(FIRST)).isTrue();
        store.delete("releases/" + FIRST + ".pin");
        assertThat(night(21).marked()).contains(FIRST);
        assertThat(nights(22, 29).removed()).contains(FIRST);
    }

    @Test
    void a_release_that_was_rolled_back_to_is_marked_anew_though_its_mark_stayed() throws IOException {
        nights(1, 9);
        root.point(FIRST);
        root.remember();
        // No retention in that run: it died. Three more nights, and the release is of no use again.
        clock.pass(DAY);
        root.publish(root.run(11));
        clock.pass(DAY);
        root.publish(root.run(12));
        assertThat(night(13).removed()).doesNotContain(FIRST);
        assertThat(nights(14, 20).removed()).doesNotContain(FIRST);
        assertThat(night(21).removed()).contains(FIRST);
    }

    @Test
    void the_run_before_current_stays_though_one_release_is_kept() throws IOException {
        nights(1, 2);
        assertThat(root.tidy(1, Duration.ZERO).kept()).containsExactly(FIRST, "00000002-00000002");
        assertThat(root.tidy(1, Duration.ZERO).marked()).isEmpty();
    }

    @Test
    void nothing_is_removed_or_marked_when_current_cannot_be_read() throws IOException {
        nights(1, 9);
        for (var torn : List.of("", "{", "[]", "{\"generation\":9}", "{\"generation\":9,\"run\":\"../x\"}")) {
            store.delete("CURRENT");
            store.create("CURRENT", torn.getBytes(UTF_8));
            assertNothingHappens(2);
        }
        store.delete("CURRENT");
        assertNothingHappens(2);
    }

    @Test
    void nothing_is_removed_or_marked_when_another_run_has_swapped() throws IOException {
        nights(1, 9);
        var ours = root.current();
        clock.pass(WEEK);
        root.publish(root.run(10));
        var keep = new Retention.Keep(1, Duration.ZERO);
        var removed = Retention.run(store, ours, keep, MadeRoot.terms(root.warnings()));
        assertThat(removed.removed()).isEmpty();
        assertThat(root.warnings()).singleElement().asString().contains("CURRENT was moved, got generation 10");
    }

    @Test
    void nothing_is_removed_or_marked_when_the_history_has_a_gap_that_matters() throws IOException {
        nights(1, 9);
        store.delete(MadeRoot.history(8));
        assertNothingHappens(2);
        store.create(MadeRoot.history(8), "torn".getBytes(UTF_8));
        assertNothingHappens(2);
    }

    private void assertNothingHappens(int releases) throws IOException {
        root.warnings().clear();
        clock.pass(Duration.ofDays(100));
        var before = root.names();
        assertThat(root.tidy(releases, Duration.ZERO))
                .isEqualTo(new Retention.Removed(List.of(), List.of(), List.of(), List.of()));
        assertThat(root.names()).isEqualTo(before);
        assertThat(root.warnings()).singleElement().asString().startsWith("Cannot tidy up");
    }

    @Test
    void a_run_that_aims_past_current_may_be_alive_and_is_left_alone() throws IOException {
        nights(1, 3);
        var live = root.run(99);
        root.write(live);
        for (var again = 0; again < 5; again++) {
            clock.pass(WEEK);
            assertThat(root.tidy(1, Duration.ZERO).kept()).contains(live);
        }
        nights(4, 5);
        assertThat(root.names()).contains(live, live + ".mark");
        assertThat(nights(6, 13).removed()).contains(live);
    }

    @Test
    void what_is_no_run_is_never_touched() throws IOException {
        store.create("releases/notes/MANIFEST.json", new byte[0]);
        store.create("releases/00000001-../x", new byte[0]);
        store.create("releases/readme.txt", new byte[0]);
        nights(1, 30);
        assertThat(root.names()).contains("notes", "00000001-..", "readme.txt");
    }

    @Test
    void the_manifest_goes_first_and_the_mark_last_whatever_call_dies() throws IOException {
        nights(1, 10);
        clock.pass(DAY);
        root.publish(root.run(11));
        for (var call = 0; root.isThere("releases/" + FIRST + ".mark"); call++) {
            root.tidy(store.with(failingAfter(call)), 2, WEEK);
            var isMarked = root.isThere("releases/" + FIRST + ".mark");
            assertThat(root.isWhole(FIRST) || !root.isThere("releases/" + FIRST + "/MANIFEST.json"))
                    .as("whole or no release after %s calls", call)
                    .isTrue();
            assertThat(isMarked || !root.isThere("releases/" + FIRST)).isTrue();
        }
        assertThat(root.isThere("releases/" + FIRST)).isFalse();
    }

    private static Hook failingAfter(int calls) {
        return new Hook() {
            private int left = calls;

            @Override
            public void before(Call call) throws IOException {
                if (left-- <= 0) {
                    throw new Unanswered(call);
                }
            }
        };
    }

    @Test
    void a_fault_of_the_store_is_a_warning() throws IOException {
        nights(1, 9);
        Store broken = store.with(failingAfter(0));
        assertThat(root.tidy(broken, 1, Duration.ZERO).removed()).isEmpty();
        assertThat(root.warnings()).isNotEmpty();
    }
}
