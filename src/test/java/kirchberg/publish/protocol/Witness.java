package kirchberg.publish.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import kirchberg.publish.store.Sha256;
import kirchberg.publish.store.Store;

/** Sees every effect as it happens, and says so when a promise is broken. */
final class Witness {
    private final Store store;
    private final int kept;
    private final List<Object[]> trace = new ArrayList<>();
    private final List<Pointer> pointers = new ArrayList<>();
    private final Map<String, Long> lastUsed = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> refused = new HashSet<>();

    /** Over the store itself, past all troubles. */
    Witness(Store store, int kept) {
        this.store = store;
        this.kept = kept;
    }

    void note(Object... what) {
        trace.add(what);
    }

    String trace() {
        var text = new StringBuilder();
        for (var line : trace) {
            for (var part : line) {
                text.append(part).append(' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    List<Pointer> pointers() {
        return pointers;
    }

    boolean isReferenced(String run) {
        var last = new ArrayList<String>();
        for (var at = pointers.size() - 1; at >= 0 && last.size() < kept; at--) {
            if (!last.contains(pointers.get(at).run())) {
                last.add(pointers.get(at).run());
            }
        }
        return last.contains(run)
                || pointers.size() > 1
                        && pointers.get(pointers.size() - 2).run().equals(run);
    }

    /** When a release was replaced in the pointer; far from now if it is there. */
    long leftAt(String run) {
        return pointers.isEmpty() || pointers.get(pointers.size() - 1).run().equals(run)
                ? Long.MAX_VALUE
                : lastUsed.getOrDefault(run, 0L);
    }

    /** After an effect. */
    void see(Hook.Call call, long now) throws IOException {
        if (call.path().endsWith(Pointer.NAME) && !call.act().startsWith("read")) {
            seePointer(now);
        }
        if (call.act().equals("delete") && call.path().startsWith("releases/")) {
            var rest = call.path().substring("releases/".length());
            var run = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
            require(!isReferenced(run) || !rest.contains("/"), "deleted what is referenced: " + call.path());
        }
    }

    private void seePointer(long now) throws IOException {
        var there = Pointer.read(store);
        if (there.isEmpty()) {
            require(pointers.isEmpty(), "the pointer is gone");
            return;
        }
        var last = pointers.isEmpty() ? null : pointers.get(pointers.size() - 1);
        if (there.get().equals(last)) {
            return;
        }
        var generation = last == null ? 1 : last.generation() + 1;
        require(there.get().generation() == generation, "the generation jumps: " + last + " to " + there.get());
        var before = last == null ? null : last.run();
        require(Objects.equals(there.get().previous(), before), "a lost update: " + last + " to " + there.get());
        if (last != null) {
            lastUsed.put(last.run(), now);
        }
        pointers.add(there.get());
        requireWhole(there.get());
    }

    private void requireWhole(Pointer pointer) {
        try {
            readRelease(store, pointer);
        } catch (IOException | NoSuchElementException e) {
            throw new AssertionError("the pointer names what is not whole: " + pointer + ", " + e, e);
        }
    }

    /** Reads as the reader contract says, but for the repeats: the manifest, then what it lists. */
    static void readRelease(Store store, Pointer pointer) throws IOException {
        var manifest = read(store, "releases/" + pointer.run() + "/MANIFEST.json");
        require(Sha256.of(manifest).equals(pointer.manifestSha256()), "a wrong manifest of " + pointer.run());
        for (var line : new String(manifest, UTF_8).lines().toList()) {
            var parts = line.split("  ", -1);
            var file = read(store, "releases/" + pointer.run() + "/" + parts[1]);
            require(Sha256.of(file).equals(parts[0]), "a wrong file of " + pointer.run());
        }
    }

    private static byte[] read(Store store, String path) throws IOException {
        for (var attempt = 1; ; attempt++) {
            try {
                return store.read(path);
            } catch (Unanswered e) {
                if (attempt == 3) {
                    throw e;
                }
            }
        }
    }

    static void require(boolean isTrue, String otherwise) {
        if (!isTrue) {
            throw new AssertionError(otherwise);
        }
    }

    /** A writer was told that it published. */
    void tellPublished(Pointer pointer) {
        told.add(pointer.token());
    }

    /** A writer was told that it did not publish. */
    void tellRefused(Pointer pointer) {
        refused.add(pointer.token());
    }

    /** What writers were told, and what the history says, against what was. */
    void settle() throws IOException {
        var tokens = new HashSet<String>();
        pointers.forEach(pointer -> tokens.add(pointer.token()));
        require(tokens.size() == pointers.size(), "a content came twice");
        for (var token : told) {
            require(tokens.contains(token), "told published, and was not: " + token);
        }
        for (var token : refused) {
            require(!tokens.contains(token), "told refused, and was published: " + token);
        }
        for (var pointer : pointers) {
            var copy = History.find(store, pointer.generation());
            require(copy.isEmpty() || copy.get().equals(pointer), "a wrong history of " + pointer + ": " + copy);
        }
    }
}
