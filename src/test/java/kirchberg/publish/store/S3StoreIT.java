package kirchberg.publish.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.stores.ConditionProxy;
import kirchberg.stores.ConditionProxy.Deed;
import kirchberg.stores.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A root on an S3 server behind the proxy that makes its conditions atomic. */
final class S3StoreIT {
    @TempDir
    private static Path folder;

    private static S3Server server;
    private static ConditionProxy proxy;

    private Address address;
    private S3Store store;

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.start(folder);
        proxy = ConditionProxy.before(server.endpoint());
    }

    @AfterAll
    static void stop() {
        proxy.close();
        server.close();
    }

    @BeforeEach
    void open(TestInfo test) throws Exception {
        proxy.script(call -> Deed.PASS);
        address = S3Server.address(
                proxy.endpoint(), test.getTestMethod().orElseThrow().getName());
        store = S3Store.open(address);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @TestFactory
    Stream<DynamicTest> it_keeps_what_every_store_promises() {
        return new Contract<>(root -> Stores.open(S3Server.address(proxy.endpoint(), "contract/" + root)))
                .tests(StoreContract.promises());
    }

    @Test
    void a_new_file_is_put_once() throws Exception {
        store.putNew("CURRENT", bytes("one"));

        assertThatThrownBy(() -> store.putNew("CURRENT", bytes("two"))).isInstanceOf(IOException.class);

        assertThat(store.read("CURRENT")).isEqualTo(bytes("one"));
    }

    @Test
    void a_file_is_put_over_the_version_that_was_read_and_no_other() throws Exception {
        store.putNew("CURRENT", bytes("one"));
        var first = store.readVersioned("CURRENT");
        store.putOver("CURRENT", bytes("two"), first.version());

        assertThatThrownBy(() -> store.putOver("CURRENT", bytes("three"), first.version()))
                .isInstanceOf(IOException.class);

        assertThat(first.bytes()).isEqualTo(bytes("one"));
        assertThat(first.version()).startsWith("\"").endsWith("\"");
        assertThat(store.read("CURRENT")).isEqualTo(bytes("two"));
    }

    @Test
    void a_missing_file_is_not_put_over() throws Exception {
        assertThatThrownBy(() -> store.putOver("CURRENT", bytes("one"), "\"00\""))
                .isInstanceOf(NoSuchFileException.class);

        assertThatThrownBy(() -> store.read("CURRENT")).isInstanceOf(NoSuchFileException.class);
    }

    /** One condition in one request, with no question before it that could be out of date. */
    @Test
    void a_put_is_one_request_after_at_most_one_question() throws Exception {
        var puts = new AtomicInteger();
        proxy.script(call -> {
            puts.addAndGet(call.method().equals("PUT") ? 1 : 0);
            return Deed.PASS;
        });
        var before = proxy.calls();

        store.putNew("CURRENT", bytes("one"));

        assertThat(puts).hasValue(1);
        assertThat(proxy.calls() - before).isLessThanOrEqualTo(2);
    }

    @Test
    void a_file_is_created_once() throws Exception {
        store.create("releases/1/MANIFEST.json", bytes("one"));

        assertThatThrownBy(() -> store.create("releases/1/MANIFEST.json", bytes("one")))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(store.read("releases/1/MANIFEST.json")).isEqualTo(bytes("one"));
    }

    /** The repeat of a creation whose answer got lost is refused for our own bytes. */
    @Test
    void a_creation_whose_answer_got_lost_is_done() throws Exception {
        once("/MANIFEST.json", Deed.DROP_ANSWER);

        store.create("MANIFEST.json", bytes("one"));

        assertThat(store.read("MANIFEST.json")).isEqualTo(bytes("one"));
    }

    @Test
    void a_creation_that_lost_its_request_to_another_is_refused() throws Exception {
        store.create("MANIFEST.json", bytes("theirs"));
        once("/MANIFEST.json", Deed.DROP_REQUEST);

        assertThatThrownBy(() -> store.create("MANIFEST.json", bytes("ours")))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void files_are_listed_moved_and_deleted() throws Exception {
        store.create("releases/1/data/part-0.parquet", bytes("rows"));
        store.create("releases/10/MANIFEST.json", bytes("{}"));

        store.move("releases/1/data/part-0.parquet", "releases/1/data/totals.parquet");

        assertThat(store.list("releases")).extracting(Store.Entry::name).containsExactly("1", "10");
        assertThat(store.list("releases/1/data"))
                .extracting(Store.Entry::name, Store.Entry::bytes)
                .containsExactly(tuple("totals.parquet", 4L));
        store.delete("releases/1");
        assertThat(store.list("releases")).extracting(Store.Entry::name).containsExactly("10");
        assertThat(store.list("nowhere")).isEmpty();
    }

    @Test
    void a_folder_is_private_to_who_is_first() throws Exception {
        store.privateFolder("releases/1");
        store.create("releases/1/REJECTS", bytes("one"));

        assertThatThrownBy(() -> store.privateFolder("releases/1")).isInstanceOf(FileAlreadyExistsException.class);
    }

    /** Row A9, reading: an answer that breaks off is no answer. */
    @Test
    void an_answer_that_breaks_off_is_read_again() throws Exception {
        store.putNew("CURRENT", bytes("whole"));
        var first = new AtomicBoolean(true);
        proxy.script(call -> call.method().equals("GET") && call.path().endsWith("/CURRENT") && first.getAndSet(false)
                ? Deed.CUT
                : Deed.PASS);

        assertThat(store.read("CURRENT")).isEqualTo(bytes("whole"));
        assertThat(first).isFalse();
    }

    /** Row A4: a reader sees one swap or the next, whole, with the version that belongs to it. */
    @Test
    @Tag("slow")
    void readers_during_500_swaps_see_no_fault_and_no_mix() throws Exception {
        store.putNew("CURRENT", content(0));
        var isOver = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(4);
        var readers = new ArrayList<Future<Integer>>();
        for (var i = 0; i < 4; i++) {
            readers.add(threads.submit(reader(isOver)));
        }

        for (var swap = 1; swap <= 500; swap++) {
            store.putOver(
                    "CURRENT", content(swap), store.readVersioned("CURRENT").version());
        }

        isOver.set(true);
        var reads = 0;
        for (var reader : readers) {
            reads += reader.get();
        }
        threads.shutdown();
        System.out.println("A4: s3, 500 swaps, " + reads + " reads, 0 bad");
        assertThat(store.read("CURRENT")).isEqualTo(content(500));
        assertThat(reads).isGreaterThan(100);
    }

    private Callable<Integer> reader(AtomicBoolean isOver) {
        return () -> {
            var versions = new HashMap<String, String>();
            var reads = 0;
            try (var own = S3Store.open(address)) {
                for (; !isOver.get(); reads++) {
                    var seen = own.readVersioned("CURRENT");
                    var text = new String(seen.bytes(), StandardCharsets.UTF_8);
                    assertThat(text.lines().distinct().count()).isEqualTo(1);
                    assertThat(text.lines().count()).isEqualTo(500);
                    assertThat(versions.putIfAbsent(seen.version(), text)).isIn(null, text);
                }
            }
            return reads;
        };
    }

    private static byte[] content(int swap) {
        return bytes((swap + "\n").repeat(500));
    }

    @Test
    void settings_that_rule_out_conditions_are_seen() throws Exception {
        var settings = new HashMap<>(address.settings());
        settings.put("fs.s3a.create.conditional.enabled", "false");

        try (var without = S3Store.open(new Address(address.root(), settings))) {
            assertThat(without.comparesVersions()).isFalse();
            assertThatThrownBy(() -> without.putNew("CURRENT", bytes("one"))).isInstanceOf(IOException.class);
        }
        assertThat(store.comparesVersions()).isTrue();
    }

    @Test
    void a_bucket_that_is_not_there_is_a_fault_of_the_store() {
        var nowhere = new Address("s3a://nowhere/root", address.settings());

        assertThatThrownBy(() -> Stores.open(nowhere))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Exit.STORE))
                .hasMessageContaining("s3a://nowhere/root");
    }

    private static void once(String end, Deed deed) {
        var first = new AtomicBoolean(true);
        proxy.script(call -> call.puts(end) && first.getAndSet(false) ? deed : Deed.PASS);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
