package kirchberg.tell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Samples in the text format of Prometheus, version 0.0.4: for each metric a line of help, a line with its type, and a
 * line per sample.
 */
final class Exposition {
    private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)\\{([^\\n]*)\\} (-?[0-9]+(?:[.][0-9]+)?)");

    private final String labels;
    private final Map<Metric, List<String>> samples = new LinkedHashMap<>();

    /**
     * An empty text.
     *
     * @param labels that every sample has, in this order
     */
    Exposition(Map<String, String> labels) {
        this.labels = text(labels);
    }

    /** A gauge. */
    record Metric(String name, String help) {}

    /** Adds a sample with a label of its own. */
    void add(Metric metric, String label, String key, BigDecimal value) {
        put(metric, labels + "," + text(Map.of(label, key)), value);
    }

    /** Adds the only sample of a metric. */
    void add(Metric metric, BigDecimal value) {
        put(metric, labels, value);
    }

    private void put(Metric metric, String all, BigDecimal value) {
        var lines = samples.computeIfAbsent(metric, m -> new ArrayList<>());
        var series = metric.name() + "{" + all + "} ";
        if (lines.stream().noneMatch(line -> line.startsWith(series))) { // twice the same, and the collector takes none
            lines.add(series + value.toPlainString());
        }
    }

    /** Takes over the samples of a metric from an older text, as far as they have the same labels. */
    void keep(Metric metric, Optional<String> older) {
        var kept = older.stream()
                .flatMap(String::lines)
                .filter(line -> isOf(metric, line))
                .toList();
        if (!kept.isEmpty()) {
            samples.put(metric, new ArrayList<>(kept));
        }
    }

    /** Forgets the samples of a metric; its place in the text stays. */
    void drop(Metric metric) {
        samples.computeIfPresent(metric, (m, lines) -> new ArrayList<>());
    }

    private boolean isOf(Metric metric, String line) {
        var sample = SAMPLE.matcher(line);
        return sample.matches()
                && sample.group(1).equals(metric.name())
                && (sample.group(2) + ",").startsWith(labels + ",");
    }

    /** The whole text, metrics in the order in which they came. */
    String text() {
        var text = new StringBuilder();
        samples.forEach((metric, lines) -> {
            if (lines.isEmpty()) {
                return;
            }
            text.append("# HELP ")
                    .append(metric.name())
                    .append(' ')
                    .append(metric.help())
                    .append('\n');
            text.append("# TYPE ").append(metric.name()).append(" gauge\n");
            lines.forEach(line -> text.append(line).append('\n'));
        });
        return text.toString();
    }

    private static String text(Map<String, String> labels) {
        var pairs = new ArrayList<String>();
        labels.forEach((name, value) -> pairs.add(name + "=\"" + escaped(value) + "\""));
        return String.join(",", pairs);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", " ");
    }
}
