package kirchberg.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kirchberg.config.WordLists;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Programme;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Period;
import kirchberg.domain.text.Aspect;
import kirchberg.domain.text.Checkability;
import kirchberg.domain.text.Document;
import kirchberg.domain.text.Language;
import kirchberg.domain.text.Mention;
import kirchberg.domain.text.Sentence;
import org.junit.jupiter.api.Test;

/** What a sentence does not say is taken from earlier ones of its paragraph, and marked. */
final class CarriedScopeTest {

    @Test
    void year_and_institution_of_the_paragraph_are_carried_and_marked() {
        var last = last("In 2024 the EIB Group signed EUR 89bn.", "It financed over 900 projects.");

        assertThat(last.subject().period()).isEqualTo(Period.year(2024));
        assertThat(last.subject().institution()).isEqualTo(Institution.GROUP);
        assertThat(last.subject().carried()).contains(Aspect.PERIOD, Aspect.INSTITUTION);
    }

    @Test
    void what_a_sentence_names_itself_wins() {
        var last = last("In 2024 the EIB Group signed EUR 89bn.", "In 2023 the EIB financed over 900 projects.");

        assertThat(last.subject().period()).isEqualTo(Period.year(2023));
        assertThat(last.subject().institution()).isEqualTo(Institution.EIB);
        assertThat(last.subject().carried()).doesNotContain(Aspect.PERIOD, Aspect.INSTITUTION);
    }

    @Test
    void nothing_crosses_from_one_paragraph_to_the_next() {
        var last = last("In 2024 the EIB Group signed EUR 89bn.", "", "Over 900 projects were financed.");

        assertThat(last.subject().period()).isNull();
        assertThat(last.subject().institution()).isNull();
        assertThat(last.subject().undetermined()).contains(Aspect.PERIOD, Aspect.INSTITUTION);
    }

    @Test
    void a_sentence_with_two_years_leaves_none_to_carry() {
        var last =
                last("The EIB Group signed EUR 89bn in 2024 and EUR 88bn in 2023.", "It financed over 900 projects.");

        assertThat(last.subject().undetermined()).contains(Aspect.PERIOD);
    }

    @Test
    void a_country_is_carried_but_the_union_is_not() {
        var spain = last("In Spain the EIB signed EUR 12bn in 2024.", "It financed over 90 projects.");
        var union = last("Half of EIB financing in the EU is for cohesion.", "It financed over 90 projects.");

        assertThat(spain.subject().place()).isEqualTo(Place.parse("ES"));
        assertThat(spain.subject().carried()).contains(Aspect.PLACE);
        assertThat(union.subject().place()).isNull();
    }

    @Test
    void a_programme_is_carried_until_a_sentence_names_an_institution() {
        var next = last("TechEU will provide EUR 70bn in 2025-2027.", "It will mobilise EUR 250bn by 2027.");
        var other = last("TechEU will provide EUR 70bn in 2025-2027.", "The EIB lent EUR 60bn.", "EUR 5bn was lent.");

        assertThat(next.subject().of()).isEqualTo(Programme.TECHEU);
        assertThat(next.subject().carried()).contains(Aspect.MEASURE);
        assertThat(next.subject().period()).isEqualTo(new Period(2025, 2027, false));
        assertThat(other.subject().of()).isNull();
    }

    @Test
    void words_of_time_without_years_are_kept_as_words() {
        var last = last("In 2024 the EIB Group signed EUR 89bn.", "Since 2021 it lent over EUR 300bn.");

        assertThat(last.subject().period()).isNull();
        assertThat(last.subject().periodWords()).isEqualTo("Since 2021");
    }

    @Test
    void every_year_without_years_is_kept_as_words() {
        var last = last("Every year, almost 60% of the EIB Group's investments support climate action.");

        assertThat(last.subject().period()).isNull();
        assertThat(last.subject().periodWords()).isEqualTo("Every year");
    }

    @Test
    void a_count_of_things_takes_no_year_from_the_sentence_before() {
        var last = last("In 2024 the EIB signed EUR 77bn.", "The EIB follows eight priorities.");

        assertThat(last.subject().period()).isNull();
        assertThat(last.subject().undetermined()).contains(Aspect.PERIOD);
    }

    @Test
    void of_two_institutions_none_is_carried_also_behind_a_bracket() {
        var last = last("The EIB Group (Group) and the European Commission signed an accord.", "It has 3 annexes.");

        assertThat(last.subject().institution()).isNull();
    }

    @Test
    void bare_billions_are_euro_only_where_the_document_names_no_other_currency() {
        var euro = last("The EIB signed EUR 5bn.", "", "In 2023 the EIB signed 6 billion.");
        var mixed = last("The EIB signed EUR 5bn or USD 6bn.", "", "In 2023 the EIB signed 6 billion.");

        assertThat(euro.reading().figure()).isNotNull();
        assertThat(euro.checkability()).isEqualTo(Checkability.CHECKABLE);
        assertThat(mixed.reading().figure()).isNull();
        assertThat(mixed.checkability()).isEqualTo(Checkability.AMBIGUOUS);
    }

    @Test
    void a_softened_aim_keeps_both_words() {
        var last = last("The EIB aims to invest around EUR 5bn.");

        assertThat(last.reading().hedge()).isEqualTo(Hedge.TARGET);
        assertThat(last.reading().hedgeWords()).isEqualTo("aims to ... around");
        assertThat(last.passage().words()).isEqualTo("around EUR 5bn");
    }

    @Test
    void every_number_is_there_in_the_order_of_reading() {
        var all = mentions("On 4 December 2025, 19 AI factories and 5 more, see page 3, got EUR 20bn or 50%.");

        assertThat(all.stream().map(CarriedScopeTest::printed))
                .containsExactly("4 December 2025", "19", "5", "3", "EUR 20bn", "50%");
    }

    private static String printed(Mention mention) {
        var passage = mention.passage();
        return passage.sentence().text().substring(passage.from(), passage.to());
    }

    /** The last figure; an empty line begins a paragraph. */
    private static Mention last(String... lines) {
        var figures = mentions(lines).stream()
                .filter(mention -> mention.checkability() != Checkability.NOT_A_FIGURE)
                .toList();
        return figures.get(figures.size() - 1);
    }

    private static List<Mention> mentions(String... lines) {
        var sentences = new ArrayList<Sentence>();
        var paragraph = 1;
        for (var line : lines) {
            paragraph += line.isEmpty() ? 1 : 0;
            sentences.add(new Sentence(paragraph, sentences.size() + 1, line));
        }
        var document = new Document(Language.ENGLISH, "", sentences);
        return Extraction.of(document, Language.ENGLISH, WordLists.builtIn()).mentions();
    }
}
