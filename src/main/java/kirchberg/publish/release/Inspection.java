package kirchberg.publish.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kirchberg.domain.Stop;
import kirchberg.domain.source.ControlTotals;
import kirchberg.publish.file.TableFiles;
import kirchberg.publish.proof.Verification;
import kirchberg.publish.store.Folder;
import kirchberg.publish.store.JsonFile;
import kirchberg.table.ReleaseTables;

/** A published release is looked at once more: every file by its digest, then every figure by adding it up again. */
final class Inspection {
    private final Release release;
    private final JsonNode manifest;
    private final List<String> faults = new ArrayList<>();

    private Inspection(Release release) {
        this.release = release;
        this.manifest = JsonFile.MAPPER.valueToTree(release.manifest());
    }

    /** Looks at a release whose manifest is the one that was published. */
    static Verified of(Release release) {
        var inspection = new Inspection(release);
        var files = inspection.listed();
        inspection.compareFiles(files);
        inspection.compareSums(files);
        var isRecomputed = inspection.faults.isEmpty() && inspection.isOfThisVersion();
        if (isRecomputed) {
            inspection.recompute();
        }
        var bytes = files.values().stream().mapToLong(Manifest.Entry::bytes).sum();
        return new Verified(release.runId(), files.size(), bytes, isRecomputed, inspection.faults);
    }

    private SortedMap<String, Manifest.Entry> listed() {
        var files = new TreeMap<String, Manifest.Entry>();
        manifest.path("files")
                .properties()
                .forEach(f -> files.put(
                        f.getKey(),
                        new Manifest.Entry(
                                f.getValue().path("bytes").asLong(),
                                f.getValue().path("sha256").asText())));
        return files;
    }

    private void compareFiles(SortedMap<String, Manifest.Entry> listed) {
        var found =
                release.folder().files().stream().collect(Collectors.toMap(Folder.Found::name, Folder.Found::bytes));
        listed.forEach((name, entry) -> {
            var bytes = found.remove(name);
            if (bytes == null) {
                faults.add(name + " is missing");
            } else if (bytes != entry.bytes()) {
                faults.add(name + " has " + bytes + " bytes, expected " + entry.bytes());
            } else if (!release.folder().sha256(name).equals(entry.sha256())) {
                faults.add(name + " has other bytes than those published");
            }
        });
        found.remove(Manifest.NAME);
        found.keySet().stream().sorted().forEach(name -> faults.add(name + " was not published"));
    }

    private void compareSums(SortedMap<String, Manifest.Entry> listed) {
        var sums = listed.entrySet().stream()
                .filter(e -> !e.getKey().equals(Manifest.SUMS))
                .map(e -> e.getValue().sha256() + "  " + e.getKey() + "\n")
                .collect(Collectors.joining());
        var written = release.folder()
                .readIfAny(Manifest.SUMS)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        if (!written.equals(sums)) {
            faults.add(Manifest.SUMS + " does not say what the manifest says");
        }
    }

    /** Whether its tables have the columns that this version of the program knows. */
    private boolean isOfThisVersion() {
        return ReleaseTables.ALL.stream().allMatch(table -> TableFiles.hasColumnsOf(release.folder(), table));
    }

    private void recompute() {
        try {
            var audit = Verification.ofRelease(release.folder()).run(controls());
            audit.tables().forEach((name, table) -> {
                var published = manifest.path("tables")
                        .path(name)
                        .path("content_digest")
                        .asText();
                if (!table.contentDigest().equals(published)) {
                    faults.add("table " + name + " has another content than the manifest says");
                }
            });
            if (!audit.contentDigest().equals(release.contentDigest())) {
                faults.add("the content digest is " + audit.contentDigest() + ", expected " + release.contentDigest());
            }
        } catch (Stop different) {
            faults.add(String.valueOf(different.getMessage()));
        }
    }

    /** What the readers counted then. */
    private List<ControlTotals> controls() {
        var controls = new ArrayList<ControlTotals>();
        manifest.path("accounting")
                .forEach(a -> controls.add(JsonFile.MAPPER.convertValue(a.path("control"), ControlTotals.class)));
        return List.copyOf(controls);
    }
}
