package kirchberg.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kirchberg.document.PdfFile;
import kirchberg.domain.edition.Disagreement.Kind;
import kirchberg.domain.edition.EditionComparison;
import kirchberg.domain.edition.EditionExtract;
import kirchberg.domain.edition.FloorAndCeiling;
import kirchberg.domain.text.Mention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The founding release (EIB 2025-491, 4 December 2025) in our own words, in three languages, with the facts of the
 * original and the numbers that usually stand beside them.
 */
final class FoundingReleaseTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en", "de"})
    void precision_and_recall_are_at_least_what_was_reached(String language) throws IOException {
        var gold = new Gold(language, Releases.of("gigafactories-" + language + ".txt"));
        System.out.println("Founding release, " + language);
        for (var reached : Gold.reached(language)) {
            var score = gold.score(reached.field());
            System.out.printf("  %-13s %s%n", reached.field(), score.text());
            assertThat(score.right()).as("right values of %s", reached.field()).isGreaterThanOrEqualTo(reached.right());
            assertThat(score.found() - score.right())
                    .as("wrong values of %s", reached.field())
                    .isLessThanOrEqualTo(reached.wrong());
            assertThat(score.gold())
                    .as("values of %s in the gold", reached.field())
                    .isEqualTo(reached.gold());
        }
        gold.wrong().forEach(wrong -> System.out.println("    " + wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "de"})
    void up_to_five_and_no_fewer_than_five_are_a_finding_about_the_text(String language) {
        var extract = Releases.of("gigafactories-" + language + ".txt");

        assertThat(FloorAndCeiling.in(extract)).singleElement().satisfies(found -> {
            assertThat(found.why()).endsWith("together they leave exactly 5, and contradict each other in sense.");
            assertThat(found.mentions())
                    .extracting(m -> m.passage().sentence().number())
                    .containsExactly(5, 12);
        });
    }

    @Test
    void as_many_as_five_is_no_floor() {
        assertThat(FloorAndCeiling.in(Releases.of("gigafactories-en.txt"))).isEmpty();
    }

    @Test
    void the_floor_that_the_translation_made_is_found_beside_the_original() {
        var comparison = EditionComparison.of(Releases.of("gigafactories-fr.txt"), Releases.of("gigafactories-en.txt"));

        assertThat(comparison.disagreements())
                .filteredOn(found -> found.kind() == Kind.HEDGE)
                .anySatisfy(found -> assertThat(found.why()).contains("AT_LEAST (\"pas moins de\")", "as many as"));
    }

    @Test
    void the_page_and_the_pdf_of_a_text_give_the_same_figures() throws IOException {
        assertThat(figures(Releases.of("gigafactories-fr.html")))
                .isEqualTo(figures(Releases.of("gigafactories-fr.txt")));
        for (var language : List.of("fr", "en", "de")) {
            var text = Releases.FOLDER.resolve("gigafactories-" + language + ".txt");
            var pdf =
                    Files.write(folder.resolve("release-" + language), PdfFile.ofText(Files.readString(text), 85, 30));
            assertThat(figures(Releases.of(pdf))).as(language).isEqualTo(figures(Releases.of(text)));
        }
    }

    /** All that is known of every number, without where it stands. Hard spaces are as good as others. */
    private static List<String> figures(EditionExtract extract) {
        var texts = new ArrayList<String>();
        for (Mention mention : extract.extract().mentions()) {
            var figure = mention.reading().figure();
            texts.add((mention.passage().words() + " | " + mention.reading().kind() + " | "
                            + (figure == null ? "" : figure.printed()) + " | "
                            + mention.reading().hedge() + " | "
                            + mention.subject() + " | " + mention.checkability())
                    .replaceAll("[\\u00A0\\u202F]", " "));
        }
        return texts;
    }
}
