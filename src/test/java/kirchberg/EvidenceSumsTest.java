package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Set;
import kirchberg.spark.LocalSpark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The evidence of a release, summed by an engine of its own over the released Parquet, gives every published figure.
 */
@Tag("spark")
class EvidenceSumsTest {
    private static final Set<String> QUOTIENTS = Set.of("SHARE", "RATIO", "GROWTH");
    private static final String CLAIMS = """
            publication: evidence-of-all
            title: A figure of every measure
            date: 2025-01-01
            language: en
            url: https://example.org
            claims:
              - {id: m-joint, quote: "[x]", institution: GROUP, period: 2024, measure: joint, hedge: ABOUT, figure: 2 bn EUR}
              - {id: m-growth, quote: "[x]", institution: GROUP, period: 2024, measure: growth, hedge: ABOUT, figure: 2 %}
              - {id: m-growth-x, quote: "[x]", institution: EIB, period: 2024, measure: growth, of: {climate: true}, hedge: ABOUT, figure: 2 x}
              - {id: m-place, quote: "[x]", institution: EIB, period: 2024, measure: share, of: {place: EU}, hedge: ABOUT, figure: 90 %}
              - {id: m-country, quote: "[x]", institution: GROUP, period: 2023, measure: share, of: {place: FR}, within: {place: EU}, hedge: ABOUT, figure: 10 %}
              - {id: m-ratio, quote: "[x]", institution: GROUP, period: 2025, measure: ratio, of: {programme: techeu}, hedge: ABOUT, figure: 3 x}
              - {id: m-mobilised, quote: "[x]", institution: GROUP, period: 2025, measure: mobilised, of: {programme: techeu}, hedge: AT_LEAST, figure: 9 bn EUR}
              - {id: m-operations, quote: "[x]", institution: GROUP, period: each 2022..2024, measure: operations, of: {climate: true}, hedge: OVER, figure: "300"}
            """;

    @TempDir
    private Path folder;

    @Test
    void evidence_adds_up_to_every_figure_of_a_release() throws IOException, SQLException {
        publish();
        var checked = new HashMap<String, Integer>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET file_search_path = '" + release() + "'");
            try (var rows = statement.executeQuery(SUMS)) {
                while (rows.next()) {
                    check(rows);
                    checked.merge(rows.getString("measure"), 1, Integer::sum);
                }
            }
        }
        assertThat(checked)
                .containsOnlyKeys("AMOUNT", "SHARE", "GROWTH", "JOINT", "RATIO", "MOBILISED", "OPERATIONS")
                .allSatisfy((measure, times) -> assertThat(times).isPositive());
        assertThat(checked.get("AMOUNT")).isGreaterThan(10);
    }

    /** Figures that rows alone give: not those of every year at once, nor quotients that missing sources widen. */
    private static final String SUMS = """
            SELECT f.claim_id AS claim_id, f.low AS low, f.high AS high, c.measure AS measure,
                   c.figure_unit AS figure_unit,
                   coalesce(sum(e.numerator_low_eur), 0) AS n1, coalesce(sum(e.denominator_low_eur), 0) AS d1,
                   coalesce(sum(e.numerator_high_eur), 0) AS n2, coalesce(sum(e.denominator_high_eur), 0) AS d2
            FROM 'data/findings.parquet' f
            JOIN 'data/claims.parquet' c ON c.claim_id = f.claim_id
            LEFT JOIN 'data/evidence.parquet' e ON e.claim_id = f.claim_id AND e.year_of_each = f.year_of_each
            WHERE f.low IS NOT NULL AND c.measure <> 'COUNT' AND (f.year_of_each > 0 OR NOT c.period_is_each)
            AND (f.covered OR c.measure IN ('AMOUNT', 'JOINT', 'MOBILISED', 'OPERATIONS'))
            GROUP BY ALL
            """;

    private static void check(ResultSet row) throws SQLException {
        var claim = row.getString("claim_id");
        assertThat(value(row, "n1", "d1")).as("low of " + claim).isEqualByComparingTo(row.getString("low"));
        var high = row.getString("high");
        if (high != null) {
            assertThat(value(row, "n2", "d2")).as("high of " + claim).isEqualByComparingTo(high);
        }
    }

    private static @Nullable BigDecimal value(ResultSet row, String numerator, String denominator) throws SQLException {
        var above = row.getBigDecimal(numerator);
        var below = row.getBigDecimal(denominator);
        var measure = row.getString("measure");
        if (!QUOTIENTS.contains(measure)) {
            return above.setScale(12, RoundingMode.HALF_UP);
        }
        var isOneLess =
                measure.equals("GROWTH") && !row.getString("figure_unit").equals("RATIO");
        return (isOneLess ? above.subtract(below) : above).divide(below, 12, RoundingMode.HALF_UP);
    }

    private void publish() throws IOException {
        assertThat(LocalSpark.session().sparkContext().isStopped()).isFalse();
        var claims = Files.writeString(folder.resolve("claims.yaml"), CLAIMS);
        var job = Files.writeString(folder.resolve("job.yaml"), """
                sources: [%1$s/data/sample]
                reference: %1$s/data/reference
                claims: [%1$s/data/claims, %2$s]
                output: out
                """.formatted(JobFolder.PROJECT, claims));
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Main.run(new String[] {"run", job.toString()}, new PrintWriter(out), new PrintWriter(err));
        assertThat(code).as(err.toString()).isBetween(0, 1);
        assertThat(out.toString()).contains("Published");
    }

    private Path release() throws IOException {
        try (var releases = Files.list(folder.resolve("out/releases"))) {
            return releases.findFirst().orElseThrow();
        }
    }
}
