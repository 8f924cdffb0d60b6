package kirchberg.publish.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kirchberg.publish.SmallPortfolio;
import kirchberg.table.Claims;
import kirchberg.table.Field;
import kirchberg.table.Findings;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceProofTest {

    @ParameterizedTest
    @CsvSource({
        // measure, unit, low, high, then the sums: numerators and denominators at the least and the greatest value
        "AMOUNT, EUR, 20, 50, 20 50 0 0",
        "JOINT, EUR, 20, 50, 20 50 0 0",
        "MOBILISED, EUR, 20, , 20 50 0 0",
        "OPERATIONS, COUNT, 1, 3, 1 3 0 0",
        "SHARE, SHARE, 0.25, 0.5, 25 50 100 100",
        "RATIO, RATIO, 2, 10, 10 20 5 2",
        "GROWTH, SHARE, 0.1, 0.2, 110 120 100 100",
        "GROWTH, RATIO, 1.1, 1.2, 110 120 100 100",
        "OPERATIONS_GROWTH, SHARE, 0.1, , 11 12 10 0"
    })
    void each_measure_is_what_its_rows_add_up_to(
            String measure, String unit, String low, @Nullable String high, String sums) {
        var ends = List.of(sums.split(" "));
        assertThat(proven(measure, unit, finding(low, high, true), ends)).isEqualTo(high == null ? 1 : 2);
        var wrong = new ArrayList<>(ends);
        wrong.set(0, new BigDecimal(ends.get(0)).add(new BigDecimal("0.01")).toPlainString());
        assertThatThrownBy(() -> proven(measure, unit, finding(low, high, true), wrong))
                .hasMessageContaining("low of [claim, 0] differs, got " + low);
    }

    @Test
    void a_quotient_without_rows_is_refused() {
        assertThatThrownBy(() -> proven("SHARE", "SHARE", finding("0.5", "0.5", true), List.of()))
                .hasMessageContaining("expected nothing");
        assertThatThrownBy(() -> proven("GROWTH", "SHARE", finding("0.5", "0.5", true), List.of("3", "3", "0", "0")))
                .hasMessageContaining("expected nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHARE", "RATIO"})
    void a_quotient_that_missing_sources_widen_is_refused_without_any_row(String measure) {
        assertThatThrownBy(() -> proven(measure, measure, finding("0", "1", false), List.of()))
                .hasMessageContaining("low of [claim, 0] differs, got 0, expected nothing");
    }

    @Test
    void what_missing_sources_widen_holds_what_the_rows_give() {
        assertThat(proven("SHARE", "SHARE", finding("0", "1", false), List.of("25", "50", "100", "100")))
                .isEqualTo(2);
        assertThatThrownBy(
                        () -> proven("SHARE", "SHARE", finding("0", "0.4", false), List.of("25", "50", "100", "100")))
                .hasMessageContaining("high of [claim, 0] differs, got 0.4, expected 0.5");
        assertThatThrownBy(
                        () -> proven("GROWTH", "SHARE", finding("0", null, false), List.of("90", "95", "100", "100")))
                .hasMessageContaining("low of [claim, 0] differs, got 0, expected -0.1");
    }

    @Test
    void the_evidence_of_every_year_belongs_to_its_years() {
        var proof = new EvidenceProof();
        proof.claim(claim("AMOUNT", "EUR", true));
        proof.contribution(contribution(2023, List.of("20", "50", "0", "0")));
        proof.finding(row(finding("20", "90", true), 0));
        proof.finding(row(finding("20", "50", true), 2023));
        assertThat(proof.complete()).isEqualTo(2);
    }

    @Test
    void rows_that_stand_for_all_years_at_once_are_added_up_too() {
        var proof = new EvidenceProof();
        proof.claim(claim("AMOUNT", "EUR", true));
        proof.contribution(contribution(0, List.of("20", "50", "0", "0")));
        assertThatThrownBy(() -> proof.finding(row(finding("20", "90", true), 0)))
                .hasMessageContaining("high of [claim, 0] differs, got 90, expected 50");
    }

    @Test
    void evidence_of_a_figure_that_was_never_found_is_refused() {
        var proof = new EvidenceProof();
        proof.claim(claim("AMOUNT", "EUR", false));
        proof.contribution(contribution(2023, List.of("20", "50", "0", "0")));
        proof.finding(row(finding("0", "0", true), 0));
        assertThatThrownBy(proof::complete).hasMessageContaining("evidence has no finding");
    }

    @Test
    void the_future_may_widen_the_share_of_a_target() {
        var proof = new EvidenceProof();
        proof.claim(claim("SHARE", "SHARE", "TARGET"));
        proof.contribution(contribution(0, List.of("25", "50", "100", "100")));
        proof.finding(row(finding("0", "1", true), 0));
        assertThat(proof.complete()).isEqualTo(2);
    }

    private static long proven(String measure, String unit, Map<Field, Object> finding, List<String> ends) {
        var proof = new EvidenceProof();
        proof.claim(claim(measure, unit, false));
        if (!ends.isEmpty()) {
            proof.contribution(contribution(0, ends));
        }
        proof.finding(row(finding, 0));
        return proof.complete();
    }

    private static Row claim(String measure, String unit, boolean isEach) {
        return SmallPortfolio.row(Claims.TABLE, values(measure, unit, isEach));
    }

    private static Row claim(String measure, String unit, String hedge) {
        var values = values(measure, unit, false);
        values.put(Claims.HEDGE, hedge);
        return SmallPortfolio.row(Claims.TABLE, values);
    }

    private static Map<Field, Object> values(String measure, String unit, boolean isEach) {
        var values = new HashMap<Field, Object>();
        values.put(Claims.CLAIM_ID, "claim");
        values.put(Claims.MEASURE, measure);
        values.put(Claims.FIGURE_UNIT, unit);
        values.put(Claims.HEDGE, "ABOUT");
        values.put(Claims.PERIOD_IS_EACH, isEach);
        return values;
    }

    private static Map<Field, Object> finding(String low, @Nullable String high, boolean covered) {
        var values = new HashMap<Field, Object>();
        values.put(Claims.CLAIM_ID, "claim");
        values.put(Findings.LOW, low);
        if (high != null) {
            values.put(Findings.HIGH, high);
        }
        values.put(Findings.COVERED, covered);
        return values;
    }

    private static Row row(Map<Field, Object> finding, int year) {
        finding.put(Findings.YEAR, year);
        return SmallPortfolio.row(Findings.TABLE, finding);
    }

    private static Row contribution(int year, List<String> ends) {
        return RowFactory.create(Stream.concat(
                        Stream.<Object>of("claim", year, "a"), ends.stream().map(BigDecimal::new))
                .toArray());
    }
}
