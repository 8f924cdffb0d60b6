package kirchberg.domain.edition;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.text.Checkability;
import kirchberg.domain.text.Document;
import kirchberg.domain.text.Extract;
import kirchberg.domain.text.Language;
import kirchberg.domain.text.Mention;
import kirchberg.domain.text.NumberKind;
import kirchberg.domain.text.Passage;
import kirchberg.domain.text.Reading;
import kirchberg.domain.text.Sentence;
import kirchberg.domain.text.Subject;

/** Made-up texts whose figures are known. */
public final class Figures {
    private Figures() {}

    /** A version with one sentence for each mention. */
    static EditionExtract version(String name, Mention... mentions) {
        return version(name, Language.ENGLISH, List.of(mentions));
    }

    /** A version of 4 December 2025. */
    public static EditionExtract version(String name, Language language, List<Mention> mentions) {
        var sentences = mentions.stream().map(m -> m.passage().sentence()).toList();
        var edition = new Edition(
                name, new Document(language, "Title", sentences), language, LocalDate.of(2025, 12, 4), "", List.of());
        return new EditionExtract(edition, new Extract(language, mentions));
    }

    /** A figure of the Group that can be checked: sentence number, hedge, figure, measure, year; 0 for none. */
    static Mention mention(int sentence, Hedge hedge, String figure, Measure measure, int year) {
        var period = year == 0 ? null : Period.year(year);
        var subject = new Subject(measure, null, "", period, "", Institution.GROUP, null, null, List.of(), List.of());
        return mention(sentence, hedge, figure, subject);
    }

    /** A figure of any subject. */
    static Mention mention(int sentence, Hedge hedge, String figure, Subject subject) {
        var text = Stream.of(hedge.name(), figure).reduce((a, b) -> a + " " + b).orElseThrow();
        var passage = new Passage(new Sentence(sentence, sentence, text + "."), 0, text.length(), text);
        var reading = new Reading(NumberKind.AMOUNT, Figure.parse(figure), hedge, hedge.name());
        return new Mention(passage, reading, subject, Checkability.CHECKABLE, "known");
    }

    /** So many things, which no portfolio holds. */
    static Mention things(int sentence, Hedge hedge, String figure, String counts) {
        var subject = new Subject(
                Measure.COUNT, null, counts, null, "", Institution.COMMISSION, null, null, List.of(), List.of());
        return mention(sentence, hedge, figure, subject);
    }
}
