package kirchberg.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** What stands at a root, for people and for machines. */
final class Standing {
    private Standing() {}

    static Publishing.Status of(Path root, Publishing.Release release) {
        var json = Manifest.JSON.createObjectNode();
        json.put("root", root.toString());
        json.put("release", release.runId());
        for (var key :
                new String[] {"generation", "at", "as_of", "synthetic", "content_digest", "verdicts", "rejects"}) {
            json.set(key, Manifest.JSON.valueToTree(release.manifest().get(key)));
        }
        var failed = laterFailure(root, release.runId());
        json.set("failed_since", failed);
        return new Publishing.Status(text(json), json.toPrettyString());
    }

    private static String text(JsonNode json) {
        var failed = json.get("failed_since");
        return line("release", json.get("release").asText())
                + line("made at", json.get("at").asText())
                + line("as of", json.get("as_of").asText())
                + line("synthetic", json.get("synthetic").asText())
                + line("verdicts", json.get("verdicts").toString())
                + line("rejects", json.get("rejects").toString())
                + line("content digest", json.get("content_digest").asText())
                + line(
                        "failed since",
                        failed.isEmpty()
                                ? "no run"
                                : failed.get("run").asText() + ": "
                                        + failed.get("message").asText());
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-15s %s%n", name, value);
    }

    /** The newest run after the standing release that left a note of its failure; empty if there is none. */
    private static ObjectNode laterFailure(Path root, String current) {
        try (var runs = Files.list(root.resolve("releases"))) {
            return runs.filter(run -> generation(run.getFileName().toString()).compareTo(generation(current)) > 0)
                    .map(run -> run.resolve("FAILED.json"))
                    .filter(Files::isRegularFile)
                    .max(Comparator.comparing(Disk::modified))
                    .map(Standing::failure)
                    .orElseGet(Manifest.JSON::createObjectNode);
        } catch (IOException e) {
            throw Disk.fault("list", root, e);
        }
    }

    /** A failed run does not use its generation up: the next run aims at the same. */
    private static String generation(String run) {
        return run.substring(0, Math.min(run.length(), Pointer.GENERATION_DIGITS));
    }

    private static ObjectNode failure(Path note) {
        try {
            var json = Manifest.tree(note, Files.readAllBytes(note));
            return Manifest.JSON.valueToTree(Map.of(
                    "run", Disk.folderOf(note).getFileName().toString(),
                    "code", json.path("code").asInt(),
                    "message", json.path("message").asText()));
        } catch (IOException e) {
            throw Disk.fault("read", note, e);
        }
    }
}
