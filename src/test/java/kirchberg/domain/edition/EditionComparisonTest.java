package kirchberg.domain.edition;

import static kirchberg.domain.edition.Figures.mention;
import static kirchberg.domain.edition.Figures.things;
import static kirchberg.domain.edition.Figures.version;
import static org.assertj.core.api.Assertions.assertThat;

import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.edition.Disagreement.Kind;
import org.junit.jupiter.api.Test;

final class EditionComparisonTest {
    @Test
    void versions_that_say_the_same_agree() {
        var french = version(
                "fr",
                mention(1, Hedge.NEARLY, "89 bn EUR", Measure.AMOUNT, 2024),
                mention(2, Hedge.OVER, "900", Measure.OPERATIONS, 2024));
        var english = version(
                "en",
                mention(4, Hedge.NEARLY, "89 bn EUR", Measure.AMOUNT, 2024),
                mention(5, Hedge.OVER, "900", Measure.OPERATIONS, 2024));

        var comparison = EditionComparison.of(french, english);

        assertThat(comparison.matched()).isEqualTo(2);
        assertThat(comparison.disagreements()).isEmpty();
    }

    @Test
    void a_floor_in_one_version_and_a_plain_number_in_the_other_is_a_difference_of_hedges() {
        var comparison = EditionComparison.of(
                version("fr", things(1, Hedge.AT_LEAST, "5", "sites")),
                version("en", things(1, Hedge.NONE, "5", "sites")));

        assertThat(comparison.disagreements()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.HEDGE);
            assertThat(found.why())
                    .isEqualTo("One number is softened in two ways: AT_LEAST (\"AT_LEAST\") and NONE (\"NONE\").");
            assertThat(found.versions()).containsExactly("fr", "en");
        });
    }

    @Test
    void another_number_of_the_same_thing_is_a_difference_of_figures() {
        var comparison = EditionComparison.of(
                version("fr", mention(1, Hedge.NONE, "45 bn EUR", Measure.AMOUNT, 2024)),
                version("en", mention(1, Hedge.NONE, "49 bn EUR", Measure.AMOUNT, 2024)));

        assertThat(comparison.matched()).isOne();
        assertThat(comparison.disagreements()).extracting(Disagreement::kind).containsExactly(Kind.FIGURE);
    }

    @Test
    void numbers_of_other_things_are_not_laid_together() {
        var comparison = EditionComparison.of(
                version("fr", mention(1, Hedge.NONE, "45 bn EUR", Measure.AMOUNT, 2024)),
                version("en", mention(1, Hedge.NONE, "49 bn EUR", Measure.MOBILISED, 2023)));

        assertThat(comparison.matched()).isZero();
        assertThat(comparison.disagreements())
                .extracting(Disagreement::kind)
                .containsExactly(Kind.ONE_VERSION_ONLY, Kind.ONE_VERSION_ONLY);
    }

    @Test
    void a_figure_of_one_version_only_does_not_move_the_others() {
        var comparison = EditionComparison.of(
                version(
                        "fr",
                        mention(1, Hedge.NONE, "20 bn EUR", Measure.AMOUNT, 2025),
                        mention(2, Hedge.NONE, "70 bn EUR", Measure.AMOUNT, 2025),
                        mention(3, Hedge.NONE, "20 bn EUR", Measure.AMOUNT, 2025)),
                version(
                        "en",
                        mention(1, Hedge.NONE, "70 bn EUR", Measure.AMOUNT, 2025),
                        mention(2, Hedge.NONE, "20 bn EUR", Measure.AMOUNT, 2025)));

        assertThat(comparison.matched()).isEqualTo(2);
        assertThat(comparison.disagreements()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.ONE_VERSION_ONLY);
            assertThat(found.mentions().get(0).passage().sentence().number()).isOne();
        });
    }

    @Test
    void sentences_that_a_translation_moves_are_found_by_their_value() {
        var comparison = EditionComparison.of(
                version(
                        "fr",
                        mention(1, Hedge.NONE, "20 bn EUR", Measure.AMOUNT, 2025),
                        mention(2, Hedge.NONE, "70 bn EUR", Measure.AMOUNT, 2025)),
                version(
                        "en",
                        mention(1, Hedge.NONE, "70 bn EUR", Measure.AMOUNT, 2025),
                        mention(2, Hedge.NONE, "20 bn EUR", Measure.AMOUNT, 2025)));

        assertThat(comparison.matched()).isEqualTo(2);
        assertThat(comparison.disagreements()).isEmpty();
    }

    @Test
    void one_number_of_two_years_is_a_difference_of_subject() {
        var comparison = EditionComparison.of(
                version("fr", mention(1, Hedge.NONE, "89 bn EUR", Measure.AMOUNT, 2024)),
                version("en", mention(1, Hedge.NONE, "89 bn EUR", Measure.AMOUNT, 2023)));

        assertThat(comparison.disagreements()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.SUBJECT);
            assertThat(found.why()).isEqualTo("One number is said of 2024 and 2023.");
        });
    }
}
