package kirchberg.tell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.release.RunReport;
import kirchberg.domain.release.RunReport.State;
import kirchberg.domain.release.TellPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of lineage; row F5 of the fault table. */
final class LineageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TERMINAL = List.of("COMPLETE", "FAIL", "ABORT");

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();
    private final Telling.World world = new Telling.World(Limits.END, name -> null, warnings::add);

    private TellPlan plan() {
        return Reports.plan(new TellPlan.Lineage("night", Optional.of(file()), Optional.empty(), Optional.empty()));
    }

    private Path file() {
        return folder.resolve("lineage.jsonl");
    }

    private List<JsonNode> events() throws IOException {
        var events = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(file())) {
            events.add(JSON.readTree(line));
        }
        return events;
    }

    private JsonNode event(RunReport report) throws IOException {
        Telling.ended(plan(), report, world);
        var events = events();
        return events.get(events.size() - 1);
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("src/test/resources/lineage.schema.json")), InputFormat.JSON);
    }

    private static RunReport report(Random random, int run) {
        var id = String.format("%08d-%08x", run, random.nextInt());
        return switch (random.nextInt(6)) {
            case 0 -> Reports.ended(id, 60, State.UNCHANGED, 0, "");
            case 1 -> Reports.ended(id, 60, State.FAILED, 3, "Cannot read x: \"quoted\"\nand a second line");
            case 2 -> Reports.ended(id, 60, State.FAILED, 6, "another run is at work");
            case 3 -> Reports.ended(id, 60, State.HELD, 0, "a source shrank");
            case 4 -> Reports.ended(id, 60, State.FAILED, 70, "");
            default -> Reports.published(id, 60, Map.of(), Map.of("a", Verdict.HOLDS));
        };
    }

    /** F5: as many events as runs at either end, and all of them as the schema has them. */
    @Test
    void every_run_starts_once_and_ends_once() throws IOException {
        var seed = 20261124L;
        var random = new Random(seed);
        for (int run = 1; run <= 200; run++) {
            var report = report(random, run);
            Telling.started(plan(), report.start(), world);
            Telling.ended(plan(), report, world);
        }

        var ends = new TreeMap<String, List<String>>();
        var schema = schema();
        for (var event : events()) {
            assertThat(schema.validate(event.toString(), InputFormat.JSON))
                    .as("seed %d, %s", seed, event)
                    .isEmpty();
            ends.computeIfAbsent(event.at("/run/runId").asText(), id -> new ArrayList<>())
                    .add(event.get("eventType").asText());
        }
        assertThat(warnings).isEmpty();
        assertThat(ends).hasSize(200);
        assertThat(ends.values()).allSatisfy(types -> {
            assertThat(types).hasSize(2).startsWith("START");
            assertThat(TERMINAL).contains(types.get(1));
        });
        assertThat(ends.values().stream().map(types -> types.get(1)).distinct())
                .containsExactlyInAnyOrderElementsOf(TERMINAL);
        System.out.println("F5: " + ends.size() + " of 200 runs with one START and one terminal event, all valid");
    }

    @Test
    void the_schema_finds_a_fault() throws IOException {
        var good = event(Reports.ended("r", 1, State.FAILED, 3, "no")).toString();
        for (var bad : List.of(
                good.replace("\"FAIL\"", "\"COMPLETE\""),
                good.replace("\"FAIL\"", "\"START\"").replace("\"inputs\":[]", "\"inputs\":[{}]"),
                good.replace("errorMessage", "error_message"),
                good.replace("\"runId\":\"", "\"runId\":\"x"))) {
            assertThat(schema().validate(bad, InputFormat.JSON)).as(bad).isNotEmpty();
        }
        assertThat(schema().validate(good, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISHED, 0, COMPLETE",
        "UNCHANGED, 0, COMPLETE",
        "HELD, 0, ABORT",
        "FAILED, 6, ABORT",
        "FAILED, 2, FAIL",
        "FAILED, 3, FAIL",
        "FAILED, 7, FAIL",
        "FAILED, 8, FAIL",
        "FAILED, 70, FAIL"
    })
    void how_a_run_ended_decides_its_event(State state, int code, String type) throws IOException {
        assertThat(event(Reports.ended("r", 1, state, code, "why"))
                        .get("eventType")
                        .asText())
                .isEqualTo(type);
    }

    @Test
    void a_published_run_names_what_went_in_and_what_came_out() throws IOException {
        var event = event(Reports.published("00000042-3f9a1c07", 60, Map.of(), Map.of()));

        assertThat(event.at("/eventTime").asText()).isEqualTo("2026-11-24T02:01:00Z");
        assertThat(event.at("/job/namespace").asText()).isEqualTo("night");
        assertThat(event.at("/job/name").asText()).isEqualTo("nightly");
        assertThat(event.at("/run/facets/kirchberg_run/runId").asText()).isEqualTo("00000042-3f9a1c07");
        assertThat(event.at("/run/facets/kirchberg_run/asOf").asText()).isEqualTo("2026-11-23");
        assertThat(event.at("/inputs/0/name").asText()).isEqualTo("eib/loans");
        assertThat(event.at("/inputs/0/facets/version/datasetVersion").asText()).isEqualTo("2026-11-20");
        assertThat(event.at("/inputs/0/facets/schema/fields/0/name").asText()).isEqualTo("operation_id");
        assertThat(event.at("/inputs/0/inputFacets/inputStatistics/rowCount").asLong())
                .isEqualTo(1000);
        assertThat(event.at("/outputs")).hasSize(2);
        assertThat(event.at("/outputs/0/namespace").asText()).isEqualTo("file");
        assertThat(event.at("/outputs/0/name").asText()).isEqualTo("/srv/kirchberg/financings");
        assertThat(event.at("/outputs/0/facets/version/datasetVersion").asText())
                .isEqualTo("d1");
        assertThat(event.at("/outputs/0/outputFacets/outputStatistics/rowCount").asLong())
                .isEqualTo(990);
    }

    @Test
    void an_unchanged_run_put_nothing_out_and_a_dry_run_is_not_told() throws IOException {
        var p = Reports.published("r", 60, Map.of(), Map.of());
        var unchanged = new RunReport(
                p.start(),
                new RunReport.End(
                        State.UNCHANGED, 0, p.end().step(), "", p.end().at()),
                p.asOf(),
                p.inputs(),
                p.outputs(),
                p.verdicts(),
                p.before(),
                p.seconds(),
                false);

        assertThat(event(unchanged).get("outputs")).isEmpty();
        Telling.ended(plan(), Reports.ended("dry", 1, State.DRY_RUN, 0, ""), world);
        assertThat(events()).hasSize(1);
    }

    /**
     * Computed with another program: uuid5(NAMESPACE_URL, "urn:kirchberg:/srv/kirchberg:nightly:00000042-3f9a1c07").
     */
    @Test
    void the_id_of_a_run_is_derived_from_its_name() {
        assertThat(RunEvent.uuid(Reports.start("00000042-3f9a1c07")))
                .hasToString("744d0970-95e3-5bfb-87f5-9ec0fbc8ad22");
        assertThat(RunEvent.uuid(Reports.start("00000043-3f9a1c07")))
                .isNotEqualTo(RunEvent.uuid(Reports.start("00000042-3f9a1c07")));
    }

    @ParameterizedTest
    @CsvSource({
        "/srv/kirchberg/, file, /srv/kirchberg",
        "file:///srv/k, file, /srv/k",
        "hdfs://node:8020/k, hdfs://node:8020, /k",
        "s3a://bucket/a/b, s3://bucket, a/b",
        "s3a://bucket, s3://bucket, ''"
    })
    void a_root_is_named_as_others_name_it(String root, String namespace, String name) {
        assertThat(RunEvent.RootName.of(root)).isEqualTo(new RunEvent.RootName(namespace, name));
    }

    @Test
    void a_line_that_a_killed_run_left_torn_is_ended_before_the_next() throws IOException {
        Files.writeString(file(), "{\"torn\":");
        Telling.started(plan(), Reports.start("r"), world);

        assertThat(Files.readAllLines(file())).hasSize(2).startsWith("{\"torn\":");
        assertThat(JSON.readTree(Files.readAllLines(file()).get(1))
                        .get("eventType")
                        .asText())
                .isEqualTo("START");
    }
}
