package kirchberg.publish.release;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import kirchberg.domain.Stop;
import kirchberg.publish.store.Folder;
import kirchberg.publish.store.JsonFile;
import kirchberg.publish.store.Store;

/**
 * When a run last found what readers see to be right, be it new or unchanged. A hint beside the protocol: it is lost or
 * torn without harm.
 *
 * @param run that succeeded
 * @param state how, as in a report of the run
 * @param at moment of that run
 * @param noted moment of the store
 */
public record LastSuccess(String run, String state, Instant at, Instant noted) {
    private static final String NAME = "LAST_SUCCESS.json";

    /** Leaves the note; the holder of the lease alone does. */
    static void write(Store store, String run, String state, Instant at) {
        var root = new Folder(store, "");
        root.delete(NAME);
        root.create(
                NAME,
                JsonFile.bytes(JsonFile.MAPPER
                        .createObjectNode()
                        .put("run", run)
                        .put("state", state)
                        .put("at", at.toString())));
    }

    /** The note, if one can be read. */
    public static Optional<LastSuccess> read(Store store) {
        var root = new Folder(store, "");
        try {
            return root.list().stream()
                    .filter(e -> e.name().equals(NAME))
                    .findFirst()
                    .map(e -> parse(root, e.modified()));
        } catch (Stop | DateTimeParseException torn) {
            return Optional.empty();
        }
    }

    private static LastSuccess parse(Folder root, Instant noted) {
        var json = JsonFile.tree(root.shown(NAME), root.read(NAME));
        return new LastSuccess(
                json.path("run").asText(),
                json.path("state").asText(),
                Instant.parse(json.path("at").asText()),
                noted);
    }
}
