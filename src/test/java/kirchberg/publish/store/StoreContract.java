package kirchberg.publish.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.Callable;
import kirchberg.publish.store.Store.Entry;

/** What {@link Store} says of every store. */
final class StoreContract {
    /** Names that some file system or URI takes for something else. None has a colon, which HDFS does not take. */
    private static final List<String> ODD_NAMES = List.of(
            "Straße — ναι 東京.json",
            "two  blanks",
            "a+b%20c%2Fd",
            "x=1,y",
            "ask?what#part",
            "'quoted' \"twice\"",
            "[a]{b,c}*",
            "back\\slash",
            "-dash",
            ".hidden",
            "_underscored",
            "e\u0301 in two parts");

    private StoreContract() {}

    static <S extends Store> List<Contract.Named<S>> promises() {
        return List.of(
                Contract.one("what is created is read back", StoreContract::whatIsCreatedIsReadBack),
                Contract.one("a second create is refused", StoreContract::aSecondCreateIsRefused),
                new Contract.Named<>("one of racing creates wins", StoreContract::oneOfRacingCreatesWins),
                Contract.one("what is missing is said to be missing", StoreContract::whatIsMissing),
                Contract.one("a folder is no file", StoreContract::aFolderIsNoFile),
                Contract.one("a folder lists what lies in it", StoreContract::aFolderListsWhatLiesInIt),
                Contract.one("odd names are names", StoreContract::oddNamesAreNames),
                Contract.one("a folder is deleted with all below it", StoreContract::aFolderIsDeleted),
                Contract.one("files are written and read in pieces", StoreContract::filesInPieces),
                Contract.one("a file moves to a free name only", StoreContract::aFileMovesToAFreeName),
                Contract.one("no path leads out of the root", StoreContract::noPathLeadsOut));
    }

    private static void whatIsCreatedIsReadBack(Store store) throws IOException {
        var large = "0123456789abcdef".repeat(65_536).getBytes(UTF_8);

        store.create("CURRENT", bytes("one"));
        store.create("a/b/c/empty", bytes(""));
        store.create("a/large", large);

        assertThat(store.read("CURRENT")).asString(UTF_8).isEqualTo("one");
        assertThat(store.read("a/b/c/empty")).isEmpty();
        assertThat(store.read("a/large")).isEqualTo(large);
    }

    private static void aSecondCreateIsRefused(Store store) throws IOException {
        store.create("history/1.json", bytes("first"));

        assertThatThrownBy(() -> store.create("history/1.json", bytes("second")))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(store.read("history/1.json")).asString(UTF_8).isEqualTo("first");
    }

    private static <S extends Store> void oneOfRacingCreatesWins(Callable<S> root) throws Exception {
        try (var one = root.call();
                var two = root.call()) {
            for (var round = 0; round < 20; round++) {
                var path = "races/" + round;
                var won = Contract.race(List.of(
                        () -> isCreated(one, path, "0"),
                        () -> isCreated(two, path, "1"),
                        () -> isCreated(one, path, "2"),
                        () -> isCreated(two, path, "3")));

                assertThat(won).as("round %d", round).containsOnlyOnce(true);
                assertThat(one.read(path)).asString(UTF_8).isEqualTo(Integer.toString(won.indexOf(true)));
            }
        }
    }

