package kirchberg.publish.protocol;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kirchberg.domain.Stop;
import kirchberg.publish.store.Faults;
import kirchberg.publish.store.Store;

/**
 * A copy of every content of {@code CURRENT}, one file per generation. Written by the run that swapped, or else by the
 * next one; only a holder of the lease writes it, and no fault of it fails a run.
 */
final class History {
    private static final String FOLDER = "history";
    private static final String NAME = "[0-9]+[.]json";

    private final Store store;
    private final Consumer<String> warn;

    History(Store store, Consumer<String> warn) {
        this.store = store;
        this.warn = warn;
    }

    /** Writes the copy of a pointer, unless there is one; one that was torn is written again. */
    boolean remember(Pointer pointer) {
        try {
            var kept = find(store, pointer.generation());
            if (kept.isEmpty()) {
                write(file(pointer.generation()), pointer.bytes());
            }
            return true;
        } catch (IOException | RuntimeException e) {
            warn.accept("Cannot write " + store.shown(file(pointer.generation())) + ": " + e.getMessage()
                    + "; the next run will");
            return false;
        }
    }

    private void write(String file, byte[] bytes) throws IOException {
        try {
            store.create(file, bytes);
        } catch (FileAlreadyExistsException torn) {
            store.delete(file);
            store.create(file, bytes);
        }
    }

    /** The copy of a generation; none if it is missing or torn. */
    static Optional<Pointer> find(Store store, long generation) throws IOException {
        var file = file(generation);
        try {
            return Optional.of(Pointer.parse(store.shown(file), store.read(file)));
        } catch (NoSuchFileException | Stop missing) {
            return Optional.empty();
        }
    }

    /**
     * All copies below a generation, oldest first: that of the newest may still be under way.
     *
     * @throws Stop STORE if one cannot be read or is no pointer
     */
    static List<Pointer> before(Store store, long generation) {
        return Faults.or("read", store.shown(FOLDER), () -> {
            var pointers = new ArrayList<Pointer>();
            for (var entry : store.list(FOLDER)) {
                if (entry.name().matches(NAME) && entry.name().compareTo(name(generation)) < 0) {
                    var file = FOLDER + "/" + entry.name();
                    pointers.add(Pointer.parse(store.shown(file), store.read(file)));
                }
            }
            return List.copyOf(pointers);
        });
    }

    private static String file(long generation) {
        return FOLDER + "/" + name(generation);
    }

    private static String name(long generation) {
        return Pointer.digits(generation) + ".json";
    }
}
