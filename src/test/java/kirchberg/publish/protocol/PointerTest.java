package kirchberg.publish.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import kirchberg.domain.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The content of CURRENT, its plan, and its history. */
class PointerTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Pointer FIRST =
            new Pointer(1, "00000001-3f9a1c07", "ab".repeat(32), null, "0123456789abcdef0123456789abcdef", "2026");
    private static final Pointer SECOND =
            new Pointer(2, "00000002-00000000", "cd".repeat(32), FIRST.run(), "f".repeat(32), "2027");

    private final Trouble trouble = new Trouble();
    private final MemoryRenameStore disk = MemoryRenameStore.on(() -> Instant.EPOCH);

    @Test
    void a_pointer_is_printed_as_readers_expect_it_and_read_back() throws IOException {
        assertThat(new String(SECOND.bytes(), UTF_8)).isEqualTo("""
                        {
                          "generation" : 2,
                          "run" : "00000002-00000000",
                          "manifest_sha256" : "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
                          "previous" : "00000001-3f9a1c07",
                          "token" : "ffffffffffffffffffffffffffffffff",
                          "at" : "2027"
                        }
                        """);
        disk.create("CURRENT", SECOND.bytes());
        assertThat(Pointer.read(disk)).contains(SECOND);
    }

    @Test
    void a_root_without_a_pointer_points_nowhere() {
        assertThat(Pointer.read(disk)).isEmpty();
        assertThat(Pointer.published(disk)).isEmpty();
    }

    @Test
    void reading_is_tried_three_times() throws IOException {
        disk.create("CURRENT", FIRST.bytes());
        trouble.before("read CURRENT", Trouble.times(2, Trouble::unanswered));
        assertThat(Pointer.read(disk.with(trouble))).contains(FIRST);
        assertThat(trouble.count("read CURRENT")).isEqualTo(3);
        var worse = new Trouble().before("read CURRENT", Trouble.times(3, Trouble::unanswered));
        Refused.with(Exit.STORE, () -> Pointer.read(disk.with(worse)));
        assertThat(worse.count("read CURRENT")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"generation\": 1, \"run\": \"0000",
                "{\"generation\": 0, \"run\": \"00000000-00000000\"}",
                "{\"generation\": 1, \"run\": \"../etc\"}",
                "{\"generation\": 1, \"run\": \"\"}",
                "{\"generation\": 1, \"run\": \"a?b\"}",
                "{\"generation\": 1, \"run\": \"a\\n\"}",
                "{\"run\": \"00000001-00000000\"}"
            })
    void what_is_no_pointer_is_refused(String text) throws IOException {
        disk.create("CURRENT", text.getBytes(UTF_8));
        assertThat(Refused.with(Exit.STORE, () -> Pointer.read(disk))).hasMessageContaining("memory:/CURRENT");
    }

    @Test
    void the_next_run_is_planned_by_generation_and_chance() {
        var first = Pointer.plan(Optional.empty(), "3f9a1c07deadbeef");
        assertThat(first).isEqualTo(new Pointer(1, "00000001-3f9a1c07", "", null, "3f9a1c07deadbeef", ""));
        var tenth = new Pointer(9, "00000009-aaaaaaaa", "", null, "", "");
        assertThat(Pointer.plan(Optional.of(tenth), "00000000"))
                .isEqualTo(new Pointer(10, "00000010-00000000", "", "00000009-aaaaaaaa", "00000000", ""));
        for (var chance : new String[] {"", "3f9a1c0", "3F9A1C07", "../../..", "3f9a1c07\n"}) {
            assertThatThrownBy(() -> Pointer.plan(Optional.empty(), chance))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_sealed_pointer_has_a_token_of_its_own() {
        var one = Pointer.plan(Optional.empty(), "3f9a1c07deadbeef").sealed("ab", NOON);
        var other = Pointer.plan(Optional.empty(), "3f9a1c07deadbef0").sealed("ab", NOON);
        assertThat(one.token()).matches("[0-9a-f]{32}").isNotEqualTo(other.token());
        assertThat(one.manifestSha256()).isEqualTo("ab");
        assertThat(one.at()).isEqualTo("2026-01-01T12:00:00Z");
    }

    @Test
    void the_history_comes_before_the_present_oldest_first() throws IOException {
        disk.create("history/00000001.json", FIRST.bytes());
        disk.create("history/00000001.json.tmp", new byte[0]);
        disk.create("CURRENT", SECOND.bytes());
        assertThat(Pointer.published(disk)).containsExactly(FIRST, SECOND);
        disk.create("history/00000002.json", SECOND.bytes());
        assertThat(Pointer.published(disk)).containsExactly(FIRST, SECOND);
    }

    @Test
    void an_entry_of_the_past_that_is_torn_is_said_and_one_of_the_present_is_not_needed() throws IOException {
        disk.create("history/00000001.json", new byte[] {'{'});
        disk.create("CURRENT", FIRST.bytes());
        assertThat(Pointer.published(disk)).containsExactly(FIRST);
        disk.delete("CURRENT");
        disk.create("CURRENT", SECOND.bytes());
        assertThat(Refused.with(Exit.STORE, () -> Pointer.published(disk))).hasMessageContaining("00000001.json");
    }

    @Test
    void a_torn_or_missing_entry_is_written_by_the_next_run() throws IOException {
        var first = new Contender("first").publish(disk);
        disk.delete("history/00000001.json");
        var second = new Contender("second").publish(disk);
        disk.delete("history/00000002.json");
        disk.create("history/00000002.json", new byte[] {'{'});
        var third = new Contender("third").publish(disk);
        assertThat(Pointer.published(disk)).containsExactly(first, second, third);
        assertThat(disk.read("history/00000002.json")).isEqualTo(second.bytes());
    }

    @Test
    void a_history_that_cannot_be_written_fails_no_run() {
        trouble.before("create history", Trouble::unanswered);
        var run = new Contender("run");
        var published = run.publish(disk.with(trouble));
        assertThat(Pointer.read(disk)).contains(published);
        assertThat(run.warnings).singleElement().asString().contains("history/00000001.json");
    }
}
