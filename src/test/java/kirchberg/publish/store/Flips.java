package kirchberg.publish.store;

import static kirchberg.publish.store.StoreContract.bytes;

import java.io.IOException;
import kirchberg.domain.release.Address;

/** A process that replaces CURRENT as often as it is told, to be looked at from outside. */
final class Flips {
    private Flips() {}

    /** Root, and how often. */
    public static void main(String... arguments) throws IOException {
        try (var store = (RenameStore) Stores.open(Address.of(arguments[0]))) {
            store.privateFolder("LOCK");
            for (var flip = 0; flip < Integer.parseInt(arguments[1]); flip++) {
                store.writeInto("LOCK/CURRENT", bytes("flip " + flip));
                store.replace("LOCK/CURRENT", "CURRENT");
            }
        }
    }
}
