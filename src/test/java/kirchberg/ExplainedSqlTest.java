package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kirchberg.spark.LocalSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL that explain prints, run by an engine of its own over the released Parquet, gives the published numbers. */
@Tag("spark")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainedSqlTest {
    /** DuckDB divides decimals in floating point: about 15 digits are its own. */
    private static final MathContext DIGITS = new MathContext(12);

    private Path folder = Path.of("");

    @BeforeAll
    void publishTheSample(@TempDir Path temporary) throws IOException {
        folder = temporary;
        assertThat(LocalSpark.session().sparkContext().isStopped()).isFalse();
        var job = Files.writeString(folder.resolve("job.yaml"), """
                sources: [%1$s/data/sample]
                reference: %1$s/data/reference
                claims: [%1$s/data/claims]
                output: out
                """.formatted(JobFolder.PROJECT));
        assertThat(kirchberg("run", job.toString())).contains("Published");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "group-signed-2024",
                "tot-eib-2024",
                "tot-grp-2022-72.5",
                "tot-eib-own-2024",
                "group-climate-2024",
                "eib-cohesion-share-2024",
                "group-projects-2024",
                "western-balkans-group-signed-2024"
            })
    void the_printed_sql_gives_low_and_high_of_the_finding(String claim) throws IOException, SQLException {
        var finding = finding(claim);
        var row = query(sqlOf(kirchberg("explain", folder.resolve("out").toString(), claim)));
        assertThat(row.get(0).round(DIGITS)).isEqualByComparingTo(new BigDecimal(finding[8]).round(DIGITS));
        assertThat(row.get(1).round(DIGITS)).isEqualByComparingTo(new BigDecimal(finding[9]).round(DIGITS));
    }

    private static String sqlOf(String explanation) {
        return explanation.substring(explanation.indexOf("SELECT"), explanation.lastIndexOf(';'));
    }

    private List<BigDecimal> query(String sql) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET file_search_path = '" + release() + "'");
            try (var rows = statement.executeQuery(sql)) {
                assertThat(rows.next()).isTrue();
                return new ArrayList<>(List.of(
                        new BigDecimal(rows.getObject(1).toString()),
                        new BigDecimal(rows.getObject(2).toString())));
            }
        }
    }

    private String[] finding(String claim) throws IOException {
        return Files.readAllLines(release().resolve("csv/findings.csv")).stream()
                .filter(line -> line.startsWith(claim + ",0,"))
                .map(line -> line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1))
                .findFirst()
                .orElseThrow();
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
