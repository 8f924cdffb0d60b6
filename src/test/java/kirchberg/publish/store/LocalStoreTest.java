package kirchberg.publish.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kirchberg.publish.store.StoreContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import kirchberg.domain.release.Address;
import kirchberg.publish.store.Store.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A folder of a local disk, as every store and in what only a disk has. */
final class LocalStoreTest {
    @TempDir
    private Path folder;

    private RenameStore store;

    @BeforeEach
    void openStore() {
        store = open("root");
    }

    private RenameStore open(String root) {
        return (RenameStore) Stores.open(Address.of(folder.resolve(root).toString()));
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
        new RenameRaces(() -> open("root"), "local disk").onlyOneClaims(1_000);
    }

    /** Row A6 at the level of the store. */
    @Test
    void a_late_owner_is_fenced() throws Exception {
        new RenameRaces(() -> open("root"), "local disk").aLateOwnerIsFenced(500);
    }

    /** Row A4 at the level of the store. */
    @Test
    void readers_see_whole_files() throws Exception {
        new RenameRaces(() -> open("root"), "local disk").readersSeeWholeFiles(500);
    }

    /** Row E11. Whatever the umask takes away, a folder for the owner alone is for the owner alone. */
    @Test
    void a_private_folder_is_for_its_owner_alone() throws IOException {
        store.privateFolder("releases/1");

        assertThat(permissions("releases/1")).isEqualTo("rwx------");
        assertThat(permissions("releases")).startsWith("rwx").isNotEqualTo("rwx------");
    }

    private String permissions(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("root/" + path)));
    }

    @Test
    void links_are_deleted_and_never_followed() throws IOException {
        var outside = Files.writeString(
                Files.createDirectory(folder.resolve("outside")).resolve("kept"), "kept");
        store.create("releases/1/file", bytes("a"));
        Files.createSymbolicLink(folder.resolve("root/releases/1/link"), outside.getParent());
        Files.createSymbolicLink(folder.resolve("root/releases/2"), outside.getParent());
        Files.createSymbolicLink(folder.resolve("root/releases/broken"), folder.resolve("nowhere"));

        assertThat(store.list("releases")).extracting(Entry::name).containsExactly("1", "2", "broken");
        assertThat(store.list("releases")).extracting(Entry::isFolder).containsExactly(true, false, false);
        store.delete("releases/2");
        store.delete("releases");

        assertThat(outside).hasContent("kept");
        assertThat(folder.resolve("root/releases")).doesNotExist();
    }

    @Test
    void the_root_is_deleted_and_nothing_beside_it() throws IOException {
        store.create("a/b", bytes("b"));
        open("root2").create("a", bytes("kept"));

        store.delete("");

        assertThat(folder.resolve("root")).doesNotExist();
        assertThat(folder.resolve("root2/a")).hasContent("kept");
    }

    /** What a write could not finish does not stand in the way of the next: an interrupt stands for a full disk. */
    @Test
    void a_file_that_could_not_be_written_is_taken_back() throws IOException {
        store.create("history/1.json", bytes("one"));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> store.create("history/2.json", bytes("two"))).isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();

        store.create("history/2.json", bytes("again"));

        assertThat(store.read("history/2.json")).asString(UTF_8).isEqualTo("again");
    }

    @Test
    void a_refused_act_left_no_trace() {
        assertThat(store.isDefinite(new FileAlreadyExistsException("a"))).isTrue();
        assertThat(store.isDefinite(new IOException("No space left on device"))).isTrue();
    }

    @Test
    void a_uri_names_a_folder_as_a_path_does() throws IOException {
        var uri = "file://" + folder.resolve("root");

        try (var named = Stores.open(Address.of(uri))) {
            named.create("a", bytes("a"));

            assertThat(named.shown("a")).isEqualTo(folder.resolve("root/a").toString());
            assertThat(named.uri("a")).isEqualTo(uri + "/a");
            assertThat(store.read("a")).asString(UTF_8).isEqualTo("a");
        }
    }
}
