package kirchberg.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Facts;
import kirchberg.publish.release.Draft;
import kirchberg.publish.release.Release;
import kirchberg.publish.release.Root;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a root in order: verify, roll back, free, tell; rows A18 and E9 of the fault table. */
@Tag("spark")
class UpkeepTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    private Path root;

    private Address address() {
        return Address.of(root.toString());
    }

    private static Facts facts(String day) {
        return new Facts(
                Instant.parse(day + "T03:30:00Z"),
                LocalDate.parse(day),
                true,
                "key of " + day,
                "data of " + day,
                List.of(),
                Map.of("job", "00"),
                Map.of("HOLDS", 3L),
                Map.of("spark", "4.1.3"),
                7,
                Map.of("read", new BigDecimal("1.5")));
    }

    private static Draft filled(Root open) {
        var draft = open.begin();
        SmallPortfolio.tables().forEach(draft::write);
        draft.verify(List.of(SmallPortfolio.control()));
        return draft;
    }

    private Release publish(String day) {
        try (var open = Publishing.open(address(), TestTerms.terms())) {
            return filled(open).publish(facts(day));
        }
    }

    private static void refuses(Exit exit, String words, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Stop.class, s -> assertThat(s.exit()).isEqualTo(exit))
                .hasMessageContaining(words);
    }

    private Map<String, String> tree() throws IOException {
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(root)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString(), Files.getLastModifiedTime(path) + " " + Files.size(path));
            }
        }
        return files;
    }

    @Test
    void a_sound_release_is_verified_without_a_byte_written() throws IOException {
        var release = publish("2026-11-24");
        var before = tree();
        var verified = Publishing.verify(address());
        assertThat(verified.faults()).isEmpty();
        assertThat(verified.isRecomputed()).isTrue();
        assertThat(verified.run()).isEqualTo(release.runId());
        // 14 tables, each with its CSV; SHA256SUMS, datapackage.json and README.md.
        assertThat(verified.files()).isEqualTo(31);
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void a_byte_flipped_in_any_file_is_found_and_the_file_named() throws IOException {
        var release = publish("2026-11-24");
        var folder = Path.of(release.shown());
        var flipped = new ArrayList<String>();
        for (var name : names(folder)) {
            var file = folder.resolve(name);
            var whole = Files.readAllBytes(file);
            var bytes = whole.clone();
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            assertThat(fault(name)).as(name).contains(name.equals("MANIFEST.json") ? "MANIFEST.json" : name);
            Files.write(file, whole);
            flipped.add(name);
        }
        assertThat(flipped).hasSize(32);
        assertThat(Publishing.verify(address()).isSound()).isTrue();
        System.out.println("E9: " + flipped.size() + " of " + flipped.size() + " flipped bytes found, the file named");
    }

    private static List<String> names(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(p -> folder.relativize(p).toString())
                    .sorted()
                    .toList();
        }
    }

    private String fault(String name) {
        try {
            return String.join("; ", Publishing.verify(address()).faults());
        } catch (Stop stop) {
            assertThat(stop.exit()).as(name).isEqualTo(Exit.STORE);
            return String.valueOf(stop.getMessage());
        }
    }

    @Test
    void a_file_that_is_missing_or_was_added_is_named() throws IOException {
        var folder = Path.of(publish("2026-11-24").shown());
        Files.delete(folder.resolve("csv/rejects.csv"));
        Files.writeString(folder.resolve("data/more.parquet"), "x");
        assertThat(Publishing.verify(address()).faults())
                .containsExactly("csv/rejects.csv is missing", "data/more.parquet was not published");
    }

    @Test
    void readers_go_back_under_a_new_generation_and_on_again() throws IOException {
        var first = publish("2026-11-24");
        var second = publish("2026-11-25");
        var before = tree();
        assertThat(Publishing.rollBack(address(), first.runId(), TestTerms.terms(), NOON))
                .isTrue();
        assertThat(Publishing.release(address()).runId()).isEqualTo(first.runId());
        assertThat(root.resolve("history/00000003.json"))
                .content()
                .contains("\"run\" : \"" + first.runId(), "\"previous\" : \"" + second.runId(), NOON.toString());
        // Only the pointer and its history changed.
        assertThat(changed(before, tree())).containsExactly("CURRENT", "history/00000003.json");

        assertThat(Publishing.rollBack(address(), first.runId(), TestTerms.terms(), NOON))
                .isFalse();
        var third = publish("2026-11-26");
        assertThat(third.runId()).startsWith("00000004-");
        assertThat(third.manifest()).containsEntry("previous", first.runId());
        System.out.println("A18: one flip, one entry of the history; the next run goes on from there");
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(e -> !e.getValue().equals(before.get(e.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void nobody_is_pointed_to_a_release_that_was_changed_or_never_was() throws IOException {
        var first = publish("2026-11-24");
        var second = publish("2026-11-25");
        Files.writeString(Path.of(first.shown(), "csv", "rejects.csv"), "x");
        refuses(
                Exit.STORE,
                "csv/rejects.csv has 1 bytes",
                () -> Publishing.rollBack(address(), first.runId(), TestTerms.terms(), NOON));
        Files.writeString(root.resolve("releases/" + first.runId() + ".mark"), "{\"generation\": 2}");
        refuses(
                Exit.STORE,
                "marked for deletion",
                () -> Publishing.rollBack(address(), first.runId(), TestTerms.terms(), NOON));
        refuses(
                Exit.USAGE,
                "no run of that id",
                () -> Publishing.rollBack(address(), "00000009-00000000", TestTerms.terms(), NOON));
        assertThat(Publishing.release(address()).runId()).isEqualTo(second.runId());
    }

    @Test
    void a_release_that_was_only_kept_can_be_adopted() {
        var current = publish("2026-11-24");
        Release kept;
        try (var open = Publishing.open(address(), TestTerms.terms())) {
            kept = filled(open).shelve(facts("2026-01-31"));
        }
        assertThat(Publishing.release(address()).runId()).isEqualTo(current.runId());
        assertThat(Publishing.release(address(), kept.runId()).manifest()).containsEntry("as_of", "2026-01-31");
        assertThat(status().json()).contains("\"pinned\" : [ \"" + kept.runId() + "\" ]");
        assertThat(Publishing.rollBack(address(), kept.runId(), TestTerms.terms(), NOON))
                .isTrue();
        assertThat(Publishing.release(address()).runId()).isEqualTo(kept.runId());
    }

    private Publishing.Status status() {
        return Publishing.status(address(), TestTerms.terms());
    }

    @Test
    void a_root_that_is_held_says_by_whom_and_is_not_freed() {
        publish("2026-11-24");
        assertThat(Publishing.unlock(address(), TestTerms.terms())).isEmpty();
        try (var held = Publishing.open(address(), TestTerms.terms())) {
            assertThat(status().text()).contains("held by a test", "and beats");
            refuses(Exit.LOCKED, "a test", () -> Publishing.unlock(address(), TestTerms.terms()));
            assertThat(held.runId()).startsWith("00000002-");
        }
        assertThat(status().text()).contains("lease           free");
    }

    @Test
    void a_root_whose_holder_is_dead_is_freed() throws IOException {
        publish("2026-11-24");
        Files.createDirectories(root.resolve("LOCK/0123"));
        Files.writeString(root.resolve("LOCK/0123/lease.json"), "{\"token\": \"0123\", \"owner\": \"a dead process\"}");
        assertThat(status().text()).contains("held by a dead process", "does not beat");
        assertThat(Publishing.unlock(address(), TestTerms.terms())).contains("a dead process");
        assertThat(status().text()).contains("lease           free");
    }

    @Test
    void a_failure_is_told_until_a_run_succeeds_be_it_without_news() throws Exception {
        try (var open = Publishing.open(address(), TestTerms.terms())) {
            open.begin().fail("read: records", new Stop(Exit.INPUT, "Cannot read it", "Mend it"));
        }
        assertThat(status().hasRelease()).isFalse();
        assertThat(status().text()).contains("release         none yet", "read: records: Cannot read it");
        Thread.sleep(20);
        publish("2026-11-24");
        assertThat(status().text()).contains("failed since    no run");
        Thread.sleep(20);
        try (var open = Publishing.open(address(), TestTerms.terms())) {
            open.begin().fail("read: records", new Stop(Exit.INPUT, "Cannot read it either", "Mend it"));
        }
        assertThat(status().text()).contains("Cannot read it either");
        assertThat(status().lastSuccess()).contains(Instant.parse("2026-11-24T03:30:00Z"));
        Thread.sleep(20);
        try (var open = Publishing.open(address(), TestTerms.terms())) {
            open.succeeded("UNCHANGED", NOON);
        }
        assertThat(status().text()).contains("failed since    no run");
        assertThat(status().lastSuccess()).contains(NOON);
    }

    /** Row F6: three nights without input, then one with; the age of the last success grows, then is new. */
    @Test
    void thirty_nights_of_which_three_are_late_are_told_as_they_were() {
        var told = new ArrayList<Boolean>();
        for (var night = 1; night <= 30; night++) {
            var now = Instant.parse("2026-11-01T04:00:00Z").plus(Duration.ofDays(night - 1L));
            var isLate = night >= 10 && night <= 12;
            if (night == 1) {
                publish("2026-11-01");
            }
            try (var open = Publishing.open(address(), TestTerms.terms())) {
                if (!isLate) {
                    open.succeeded("UNCHANGED", now);
                }
            }
            told.add(status().lastSuccess()
                    .orElseThrow()
                    .plus(Duration.ofHours(26))
                    .isBefore(now.plusSeconds(3600)));
        }
        // Late by more than 26 hours on nights 11 and 12; night 10 is 25 hours after the last success.
        assertThat(told.indexOf(true)).isEqualTo(10);
        assertThat(told.stream().filter(late -> late)).hasSize(2);
        assertThat(told.subList(12, 30)).containsOnly(false);
        System.out.println("F6: 30 nights, 3 late, alarm from the second late night on, none after the catch-up");
    }
}
