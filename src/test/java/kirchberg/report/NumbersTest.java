package kirchberg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NumbersTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/printed_amounts.csv", numLinesToSkip = 1, encoding = "UTF-8")
    void amounts_are_printed_in_the_style_of_the_institutions(BigDecimal amount, String printed, String exact) {
        assertThat(Numbers.eur(amount).replace('\u00A0', '_')).isEqualTo(printed);
        assertThat(Numbers.exactEur(amount).replace('\u00A0', '_')).isEqualTo(exact);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/printed_intervals.csv", numLinesToSkip = 1, encoding = "UTF-8")
    void printed_intervals_keep_their_relation_to_what_was_said(
            Unit unit, BigDecimal low, BigDecimal high, BigDecimal saidLow, BigDecimal saidHigh, String printed) {
        var text = Numbers.possible(Interval.closed(low, high), List.of(Interval.below(saidLow, saidHigh)), unit);
        assertThat(text.replace('\u00A0', '_')).isEqualTo(printed);
    }

    @Test
    void a_share_that_ends_in_no_decimal_is_rounded_outward() {
        // 1/3 = 33.33... and 2/3 = 66.66...: outward 33.3 and 66.7
        var third = new Quotient(BigDecimal.ONE, new BigDecimal(3));
        var rest = new Quotient(new BigDecimal(2), new BigDecimal(3));
        assertThat(Numbers.possible(Interval.closed(third, rest), List.of(), Unit.SHARE))
                .isEqualTo("33.3 to 66.7\u00A0%");
    }

    @Test
    void what_was_said_is_printed_exactly() {
        assertThat(said(Interval.below(share("0.55"), share("0.60")))).isEqualTo("55 to below 60_%");
        assertThat(said(Interval.closed(share("0.495"), share("0.505")))).isEqualTo("49.5 to 50.5_%");
        assertThat(said(Interval.above(share("0.6"), null))).isEqualTo("over 60_%");
        assertThat(said(Interval.above(share("0.6"), share("0.7")))).isEqualTo("over 60, up to 70_%");
        assertThat(said(Interval.closed(BigDecimal.ZERO, share("0.7")))).isEqualTo("up to 70_%");
        assertThat(said(Interval.closed(share("0.7"), null))).isEqualTo("at least 70_%");
    }

    @Test
    void a_cell_is_rounded_outward_and_a_single_value_half_up() {
        // 12.34 and 56.71 billion: outward 12.3 and 56.8; alone 12.34 is 12.3
        var low = new BigDecimal("12340000000");
        var scale = Numbers.Scale.of(Unit.EUR, low);
        assertThat(Numbers.cell(low, new BigDecimal("56710000000"), scale)).isEqualTo("12.3–56.8");
        assertThat(Numbers.cell(low, low, scale)).isEqualTo("12.3");
    }

    @Test
    void a_date_is_written_out() {
        assertThat(Numbers.date(LocalDate.of(2025, 12, 4))).isEqualTo("4\u00A0December\u00A02025");
    }

    private static String said(Interval interval) {
        return Numbers.said(interval, Unit.SHARE).replace('\u00A0', '_');
    }

    private static BigDecimal share(String text) {
        return new BigDecimal(text);
    }
}
