package kirchberg.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2024, 2024, 2024, false",
        "2025..2027, 2025, 2027, false",
        "each 2021..2024, 2021, 2024, true",
        "each 2024, 2024, 2024, true"
    })
    void a_period_is_read_from_the_text_that_it_gives(String text, int from, int to, boolean each) {
        assertThat(Period.parse(text)).isEqualTo(new Period(from, to, each));
        assertThat(Period.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "2024-2025", "2024...2025", "every 2024", "2027..2025", "02024", "0024"})
    void what_is_no_period_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text))
                .withMessageStartingWith("Cannot ");
    }
}
