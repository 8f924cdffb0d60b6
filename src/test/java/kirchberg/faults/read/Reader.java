package kirchberg.faults.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.TimeUnit;
import kirchberg.publish.store.Sha256;
import kirchberg.publish.store.Store;

/** Reads a release as the contract says: CURRENT once, its manifest by digest, then each file that this one lists. */
public final class Reader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 3;

    private Reader() {}

    /**
     * A release that is whole.
     *
     * @param files whose sha256 is as its manifest says
     */
    public record Reading(String run, String manifestSha256, int files) {}

    /** What was read does not belong together. */
    public static final class Mixed extends IOException {
        private static final long serialVersionUID = 1;

        public Mixed(String what) {
            super(what);
        }
    }

    /** The release that a root shows now. */
    public static Reading read(Store store) throws IOException, InterruptedException {
        var current = JSON.readTree(current(store));
        return read(
                store,
                current.path("run").asText(),
                current.path("manifest_sha256").asText());
    }

    /** A release that a root showed at some time. */
    public static Reading read(Store store, String run, String manifestSha256) throws IOException {
        var folder = "releases/" + run + "/";
        var bytes = store.read(folder + "MANIFEST.json");
        same(folder + "MANIFEST.json", manifestSha256, Sha256.of(bytes));
        var manifest = JSON.readTree(bytes);
        same("run of " + folder, run, manifest.path("run").asText());
        var files = 0;
        for (var file : manifest.path("files").properties()) {
            check(store, folder + file.getKey(), file.getValue());
            files++;
        }
        if (files == 0) {
            throw new Mixed(folder + " lists no files");
        }
        return new Reading(run, manifestSha256, files);
    }

    private static void check(Store store, String path, JsonNode listed) throws IOException {
        same(path, listed.path("sha256").asText(), Sha256.of(store, path));
        same(
                "length of " + path,
                listed.path("bytes").asText(),
                String.valueOf(store.input(path).getLength()));
    }

    private static void same(String what, String expected, String found) throws Mixed {
        if (!expected.equals(found)) {
            throw new Mixed(what + ": got " + found + ", expected " + expected);
        }
    }

    private static byte[] current(Store store) throws IOException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                return store.read("CURRENT");
            } catch (NoSuchFileException e) {
                throw e;
            } catch (IOException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(attempt);
            }
        }
    }
}
