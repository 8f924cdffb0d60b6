package kirchberg.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import kirchberg.publish.release.Release;
import kirchberg.publish.store.Folder;
import kirchberg.publish.store.JsonFile;
import kirchberg.publish.store.Store;

/** What stands at a root, for people and for machines. */
final class Standing {
    private static final int GENERATION_DIGITS = 8;

    private Standing() {}

    static Publishing.Status of(Store store, Release release) {
        var json = JsonFile.MAPPER.createObjectNode();
        json.put("root", store.shown(""));
        json.put("release", release.runId());
        for (var key :
                new String[] {"generation", "at", "as_of", "synthetic", "content_digest", "verdicts", "rejects"}) {
            json.set(key, JsonFile.MAPPER.valueToTree(release.manifest().get(key)));
        }
        var failed = laterFailure(store, release.runId());
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
    private static ObjectNode laterFailure(Store store, String current) {
        var releases = new Folder(store, "releases");
        return releases.list().stream()
                .filter(run -> generation(run.name()).compareTo(generation(current)) > 0)
                .flatMap(run -> releases.child(run.name()).list().stream()
                        .filter(file -> file.name().equals("FAILED.json"))
                        .map(note -> new Failed(run.name(), note.modified())))
                .max(Comparator.comparing(Failed::at))
                .map(failed -> failure(releases.child(failed.run), failed.run))
                .orElseGet(JsonFile.MAPPER::createObjectNode);
    }

    private record Failed(String run, Instant at) {}

    /** A failed run does not use its generation up: the next run aims at the same. */
    private static String generation(String run) {
        return run.substring(0, Math.min(run.length(), GENERATION_DIGITS));
    }

    private static ObjectNode failure(Folder release, String run) {
        var json = JsonFile.tree(release.shown("FAILED.json"), release.read("FAILED.json"));
        return JsonFile.MAPPER.valueToTree(Map.of(
                "run", run,
                "code", json.path("code").asInt(),
                "message", json.path("message").asText()));
    }
}
