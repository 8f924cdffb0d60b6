package kirchberg.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kirchberg.domain.release.Terms;
import kirchberg.publish.protocol.Lease;
import kirchberg.publish.protocol.Pointer;
import kirchberg.publish.release.LastSuccess;
import kirchberg.publish.release.Release;
import kirchberg.publish.store.Folder;
import kirchberg.publish.store.JsonFile;
import kirchberg.publish.store.Store;

/** What stands at a root, who holds it, and what became of its runs: for people and for machines. Writes nothing. */
final class Standing {
    private static final String FAILED = "FAILED.json";
    private static final String MANIFEST = "MANIFEST.json";

    private final Store store;
    private final Folder releases;
    private final Optional<Pointer> pointer;
    private final Optional<LastSuccess> noted;
    private final ObjectNode json = JsonFile.MAPPER.createObjectNode();
    private final List<String> runs = new ArrayList<>();
    private final List<Failed> failures = new ArrayList<>();
    private final ArrayNode unfinished = JsonFile.MAPPER.createArrayNode();

    /** A run that left a note of its failure. */
    private record Failed(String run, Instant at) {}

    private Standing(Store store) {
        this.store = store;
        this.releases = new Folder(store, "releases");
        this.pointer = Pointer.read(store);
        this.noted = LastSuccess.read(store);
    }

    static Publishing.Status of(Store store, Terms terms) {
        var standing = new Standing(store);
        standing.tell(terms);
        return new Publishing.Status(
                standing.text(), standing.json.toPrettyString(), standing.pointer.isPresent(), standing.lastSuccess());
    }

    /** A run that found nothing to do proves as much as one that published. */
    private Optional<Instant> lastSuccess() {
        var published = pointer.map(Pointer::at).filter(at -> !at.isEmpty()).map(Instant::parse);
        return noted.map(LastSuccess::at)
                .filter(at -> published.isEmpty() || at.isAfter(published.get()))
                .or(() -> published);
    }

    private void tell(Terms terms) {
        json.put("root", store.shown(""));
        json.put("release", pointer.map(Pointer::run).orElse(null));
        pointer.ifPresent(now -> tell(now, Release.at(store, now)));
        json.put("last_success", lastSuccess().map(Instant::toString).orElse(null));
        json.set("lease", lease(terms));
        lookAround();
        json.set("failed_since", laterFailure());
        json.put("releases", runs.size());
        json.set("unfinished", unfinished);
        json.set("pinned", beside(".pin"));
        json.set("marked", beside(".mark"));
    }

    private void tell(Pointer now, Release release) {
        json.put("generation", now.generation());
        json.put("published_at", now.at());
        json.put("previous", now.previous());
        for (var key : new String[] {"at", "as_of", "synthetic", "content_digest", "verdicts", "rejects"}) {
            json.set(key, JsonFile.MAPPER.valueToTree(release.manifest().get(key)));
        }
    }

    private ObjectNode lease(Terms terms) {
        var lease = JsonFile.MAPPER.createObjectNode();
        var holder = Lease.holder(store, terms);
        lease.put("held", holder.isPresent());
        holder.ifPresent(
                h -> lease.put("owner", h.owner()).put("since", h.since()).put("beats", h.isBeating()));
        return lease;
    }

    /** A folder with a manifest is a release; one with a note failed; one with neither is under way, or was killed. */
    private void lookAround() {
        for (var run : releases.list()) {
            if (run.isFolder()) {
                look(run.name(), releases.child(run.name()).list());
            }
        }
    }

    private void look(String run, List<Store.Entry> files) {
        var note = files.stream().filter(f -> f.name().equals(FAILED)).findFirst();
        if (files.stream().anyMatch(f -> f.name().equals(MANIFEST))) {
            runs.add(run);
        } else if (note.isPresent()) {
            failures.add(new Failed(run, note.get().modified()));
        } else {
            unfinished.add(run);
        }
    }

    private ArrayNode beside(String ending) {
        var names = JsonFile.MAPPER.createArrayNode();
        releases.list().stream()
                .map(Store.Entry::name)
                .filter(name -> name.endsWith(ending))
                .forEach(name -> names.add(name.substring(0, name.length() - ending.length())));
        return names;
    }

    /** The newest failure since the last success, by the store's own time. */
    private ObjectNode laterFailure() {
        var since = noted.map(LastSuccess::noted).or(this::swapped).orElse(Instant.MIN);
        return failures.stream()
                .filter(f -> f.at.isAfter(since))
                .max(Comparator.comparing(Failed::at))
                .map(f -> failure(f.run))
                .orElseGet(JsonFile.MAPPER::createObjectNode);
    }

    private Optional<Instant> swapped() {
        return new Folder(store, "")
                .list().stream()
                        .filter(e -> e.name().equals(Pointer.NAME))
                        .map(Store.Entry::modified)
                        .findFirst();
    }

    private ObjectNode failure(String run) {
        var folder = releases.child(run);
        var note = JsonFile.tree(folder.shown(FAILED), folder.read(FAILED));
        return JsonFile.MAPPER
                .createObjectNode()
                .put("run", run)
                .put("step", note.path("step").asText())
                .put("code", note.path("code").asInt())
                .put("message", note.path("message").asText());
    }

    private String text() {
        var lines = new ArrayList<String>();
        lines.add(line("release", json.path("release").isNull() ? "none yet" : word("release")));
        if (pointer.isPresent()) {
            lines.add(line("published at", word("published_at")));
            lines.add(line("generation", word("generation")));
            lines.add(line("as of", word("as_of")));
            lines.add(line("synthetic", word("synthetic")));
            lines.add(line("verdicts", json.path("verdicts").toString()));
            lines.add(line("rejects", json.path("rejects").toString()));
            lines.add(line("content digest", word("content_digest")));
            lines.add(line("previous", json.path("previous").isNull() ? "none" : word("previous")));
        }
        lines.add(line("last success", json.path("last_success").isNull() ? "none" : word("last_success")));
        lines.add(line("lease", leaseWords(json.path("lease"))));
        lines.add(line("failed since", failureWords(json.path("failed_since"))));
        lines.add(line("releases", word("releases") + besides()));
        return String.join("", lines);
    }

    private String word(String name) {
        return json.path(name).asText();
    }

    private static String leaseWords(JsonNode lease) {
        if (!lease.path("held").asBoolean()) {
            return "free";
        }
        return "held by " + lease.path("owner").asText() + " since "
                + lease.path("since").asText()
                + (lease.path("beats").asBoolean() ? ", and beats" : ", but does not beat");
    }

    private static String failureWords(JsonNode failed) {
        return failed.isEmpty()
                ? "no run"
                : failed.path("run").asText() + " at " + failed.path("step").asText() + ": "
                        + failed.path("message").asText();
    }

    private String besides() {
        return also("unfinished", "under way or killed") + also("pinned", "kept for ever") + also("marked", "to go");
    }

    private String also(String name, String words) {
        var runs = new ArrayList<String>();
        json.path(name).forEach(run -> runs.add(run.asText()));
        return runs.isEmpty() ? "" : runs.stream().collect(Collectors.joining(", ", "; " + words + ": ", ""));
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-15s %s%n", name, value);
    }
}
