package kirchberg.publish;

import static kirchberg.spark.LocalSpark.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Facts;
import kirchberg.domain.release.Terms;
import kirchberg.publish.file.TableFiles;
import kirchberg.publish.release.Draft;
import kirchberg.publish.release.Release;
import kirchberg.publish.store.Sha256;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Financings;
import kirchberg.table.Operations;
import kirchberg.table.Rejects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
class PublishingTest {
    @TempDir
    private Path root;

    private Address address() {
        return Address.of(root.toString());
    }

    private static Path folder(Release release) {
        return Path.of(release.shown());
    }

    private static Facts facts(String key) {
        return new Facts(
                Instant.parse("2026-11-24T03:30:00Z"),
                LocalDate.of(2026, 11, 24),
                true,
                key,
                "data of " + key,
                List.of(),
                Map.of("job", "00"),
                Map.of("HOLDS", 3L),
                Map.of("spark", "4.1.3"),
                7,
                Map.of("read", new BigDecimal("1.5")));
    }

    private static void fill(Draft draft, List<Row> financings) {
        draft.page("index.html", "a page".getBytes(StandardCharsets.UTF_8));
        draft.write(Financings.TABLE, LocalSpark.rows(Financings.TABLE, financings));
        SmallPortfolio.tables().entrySet().stream()
                .filter(e -> !e.getKey().equals(Financings.TABLE))
                .forEach(e -> draft.write(e.getKey(), e.getValue()));
    }

    private Release publish(String key, List<Row> financings) {
        try (var open = Publishing.open(address(), TestTerms.terms())) {
            var draft = open.begin();
            fill(draft, financings);
            draft.verify(List.of(SmallPortfolio.control()));
            return draft.publish(facts(key));
        }
    }

