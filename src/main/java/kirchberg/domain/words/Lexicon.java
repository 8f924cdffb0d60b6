package kirchberg.domain.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kirchberg.domain.text.Language;
import kirchberg.domain.text.Sentence;

/** The words of one language, and those of every language, ready for finding. */
public final class Lexicon {
    private final Map<String, List<Phrase>> closed = new HashMap<>();
    private final List<Phrase> open = new ArrayList<>();

    private Lexicon() {}

    public static Lexicon of(Words words, Language language) {
        var lexicon = new Lexicon();
        words.rows().stream()
                .filter(word -> word.language().equals("*") || word.language().equals(language.code()))
                .flatMap(Lexicon::phrases)
                .forEach(lexicon::add);
        return lexicon;
    }

    private static Stream<Phrase> phrases(Word word) {
        return Stream.of(word.words().split("\\|"))
                .map(String::strip)
                .filter(written -> !written.isEmpty())
                .map(written -> Phrase.of(word, written));
    }

    private void add(Phrase phrase) {
        if (phrase.key().isEmpty()) {
            open.add(phrase);
        } else {
            closed.computeIfAbsent(phrase.key(), key -> new ArrayList<>()).add(phrase);
        }
    }

    /** A sentence with every word of the lists that stands in it. */
    public Line line(Sentence sentence) {
        var tokens = Tokens.of(sentence.text());
        var cues = new EnumMap<Role, NavigableMap<Integer, Cue>>(Role.class);
        for (int i = 0; i < tokens.size(); i++) {
            for (var cue : longest(tokens, i).values()) {
                note(cues.computeIfAbsent(cue.role(), role -> new TreeMap<>()), cue);
            }
        }
        return new Line(sentence, tokens, cues);
    }

    /** Words that begin within longer ones of the same role are part of those: "plus de" in "en plus de". */
    private static void note(NavigableMap<Integer, Cue> cues, Cue cue) {
        var before = cues.lastEntry();
        if (before == null || before.getValue().to() <= cue.from()) {
            cues.put(cue.from(), cue);
        }
    }

    private Map<Role, Cue> longest(List<Token> tokens, int at) {
        var found = new EnumMap<Role, Cue>(Role.class);
        Stream.concat(closed.getOrDefault(tokens.get(at).folded(), List.of()).stream(), open.stream())
                .filter(phrase -> phrase.stands(tokens, at))
                .map(phrase -> new Cue(
                        phrase.word().role(),
                        phrase.word().value(),
                        at,
                        at + phrase.pieces().size()))
                .forEach(cue -> found.merge(cue.role(), cue, (a, b) -> a.to() >= b.to() ? a : b));
        return found;
    }
}
