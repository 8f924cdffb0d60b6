package kirchberg.publish;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Audit;
import kirchberg.domain.release.Facts;
import kirchberg.domain.source.Source;

/** What a release says of itself: MANIFEST.json, written last, and the sums of all its files. */
final class Manifest {
    static final String NAME = "MANIFEST.json";
    static final ObjectMapper JSON = mapper();

    private static final String SUMS = "SHA256SUMS";
    private static final int SCHEMA_VERSION = 1;
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    static final String DEFUSED =
            "In csv/, text that a spreadsheet would take for a formula has an apostrophe before it. Never in data/.";

    private Manifest() {}

    /** A file of a release. */
    record Entry(long bytes, String sha256) {}

    private static ObjectMapper mapper() {
        var mapper = new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        mapper.configOverride(BigDecimal.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
        return mapper;
    }

    static byte[] bytes(JsonNode json) {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        try {
            return (JSON.writer(printer).writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot happen: a JSON tree is always written", e);
        }
    }

    /** A JSON object that was read from a file of a root. */
    static JsonNode tree(Path file, byte[] bytes) {
        try {
            var json = JSON.readTree(bytes);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw broken(file, "no JSON, " + e.getMessage());
        }
        throw broken(file, "no object");
    }

    static Stop broken(Path file, String found) {
        return new Stop(
                Exit.STORE,
                "Cannot use " + file + ": it is torn or was changed, got " + found + ", expected it as published",
                "Restore the file from a copy of the root, or start a new root.");
    }

    /** The manifest of a pointer, if its bytes are those that were published. */
    static Map<String, Object> read(Path release, Pointer pointer) {
        var file = release.resolve(NAME);
        try {
            var bytes = Files.readAllBytes(file);
            var sha256 = Disk.sha256(bytes);
            if (!sha256.equals(pointer.manifestSha256())) {
                throw broken(file, "sha256 " + sha256);
            }
            return JSON.convertValue(
                    tree(file, bytes),
                    JSON.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Object.class));
        } catch (IOException e) {
            throw Disk.fault("read", file, e);
        }
    }

    /** Seals a verified draft: sums, then the manifest, all of it on the platter. Gives the manifest's digest. */
    static String seal(Path draft, Pointer plan, Facts facts, Audit audit) {
        var files = entries(draft);
        checkUnchanged(draft, audit, files);
        var sums = new StringBuilder();
        files.forEach((name, entry) ->
                sums.append(entry.sha256).append("  ").append(name).append('\n'));
        var listed = sums.toString().getBytes(StandardCharsets.UTF_8);
        Disk.write(draft.resolve(SUMS), listed);
        files.put(SUMS, new Entry(listed.length, Disk.sha256(listed)));
        var content = facts(plan, facts, audit);
        content.put("files", files);
        var bytes = bytes(JSON.valueToTree(content));
        Disk.write(draft.resolve(NAME), bytes);
        Disk.tree(draft).stream().filter(Files::isDirectory).forEach(Disk::sync);
        Disk.sync(Disk.folderOf(draft));
        return Disk.sha256(bytes);
    }

    private static SortedMap<String, Entry> entries(Path draft) {
        var files = new TreeMap<String, Entry>();
        for (var file : Disk.tree(draft)) {
            if (Files.isRegularFile(file)) {
                Disk.sync(file);
                var name = draft.relativize(file).toString().replace('\\', '/');
                files.put(name, new Entry(file.toFile().length(), Disk.sha256(file)));
            }
        }
        return files;
    }

    private static void checkUnchanged(Path draft, Audit audit, Map<String, Entry> files) {
        audit.tables().forEach((name, table) -> {
            var entry = files.get("data/" + name + ".parquet");
            if (entry == null || !entry.sha256.equals(table.sha256())) {
                throw broken(draft.resolve("data").resolve(name + ".parquet"), "another sha256 than when verified");
            }
        });
    }

    static boolean isSealed(Path draft) {
        return Files.exists(draft.resolve(NAME));
    }

    /** Notes in a draft that it failed; where even that fails, nothing is left to do. */
    static void fail(Path draft, String step, Stop stop) {
        var json = JSON.createObjectNode()
                .put("step", step)
                .put("exit", stop.exit().name())
                .put("code", stop.exit().code())
                .put("message", stop.getMessage())
                .put("hint", stop.hint());
        try {
            Disk.write(draft.resolve("FAILED.json"), bytes(json));
        } catch (Stop unwritten) {
            stop.addSuppressed(unwritten);
        }
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
