package kirchberg.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import kirchberg.config.WordLists;
import kirchberg.domain.text.Document;
import kirchberg.domain.text.Extract;
import kirchberg.domain.text.Language;
import kirchberg.domain.text.Sentence;
import kirchberg.domain.words.Words;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Texts that are made to trip the rules up: nothing hangs, nothing is thrown, nothing is made up. */
final class HostileTextTest {
    private static final Words WORDS = WordLists.builtIn();
    private static final int PAGES = 40_000;
    private static final int MEGABYTE = 1_000_000;
    /** Far above what it takes (seconds), far below what squares of a megabyte would take (hours). */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @SuppressWarnings("unused") // read by its name
    private static final List<String> PIECES = List.of(
            "1",
            "1 ",
            "1,",
            "1.",
            "1 234 ",
            "8 to ",
            "2 + ",
            "nearly ",
            "nearly 5 ",
            "(5 ",
            "EIB ",
            "in 2024 ",
            "one in ",
            "two hundred ",
            "EUR ",
            "5 bn euros and ",
            "EIB and EIF and ",
            "50 % of ",
            "a",
            "é",
            ", which ",
            "2024-",
            "5 (",
            "will 5 ",
            "in the EU 5 projects ",
            "\u202F5",
            "MM ",
            "half a ",
            "of which ",
            "1 thousand ",
            "two hundred and ",
            "10 h ",
            "wird ",
            "5 to 5 ",
            "98-");

    @ParameterizedTest
    @FieldSource("PIECES")
    void many_of_one_thing_are_read_to_the_end(String piece) {
        isReadToItsEnd(piece, PAGES);
    }

    @ParameterizedTest
    @FieldSource("PIECES")
    @Tag("slow")
    void a_megabyte_of_one_thing_is_read_to_its_end(String piece) {
        isReadToItsEnd(piece, MEGABYTE);
    }

    private static void isReadToItsEnd(String piece, int length) {
        var text = piece.repeat(length / piece.length());

        var extract = Assertions.assertTimeoutPreemptively(PATIENCE, () -> extract(text, Language.ENGLISH));

        assertThat(extract.mentions())
                .allSatisfy(mention -> assertThat(mention.passage().to()).isLessThanOrEqualTo(text.length()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void random_words_of_the_lists_never_break_the_rules(Language language) {
        areReadWithoutHarm(language, 300);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @Tag("slow")
    void many_random_words_of_the_lists_never_break_the_rules(Language language) {
        areReadWithoutHarm(language, 3_000);
    }

    private static void areReadWithoutHarm(Language language, int rounds) {
        var seed = Long.getLong("seed", 20261124);
        var random = new Random(seed);
        var pieces = List.of(
                "5",
                "2024",
                "1.234",
                "1,5",
                "0",
                "007",
                "EUR",
                "€",
                "Mrd.",
                "milliards",
                "bn",
                "%",
                "to",
                "à",
                "bis",
                "-",
                "+",
                "(",
                ")",
                ",",
                ";",
                "EIB",
                "BEI",
                "in",
                "en",
                "2027",
                "half",
                "un",
                "demi",
                "nearly",
                "près",
                "de",
                "bis",
                "zu",
                "über",
                "will",
                "signed",
                "projects",
                "\u00A0",
                "d'",
                "99999999999999999999",
                "and",
                "et",
                "mille");
        for (int round = 0; round < rounds; round++) {
            var text = new StringBuilder();
            random.ints(1 + random.nextInt(12), 0, pieces.size())
                    .forEach(i -> text.append(pieces.get(i)).append(random.nextBoolean() ? " " : ""));
            assertThatCode(() -> extract(text.toString(), language))
                    .as("seed " + seed + ": " + text)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_number_of_a_thousand_digits_and_a_power_is_not_worked_out() {
        var mention = extract("5".repeat(1_000) + " thousand projects", Language.ENGLISH)
                .mentions()
                .get(0);

        assertThat(mention.reading().figure()).isNull();
        assertThat(mention.reason()).isEqualTo("Not read: it has more digits than a figure can have.");
    }

    @Test
    void an_empty_document_has_no_numbers() {
        assertThat(extract("", Language.FRENCH).mentions()).isEmpty();
    }

    @Test
    void a_number_with_more_digits_than_a_figure_is_not_read() {
        var mention = extract("The EIB signed EUR 123456789012345678 in 2024.", Language.ENGLISH)
                .mentions()
                .get(0);

        assertThat(mention.reading().figure()).isNull();
        assertThat(mention.reason()).isEqualTo("Not read: it has more digits than a figure can have.");
    }

    private static Extract extract(String text, Language language) {
        return Extraction.of(new Document(language, "", List.of(new Sentence(1, 1, text))), language, WORDS);
    }
}
