package kirchberg.publish.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import kirchberg.stores.ConditionProxy;
import kirchberg.stores.ConditionProxy.Deed;
import kirchberg.stores.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A root on an S3 server behind the proxy that makes its conditions atomic. */
final class S3StoreIT {
    @TempDir
    private static Path folder;

    private static S3Server server;
    private static ConditionProxy proxy;

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
        store = S3Store.open(S3Server.address(proxy.endpoint(), test.getTestMethod().orElseThrow().getName()));
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @Test
    void a_new_file_is_written_once() throws Exception {
        store.putNew("CURRENT", bytes("one"));

        var before = proxy.calls();
        var fault = catchThrowableOfType(IOException.class, () -> store.putNew("CURRENT", bytes("two")));

        System.out.println(fault + " " + (proxy.calls() - before));
        assertThat(store.read("CURRENT")).isEqualTo(bytes("one"));
    }

    @Test
    void a_file_is_written_over_the_version_that_was_read_and_no_other() throws Exception {
        store.putNew("CURRENT", bytes("one"));
        var first = store.readVersioned("CURRENT");
        store.putOver("CURRENT", bytes("two"), first.version());

        var fault = catchThrowableOfType(
                IOException.class, () -> store.putOver("CURRENT", bytes("three"), first.version()));
        System.out.println(fault);
        fault = catchThrowableOfType(IOException.class, () -> store.putOver("NONE", bytes("three"), first.version()));
        System.out.println(fault);
        assertThat(store.read("CURRENT")).isEqualTo(bytes("two"));
    }

    @Test
    void faults() throws Exception {
        var deeds = new Deed[] {
            Deed.DROP_ANSWER, Deed.DROP_REQUEST, Deed.CUT, Deed.refuse(403), Deed.refuse(404), Deed.refuse(409),
            Deed.refuse(412), Deed.refuse(500), Deed.refuse(503), Deed.doAndSay(500), Deed.doAndSay(503),
            Deed.after(java.time.Duration.ofSeconds(20))
        };
        for (var always : new boolean[] {false, true}) {
        for (var deed : deeds) {
            proxy.script(call -> Deed.PASS);
            store.delete("CURRENT");
            store.putNew("CURRENT", bytes("one"));
            var version = store.readVersioned("CURRENT").version();
            var first = new AtomicBoolean(true);
            proxy.script(call -> call.puts("/CURRENT") && (first.getAndSet(false) || always) ? deed : Deed.PASS);
            var before = proxy.calls();
            var t = System.nanoTime();
            IOException fault = null;
            try {
                store.putOver("CURRENT", bytes("two"), version);
            } catch (IOException e) { fault = e; }
            System.out.println("FAULT " + always + " " + deed + " -> " + (fault == null ? "ok" : fault.getClass().getSimpleName() + " definite=" + store.isDefinite(fault)) + " calls " + (proxy.calls() - before) + " ms " + (System.nanoTime() - t) / 1000000 + " now " + new String(store.read("CURRENT")) + " | " + fault);
            if (fault != null) for (Throwable c = fault; c != null; c = c.getCause()) System.out.println("    " + c.getClass().getName() + " supp " + java.util.Arrays.toString(c.getSuppressed()));
        }}
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
