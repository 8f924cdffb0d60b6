package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Query;
import kirchberg.domain.finding.Query.Gives;
import kirchberg.domain.release.Address;
import kirchberg.job.inquiry.Recheck;
import kirchberg.query.Querying;
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
    /** DuckDB divides decimals in floating point, and shares are published with 12 digits after the point. */
    private static final BigDecimal LAST_DIGIT = new BigDecimal("0.000000000001");

    private static final LocalDate AS_OF = LocalDate.of(2026, 2, 1);

    private record Answer(
            @Nullable BigDecimal low, @Nullable BigDecimal high) {
        private String rounded() {
            return Stream.of(low, high)
                    .map(end -> end == null
                            ? "none"
                            : end.setScale(10, RoundingMode.HALF_UP).toPlainString())
                    .collect(Collectors.joining(" to "));
        }
    }

    private Path folder = Path.of("");
    private List<Finding> findings = List.of();

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
        assertThat(kirchberg("run", job.toString(), "--as-of", AS_OF.toString()))
                .contains("Published");
        findings = Recheck.published(Address.of(root()));
    }

    @Test
    void every_query_repeats_what_it_says_that_it_repeats() throws SQLException, IOException {
        var compared = 0;
        try (var connection = connection()) {
            for (var finding : findings) {
                for (var query : queries(finding)) {
                    compare(finding, query, connection);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(80);
    }

    @Test
    void where_sources_are_missing_both_queries_give_what_the_rows_alone_allow() throws SQLException, IOException {
        try (var connection = connection()) {
            for (var finding : findings) {
                var queries = queries(finding);
                if (queries.size() == 2 && queries.get(0).gives() == Gives.ROWS_ALONE) {
                    var byEvidence = answers("", queries.get(0).sql(), connection);
                    var byFinancings = answers("", queries.get(1).sql(), connection);
                    assertThat(byEvidence.get(0).rounded())
                            .as(finding.claim().id())
                            .isEqualTo(byFinancings.get(0).rounded());
                }
            }
        }
    }

    @Test
    void every_claim_that_has_a_value_has_a_query_that_gives_it_straight_from_the_financings() {
        var without = findings.stream()
                .filter(finding -> finding.evidence() != null)
                .filter(finding -> Querying.of(finding, AS_OF).stream()
                        .filter(query -> !query.title().contains("evidence"))
                        .map(Query::gives)
                        .noneMatch(Set.of(Gives.LOW_AND_HIGH, Gives.LOW)::contains))
                .map(finding -> finding.claim().id())
                .toList();
        assertThat(without)
                .as("a reference table is no part of a release, and no row stands for what a source lacks")
                .containsExactlyInAnyOrder(
                        "cohesion-regions-2021-2027", "share-gap", "growth-gap", "group-growth-2021");
    }

    @Test
    void every_kind_of_query_is_among_them() {
        var kinds = new TreeSet<String>();
        findings.forEach(finding ->
                queries(finding).forEach(query -> kinds.add(finding.claim().measure() + " " + query.title())));
        assertThat(kinds)
                .contains(
                        "AMOUNT From the rows of the evidence",
                        "AMOUNT Straight over the financings",
                        "COUNT From the tables of the release",
                        "GROWTH From the rows of the evidence",
                        "GROWTH Straight over the financings",
                        "JOINT From the rows of the evidence",
                        "JOINT Straight over the financings",
                        "MOBILISED From the rows of the evidence",
                        "MOBILISED Straight over the financings",
                        "OPERATIONS From the rows of the evidence",
                        "OPERATIONS Straight over the financings",
                        "RATIO From the rows of the evidence",
                        "RATIO Straight over the financings",
                        "SHARE From the rows of the evidence",
                        "SHARE Straight over the financings");
    }

    @Test
    void the_page_prints_the_same_queries_and_the_json_too() throws IOException {
        var finding = findings.stream()
                .filter(f -> f.claim().id().equals("group-climate-each-year"))
                .findFirst()
                .orElseThrow();
        var page = kirchberg("explain", root(), "group-climate-each-year");
        var json = new ObjectMapper()
                .readTree(kirchberg("explain", root(), "group-climate-each-year", "--format", "json"));
        assertThat(page)
                .contains(queries(finding).get(0).sql())
                .contains(queries(finding).get(1).sql());
        assertThat(json.get("queries").get(1).get("sql").asText())
                .isEqualTo(queries(finding).get(1).sql());
    }

    private static List<Query> queries(Finding finding) {
        return Querying.of(finding, AS_OF).stream()
                .filter(query -> query.gives() != Gives.NOTHING)
                .toList();
    }

    private static void compare(Finding finding, Query query, Connection connection) throws SQLException {
        var expected = finding.years().isEmpty() ? List.of(finding) : finding.years();
        var what = finding.claim().id() + ": " + query.sql();
        var answers = answers(what, query.sql(), connection);
        assertThat(answers).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            compare(expected.get(i), answers.get(i), query.gives(), what);
        }
    }

    private static void compare(Finding expected, Answer answer, Gives gives, String what) {
        var unit = expected.claim().figure().unit();
        var possible = Objects.requireNonNull(expected.evidence(), what).possible();
        if (gives == Gives.ROWS_ALONE) {
            inside(possible, answer, what);
            return;
        }
        same(answer.low(), possible.low(), unit, what);
        if (gives == Gives.LOW_AND_HIGH) {
            same(answer.high(), Objects.requireNonNull(possible.high(), what), unit, what);
        } else {
            assertThat(possible.high()).as(what).isNull();
        }
    }

    /** What the rows alone allow lies within what missing sources widen; no rows may allow nothing at all. */
    private static void inside(Interval possible, Answer answer, String what) {
        if (answer.low() != null && answer.high() != null) {
            assertThat(possible.contains(Interval.closed(answer.low(), answer.high())))
                    .as(what)
                    .isTrue();
        }
    }

    private static void same(@Nullable BigDecimal answer, Quotient expected, Unit unit, String what) {
        assertThat(answer).as(what).isNotNull();
        var given = Objects.requireNonNull(answer);
        var published = new BigDecimal(expected.plain());
        var distance = given.subtract(published).abs();
        assertThat(distance)
                .as(what + " gives " + given + ", published is " + published)
                .isLessThanOrEqualTo(unit == Unit.EUR || unit == Unit.COUNT ? BigDecimal.ZERO : LAST_DIGIT);
    }

    private Connection connection() throws SQLException, IOException {
        var connection = DriverManager.getConnection("jdbc:duckdb:");
        try (var statement = connection.createStatement()) {
            statement.execute("SET file_search_path = '" + release() + "'");
        }
        return connection;
    }

    private static List<Answer> answers(String what, String sql, Connection connection) throws SQLException {
        var answers = new ArrayList<Answer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                answers.add(new Answer(decimal(rows.getObject("low")), decimal(rows.getObject("high"))));
            }
        } catch (SQLException e) {
            throw new SQLException(what, e);
        }
        return answers;
    }

    private static @Nullable BigDecimal decimal(@Nullable Object value) {
        return value == null ? null : new BigDecimal(value.toString());
    }

    private String root() {
        return folder.resolve("out").toString();
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
