package kirchberg.publish.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Optional;
import kirchberg.domain.Stop;
import kirchberg.publish.store.JsonFile;
import kirchberg.publish.store.RenameStore;
import kirchberg.publish.store.Store;

/** The lease as it lies on a store that renames: a folder of the holder's token in the folder {@code LOCK}. */
final class LeaseFolder {
    /** Who holds it; there as long as the lease is. */
    static final String LEASE = "lease.json";

    /** A number, or nothing before the first beat. */
    static final String BEAT = "beat";

    private final RenameStore store;

    LeaseFolder(RenameStore store) {
        this.store = store;
    }

    static String of(String holder) {
        return Guard.LOCK + "/" + holder;
    }

    /** The lease as somebody holds it now; none if it is free. */
    Optional<Guard.Sight> look() throws IOException {
        for (var holder : holders()) {
            return Optional.of(sight(holder.name()));
        }
        return Optional.empty();
    }

    private List<Store.Entry> holders() throws IOException {
        try {
            return store.list(Guard.LOCK);
        } catch (NotDirectoryException former) {
            return List.of();
        }
    }

    private Guard.Sight sight(String holder) throws IOException {
        var since = "";
        for (var entry : store.list(of(holder))) {
            since = entry.name().equals(LEASE) ? entry.modified().toString() : since;
        }
        return new Guard.Sight(holder, owner(holder), beat(holder), since, "");
    }

    private String owner(String holder) throws IOException {
        var file = of(holder) + "/" + LEASE;
        try {
            return JsonFile.tree(store.shown(file), store.read(file))
                    .path("owner")
                    .asText("unknown");
        } catch (NoSuchFileException | Stop torn) {
            return "unknown";
        }
    }

    private String beat(String holder) throws IOException {
        try {
            return new String(store.read(of(holder) + "/" + BEAT), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException none) {
            return "";
        }
    }
}
