package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The table of broken and hostile input names a test for each of its rows, and each of these tests is there. */
final class HostileInputIndexTest {
    private static final Path PAGE = Path.of("src/docs/reading.md");

    /** Number, input, what is done, what proves it. */
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|.*\\|([^|]*)\\|$", Pattern.MULTILINE);

    private static final Pattern PROOF = Pattern.compile("`([A-Za-z0-9.]+)\\.([a-z0-9_]+)`");

    @Test
    void every_row_of_the_table_is_there_once_and_in_order() throws IOException {
        assertThat(rows().map(row -> Integer.valueOf(row.group(1))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void every_row_names_a_test_and_every_test_that_it_names_is_one() throws IOException {
        var untrue = new ArrayList<String>();
        var classes = classes();
        rows().forEach(row -> {
            var proofs = PROOF.matcher(row.group(2)).results().toList();
            if (proofs.isEmpty() || row.group(2).replaceAll(PROOF.pattern(), "").matches(".*\\w.*")) {
                untrue.add(row.group(1) + ": names no test, or something else");
            }
            proofs.stream()
                    .filter(proof -> !isTest(classes.getOrDefault(proof.group(1), List.of()), proof.group(2)))
                    .forEach(proof -> untrue.add(row.group(1) + ": " + proof.group()));
        });
        assertThat(untrue).as("rows of %s and what is no test", PAGE).isEmpty();
    }

    private static Stream<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results();
    }

    private static boolean isTest(List<Class<?>> classes, String method) {
        return classes.size() == 1
                && Arrays.stream(classes.get(0).getDeclaredMethods())
                        .filter(m -> m.getName().equals(method))
                        .anyMatch(m ->
                                m.isAnnotationPresent(Test.class) || m.isAnnotationPresent(ParameterizedTest.class));
    }

    /** Test classes by their name, and by their name below the root package where that is needed to tell two apart. */
    private static Map<String, List<Class<?>>> classes() throws IOException {
        var root = Path.of("src/test/java");
        try (var files = Files.walk(root)) {
            var named = new TreeMap<String, List<Class<?>>>();
            for (var name : files.map(f -> root.relativize(f).toString())
                    .filter(f -> f.endsWith("Test.java"))
                    .map(f -> f.replaceAll("[.]java$", "").replaceAll("[/\\\\]", "."))
                    .collect(Collectors.toList())) {
                var found = load(name);
                Stream.of(found.getSimpleName(), name.substring("kirchberg.".length()))
                        .distinct()
                        .forEach(key -> named.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(found));
            }
            return named;
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, HostileInputIndexTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Cannot find " + name, e);
        }
    }
}
