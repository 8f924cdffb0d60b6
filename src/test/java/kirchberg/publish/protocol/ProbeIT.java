package kirchberg.publish.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.publish.store.ConditionalStore;
import kirchberg.publish.store.Stores;
import kirchberg.stores.ConditionProxy;
import kirchberg.stores.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probe before a real server, whose If-Match has two winners in most races. Row A8. */
final class ProbeIT {
    private static final int TIMES = 10;

    @TempDir
    private static Path folder;

    private static S3Server server;
    private static ConditionProxy proxy;

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

    @Test
    void a_server_whose_conditions_race_is_refused_each_time() throws Exception {
        try (var store = open(server.endpoint())) {
            for (var time = 0; time < TIMES; time++) {
                assertThatThrownBy(() -> Probe.require(store, new Contender("bare").terms()))
                        .isInstanceOfSatisfying(
                                Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Exit.STORE))
                        .hasMessageContaining("two swaps had 2 winners");
            }
            assertThat(store.list("")).isEmpty();
        }
        System.out.println("A8: bare S3Proxy refused " + TIMES + " of " + TIMES);
    }

    @Test
    void a_server_with_atomic_conditions_is_trusted_each_time() throws Exception {
        try (var store = open(proxy.endpoint())) {
            for (var time = 0; time < TIMES; time++) {
                var name = "proxied " + time;
                assertThatCode(() -> Probe.require(store, new Contender(name).terms()))
                        .doesNotThrowAnyException();
            }
            assertThat(store.list("")).isEmpty();
        }
        System.out.println("A8: S3Proxy behind the proxy trusted " + TIMES + " of " + TIMES);
    }

    private static ConditionalStore open(URI endpoint) {
        return (ConditionalStore) Stores.open(S3Server.address(endpoint, "probe"));
    }
}
