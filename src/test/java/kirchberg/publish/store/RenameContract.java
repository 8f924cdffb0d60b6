package kirchberg.publish.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kirchberg.publish.store.StoreContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import kirchberg.publish.store.Store.Entry;

/** What {@link RenameStore} says of a store whose renames are one act; that they are, is for {@link RenameRaces}. */
final class RenameContract {
    private RenameContract() {}

    static List<Contract.Named<RenameStore>> promises() {
        return List.of(
                Contract.one("a folder claims a free name", RenameContract::aFolderClaimsAFreeName),
                Contract.one("a held name is not claimed", RenameContract::aHeldNameIsNotClaimed),
                Contract.one("a claim that cannot be made is a fault", RenameContract::aClaimThatCannotBeMade),
                Contract.one("a file is written into a folder that is there", RenameContract::aFileIsWrittenInto),
                Contract.one("nothing brings a lost folder back", RenameContract::nothingBringsALostFolderBack),
                Contract.one("a file replaces another", RenameContract::aFileReplacesAnother),
                Contract.one("a file does not replace a folder", RenameContract::aFileDoesNotReplaceAFolder),
                Contract.one("a private folder is made once", RenameContract::aPrivateFolderIsMadeOnce));
    }

    private static void aFolderClaimsAFreeName(RenameStore store) throws IOException {
        store.create("LOCK.a/a/lease.json", bytes("a"));
        store.create("LOCK.b/b/lease.json", bytes("b"));

        assertThat(store.claim("LOCK.a", "LOCK")).as("onto a missing folder").isTrue();
        assertThat(store.read("LOCK/a/lease.json")).asString(UTF_8).isEqualTo("a");

        store.delete("LOCK/a");
        assertThat(store.claim("LOCK.b", "LOCK")).as("onto an empty folder").isTrue();
        assertThat(store.list("LOCK")).extracting(Entry::name).containsExactly("b");
        assertThat(store.list("")).extracting(Entry::name).containsExactly("LOCK");
    }

    private static void aHeldNameIsNotClaimed(RenameStore store) throws IOException {
        store.create("LOCK/a/lease.json", bytes("a"));
        store.create("LOCK.b/b/lease.json", bytes("b"));

        assertThat(store.claim("LOCK.b", "LOCK")).isFalse();

        assertThat(store.list("LOCK")).extracting(Entry::name).containsExactly("a");
        assertThat(store.read("LOCK.b/b/lease.json")).asString(UTF_8).isEqualTo("b");
    }

    /** A refusal with another cause than a holder, as a full disk gives, must not look like a holder. */
    private static void aClaimThatCannotBeMade(RenameStore store) throws IOException {
        store.create("LOCK.a/a/lease.json", bytes("a"));
        store.create("file", bytes("f"));

        assertThatThrownBy(() -> store.claim("LOCK.gone", "LOCK")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store.claim("LOCK.a", "file")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.claim("LOCK.a", "LOCK.a/below")).isInstanceOf(IOException.class);
        assertThat(store.read("LOCK.a/a/lease.json")).asString(UTF_8).isEqualTo("a");
        assertThat(store.read("file")).asString(UTF_8).isEqualTo("f");
    }

    private static void aFileIsWrittenInto(RenameStore store) throws IOException {
        store.privateFolder("LOCK/a");

        store.writeInto("LOCK/a/beat", bytes("1000"));
        store.writeInto("LOCK/a/beat", bytes("2"));

        assertThat(store.read("LOCK/a/beat")).asString(UTF_8).isEqualTo("2");
    }

    private static void nothingBringsALostFolderBack(RenameStore store) throws IOException {
        store.create("LOCK/a/CURRENT", bytes("late"));
        store.create("CURRENT", bytes("old"));
        store.move("LOCK/a", "LOCK.a.gone");

        assertThatThrownBy(() -> store.writeInto("LOCK/a/CURRENT", bytes("late")))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store.replace("LOCK/a/CURRENT", "CURRENT")).isInstanceOf(NoSuchFileException.class);

        assertThat(store.list("LOCK")).isEmpty();
        assertThat(store.read("CURRENT")).asString(UTF_8).isEqualTo("old");
    }

    private static void aFileReplacesAnother(RenameStore store) throws IOException {
        store.create("LOCK/a/CURRENT", bytes("first"));
        store.replace("LOCK/a/CURRENT", "CURRENT");
        assertThat(store.read("CURRENT")).asString(UTF_8).isEqualTo("first");

        store.writeInto("LOCK/a/CURRENT", bytes("second, and longer"));
        store.replace("LOCK/a/CURRENT", "CURRENT");
        assertThat(store.read("CURRENT")).asString(UTF_8).isEqualTo("second, and longer");
        assertThat(store.list("LOCK/a")).isEmpty();
    }

    private static void aFileDoesNotReplaceAFolder(RenameStore store) throws IOException {
        store.create("proposal", bytes("new"));
        store.create("CURRENT/inside", bytes("old"));
        store.privateFolder("empty");

        assertThatThrownBy(() -> store.replace("proposal", "CURRENT")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.replace("proposal", "empty")).isInstanceOf(IOException.class);

        assertThat(store.read("proposal")).asString(UTF_8).isEqualTo("new");
        assertThat(store.read("CURRENT/inside")).asString(UTF_8).isEqualTo("old");
        assertThat(store.list("empty")).isEmpty();
    }

    private static void aPrivateFolderIsMadeOnce(RenameStore store) throws IOException {
        store.privateFolder("releases/1");

        assertThatThrownBy(() -> store.privateFolder("releases/1")).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(store.list("releases")).extracting(Entry::isFolder).containsExactly(true);
    }
}
