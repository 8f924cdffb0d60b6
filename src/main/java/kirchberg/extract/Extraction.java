package kirchberg.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.text.Checkability;
import kirchberg.domain.text.Document;
import kirchberg.domain.text.Extract;
import kirchberg.domain.text.Language;
import kirchberg.domain.text.Mention;
import kirchberg.domain.text.Passage;
import kirchberg.domain.text.Reading;
import kirchberg.domain.text.Subject;
import kirchberg.domain.words.Lexicon;
import kirchberg.domain.words.Line;
import kirchberg.domain.words.Role;
import kirchberg.domain.words.Words;
import kirchberg.extract.Hedging.Softened;
import kirchberg.extract.number.Aside;
import kirchberg.extract.number.Item;
import kirchberg.extract.number.Scan;

/** Finds every number of a document and says what each is. */
public final class Extraction {
    private final Language language;
    private final boolean euroOnly;
    private final List<Mention> mentions = new ArrayList<>();
    private Memory memory = Memory.EMPTY;

    private Extraction(Language language, boolean euroOnly) {
        this.language = language;
        this.euroOnly = euroOnly;
    }

    /**
     * The numbers of a document, by the rules of a language. The same document and words give the same result; the time
     * it takes grows with the length of the text, and with the square of the count of numbers in one sentence.
     */
    public static Extract of(Document document, Language language, Words words) {
        var lexicon = Lexicon.of(words, language);
        var lines = document.sentences().stream().map(lexicon::line).toList();
        var extraction = new Extraction(language, isEuroOnly(lines));
        var paragraph = 0;
        for (var line : lines) {
            if (line.sentence().paragraph() != paragraph) {
                extraction.memory = Memory.EMPTY;
            }
            paragraph = line.sentence().paragraph();
            extraction.read(line);
        }
        return new Extract(language, extraction.mentions);
    }

    /** A document that names the euro and nothing else means the euro where it names nothing. */
    private static boolean isEuroOnly(List<Line> lines) {
        var currencies = lines.stream()
                .flatMap(line -> line.all(Role.CURRENCY))
                .map(cue -> cue.value())
                .distinct()
                .toList();
        var inOneWord =
                lines.stream().flatMap(line -> line.all(Role.MONEY)).findAny().isPresent();
        return currencies.equals(List.of("EUR")) || (currencies.isEmpty() && inOneWord);
    }

    private void read(Line line) {
        var scan = Scan.of(line, language, euroOnly);
        var items = scan.items();
        var windows = new Windows(line, items);
        var times = new Times(line, scan.asides());
        var scopes = new Scopes(line, windows);
        var meanings = new Meanings(line, windows);
        var subjects = new Subjects(line, windows, times, scopes, meanings, memory);
        var found = new ArrayList<Mention>();
        scan.asides().forEach(aside -> found.add(aside(line, aside)));
        for (int k = 0; k < items.size(); k++) {
            var item = items.get(k);
            var due = subjects.time(k, item).filter(time -> time.limit() > 0).isPresent();
            var softened = new Hedging(line, windows, meanings).of(k, item, due);
            var subject = subjects.of(k, item);
            found.add(mention(line, item, softened, subject, new Checks(meanings).of(k, item, subject)));
        }
        found.sort(
                Comparator.comparingInt((Mention mention) -> mention.passage().from()));
        mentions.addAll(found);
        memory = memory.then(scopes.memory(times), times.areSeveral());
    }

    private static Mention aside(Line line, Aside aside) {
        var words = line.text(aside.from(), aside.to());
        return new Mention(
                passage(line, aside.from(), aside.to(), words),
                new Reading(aside.kind(), null, Hedge.NONE, ""),
                Subject.NONE,
                Checkability.NOT_A_FIGURE,
                "No figure: " + aside.reason() + ".");
    }

    private static Mention mention(Line line, Item item, Softened softened, Subject subject, Checks.Outcome outcome) {
        var quantity = item.quantity();
        var silent = outcome.checkability() == Checkability.NOT_A_FIGURE;
        return new Mention(
                passage(line, quantity.from(), quantity.to(), line.text(softened.from(), softened.to())),
                new Reading(
                        outcome.kind(),
                        silent ? null : quantity.figure().orElse(null),
                        silent ? Hedge.NONE : softened.hedge(),
                        silent ? "" : softened.words()),
                silent ? Subject.NONE : subject,
                outcome.checkability(),
                outcome.reason());
    }

    private static Passage passage(Line line, int from, int to, String words) {
        var last = Math.max(from, to - 1);
        return new Passage(
                line.sentence(), line.token(from).from(), line.token(last).to(), words);
    }
}
