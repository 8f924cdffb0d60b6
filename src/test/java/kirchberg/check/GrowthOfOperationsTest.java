package kirchberg.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Membership;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.judgement.Samples;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Contributions;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class GrowthOfOperationsTest {

    @Test
    void each_year_of_a_growth_goes_by_its_own_numbers_or_names() {
        // 2023: 1 number, 2 names beside it: 2 to 3. 2024: 3 numbers, 1 name: 3 to 4. From 3 / 3 - 1 to 4 / 2 - 1.
        var rows = new Portfolio(List.of(
                        row(2023, "1", null),
                        row(2023, null, "A"),
                        row(2023, null, "B"),
                        row(2024, "2", null),
                        row(2024, "3", null),
                        row(2024, "4", null),
                        row(2024, null, "C")))
                .rows();
        var financings = LocalSpark.rows(Financings.TABLE, rows);
        var claim = Samples.by(
                Samples.claim(Measure.OPERATIONS_GROWTH, Hedge.ABOUT, Figure.parse("50 %")), Institution.EIB);
        var claims = List.of(claim.about(claim.subject().against(Period.year(2023))));
        var findings = Checking.findings(new Checking.Measured(
                Checking.cells(financings, List.of()).collectAsList(),
                Checking.operations(financings, claims).collectAsList(),
                claims,
                List.of(Samples.complete(Institution.EIB, 2023, 2024)),
                Map.of(),
                LocalDate.of(2025, 6, 30)));
        assertThat(Objects.requireNonNull(findings.get(0).evidence()).possible())
                .isEqualTo(Interval.closed(BigDecimal.ZERO, BigDecimal.ONE));
        var evidence = Checking.evidence(financings, findings).collectAsList();
        assertThat(sum(evidence, Contributions.NUMERATOR_LOW_EUR)).isEqualByComparingTo("3");
        assertThat(sum(evidence, Contributions.DENOMINATOR_LOW_EUR)).isEqualByComparingTo("3");
        assertThat(sum(evidence, Contributions.NUMERATOR_HIGH_EUR)).isEqualByComparingTo("4");
        assertThat(sum(evidence, Contributions.DENOMINATOR_HIGH_EUR)).isEqualByComparingTo("2");
    }

    private static BigDecimal sum(List<Row> rows, Field field) {
        return rows.stream()
                .map(r -> r.getDecimal(Contributions.TABLE.index(field)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Portfolio.Financing row(int year, @Nullable String id, @Nullable String name) {
        return new Portfolio.Financing(
                Institution.EIB,
                Stage.SIGNED,
                year,
                id,
                name,
                null,
                "100",
                "0",
                null,
                "LU",
                "european_union",
                Membership.IN,
                Map.of());
    }
}
