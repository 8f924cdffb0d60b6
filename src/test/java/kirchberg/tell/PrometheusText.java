package kirchberg.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads metrics as strictly as a collector does: a second opinion on what was written. */
final class PrometheusText {
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)\\{((?:[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\",?)*)\\} (\\S+)");

    private PrometheusText() {}

    /** Value by series; fails if the text is torn, or a metric comes twice, untyped, or without help. */
    static Map<String, BigDecimal> parsed(String text) {
        assertThat(text).endsWith("\n");
        var series = new TreeMap<String, BigDecimal>();
        var seen = new HashSet<String>();
        var helped = "";
        var typed = "";
        for (var line : text.lines().toList()) {
            var words = line.split(" ", 4);
            if (line.startsWith("# HELP ")) {
                helped = words[2];
                assertThat(seen.add(helped)).as("metric %s comes once", helped).isTrue();
                assertThat(words).hasSize(4);
            } else if (line.startsWith("# TYPE ")) {
                typed = words[2];
                assertThat(typed).isEqualTo(helped);
                assertThat(words[3]).isEqualTo("gauge");
            } else {
                var sample = SAMPLE.matcher(line);
                assertThat(sample.matches()).as(line).isTrue();
                assertThat(sample.group(1)).isEqualTo(typed);
                var key = sample.group(1) + "{" + sample.group(2) + "}";
                assertThat(series.put(key, new BigDecimal(sample.group(3))))
                        .as("series %s comes once", key)
                        .isNull();
            }
        }
        return series;
    }
}
