package kirchberg.read.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kirchberg.clean.Cleaning;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The shape of the loans list and a real page of the projects list, with the figures that an independent count gave.
 */
final class RealSamplesTest {
    private static final Path SAMPLES =
            Path.of(System.getenv().getOrDefault("KIRCHBERG_SAMPLES", "../shared/data"), "eib-api");

    @BeforeEach
    void needSamples() {
        Assumptions.assumeTrue(Files.isDirectory(SAMPLES), "skipped: no real samples at " + SAMPLES);
    }

    @Test
    void the_shape_of_the_loans_list_gives_its_known_figures() throws IOException {
        var result = loans().complete().read();

        assertThat(result.totals().records()).isEqualTo(6);
        assertThat(result.totals().controlRows()).isZero();
        assertThat(result.totals().statedRecords()).isEqualTo(6);
        assertThat(result.totals().readableEur()).isEqualByComparingTo("122805678");
        assertThat(result.totals().unreadableAmounts()).isZero();
        assertThat(result.totals().remarks()).isEmpty();
        assertThat(result.all(Financings.REASON)).isEqualTo("null|null|null|null|null|null");
        assertThat(Stream.of(result.all(Financings.OPERATION_ID).split("[|]")).distinct())
                .hasSize(4);
        assertThat(result.all(Financings.SIGNED_ON)).contains("1964-06-15");
        assertThat(result.rows().stream()
                        .map(r -> r.getString(Financings.RAW.names().indexOf("description")))
                        .filter(d -> d == null))
                .hasSize(2);
    }

    @Test
    void the_page_of_the_projects_list_gives_its_known_figures() throws IOException {
        var result = projects().read();

        assertThat(result.totals().records()).isEqualTo(1);
        assertThat(result.totals().readableEur()).isEqualByComparingTo("65000000");
        assertThat(result.totals().statedRecords()).isEqualTo(17013);
        assertThat(result.totals().remarks())
                .singleElement()
                .asString()
                .contains("got 1 different operations, expected 17013");
    }

    @Test
    @Tag("spark")
    void the_loans_become_six_financings_of_four_operations() throws IOException {
        var raw = LocalSpark.rows(Financings.RAW, loans().read().rows());
        assertThat(Cleaning.rejects(raw).count()).isZero();
        var rows = Cleaning.financings(raw).collectAsList();

        assertThat(rows).hasSize(6);
        assertThat(rows.stream().map(r -> r.<String>getAs("financing_id")).distinct())
                .hasSize(6);
        var years = new TreeMap<Integer, BigDecimal>();
        var operations = new TreeMap<Integer, Set<String>>();
        var keys = new TreeMap<String, BigDecimal>();
        for (Row row : rows) {
            BigDecimal amount = row.getAs("amount_eur");
            years.merge(row.getAs("signature_year"), amount, BigDecimal::add);
            operations
                    .computeIfAbsent(row.getAs("signature_year"), y -> new HashSet<>())
                    .add(row.getAs("operation_key"));
            keys.merge(row.getAs("operation_key"), amount, BigDecimal::add);
        }
        assertThat(years).hasToString("{1964=960000.00, 2022=6000000.00, 2023=12345678.00, 2024=103500000.00}");
        assertThat(operations.values().stream().map(Set::size)).containsExactly(1, 1, 1, 2);
        assertThat(keys).hasSize(4).containsEntry("20249901", new BigDecimal("94000000.00"));
        assertThat(rows.stream().filter(r -> r.getAs("sector_label") == null)).hasSize(1);
    }

    @Test
    @Tag("spark")
    void the_project_becomes_a_listed_operation_and_no_financing() throws IOException {
        var raw = LocalSpark.rows(Financings.RAW, projects().read().rows());
        assertThat(Cleaning.rejects(raw).count()).isZero();
        assertThat(Cleaning.financings(raw).count()).isZero();

        List<Row> rows = Cleaning.listedOperations(raw).collectAsList();
        assertThat(rows).hasSize(1);
        var row = rows.get(0);
        assertThat(row.<String>getAs("operation_id")).isEqualTo("20250219");
        assertThat(row.<String>getAs("operation_status")).isEqualTo("Signed");
        assertThat(row.<Object>getAs("status_on")).hasToString("2026-08-28");
        assertThat(row.<BigDecimal>getAs("approved_amount_eur")).isEqualByComparingTo("92000000");
        assertThat(row.<BigDecimal>getAs("signed_amount_eur")).isEqualByComparingTo("65000000");
        assertThat(row.<String>getAs("country_labels")).isEqualTo("Italy");
        assertThat(row.<String>getAs("sector_labels")).isEqualTo("Energy");
    }

    private static SavedPages loans() throws IOException {
        return SavedPages.loans(SAMPLES).existing("loans_list_shape.json");
    }

    private static SavedPages projects() throws IOException {
        return SavedPages.projects(SAMPLES).existing("projects_list_sample.json");
    }
}
