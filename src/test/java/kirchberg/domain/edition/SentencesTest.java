package kirchberg.domain.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kirchberg.domain.text.Language;
import kirchberg.domain.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class SentencesTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/cases/sentences.csv", numLinesToSkip = 1)
    void a_paragraph_is_parted_where_a_reader_would(String language, String paragraph, String sentences, String why) {
        var parted = new Sentences(Rules.FEW, Language.of(language).orElseThrow()).of(List.of(paragraph));

        assertThat(parted.stream().map(Sentence::text)).as(why).containsExactly(sentences.split("\\|", -1));
    }

    @Test
    void sentences_are_numbered_through_the_document_and_know_their_paragraph() {
        var parted = new Sentences(Rules.FEW, Language.ENGLISH).of(List.of("One. Two.", "Three."));

        assertThat(parted)
                .containsExactly(new Sentence(1, 1, "One."), new Sentence(1, 2, "Two."), new Sentence(2, 3, "Three."));
    }
}
