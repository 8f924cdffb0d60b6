package kirchberg.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class FigureTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/figures.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void a_printed_figure_has_a_value_and_the_weight_of_its_last_digits(
            String printed, BigDecimal value, Unit unit, BigDecimal lastPrinted, BigDecimal lastNonZero) {
        assertThat(Figure.parse(printed)).isEqualTo(new Figure(printed, value, unit, lastPrinted, lastNonZero));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/no-figures.csv", numLinesToSkip = 1)
    void what_is_no_figure_is_refused_with_its_text(String printed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.parse(printed))
                .withMessageContaining("got \"" + printed + "\", expected ");
    }

    @Test
    void a_plain_number_can_be_taken_as_a_ratio() {
        var figure = Figure.parse("3.6").asRatio();
        assertThat(figure.unit()).isEqualTo(Unit.RATIO);
        assertThat(figure.value()).isEqualTo("3.6");
    }
}
