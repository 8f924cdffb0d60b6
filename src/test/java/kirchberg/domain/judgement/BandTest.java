package kirchberg.domain.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class BandTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/hedges.csv", useHeadersInDisplayName = true)
    void a_hedge_allows_what_the_case_file_says(ArgumentsAccessor c) {
        var figure = new Figure(text(c, 1), decimal(c, 1), Unit.COUNT, decimal(c, 2), decimal(c, 3));
        var high = c.getString(5) == null ? null : decimal(c, 5);
        var possible = Interval.closed(decimal(c, 4), high);
        assertThat(List.of(Strictness.values()).stream()
                        .map(s -> letter(Band.of(Hedge.valueOf(text(c, 0))).allows(figure, s), possible))
                        .toList())
                .as(c.getString(9))
                .containsExactly(c.getString(6), c.getString(7), c.getString(8));
    }

    @ParameterizedTest
    @EnumSource(Hedge.class)
    void a_more_lenient_reading_never_allows_less(Hedge hedge) {
        for (var value : List.of("60:1:10", "89:1:1", "100:1:100", "900:1:100", "7:1:1", "0.5:0.01:0.1")) {
            var parts = value.split(":", 3);
            var figure = new Figure(
                    value, new BigDecimal(parts[0]), Unit.COUNT, new BigDecimal(parts[1]), new BigDecimal(parts[2]));
            var band = Band.of(hedge);
            var strict = band.allows(figure, Strictness.STRICT);
            var conventional = band.allows(figure, Strictness.CONVENTIONAL);
            assertThat(conventional.contains(strict)).as(value).isTrue();
            assertThat(band.allows(figure, Strictness.LENIENT).contains(conventional))
                    .as(value)
                    .isTrue();
        }
    }

    @Test
    void a_measured_value_is_never_rounded_before_it_is_compared() {
        // 88,999,999,999.99 rounds to 89 bn, but it is below 89 bn: nearly 89 bn holds.
        var claim = Samples.claim(
                Measure.AMOUNT, Hedge.NEARLY, Samples.figure("89000000000", Unit.EUR, "1000000000", "1000000000"));
        var cells = List.of(Samples.cell(Institution.EIB, "88999999999.99", null, "0", "1"));
        var covers = List.of(Samples.complete(Institution.GROUP, 2024, 2024));
        var portfolio = new Judgement.Portfolio(cells, List.of(), covers, Map.of(), LocalDate.of(2026, 1, 1));
        assertThat(Judgement.findings(List.of(claim), portfolio).get(0).verdict())
                .isEqualTo(Verdict.HOLDS);
    }

    private static BigDecimal decimal(ArgumentsAccessor c, int index) {
        return new BigDecimal(text(c, index));
    }

    private static String text(ArgumentsAccessor c, int index) {
        return Objects.requireNonNull(c.getString(index));
    }

    private static String letter(Interval said, Interval possible) {
        if (said.contains(possible)) {
            return "H";
        }
        return said.isDisjoint(possible) ? "F" : "U";
    }
}
