package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.spark.LocalSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Row F9 of the fault table: the mistakes that users make most, with the whole answer that they get.
 * {@code -Dgolden=rewrite} writes the answers anew; a new mistake needs its line with the command only.
 */
@Tag("spark")
final class MistakesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/mistakes.txt");
    private static final String COMMAND = "$ kirchberg ";

    /** What is wrong in a job file, and what stands in a good one. */
    private static final Map<String, List<String>> JOBS = Map.of(
            "misspelt.yaml", List.of("reference:", "referense:"),
            "unclosed.yaml", List.of("50 %}", "50 %"),
            "no-source.yaml", List.of("source/2025-11-30", "source/2025-12-31"),
            "scheme.yaml", List.of("output: out", "output: ftp://example.org/out"),
            "unwritable.yaml", List.of("output: out", "output: job.yaml/out"),
            "bad-claims.yaml", List.of("claims: [", "claims: [claims.yaml, "),
            "changed.yaml", List.of("source/2025-11-30", "source/changed"));

    private static final String CLAIMS = """
            publication: made-up
            title: Made up
            date: 2024-01-01
            language: en
            url: ""
            claims:
              - {id: a, quote: "[x]", institution: EIB, place: EU, period: 2024, measure: amount, hedge: NEARLLY, figure: 1 bn EUR}
            """;

    private static final String ONE_PUBLICATION = "/data/claims/eib-financial-report-2024.yaml";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void publishOneRelease() throws IOException {
        assertThat(LocalSpark.session().sparkContext().isStopped()).isFalse();
        var list = JobFolder.EXPORT_HEADER + "WATER ONE,European Union,France,Energy,31/07/2024,€500,\n";
        var changed = new JobFolder(folder, "changed").with(list);
        Files.writeString(changed.file(), list + "\n");
        var job = new JobFolder(folder).with(list).job();
        // one publication is enough, and its number of claims does not grow
        var good = Files.readString(job).replace("/data/claims", ONE_PUBLICATION);
        Files.writeString(job, good);
        for (var wrong : JOBS.entrySet()) {
            var was = wrong.getValue().get(0);
            assertThat(good).contains(was);
            Files.writeString(
                    folder.resolve(wrong.getKey()),
                    good.replace(was, wrong.getValue().get(1)));
        }
        Files.writeString(folder.resolve("claims.yaml"), CLAIMS);
        Files.createDirectory(folder.resolve("empty"));
        assertThat(answer("run " + job)).startsWith("exit 0\n");
    }

    @Test
    void each_mistake_is_answered_with_its_code_its_place_and_what_to_do() throws IOException {
        var told = blocks().map(MistakesTest::played).collect(Collectors.joining("\n"));
        if ("rewrite".equals(System.getProperty("golden"))) {
            Files.writeString(GOLDEN, told);
        }
        assertThat(told)
                .as("rewrite it with -Dgolden=rewrite and look at the difference")
                .isEqualTo(Files.readString(GOLDEN));
        System.out.println("F9: " + blocks().count() + " of " + blocks().count() + " mistakes answered as written");
    }

    @Test
    void no_answer_is_a_stack_trace_or_an_exception_and_each_says_what_to_do() throws IOException {
        assertThat(blocks())
                .hasSizeGreaterThanOrEqualTo(25)
                .allSatisfy(block -> assertThat(answerOf(block))
                        .containsPattern("^exit (2|3|7)\n")
                        .containsPattern("What to do: |Did you mean|Possible solutions: |See .*--help")
                        .doesNotContain("\tat ", "java.", "canary"));
    }

    /** Title, command and answer of each mistake, as they stand in the file. */
    private static Stream<String> blocks() throws IOException {
        return Arrays.stream(Files.readString(GOLDEN).split("(?m)^(?=# )")).map(block -> block.strip() + "\n");
    }

    private static String answerOf(String block) {
        return block.lines().skip(2).collect(Collectors.joining("\n"));
    }

    private static String played(String block) {
        var head = block.lines().limit(2).toList();
        var command = head.get(1).substring(COMMAND.length()).replace("<folder>", folder.toString());
        return String.join("\n", head) + "\n" + answer(command);
    }

    private static String answer(String command) {
        var err = new StringWriter();
        var code = Main.run(command.split(" "), new PrintWriter(new StringWriter()), new PrintWriter(err, true));
        return "exit " + code + "\n"
                + err.toString()
                        .replaceAll("LOCK/[0-9a-f]{32}", "LOCK/<token>")
                        .replace(folder.toString(), "<folder>")
                        .replace(JobFolder.PROJECT.toString(), "<project>")
                        .replaceAll("0000000[12]-[0-9a-f]{8}", "<run>")
                        .strip()
                + "\n";
    }
}
