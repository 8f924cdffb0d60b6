package kirchberg.publish.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kirchberg.domain.release.Address;
import kirchberg.stores.ConditionProxy;
import kirchberg.stores.ConditionProxy.Deed;
import kirchberg.stores.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of one swap when the network or the server does what they do. Rows A7 and A9, of the store alone. */
final class S3FaultsIT {
    /**
     * Tries of one act that are bounded by our settings: 2 rounds of 2, and for a server that is busy 5 rounds of 2.
     */
    private static final int TRIES = 4;

    private static final int BUSY_TRIES = 10;

    @TempDir
    private static Path folder;

    private static S3Server server;
    private static ConditionProxy proxy;
    private static S3Store store;

    /**
     * A fault and what comes of it.
     *
     * @param times how often the server does it; a number that no client reaches stands for always
     * @param fault simple name of what is thrown, or "none"
     * @param isDefinite whether it says that nothing was written
     * @param isWritten whether it was
     * @param tries of the PUT, at most
     */
    private record Row(
            String name, Deed deed, int times, String fault, boolean isDefinite, boolean isWritten, int tries) {}

    private static final int ALWAYS = 1000;

    private static final List<Row> ROWS = List.of(
            new Row("answer lost once", Deed.DROP_ANSWER, 1, "RemoteFileChangedException", false, true, TRIES),
            new Row("answers lost", Deed.DROP_ANSWER, ALWAYS, "HttpChannelEOFException", false, true, TRIES),
            new Row("request lost once", Deed.DROP_REQUEST, 1, "none", false, true, TRIES),
            new Row("requests lost", Deed.DROP_REQUEST, ALWAYS, "HttpChannelEOFException", false, false, TRIES),
            new Row("403", Deed.refuse(403), ALWAYS, "AccessDeniedException", true, false, 1),
            new Row("404", Deed.refuse(404), ALWAYS, "NoSuchFileException", true, false, 1),
            new Row("409", Deed.refuse(409), ALWAYS, "AWSBadRequestException", false, false, 1),
            new Row("412", Deed.refuse(412), ALWAYS, "RemoteFileChangedException", false, false, 1),
            new Row("500 once", Deed.refuse(500), 1, "none", false, true, TRIES),
            new Row("500", Deed.refuse(500), ALWAYS, "AWSStatus500Exception", false, false, TRIES),
            new Row("500 after the write", Deed.doAndSay(500), 1, "RemoteFileChangedException", false, true, TRIES),
            new Row("503 once", Deed.refuse(503), 1, "none", false, true, BUSY_TRIES),
            new Row("503", Deed.refuse(503), ALWAYS, "AWSServiceThrottledException", false, false, BUSY_TRIES),
            new Row(
                    "503 after the write",
                    Deed.doAndSay(503),
                    1,
                    "RemoteFileChangedException",
                    false,
                    true,
                    BUSY_TRIES),
            new Row("slow", Deed.after(Duration.ofSeconds(3)), ALWAYS, "none", false, true, 1),
            new Row("slower than a time-out", Deed.after(Duration.ofSeconds(17)), 1, "none", false, true, TRIES),
            new Row("cut", Deed.CUT, ALWAYS, "none", false, true, 1));

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.start(folder);
        proxy = ConditionProxy.before(server.endpoint());
        var address = S3Server.address(proxy.endpoint(), "faults");
        var settings = new HashMap<>(address.settings());
        settings.put("fs.s3a.retry.throttle.interval", "10ms");
        store = S3Store.open(new Address(address.root(), settings));
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
        proxy.close();
        server.close();
    }

    @Test
    void every_fault_of_a_swap_ends_within_its_tries_and_says_no_more_than_is_known() throws Exception {
        for (var row : ROWS) {
            holds(row);
        }
        System.out.println("A9: s3, " + ROWS.size() + " of " + ROWS.size() + " answers to a swap as written down");
    }

    private static void holds(Row row) throws IOException {
        var key = row.name().replace(' ', '-');
        store.putNew(key, bytes("old"));
        var version = store.readVersioned(key).version();
        var tries = new AtomicInteger();
        proxy.script(call -> call.puts("/" + key) && tries.incrementAndGet() <= row.times() ? row.deed() : Deed.PASS);

        var fault = fault(() -> store.putOver(key, bytes("new"), version));

        proxy.script(call -> Deed.PASS);
        assertThat(fault == null ? "none" : fault.getClass().getSimpleName())
                .as(row.name())
                .isEqualTo(row.fault());
        assertThat(fault != null && store.isDefinite(fault)).as(row.name()).isEqualTo(row.isDefinite());
        assertThat(store.read(key)).as(row.name()).isEqualTo(bytes(row.isWritten() ? "new" : "old"));
        assertThat(tries.get()).as(row.name()).isBetween(1, row.tries());
    }

    @FunctionalInterface
    private interface Act {
        void run() throws IOException;
    }

    private static IOException fault(Act act) {
        try {
            act.run();
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