    private static boolean isCreated(Store store, String path, String content) throws IOException {
        try {
            store.create(path, bytes(content));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static void whatIsMissing(Store store) throws IOException {
        store.create("releases/1/data/a", bytes("a"));

        assertThatThrownBy(() -> store.read("releases/2")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store.read("no/such/file")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store.input("no/such/file")).isInstanceOf(NoSuchFileException.class);
        assertThat(store.list("no/such/folder")).isEmpty();
        store.delete("no/such/file");
        store.delete("releases/2");
        assertThat(store.read("releases/1/data/a")).asString(UTF_8).isEqualTo("a");
    }

    private static void aFolderIsNoFile(Store store) throws IOException {
        store.create("folder/file", bytes("a"));

        assertThatThrownBy(() -> store.read("folder")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.input("folder")).isInstanceOf(NoSuchFileException.class);
        assertThat(store.list("folder/file")).isEmpty();
    }

    private static void aFolderListsWhatLiesInIt(Store store) throws IOException {
        store.create("top/b", bytes("12345"));
        store.create("top/a/deep/file", bytes("1"));
        store.create("top/C", bytes(""));
        store.create("topmost", bytes("1"));

        var entries = store.list("top");

        assertThat(entries).extracting(Entry::name).containsExactly("C", "a", "b");
        assertThat(entries).extracting(Entry::isFolder).containsExactly(false, true, false);
        assertThat(entries.get(2).bytes()).isEqualTo(5);
        assertThat(entries.get(2).modified()).isAfter("2020-01-01T00:00:00Z");
        assertThat(store.list("")).extracting(Entry::name).containsExactly("top", "topmost");
    }

    private static void oddNamesAreNames(Store store) throws IOException {
        for (var name : ODD_NAMES) {
            store.create("odd/" + name, bytes(name));
        }

        assertThat(store.list("odd")).extracting(Entry::name).containsExactlyInAnyOrderElementsOf(ODD_NAMES);
        for (var name : ODD_NAMES) {
            store.move("odd/" + name, "moved/" + name + "/file");
            assertThat(store.read("moved/" + name + "/file")).asString(UTF_8).isEqualTo(name);
            assertThat(store.uri("moved/" + name)).endsWith("/moved/" + name);
            store.delete("moved/" + name);
        }
        assertThat(store.list("odd")).isEmpty();
        assertThat(store.list("moved")).isEmpty();
    }

    private static void aFolderIsDeleted(Store store) throws IOException {
        store.create("releases/1/data/a", bytes("a"));
        store.create("releases/1/MANIFEST.json", bytes("m"));
        store.create("releases/10/MANIFEST.json", bytes("m"));
        store.create("releases/1.pin", bytes(""));

        store.delete("releases/1");

        assertThat(store.list("releases")).extracting(Entry::name).containsExactly("1.pin", "10");
        assertThatThrownBy(() -> store.read("releases/1/data/a")).isInstanceOf(NoSuchFileException.class);
        assertThat(store.read("releases/10/MANIFEST.json")).asString(UTF_8).isEqualTo("m");
    }

    private static void filesInPieces(Store store) throws IOException {
        try (var out = store.output("data/table.parquet").create(0)) {
            out.write(bytes("0123456789"));
            out.write(bytes("abcdef"));
            assertThat(out.getPos()).isEqualTo(16);
        }
        store.sync("data/table.parquet");
        store.sync("data");

        var file = store.input("data/table.parquet");
        assertThat(file.getLength()).isEqualTo(16);
        try (var in = file.newStream()) {
            in.seek(10);
            assertThat(in.readNBytes(3)).asString(UTF_8).isEqualTo("abc");
        }
        assertThatThrownBy(() -> store.output("data/table.parquet").create(0).close())
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    private static void aFileMovesToAFreeName(Store store) throws IOException {
        store.create("from/one", bytes("one"));
        store.create("from/two", bytes("two"));

        store.move("from/one", "new/folder/one");

        assertThat(store.read("new/folder/one")).asString(UTF_8).isEqualTo("one");
        assertThat(store.list("from")).extracting(Entry::name).containsExactly("two");
        assertThatThrownBy(() -> store.move("from/two", "new/folder/one"))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> store.move("from/two", "new/folder")).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> store.move("from/three", "new/three")).isInstanceOf(NoSuchFileException.class);
        assertThat(store.read("from/two")).asString(UTF_8).isEqualTo("two");
        assertThat(store.read("new/folder/one")).asString(UTF_8).isEqualTo("one");
    }

    private static void noPathLeadsOut(Store store) throws IOException {
        store.create("inside", bytes("a"));

        for (var path : List.of("../outside", "a/../../outside", "/outside", "/")) {
            assertThatThrownBy(() -> store.read(path)).as(path).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> store.create(path, bytes("b"))).as(path).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> store.delete(path)).as(path).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> store.move("inside", path)).as(path).isInstanceOf(NoSuchFileException.class);
        }
        assertThat(store.read("inside")).asString(UTF_8).isEqualTo("a");
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
