package kirchberg.domain.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kirchberg.domain.text.Language;
import org.junit.jupiter.api.Test;

final class LanguageVoteTest {
    @Test
    void the_language_with_most_common_words_wins() {
        assertThat(vote("Die Bank und der Fonds")).contains(Language.GERMAN);
        assertThat(vote("The bank and the fund of Europe")).contains(Language.ENGLISH);
        assertThat(vote("Les prêts dans une région pour tous")).contains(Language.FRENCH);
    }

    @Test
    void two_common_words_are_too_few() {
        assertThat(vote("The bank and Luxembourg")).isEmpty();
    }

    @Test
    void less_than_twice_the_next_is_no_win() {
        assertThat(vote("the the the die und")).isEmpty();
        assertThat(vote("the the the the die und")).contains(Language.ENGLISH);
    }

    @Test
    void common_words_must_be_one_in_twenty() {
        var names = "Kirchberg ".repeat(57);
        assertThat(vote("the and of " + names)).contains(Language.ENGLISH);
        assertThat(vote("the and of " + names + "Kirchberg")).isEmpty();
    }

    @Test
    void the_count_is_said_in_words() {
        assertThat(LanguageVote.of(List.of("The bank die Bank"), Rules.FEW).text())
                .isEqualTo("de 1, en 1, fr 0 of 4 words");
    }

    private static Optional<Language> vote(String text) {
        return LanguageVote.of(List.of(text), Rules.FEW).winner();
    }
}