    private static void refuses(Exit exit, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Stop.class, s -> assertThat(s.exit()).isEqualTo(exit));
    }

    @Test
    void a_release_is_whole_and_the_next_one_takes_its_place() throws IOException {
        var first = publish("key-1", SmallPortfolio.financings());
        assertThat(first.runId()).matches("00000001-[0-9a-f]{8}");
        assertThat(first.key()).isEqualTo("key-1");
        assertThat(first.rows(Operations.TABLE)).isEqualTo(SmallPortfolio.operations());
        assertThat(first.open(session(), Operations.TABLE).collectAsList()).isEqualTo(SmallPortfolio.operations());
        assertThat(names(folder(first)))
                .contains("MANIFEST.json", "SHA256SUMS", "README.md", "datapackage.json", "data", "csv", "report")
                .doesNotContain("staging");
        assertThat(names(folder(first).resolve("data"))).hasSize(14).allMatch(n -> n.matches("[a-z_]+[.]parquet"));
        for (var line : Files.readAllLines(folder(first).resolve("SHA256SUMS"))) {
            assertThat(Sha256.of(Files.readAllBytes(folder(first).resolve(line.substring(66)))))
                    .isEqualTo(line.substring(0, 64));
        }

        var shuffled = new ArrayList<>(SmallPortfolio.financings());
        Collections.reverse(shuffled);
        var second = publish("key-2", shuffled);
        assertThat(second.runId()).matches("00000002-[0-9a-f]{8}");
        assertThat(second.manifest()).containsEntry("previous", first.runId());
        assertThat(second.contentDigest()).isEqualTo(first.contentDigest());
        assertThat(Publishing.release(address()).manifest()).isEqualTo(second.manifest());
        assertThat(names(root.resolve("history"))).containsExactly("00000001.json", "00000002.json");
        assertThat(Files.readString(folder(second).resolve("datapackage.json")))
                .doesNotContain(second.runId())
                .contains("text that a spreadsheet would take for a formula has an apostrophe before it");
        sameBytes(folder(first).resolve("csv"), folder(second).resolve("csv"));
    }

    private static void sameBytes(Path one, Path other) throws IOException {
        for (var name : names(one)) {
            assertThat(one.resolve(name)).hasSameBinaryContentAs(other.resolve(name));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.map(p -> String.valueOf(p.getFileName())).sorted().toList();
        }
    }

    @Test
    void a_failed_run_leaves_a_note_and_what_readers_see() throws IOException {
        var first = publish("key-1", SmallPortfolio.financings());
        try (var open = Publishing.open(Address.of(root.toUri().toString()), TestTerms.terms())) {
            var draft = open.begin();
            fill(draft, SmallPortfolio.financings());
            draft.fail("S8 VERIFY", new Stop(Exit.INTERNAL, "a cent is missing", "report it"));
            assertThat(Path.of(draft.shown(), "FAILED.json")).content().contains("S8 VERIFY", "70", "a cent");
            assertThatThrownBy(() -> draft.publish(facts("key-2"))).hasMessageContaining("not verified");
            assertThat(open.current()).map(Release::manifest).contains(first.manifest());
        }
        assertThat(Publishing.release(address()).manifest()).isEqualTo(first.manifest());
        assertThat(publish("key-3", SmallPortfolio.financings()).runId()).startsWith("00000002-");
    }

    @Test
    void a_file_that_changed_after_its_proof_is_not_published() throws IOException {
        try (var open = Publishing.open(address(), TestTerms.terms())) {
            var draft = open.begin();
            fill(draft, SmallPortfolio.financings());
            draft.verify(List.of(SmallPortfolio.control()));
            Files.writeString(
                    Path.of(draft.shown(), TableFiles.data(Rejects.TABLE)),
                    "x",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.APPEND);
            refuses(Exit.STORE, () -> draft.publish(facts("key")));
            assertThat(open.current()).isEmpty();
        }
    }

    @Test
    void a_torn_manifest_or_pointer_is_noticed() throws IOException {
        var release = publish("key-1", SmallPortfolio.financings());
        var manifest = folder(release).resolve("MANIFEST.json");
        try (var channel = FileChannel.open(manifest, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 3);
        }
        refuses(Exit.STORE, () -> Publishing.release(address()));
        Files.writeString(root.resolve("CURRENT"), "", StandardCharsets.UTF_8);
        refuses(Exit.STORE, () -> Publishing.release(address()));
        Files.writeString(
                root.resolve("CURRENT"), "{\"generation\": 1, \"run\": \"../../elsewhere\"}", StandardCharsets.UTF_8);
        refuses(Exit.STORE, () -> Publishing.release(address()));
    }

    @Test
    void a_pointer_moved_by_someone_else_is_not_overwritten() throws IOException {
        try (var open = Publishing.open(address(), TestTerms.terms())) {
            var draft = open.begin();
            fill(draft, SmallPortfolio.financings());
            draft.verify(List.of(SmallPortfolio.control()));
            var foreign = "{\"generation\": 1, \"run\": \"00000001-99999999\", \"token\": \"t\"}";
            Files.writeString(root.resolve("CURRENT"), foreign, StandardCharsets.UTF_8);
            refuses(Exit.LOCKED, () -> draft.publish(facts("key")));
            assertThat(root.resolve("CURRENT")).content().isEqualTo(foreign);
        }
    }

    @Test
    void a_root_is_held_by_one_run_at_a_time() {
        try (var held = Publishing.open(address(), TestTerms.terms())) {
            assertThat(held.current()).isEmpty();
            refuses(Exit.LOCKED, () -> Publishing.open(address(), TestTerms.terms()));
        }
        Publishing.open(address(), TestTerms.terms()).close();
    }

    @Test
    void a_root_of_another_kind_is_refused() {
        refuses(Exit.USAGE, () -> Publishing.open(Address.of("ftp://host/root"), TestTerms.terms()));
        refuses(Exit.USAGE, () -> Publishing.release(Address.of("ftp://bucket/root")));
        refuses(
                Exit.INPUT,
                () -> Publishing.release(Address.of(root.resolve("nothing").toString())));
    }

    @Test
    void a_run_id_is_used_once() {
        var same = new Terms(
                Terms.TTL, new TestTerms.MachinePace(), () -> "0".repeat(32), "a test", step -> {}, warning -> {});
        try (var open = Publishing.open(address(), same)) {
            open.begin();
            refuses(Exit.STORE, open::begin);
        }
    }

    @Test
    void no_rows_still_make_a_file_with_columns() {
        try (var open = Publishing.open(address(), TestTerms.terms())) {
            var draft = open.begin();
            draft.write(Rejects.TABLE, LocalSpark.rows(Rejects.TABLE, List.of()));
            assertThat(draft.rowCount(Rejects.TABLE)).isZero();
            assertThat(draft.open(session(), Rejects.TABLE).schema()).isEqualTo(Rejects.TABLE.schema());
            var none = LocalSpark.rows(Financings.TABLE, SmallPortfolio.financings())
                    .filter(Financings.STAGE.col().equalTo("DISBURSED"));
            draft.write(Financings.TABLE, none);
            assertThat(draft.rowCount(Financings.TABLE)).isZero();
            draft.write(Operations.TABLE, List.of());
            assertThat(draft.open(session(), Operations.TABLE).isEmpty()).isTrue();
        }
    }

    @Test
    void staged_text_comes_back_in_spark() {
        var raw = Rejects.TABLE.asText("raw");
        try (var open = Publishing.open(Address.of(root.resolve("with space").toString()), TestTerms.terms())) {
            var draft = open.begin();
            try (var sink = draft.stage(raw)) {
                sink.accept(RowFactory.create("s", "f", "1", null, null, "", "1.00", "\u00e9\ud83d\ude00"));
            }
            assertThat(draft.staged(session(), raw).collectAsList())
                    .containsExactly(RowFactory.create("s", "f", "1", null, null, "", "1.00", "\u00e9\ud83d\ude00"));
        }
    }
}
