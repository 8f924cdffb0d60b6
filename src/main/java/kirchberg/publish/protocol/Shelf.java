package kirchberg.publish.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kirchberg.domain.Stop;
import kirchberg.publish.store.JsonFile;
import kirchberg.publish.store.Store;

/**
 * The folders of all runs, published or not, and the files beside them that say what is to become of them. Runs are
 * told apart by their ids alone: a path may have several spellings.
 */
final class Shelf {
    private static final String FOLDER = "releases";
    private static final String MANIFEST = "MANIFEST.json";
    private static final String RUN_ID = "[0-9]{8,18}-[0-9A-Za-z]+";
    private static final String PIN = ".pin";
    private static final String MARK = ".mark";

    /** A file that is written for nothing but the moment that the store gives it. */
    private static final String NOW = ".now";

    private final Store store;
    private final Set<String> runs = new HashSet<>();
    private final Set<String> pins = new HashSet<>();
    private final Map<String, Mark> marks = new TreeMap<>();

    /**
     * When a run was found to be of no more use.
     *
     * @param generation of CURRENT; 0 if the mark is torn
     * @param at moment of the store
     */
    record Mark(long generation, Instant at) {}

    private Shelf(Store store) {
        this.store = store;
    }

    static Shelf read(Store store) throws IOException {
        var shelf = new Shelf(store);
        for (var entry : store.list(FOLDER)) {
            shelf.add(entry);
        }
        return shelf;
    }

    private void add(Store.Entry entry) throws IOException {
        var name = entry.name();
        var stem = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        if (entry.isFolder() && name.matches(RUN_ID)) {
            runs.add(name);
        } else if (name.endsWith(PIN)) {
            pins.add(stem);
        } else if (name.endsWith(MARK) && stem.matches(RUN_ID)) {
            marks.put(stem, new Mark(generation(name), entry.modified()));
        } else if (name.endsWith(NOW)) {
            store.delete(FOLDER + "/" + name);
        }
    }

    private long generation(String mark) throws IOException {
        var file = FOLDER + "/" + mark;
        try {
            return JsonFile.tree(store.shown(file), store.read(file))
                    .path("generation")
                    .asLong();
        } catch (Stop torn) {
            return 0;
        }
    }

    /** Ids of all runs that have a folder. */
    Set<String> runs() {
        return Set.copyOf(runs);
    }

    Set<String> pins() {
        return Set.copyOf(pins);
    }

    /** By run; also of runs whose folder is gone already. */
    Map<String, Mark> marks() {
        return Map.copyOf(marks);
    }

    /** At which generation a run was aimed. */
    static long generationOf(String run) {
        return Long.parseLong(run.substring(0, run.indexOf('-')));
    }

    /** Marks a run, anew if it was marked before. */
    void mark(String run, long generation) throws IOException {
        JsonNode json = JsonFile.MAPPER.createObjectNode().put("generation", generation);
        unmark(run);
        store.create(beside(run, MARK), JsonFile.bytes(json));
    }

    void unmark(String run) throws IOException {
        store.delete(beside(run, MARK));
    }

    /** Asks again, now: people pin at any time. */
    boolean isPinned(String run) throws IOException {
        return isThere(store, beside(run, PIN));
    }

    static boolean isMarked(Store store, String run) throws IOException {
        return isThere(store, beside(run, MARK));
    }

    private static boolean isThere(Store store, String file) throws IOException {
        try {
            store.read(file);
            return true;
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    /** Deletes the manifest first: what is half deleted is no release. The mark goes last, so that all of it goes. */
    void delete(String run) throws IOException {
        store.delete(FOLDER + "/" + run + "/" + MANIFEST);
        store.delete(FOLDER + "/" + run);
        unmark(run);
    }

    /** The moment at which a file is written now, as the store sees it. */
    Instant now(String token) throws IOException {
        var name = token + NOW;
        store.delete(FOLDER + "/" + name);
        store.create(FOLDER + "/" + name, token.getBytes(StandardCharsets.UTF_8));
        for (var entry : store.list(FOLDER)) {
            if (entry.name().equals(name)) {
                store.delete(FOLDER + "/" + name);
                return entry.modified();
            }
        }
        throw new IOException("a file just written is not there: " + name);
    }

    private static String beside(String run, String ending) {
        return FOLDER + "/" + run + ending;
    }
}
