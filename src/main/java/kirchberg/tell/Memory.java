package kirchberg.tell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kirchberg.domain.finding.Verdict;
import kirchberg.tell.Notice.Told;

/** Remembers from run to run, in one small file, what each sink was told last; so a change is told once. */
final class Memory {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Optional<Path> file;

    Memory(Optional<Path> file) {
        this.file = file;
    }

    /** Whether anything can be remembered. */
    boolean isKept() {
        return file.isPresent();
    }

    /** What a sink was told last; empty if nobody remembers, or the file is none of ours. */
    Optional<Told> of(String sink) throws IOException {
        return Optional.of(tree().path(sink)).filter(JsonNode::isObject).flatMap(Memory::told);
    }

    private JsonNode tree() throws IOException {
        var text = file.isEmpty() ? Optional.<String>empty() : WholeFile.read(file.get());
        try {
            return text.isEmpty() ? JsonNodeFactory.instance.objectNode() : MAPPER.readTree(text.get());
        } catch (IOException e) {
            return JsonNodeFactory.instance.objectNode(); // the release before is compared instead
        }
    }

    private static Optional<Told> told(JsonNode json) {
        try {
            var verdicts = new TreeMap<String, Verdict>();
            json.path("verdicts")
                    .properties()
                    .forEach(e -> verdicts.put(
                            e.getKey(), Verdict.valueOf(e.getValue().asText())));
            return Optional.of(new Told(json.path("condition").asText(), verdicts));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Writes what these sinks know now; what the others know stays. */
    void remember(Map<String, Told> sinks) throws IOException {
        if (file.isEmpty()) {
            return;
        }
        var all = JsonNodeFactory.instance.objectNode();
        tree().properties().forEach(e -> all.set(e.getKey(), e.getValue()));
        sinks.forEach((sink, told) -> {
            var json = all.putObject(sink).put("condition", told.condition());
            var verdicts = json.putObject("verdicts");
            told.verdicts().forEach((claim, verdict) -> verdicts.put(claim, verdict.name()));
        });
        WholeFile.write(file.get(), all.toPrettyString() + "\n");
    }
}
