package kirchberg.publish.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kirchberg.publish.store.StoreContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Map;
import java.util.stream.Stream;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.stores.MiniDfs;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.SafeModeAction;
import org.apache.hadoop.ipc.RemoteException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

/** A folder of a real HDFS, as every store and in what only HDFS has. */
@Tag("slow")
final class HdfsStoreIT {
    private String name;
    private RenameStore store;

    @BeforeEach
    void openStore(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
        store = open("root");
    }

    private RenameStore open(String root) {
        return (RenameStore) Stores.open(MiniDfs.address("tests/" + name + "/" + root));
    }

    @TestFactory
    Stream<DynamicTest> it_keeps_what_every_store_promises() {
        return new Contract<>(this::open).tests(StoreContract.promises());
    }

    @TestFactory
    Stream<DynamicTest> it_keeps_what_a_store_of_renames_promises() {
        return new Contract<>(this::open).tests(RenameContract.promises());
    }

    /** Row A5 at the level of the store. */
    @Test
    void one_of_four_claims_the_lock() throws Exception {
        new RenameRaces(() -> open("root"), "HDFS").onlyOneClaims(200);
    }

    /** Row A6 at the level of the store. */
    @Test
    void a_late_owner_is_fenced() throws Exception {
        new RenameRaces(() -> open("root"), "HDFS").aLateOwnerIsFenced(200);
    }

    /** Row A4 at the level of the store. */
    @Test
    void readers_see_whole_files() throws Exception {
        new RenameRaces(() -> open("root"), "HDFS").readersSeeWholeFiles(500);
    }

    /** Row E11. */
    @Test
    void a_private_folder_is_for_its_owner_alone() throws IOException {
        store.privateFolder("releases/1");

        assertThat(permissions("releases/1")).isEqualTo("rwx------");
        assertThat(permissions("releases")).isEqualTo("rwxr-xr-x");
    }

    private String permissions(String path) throws IOException {
        var files = MiniDfs.cluster().getFileSystem();
        return files.getFileStatus(new Path(store.uri(path))).getPermission().toString();
    }

    /** To the name node such a file is neither there nor free. */
    @Test
    void a_file_that_another_is_writing_is_there() throws IOException {
        try (var out = MiniDfs.cluster().getFileSystem().create(new Path(store.uri("history/1.json")))) {
            out.write(1);

            assertThatThrownBy(() -> store.create("history/1.json", bytes("two")))
                    .isInstanceOf(FileAlreadyExistsException.class);
        }
    }

    @Test
    void what_the_name_node_refuses_is_definite() throws IOException {
        store.create("LOCK/a/CURRENT", bytes("new"));
        store.create("CURRENT", bytes("old"));
        var node = MiniDfs.cluster().getFileSystem();

        node.setSafeMode(SafeModeAction.ENTER);
        try {
            assertThatThrownBy(() -> store.replace("LOCK/a/CURRENT", "CURRENT"))
                    .hasMessageContaining("safe mode")
                    .satisfies(fault -> assertThat(isDefinite(fault)).isTrue());
            assertThatThrownBy(() -> store.claim("LOCK", "LOCK2"))
                    .satisfies(fault -> assertThat(isDefinite(fault)).isTrue());
        } finally {
            node.setSafeMode(SafeModeAction.LEAVE);
        }
        assertThatThrownBy(() -> store.replace("LOCK/gone", "CURRENT"))
                .satisfies(fault -> assertThat(isDefinite(fault)).isTrue());
        assertThat(store.read("CURRENT")).asString(UTF_8).isEqualTo("old");
    }

    private boolean isDefinite(Throwable fault) {
        return store.isDefinite((IOException) fault);
    }

    @Test
    void what_the_network_says_is_not_definite() {
        assertThat(store.isDefinite(new SocketTimeoutException("no answer"))).isFalse();
        assertThat(store.isDefinite(new IOException("Connection reset by peer")))
                .isFalse();
        assertThat(store.isDefinite(new EOFException("the connection ended"))).isFalse();
        assertThat(store.isDefinite(new ConnectException("refused"))).isFalse();
        assertThat(store.isDefinite(new RemoteException("org.apache.hadoop.ipc.StandbyException", "another is active")))
                .isFalse();
    }

    /** Hadoop alone tries for minutes, and says nothing. */
    @Test
    @Timeout(60)
    void a_name_node_that_accepts_and_is_silent_is_told_of() throws IOException {
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var root = "hdfs://127.0.0.1:" + silent.getLocalPort() + "/root";

            assertThatThrownBy(() -> Stores.open(Address.of(root)))
                    .isInstanceOfSatisfying(
                            Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Exit.STORE))
                    .hasMessageContaining("Cannot open " + root);
        }
    }

    @Test
    @Timeout(60)
    void a_name_node_that_is_not_there_is_told_of() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var root = "hdfs://127.0.0.1:" + port + "/root";

        assertThatThrownBy(() -> Stores.open(Address.of(root)))
                .isInstanceOfSatisfying(Stop.class, stop -> {
                    assertThat(stop.exit()).isEqualTo(Exit.STORE);
                    assertThat(stop.hint()).contains("HADOOP_CONF_DIR");
                })
                .hasMessageContaining("Cannot open " + root);
    }

    @Test
    void an_address_without_a_host_is_told_of() {
        assertThatThrownBy(() -> Stores.open(Address.of("hdfs:///root")))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Exit.STORE))
                .hasMessageContaining("no host");
    }

    /** Spark reads and writes over the cached file system, and closes it when it likes. */
    @Test
    void one_store_closes_neither_another_nor_the_cached_file_system() throws IOException {
        var cached = new Path(store.uri("")).getFileSystem(new Configuration());
        var other = open("root");
        other.create("a", bytes("a"));

        other.close();
        assertThat(store.read("a")).asString(UTF_8).isEqualTo("a");
        assertThat(cached.exists(new Path(store.uri("a")))).isTrue();
        cached.close();
        assertThat(store.read("a")).asString(UTF_8).isEqualTo("a");
    }

    /** A setting of the address reaches the file system. */
    @Test
    void an_address_has_settings() throws IOException {
        var address = new Address(MiniDfs.address("tests/" + name).root(), Map.of("fs.permissions.umask-mode", "077"));

        try (var narrow = Stores.open(address)) {
            narrow.create("a/b", bytes("b"));

            var files = MiniDfs.cluster().getFileSystem();
            assertThat(files.getFileStatus(new Path(narrow.uri("a/b")))
                            .getPermission()
                            .toString())
                    .isEqualTo("rw-------");
        }
    }
}
