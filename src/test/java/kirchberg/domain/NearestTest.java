package kirchberg.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
    private static final List<String> KNOWN = List.of("NEARLY", "OVER", "ABOUT", "AT_LEAST", "AT_MOST", "of");

    @ParameterizedTest
    @CsvSource({
        "NEARLLY, NEARLY", // one letter too many
        "NERALY, NEARLY", // two letters exchanged count as two
        "nearly, NEARLY",
        "AT MOST, AT_MOST",
        "OVR, OVER",
        "if, of"
    })
    void a_misspelt_word_is_answered_with_the_right_one(String word, String meant) {
        assertThat(Nearest.to(word, KNOWN)).contains(meant);
    }

    @Test
    void a_word_that_begins_with_the_given_one_comes_before_one_of_its_length() {
        var known = List.of("eib-2025-031", "eib-2025-491-fr", "eib-2025-491-en");
        assertThat(Nearest.several("eib-2025-491", known, 3))
                .containsExactly("eib-2025-491-en", "eib-2025-491-fr", "eib-2025-031");
    }

    @Test
    void a_word_unlike_all_others_is_not_answered() {
        assertThat(Nearest.to("EXACTLY", KNOWN)).isEmpty();
        assertThat(Nearest.to("", KNOWN)).isEmpty();
        assertThat(Nearest.to("x".repeat(1_000_000), KNOWN)).isEmpty();
    }
}
