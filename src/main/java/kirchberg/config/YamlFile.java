package kirchberg.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kirchberg.domain.Exit;
import kirchberg.domain.Problem;
import kirchberg.domain.Stop;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One YAML 1.2 file as a tree of plain texts, and every problem found in it so far. No types are built, so nothing in a
 * file can run code, and "NO", "089" or a date stay the text that they are. Limits keep a hostile file from using up
 * the memory.
 */
final class YamlFile {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_DEPTH = 32;
    private static final int MOST_ALIASES = 50;
    private static final int LONGEST_LINE = 160;
    private static final int MOST_PROBLEMS = 100;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(MOST_BYTES)
            .setMaxAliasesForCollections(MOST_ALIASES)
            .build();

    private final Path path;
    private final String family;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Integer> hidden = new HashSet<>();
    private final String text;
    private final Optional<Node> root;

    /**
     * Opens a file that exists; a text that is no YAML is its first problem.
     *
     * @param path as the user named it
     * @param family first word of the codes of its problems: job, source or claim
     */
    YamlFile(Path path, String family) {
        this.path = path;
        this.family = family;
        var bytes = bytes(path);
        var decoded = new String(bytes, StandardCharsets.UTF_8);
        this.text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        checkBytes(bytes);
        this.root = problems.isEmpty() ? tree() : Optional.empty();
    }

    Path path() {
        return path;
    }

    /**
     * The outermost mapping; empty if the text is no YAML or something else, which is then among the problems.
     *
     * @param known the keys that it may have, with a blank between them
     */
    Optional<YamlMap> root(String known) {
        return root.flatMap(node -> YamlMap.of(this, "file", node, known));
    }

    /** Keeps these lines out of the problems to come: somebody may have written a secret there. */
    void hide(Node node) {
        var last = node.getEndMark().map(Mark::getLine).orElse(0) + 1;
        IntStream.rangeClosed(Spot.of(node).line(), last).forEach(hidden::add);
    }

    /** What was found, in the order of the lines. */
    List<Problem> problems() {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    /** Adds a problem; the last one that is kept says that there are more. */
    void add(String key, Spot spot, String message, String help) {
        if (problems.size() < MOST_PROBLEMS) {
            var line = hidden.contains(spot.line())
                    ? "(not shown: it may hold a secret)"
                    : text.lines().skip(spot.line() - 1L).findFirst().orElse("");
            var what = problems.size() < MOST_PROBLEMS - 1 ? message : message + ", and there are more problems";
            problems.add(new Problem(
                    family + "." + key,
                    what,
                    path.toString(),
                    spot.line(),
                    spot.column(),
                    Grammar.shown(line, LONGEST_LINE),
                    help));
        }
    }

    private static byte[] bytes(Path path) {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new Stop(Exit.INPUT, "Cannot read " + path + ": " + e, "Make the file readable.", e);
        }
    }

    private void checkBytes(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            add("yaml", Spot.START, "this file is larger than 1 MiB", "check that it is the right file");
            return;
        }
        var buffer = ByteBuffer.wrap(bytes);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(buffer);
        } catch (CharacterCodingException e) {
            var before = new String(bytes, 0, buffer.position(), StandardCharsets.UTF_8);
            add("yaml", Spot.after(before), "these bytes are not UTF-8", "save the file as UTF-8");
        }
    }

    private Optional<Node> tree() {
        try {
            checkLimits();
            var tree = problems.isEmpty() ? new Compose(SETTINGS).composeString(text) : Optional.<Node>empty();
            if (tree.isEmpty() && problems.isEmpty()) {
                add("yaml", Spot.START, "this file is empty", "write the keys that it needs");
            }
            return tree;
        } catch (YamlEngineException e) {
            addSyntax(e);
            return Optional.empty();
        }
    }

    /** Asked of the events, before there is a tree: one of a million levels could not even be built. */
    private void checkLimits() {
        int depth = 0;
        int aliases = 0;
        for (var event : new Parse(SETTINGS).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            aliases += event instanceof AliasEvent ? 1 : 0;
            var spot = Spot.of(event.getStartMark());
            if (depth > MOST_DEPTH) {
                add("yaml", spot, "this is nested more than " + MOST_DEPTH + " levels deep", "use fewer levels");
            } else if (aliases > MOST_ALIASES) {
                add("yaml", spot, "there are more than " + MOST_ALIASES + " aliases", "write the values out");
            } else if (isTagged(event)) {
                add("yaml", spot, "tags such as !!name are not allowed", "remove the tag: every value is text");
            }
            if (!problems.isEmpty()) {
                return;
            }
        }
    }

    private static boolean isTagged(Event event) {
        return (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                || (event instanceof CollectionStartEvent start
                        && start.getTag().isPresent());
    }

    private void addSyntax(YamlEngineException e) {
        var help = "mind indentation, colons, quotes and brackets";
        var why = "this is no YAML: ";
        if (e instanceof MarkedYamlEngineException marked) {
            var mark = marked.getProblemMark().or(marked::getContextMark);
            add("yaml", Spot.of(mark), why + Grammar.shown(marked.getProblem(), LONGEST_LINE), help);
        } else if (e instanceof ReaderException reader) {
            var before = text.substring(0, text.offsetByCodePoints(0, reader.getPosition()));
            add("yaml", Spot.after(before), "this character is not allowed in YAML", "remove the control character");
        } else {
            add("yaml", Spot.START, why + Grammar.shown(String.valueOf(e.getMessage()), LONGEST_LINE), help);
        }
    }
}
