package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kirchberg.spark.LocalSpark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The SQL that explain prints, run by an engine of its own over the released Parquet, gives the published numbers: of
 * every claim that has one, and of made-up claims for the measures and scopes that no publication uses.
 */
@Tag("spark")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainedSqlTest {
    /** DuckDB divides decimals in floating point: about 15 digits are its own. */
    private static final MathContext DIGITS = new MathContext(12);

    private record Answer(@Nullable BigDecimal low, @Nullable BigDecimal high) {}

    private Path folder = Path.of("");
    private List<JsonNode> explained = List.of();

    @BeforeAll
    void publishTheSample(@TempDir Path temporary) throws IOException {
        folder = temporary;
        assertThat(LocalSpark.session().sparkContext().isStopped()).isFalse();
        var job = Files.writeString(folder.resolve("job.yaml"), """
                sources: [%1$s/data/sample]
                reference: %1$s/data/reference
                claims: [%1$s/data/claims, %1$s/src/test/resources/fixtures/claims/every-measure.yaml]
                output: out
                """.formatted(JobFolder.PROJECT));
        assertThat(kirchberg("run", job.toString())).contains("Published");
        explained = claims().map(this::explained).toList();
    }

    @Test
    void every_query_repeats_what_it_says_that_it_repeats() throws SQLException, IOException {
        var compared = 0;
        try (var connection = connection()) {
            for (var claim : explained) {
                for (var query : claim.get("queries")) {
                    if (!query.get("gives").asText().equals("NOTHING")) {
                        compare(claim, query, connection);
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(80);
    }

    @Test
    void every_claim_that_has_a_value_has_a_query_that_gives_it_straight_from_the_financings() {
        var without = explained.stream()
                .filter(claim -> !claim.get("low").isNull())
                .filter(claim -> gives(claim).noneMatch(Set.of("LOW_AND_HIGH", "LOW")::contains))
                .map(claim -> claim.get("claim_id").asText())
                .toList();
        assertThat(without)
                .as("a reference table is no part of a release, and no row stands for what a source lacks")
                .containsExactlyInAnyOrder("cohesion-regions-2021-2027", "share-gap");
    }

    @Test
    void every_kind_of_query_is_among_them() {
        var kinds = new TreeSet<String>();
        explained.forEach(claim -> claim.get("queries")
                .forEach(query -> kinds.add(claim.get("subject").get("measure").asText() + " "
                        + query.get("title").asText())));
        assertThat(kinds)
                .contains(
                        "AMOUNT From the rows of the evidence",
                        "AMOUNT Straight over the financings",
                        "COUNT From the tables of the release",
                        "GROWTH Straight over the financings",
                        "JOINT Straight over the financings",
                        "MOBILISED From the rows of the evidence",
                        "MOBILISED Straight over the financings",
                        "OPERATIONS Straight over the financings",
                        "RATIO Straight over the financings",
                        "SHARE From the rows of the evidence",
                        "SHARE Straight over the financings");
    }

    private static void compare(JsonNode claim, JsonNode query, Connection connection) throws SQLException {
        var expected = claim.has("years") ? elements(claim.get("years")) : List.of(claim);
        var what = claim.get("claim_id").asText() + ": " + query.get("sql").asText();
        var answers = answers(query.get("sql").asText(), connection);
        assertThat(answers).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            compare(expected.get(i), answers.get(i), query.get("gives").asText(), what);
        }
    }

    private static void compare(JsonNode expected, Answer answer, String gives, String what) {
        var isExact = Set.of("eur", "count").contains(expected.get("unit").asText());
        var low = Objects.requireNonNull(end(expected, "low"), what);
        if (gives.equals("ROWS_ALONE")) {
            assertThat(answer.low()).as(what).isGreaterThanOrEqualTo(low);
            return;
        }
        same(answer.low(), low, isExact, what);
        if (gives.equals("LOW_AND_HIGH")) {
            same(answer.high(), Objects.requireNonNull(end(expected, "high"), what), isExact, what);
        } else {
            assertThat(end(expected, "high")).as(what).isNull();
        }
    }

    private static void same(@Nullable BigDecimal answer, BigDecimal expected, boolean isExact, String what) {
        assertThat(answer).as(what).isNotNull();
        var given = Objects.requireNonNull(answer);
        assertThat(isExact ? given : given.round(DIGITS))
                .as(what)
                .isEqualByComparingTo(isExact ? expected : expected.round(DIGITS));
    }

    private static @Nullable BigDecimal end(JsonNode node, String name) {
        return node.get(name).isNull() ? null : new BigDecimal(node.get(name).asText());
    }

    private static List<JsonNode> elements(JsonNode array) {
        var elements = new ArrayList<JsonNode>();
        array.forEach(elements::add);
        return elements;
    }

    private static Stream<String> gives(JsonNode claim) {
        return elements(claim.get("queries")).stream()
                .filter(query -> !query.get("title").asText().contains("evidence"))
                .map(query -> query.get("gives").asText());
    }

    private Connection connection() throws SQLException, IOException {
        var connection = DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = connection.createStatement()) {
            statement.execute("SET file_search_path = '" + release() + "'");
        }
        return connection;
    }

    private static List<Answer> answers(String sql, Connection connection) throws SQLException {
        var answers = new ArrayList<Answer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                answers.add(new Answer(decimal(rows.getObject("low")), decimal(rows.getObject("high"))));
            }
        }
        return answers;
    }

    private static @Nullable BigDecimal decimal(@Nullable Object value) {
        return value == null ? null : new BigDecimal(value.toString());
    }

    private Stream<String> claims() throws IOException {
        return Files.readAllLines(release().resolve("csv/claims.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')));
    }

    private JsonNode explained(String claim) {
        try {
            return new ObjectMapper()
                    .readTree(kirchberg("explain", folder.resolve("out").toString(), claim, "--format", "json"));
        } catch (IOException e) {
            throw new AssertionError(claim, e);
        }
    }

    private Path release() throws IOException {
        try (var releases = Files.list(folder.resolve("out/releases"))) {
            return releases.findFirst().orElseThrow();
        }
    }

    private static String kirchberg(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        assertThat(Main.run(args, new PrintWriter(out), new PrintWriter(err)))
                .as(err.toString())
                .isBetween(0, 1);
        return out.toString();
    }
}
