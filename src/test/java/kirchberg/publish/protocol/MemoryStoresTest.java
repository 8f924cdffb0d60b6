package kirchberg.publish.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kirchberg.publish.store.Store;
import kirchberg.publish.store.Store.Entry;
import org.junit.jupiter.api.Test;

/** The stores in memory behave as disks and object stores do, or the simulator proves nothing. */
class MemoryStoresTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final MemoryRenameStore disk = MemoryRenameStore.on(() -> now);
    private final MemoryConditionalStore objects = MemoryConditionalStore.on(() -> now);

    @Test
    void a_folder_is_claimed_by_one_and_held_against_the_next() throws IOException {
        disk.create("LOCK.a/a/lease.json", bytes("a"));
        disk.create("LOCK.b/b/lease.json", bytes("b"));
        disk.privateFolder("LOCK");
        assertThat(disk.claim("LOCK.a", "LOCK")).isTrue();
        assertThat(disk.claim("LOCK.b", "LOCK")).isFalse();
        assertThat(text(disk, "LOCK/a/lease.json")).isEqualTo("a");
        assertThat(disk.list("").stream().map(Entry::name)).containsExactly("LOCK", "LOCK.b");
        assertThatThrownBy(() -> disk.claim("LOCK.a", "LOCK")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void nothing_is_written_into_a_folder_that_was_moved_away() throws IOException {
        disk.create("LOCK/a/lease.json", bytes("a"));
        disk.move("LOCK/a", "LOCK.a.gone");
        assertThatThrownBy(() -> disk.writeInto("LOCK/a/beat", bytes("1"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> disk.replace("LOCK/a/CURRENT", "CURRENT")).isInstanceOf(NoSuchFileException.class);
        assertThat(disk.list("LOCK")).isEmpty();
    }

    @Test
    void bytes_follow_a_file_that_is_moved_between_its_opening_and_its_writing() throws IOException {
        disk.create("LOCK/a/lease.json", bytes("a"));
        var slow = disk.with(new Hook() {
            @Override
            public void before(Call call) throws IOException {
                if (call.act().equals("fill")) {
                    disk.move("LOCK/a", "gone");
                }
            }
        });
        slow.writeInto("LOCK/a/CURRENT", bytes("late"));
        assertThat(text(disk, "gone/CURRENT")).isEqualTo("late");
        assertThat(disk.list("LOCK")).isEmpty();
    }

    @Test
    void a_file_is_torn_between_its_two_parts_and_never_created_twice() throws IOException {
        var seen = new ArrayList<String>();
        var slow = disk.with(new Hook() {
            @Override
            public void before(Call call) throws IOException {
                seen.add(call + ": " + disk.list("").size());
            }
        });
        slow.create("x", bytes("whole"));
        assertThat(seen).containsExactly("create x: 0", "fill x: 1");
        assertThatThrownBy(() -> slow.create("x", bytes("again"))).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(text(disk, "x")).isEqualTo("whole");
    }

    @Test
    void a_condition_is_met_by_one_version_only() throws IOException {
        objects.putNew("CURRENT", bytes("1"));
        var first = objects.readVersioned("CURRENT").version();
        objects.putOver("CURRENT", bytes("2"), first);
        objects.putOver("CURRENT", bytes("1"), objects.readVersioned("CURRENT").version());
        assertThat(objects.readVersioned("CURRENT").version()).isNotEqualTo(first);
        assertThatThrownBy(() -> objects.putOver("CURRENT", bytes("3"), first)).hasMessageContaining("412");
        assertThatThrownBy(() -> objects.putNew("CURRENT", bytes("3"))).hasMessageContaining("412");
        assertThatThrownBy(() -> objects.putOver("none", bytes("3"), first)).isInstanceOf(FileNotFoundException.class);
        assertThat(text(objects, "CURRENT")).isEqualTo("1");
    }

    @Test
    void a_client_that_repeats_is_refused_for_its_own_bytes() throws IOException {
        var forgetful = objects.with(new Hook() {
            @Override
            public boolean isRepeated(Call call) {
                return true;
            }
        });
        assertThatThrownBy(() -> forgetful.putNew("CURRENT", bytes("1")))
                .hasMessageContaining("412")
                .satisfies(e -> assertThat(objects.isDefinite((IOException) e)).isFalse());
        assertThat(text(objects, "CURRENT")).isEqualTo("1");
    }

    @Test
    void an_answer_is_lost_after_the_effect_and_a_request_before_it() throws IOException {
        for (var store : List.of(disk.with(losing("after")), objects.with(losing("after")))) {
            assertThatThrownBy(() -> store.create("after", bytes("1"))).isInstanceOf(Unanswered.class);
        }
        for (var store : List.of(disk.with(losing("before")), objects.with(losing("before")))) {
            assertThatThrownBy(() -> store.create("before", bytes("1"))).isInstanceOf(Unanswered.class);
        }
        for (var store : List.of(disk, objects)) {
            assertThat(store.list("").stream().map(Entry::name)).containsExactly("after");
        }
    }

    private static Hook losing(String when) {
        return new Hook() {
            @Override
            public void before(Call call) throws IOException {
                if (when.equals("before")) {
                    throw new Unanswered(call);
                }
            }

            @Override
            public void after(Call call) throws IOException {
                if (when.equals("after")) {
                    throw new Unanswered(call);
                }
            }
        };
    }

    @Test
    void files_are_stamped_by_the_clock_of_the_store_and_read_in_pieces() throws IOException {
        for (var store : List.of(disk, objects)) {
            try (var out = store.output("releases/r/data/t.parquet").create(0)) {
                out.write(bytes("0123456789"));
            }
            now = now.minusSeconds(3600);
            store.create("releases/r.pin", new byte[0]);
            try (var in = store.input("releases/r/data/t.parquet").newStream()) {
                in.seek(7);
                assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("789");
            }
            assertThat(store.list("releases").get(1).modified()).isEqualTo(now);
            assertThat(store.list("releases/r/data").get(0).modified()).isEqualTo(now.plusSeconds(3600));
            store.move("releases/r", "away");
            store.delete("away/data");
            assertThat(store.list("releases").stream().map(Entry::name)).containsExactly("r.pin");
            assertThat(store.list("away")).isEmpty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(Store store, String path) throws IOException {
        return new String(store.read(path), UTF_8);
    }
}
