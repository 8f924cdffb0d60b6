package kirchberg.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import kirchberg.config.WordLists;
import kirchberg.domain.text.Checkability;
import kirchberg.domain.text.Document;
import kirchberg.domain.text.Language;
import kirchberg.domain.text.Mention;
import kirchberg.domain.text.Sentence;
import kirchberg.domain.text.Subject;
import kirchberg.domain.words.Words;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Sentences as people write them, in three languages, with what must be found in them. */
final class ExtractionCasesTest {
    private static final Words WORDS = WordLists.builtIn();

    @ParameterizedTest(name = "{0}: {2} in: {1}")
    @DisplayName("a figure is read as the case says")
    @CsvFileSource(
            resources = "/cases/extract/figures.csv",
            delimiter = '|',
            useHeadersInDisplayName = false,
            numLinesToSkip = 3,
            quoteCharacter = '\u0000',
            maxCharsPerColumn = 1000)
    void a_figure_is_read_as_the_case_says(ArgumentsAccessor row) {
        var found = found(row);
        if (cell(row, 2).isEmpty()) {
            assertThat(found).as(cell(row, 1)).isEmpty();
            return;
        }
        var mention = the(found, row);
        var figure = mention.reading().figure();
        same(row, 3, figure == null ? "none" : figure.printed());
        same(row, 4, mention.reading().hedge().name());
        same(row, 5, mention.checkability().name());
        var subject = mention.subject();
        same(row, 6, text(subject, Subject::measure));
        var of = subject.of();
        same(row, 7, of == null ? "none" : of.key());
        var period = subject.period();
        same(row, 8, period == null ? "none" : period.text());
        same(row, 9, text(subject, Subject::institution));
        var place = subject.place();
        same(row, 10, place == null ? "none" : place.text());
        same(row, 11, text(subject, Subject::stage));
    }

    @ParameterizedTest(name = "{0}: {2} in: {1}")
    @DisplayName("a number that is no figure is called what it is")
    @CsvFileSource(
            resources = "/cases/extract/not_figures.csv",
            delimiter = '|',
            useHeadersInDisplayName = false,
            numLinesToSkip = 2,
            quoteCharacter = '\u0000',
            maxCharsPerColumn = 1000)
    void a_number_that_is_no_figure_is_called_what_it_is(ArgumentsAccessor row) {
        var mention = the(found(row), row);
        assertThat(mention.checkability()).as(cell(row, 1)).isEqualTo(Checkability.NOT_A_FIGURE);
        assertThat(mention.reading().figure()).as(cell(row, 1)).isNull();
        same(row, 3, mention.reading().kind().name());
    }

    private static String text(Subject subject, Function<Subject, ?> part) {
        return Objects.toString(part.apply(subject), "none");
    }

    private static void same(ArgumentsAccessor row, int column, String actual) {
        if (!cell(row, column).isEmpty()) {
            assertThat(actual)
                    .as(cell(row, 2) + " in: " + cell(row, 1) + ", column " + column)
                    .isEqualTo(cell(row, column));
        }
    }

    private static String cell(ArgumentsAccessor row, int column) {
        var cell = column < row.size() ? row.getString(column) : null;
        return cell == null ? "" : cell.strip().replace('~', '\u00A0').replace('^', '\u202F');
    }

    private static Mention the(List<Mention> found, ArgumentsAccessor row) {
        var fitting = found.stream()
                .filter(mention -> printed(mention).equals(cell(row, 2)))
                .toList();
        assertThat(fitting)
                .as(cell(row, 2) + " among "
                        + found.stream().map(ExtractionCasesTest::printed).toList())
                .hasSize(1);
        return fitting.get(0);
    }

    private static String printed(Mention mention) {
        var passage = mention.passage();
        return passage.sentence().text().substring(passage.from(), passage.to());
    }

    private static List<Mention> found(ArgumentsAccessor row) {
        var language = Language.of(cell(row, 0)).orElseThrow();
        var document = new Document(language, "", List.of(new Sentence(1, 1, cell(row, 1))));
        return Extraction.of(document, language, WORDS).mentions();
    }
}
