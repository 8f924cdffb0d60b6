package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.logging.log4j.ThreadContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on standard error, for people and for machines; row E7 of the fault table for what we print. */
final class LogFormatTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:00:00.123456Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    /** Log4j reads these once, at its beginning: nothing of this test may stay for the others. */
    @AfterEach
    void forget() {
        ThreadContext.remove("run");
        Stream.of("kirchberg.run", "kirchberg.log.template", "log4j2.configurationFile")
                .forEach(System::clearProperty);
    }

    private int kirchberg(String... args) {
        return Main.run(args, new PrintWriter(new StringWriter(), true), new PrintWriter(err, true));
    }

    private List<JsonNode> lines() throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : err.toString().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void a_line_that_is_printed_is_one_object() throws IOException {
        var logs = new PrintWriter(new Logs(new PrintWriter(err, true), CLOCK), true);
        logs.println("read: records   1.250 s");
        Logs.named("00000042-3f9a1c07");
        logs.println("two\nlines, \"quoted\"");
        logs.print("\r[####....]");
        logs.flush();

        assertThat(lines())
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"time\":\"2026-11-24T02:00:00.123Z\",\"level\":\"INFO\",\"logger\":\"kirchberg\","
                                + "\"message\":\"read: records   1.250 s\",\"run\":\"\"}",
                        "{\"time\":\"2026-11-24T02:00:00.123Z\",\"level\":\"INFO\",\"logger\":\"kirchberg\","
                                + "\"message\":\"two\\nlines, \\\"quoted\\\"\",\"run\":\"00000042-3f9a1c07\"}",
                        "{\"time\":\"2026-11-24T02:00:00.123Z\",\"level\":\"INFO\",\"logger\":\"kirchberg\","
                                + "\"message\":\"[####....]\",\"run\":\"00000042-3f9a1c07\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--log-format json run JOB", "run --log-format=JSON JOB", "run JOB --log-format json"})
    void a_failure_is_one_object_with_its_hint_and_code_wherever_the_option_stands(String command) throws IOException {
        var job = folder.resolve("none.yaml").toString();

        assertThat(kirchberg(command.replace("JOB", job).split(" "))).isEqualTo(2);
        assertThat(lines()).hasSize(1);
        var line = lines().get(0);
        assertThat(line.get("level").asText()).isEqualTo("ERROR");
        assertThat(line.get("message").asText()).contains("there is no file " + job);
        assertThat(line.get("hint").asText()).isEqualTo("Name a job file that exists.");
        assertThat(line.get("exit_code").asInt()).isEqualTo(2);
    }

    @Test
    void text_stays_as_it_is() {
        assertThat(kirchberg("run", "none.yaml")).isEqualTo(2);
        assertThat(err.toString())
                .contains("there is no file none.yaml", "What to do: ")
                .doesNotContain("{");
    }

    @Test
    void a_stack_trace_is_shown_on_demand_only_and_as_one_object() throws IOException {
        kirchberg("--log-format", "json", "-v", "run", "none.yaml");

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0).get("message").asText()).contains("kirchberg.domain.Stop", "\tat kirchberg.");
        assertThat(lines().get(1).toString()).doesNotContain("\\tat ");
    }

    @Test
    void a_wrong_option_is_told_as_objects_too() throws IOException {
        assertThat(kirchberg("--log-format", "json", "run", "--dry-runn", "x")).isEqualTo(2);
        assertThat(lines()).isNotEmpty();
        assertThat(kirchberg("--log-format", "xml", "run", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("xml");
    }

    /** A job file with secrets where they must not stand: the message shows neither them nor their line. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void a_secret_in_a_job_file_is_not_printed(String format) throws IOException {
        var job = Files.writeString(folder.resolve("job.yaml"), """
                sources: [a]
                reference: r
                claims: [c]
                output: s3a://me:CANARY@bucket/root/
                outputs: s3a://me:CANARY@bucket/root
                tell:
                  webhook: {url: "https://hooks.example.org/services/CANARY"}
                  mail: {host: h, port: 25, from: a@b, to: [c@d], password: CANARY}
                """);

        var redacted = new ByteArrayOutputStream();
        var stream = new PrintStream(new RedactedStream(redacted), true, StandardCharsets.UTF_8);
        var code = Main.run(
                new String[] {"run", job.toString(), "--log-format", format},
                new PrintWriter(new StringWriter()),
                new PrintWriter(stream, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(redacted.toString(StandardCharsets.UTF_8))
                .contains("not shown: it may hold a secret", "url_file")
                .doesNotContain("CANARY");
    }

    @Test
    void a_redacted_line_of_json_is_still_json() throws IOException {
        var redacted = new ByteArrayOutputStream();
        var stream = new PrintStream(new RedactedStream(redacted), true, StandardCharsets.UTF_8);
        var lines = List.of(
                "{\"message\":\"failed with token=CANARY\",\"run\":\"\"}",
                "{\"message\":\"(fs.s3a.secret.key,CANARY)\",\"run\":\"\"}",
                "{\"message\":\"got {\\\"password\\\":\\\"CANARY\\\"} from s3a://a:CANARY@b\",\"run\":\"\"}");
        lines.forEach(stream::println);

        for (var line : redacted.toString(StandardCharsets.UTF_8).lines().toList()) {
            assertThat(JSON.readTree(line).has("run")).as(line).isTrue();
            assertThat(line).contains("***").doesNotContain("CANARY");
        }
    }
}
