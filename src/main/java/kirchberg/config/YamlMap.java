package kirchberg.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kirchberg.domain.Nearest;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a YAML file. Whatever is wrong with it is added to the file's problems, and reading goes on with a
 * stand-in; so what has been read counts only if the file has no problem in the end.
 */
final class YamlMap {
    private static final int LONGEST_VALUE = 60;
    private final YamlFile file;
    private final Spot start;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> misread = new HashSet<>();

    private YamlMap(YamlFile file, MappingNode node, List<String> known) {
        this.file = file;
        this.start = Spot.of(node);
        for (var tuple : node.getValue()) {
            addKey(tuple.getKeyNode(), tuple.getValueNode(), known);
        }
    }

    /**
     * The mapping that a node should be; empty, and a problem, if it is something else.
     *
     * @param known the keys that it may have, with a blank between them
     */
    static Optional<YamlMap> of(YamlFile file, String key, Node node, String known) {
        var keys = Pattern.compile(" ").splitAsStream(known).toList();
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(file, mapping, keys));
        }
        file.add(key, Spot.of(node), key + " must hold keys and values", "expected " + String.join(", ", keys));
        return Optional.empty();
    }

    private void addKey(Node keyNode, Node value, List<String> known) {
        var spot = Spot.of(keyNode);
        var key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "";
        var shown = Grammar.shown(key, LONGEST_VALUE);
        if (!known.contains(key)) {
            var all = String.join(", ", known);
            var help = Nearest.to(key, known).map(word -> "did you mean " + word + "? (" + all + ")");
            add("key", spot, "unknown key " + shown, help.orElse("expected one of " + all));
        } else if (values.containsKey(key)) {
            var first = Spot.of(values.get(key));
            add("key", spot, "key " + shown + " is given twice", "keep one; the first is in line " + first.line());
        } else {
            values.put(key, value);
        }
    }

    /** The known keys that are there. */
    Set<String> keys() {
        return values.keySet();
    }

    /** Whether the key is there, with something in it. */
    boolean has(String key) {
        var node = values.get(key);
        return node != null
                && !(node instanceof ScalarNode scalar && scalar.getValue().isEmpty());
    }

    /** Keeps the lines of a value out of the problems to come. */
    void hide(String key) {
        Optional.ofNullable(values.get(key)).ifPresent(file::hide);
    }

    /** The text of a single value as it stands; empty if there is none. */
    Optional<String> text(String key) {
        return values.get(key) instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue().strip())
                : Optional.empty();
    }

    /** Where the value of a key stands, or the mapping begins if the key is absent. */
    Spot spot(String key) {
        var node = values.get(key);
        return node == null ? start : Spot.of(node);
    }

    /** Whether none of these keys has been found wrong so far. */
    boolean isGood(String... keys) {
        return Arrays.stream(keys).noneMatch(misread::contains);
    }

    /** A value that must be there. */
    <T> T value(String key, Grammar<T> grammar) {
        return has(key) ? read(key, grammar) : missing(key, grammar.expected(), grammar.standIn());
    }

    /** A value that may be absent or empty. */
    <T> T valueOr(String key, Grammar<T> grammar, T fallback) {
        return has(key) ? read(key, grammar) : fallback;
    }

    private <T> T read(String key, Grammar<T> grammar) {
        return scalar(key, Objects.requireNonNull(values.get(key)), grammar).orElse(grammar.standIn());
    }

    private <T> Optional<T> scalar(String key, Node node, Grammar<T> grammar) {
        if (!(node instanceof ScalarNode scalar)) {
            add(key, Spot.of(node), key + " must be a single value", "expected " + grammar.expected());
            return Optional.empty();
        }
        var text = scalar.getValue().strip();
        var value = grammar.read(text);
        if (value.isEmpty()) {
            var shown = Grammar.shown(text, LONGEST_VALUE);
            add(key, Spot.of(node), grammar.message(shown), grammar.help(text));
        }
        return value;
    }

    /** An inner mapping; empty if it is absent or wrong. */
    Optional<YamlMap> map(String key, String known) {
        return Optional.ofNullable(values.get(key))
                .filter(node -> has(key))
                .flatMap(node -> YamlMap.of(file, key, node, known));
    }

    /** A list of mappings that must be there and must not be empty. */
    List<YamlMap> maps(String key, String known) {
        return nodes(key).stream()
                .flatMap(node -> YamlMap.of(file, key, node, known).stream())
                .toList();
    }

    /** A list of values that must be there and must not be empty. */
    <T> List<Item<T>> list(String key, Grammar<T> grammar) {
        var items = new ArrayList<Item<T>>();
        for (var node : nodes(key)) {
            scalar(key, node, grammar).ifPresent(value -> items.add(new Item<>(value, Spot.of(node))));
        }
        return items;
    }

    /**
     * A list of values, of which some are mappings of one key to a value of another kind; it must not be empty.
     *
     * @param inner the key of such a mapping
     */
    <T> List<Item<T>> list(String key, Grammar<T> grammar, String inner, Grammar<T> innerGrammar) {
        var items = new ArrayList<Item<T>>();
        for (var node : nodes(key)) {
            var value = node instanceof MappingNode
                    ? YamlMap.of(file, key, node, inner).map(map -> map.value(inner, innerGrammar))
                    : scalar(key, node, grammar);
            value.ifPresent(v -> items.add(new Item<>(v, Spot.of(node))));
        }
        return items;
    }

    /** An entry of a list, and where it stands. */
    record Item<T>(T value, Spot spot) {}

    private List<Node> nodes(String key) {
        if (!has(key)) {
            return missing(key, "a list", List.of());
        }
        var node = Objects.requireNonNull(values.get(key));
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue();
        }
        report(key, key + " must be a list with at least one entry", "write one entry per line, each after a dash");
        return List.of();
    }

    private <T> T missing(String key, String expected, T standIn) {
        report(key, key + " is missing", "add " + key + ": " + expected);
        return standIn;
    }

    /** Adds a problem at the value of a key, or at the beginning of the mapping if the key is absent. */
    void report(String key, String message, String help) {
        add(key, spot(key), message, help);
    }

    private void add(String key, Spot spot, String message, String help) {
        misread.add(key);
        file.add(key, spot, message, help);
    }
}
