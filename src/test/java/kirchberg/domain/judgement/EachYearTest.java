package kirchberg.domain.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kirchberg.domain.Interval;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EachYearTest {
    private static final Claim CLAIM = Samples.claim(Measure.AMOUNT, Hedge.AT_LEAST, Samples.eur("5"));

    @Test
    void a_year_out_of_reach_weighs_more_than_one_that_is_undecided() {
        assertThat(of(year(2022, Verdict.UNDECIDED, null), year(2023, Verdict.OUT_OF_REACH, null))
                        .verdict())
                .isEqualTo(Verdict.OUT_OF_REACH);
        assertThat(of(year(2022, Verdict.OUT_OF_REACH, null), year(2023, Verdict.FAILS, null))
                        .verdict())
                .isEqualTo(Verdict.FAILS);
    }

    @Test
    void rows_left_out_are_those_that_no_year_uses() {
        // ten rows, of which 2022 uses two and 2023 three
        var evidence = evidence(year(2022, Verdict.HOLDS, used(2)), year(2023, Verdict.HOLDS, used(3)));
        assertThat(evidence.rowsUsed()).isEqualTo(5);
        assertThat(evidence.rowsLeftOut()).isEqualTo(5);
        assertThat(evidence.covered()).isTrue();
    }

    @Test
    void years_of_which_one_has_no_evidence_are_not_covered() {
        assertThat(evidence(year(2022, Verdict.HOLDS, used(2)), year(2023, Verdict.OUT_OF_REACH, null))
                        .covered())
                .isFalse();
    }

    private static Evidence evidence(Finding... years) {
        return Objects.requireNonNull(of(years).evidence());
    }

    private static Finding of(Finding... years) {
        return EachYear.of(CLAIM.during(new Period(2022, 2023, true)), List.of(years));
    }

    private static Finding year(int year, Verdict verdict, @Nullable Evidence evidence) {
        return new Finding(
                CLAIM.during(Period.year(year)),
                Map.of(),
                Map.of(
                        Strictness.STRICT, verdict,
                        Strictness.CONVENTIONAL, verdict,
                        Strictness.LENIENT, verdict),
                evidence,
                "",
                "",
                List.of());
    }

    private static Evidence used(long rows) {
        var five = Interval.closed(new BigDecimal("5"), new BigDecimal("5"));
        return new Evidence(five, BigDecimal.ZERO, BigDecimal.ZERO, rows, 10 - rows, true);
    }
}
