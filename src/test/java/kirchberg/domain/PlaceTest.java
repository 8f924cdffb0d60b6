package kirchberg.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @ParameterizedTest
    @CsvSource({
        "WORLD, WORLD",
        "EU, EU",
        "NON_EU, NON_EU",
        "FR, FR",
        "LV+EE+LT, EE+LT+LV",
        "EE+EE+LT, EE+LT",
        "EE+EE, EE",
        "region:EAST, region:EAST"
    })
    void a_place_is_read_and_written_in_one_form(String text, String written) {
        assertThat(Place.parse(text).text()).isEqualTo(written);
        assertThat(Place.parse(written)).isEqualTo(Place.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Spain", "fr", "EE+", "+EE", "EE+Lt", "EE, LT", "EU+FR+WORLD", "EE+LTU"})
    void what_is_no_place_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Place.parse(text))
                .withMessageContaining("got \"" + text + "\"");
    }

    @Test
    void only_countries_have_codes() {
        assertThat(Place.parse("EE+LT").countryCodes()).isEqualTo(List.of("EE", "LT"));
        assertThat(Place.parse("EE").countryCodes()).isEqualTo(List.of("EE"));
        assertThat(Place.parse("region:EAST").countryCodes()).isEmpty();
        assertThat(Place.EU.countryCodes()).isEmpty();
    }
}
