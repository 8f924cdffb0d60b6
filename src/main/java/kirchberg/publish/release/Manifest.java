package kirchberg.publish.release;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kirchberg.domain.release.Audit;
import kirchberg.domain.release.Facts;
import kirchberg.domain.source.Source;
import kirchberg.publish.protocol.Pointer;
import kirchberg.publish.store.Folder;
import kirchberg.publish.store.JsonFile;
import kirchberg.publish.store.Sha256;

/** What a release says of itself: MANIFEST.json, written last, and the sums of all its files. */
final class Manifest {
    static final String NAME = "MANIFEST.json";

    static final String SUMS = "SHA256SUMS";
    private static final int SCHEMA_VERSION = 1;
    static final String DEFUSED =
            "In csv/, text that a spreadsheet would take for a formula has an apostrophe before it. Never in data/.";

    private Manifest() {}

    /** A file of a release. */
    record Entry(long bytes, String sha256) {}

    /** The manifest of a pointer, if its bytes are those that were published. */
    static Map<String, Object> read(Folder release, String expected) {
        var bytes = release.read(NAME);
        var sha256 = Sha256.of(bytes);
        if (!sha256.equals(expected)) {
            throw JsonFile.broken(release.shown(NAME), "sha256 " + sha256);
        }
        return JsonFile.MAPPER.convertValue(
                JsonFile.tree(release.shown(NAME), bytes),
                JsonFile.MAPPER.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Object.class));
    }

    /** Seals a verified draft: sums, then the manifest, all of it on the platter. Gives the manifest's digest. */
    static String seal(Folder draft, Pointer plan, Facts facts, Audit audit) {
        draft.syncAll();
        var files = entries(draft);
        checkUnchanged(draft, audit, files);
        var sums = new StringBuilder();
        files.forEach((name, entry) ->
                sums.append(entry.sha256).append("  ").append(name).append('\n'));
        var listed = sums.toString().getBytes(StandardCharsets.UTF_8);
        draft.create(SUMS, listed);
        files.put(SUMS, new Entry(listed.length, Sha256.of(listed)));
        var content = facts(plan, facts, audit);
        content.put("files", files);
        var bytes = JsonFile.bytes(JsonFile.MAPPER.valueToTree(content));
        draft.create(NAME, bytes);
        return Sha256.of(bytes);
    }

    private static SortedMap<String, Entry> entries(Folder draft) {
        var files = new TreeMap<String, Entry>();
        draft.files().forEach(f -> files.put(f.name(), new Entry(f.bytes(), draft.sha256(f.name()))));
        return files;
    }

    private static void checkUnchanged(Folder draft, Audit audit, Map<String, Entry> files) {
        audit.tables().forEach((name, table) -> {
            var file = "data/" + name + ".parquet";
            var entry = files.get(file);
            if (entry == null || !entry.sha256.equals(table.sha256())) {
                throw JsonFile.broken(draft.shown(file), "another sha256 than when verified");
            }
        });
    }

    static boolean isSealed(Folder draft) {
        return draft.readIfAny(NAME).isPresent();
    }

    private static Map<String, Object> facts(Pointer plan, Facts facts, Audit audit) {
        var content = new LinkedHashMap<String, Object>();
        content.put("schema_version", SCHEMA_VERSION);
        content.put("run", plan.run());
        content.put("generation", plan.generation());
        content.put("previous", plan.previous());
        content.put("key", facts.key());
        content.put("data_key", facts.dataKey());
        content.put("at", facts.at().toString());
        content.put("as_of", facts.asOf().toString());
        content.put("synthetic", facts.synthetic());
        content.put("content_digest", audit.contentDigest());
        content.put("inputs", facts.sources().stream().map(Manifest::input).toList());
        content.put("config_digests", new TreeMap<>(facts.configDigests()));
        content.put("accounting", audit.accounting());
        content.put("repeated_rows", audit.repeatedRows());
        content.put("rejects", audit.rejects());
        content.put("tables", audit.tables());
        content.put("checks", audit.checks());
        content.put("verdicts", new TreeMap<>(facts.verdicts()));
        content.put("versions", new TreeMap<>(facts.versions()));
        content.put("spark_actions", facts.sparkActions());
        content.put("seconds", facts.seconds());
        content.put("csv", DEFUSED);
        return content;
    }

    /** A source without its folder: a release names no path of the machine that made it. */
    private static Map<String, Object> input(Source source) {
        var input = new LinkedHashMap<String, Object>();
        input.put("source_id", source.id());
        input.put("publisher", source.publisher());
        input.put("dataset", source.dataset());
        input.put("published", source.published().toString());
        input.put("accessed", source.accessed().toString());
        input.put("licence", source.licence());
        input.put("url", source.url());
        input.put("synthetic", source.synthetic());
        input.put("files", source.files());
        return input;
    }
}
