package kirchberg.domain.words;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;
import kirchberg.domain.text.Sentence;

/** A sentence as tokens, with the words of the lists that stand in it. Places are numbers of tokens, from 0. */
public final class Line {
    private final Sentence sentence;
    private final List<Token> tokens;
    private final Map<Role, NavigableMap<Integer, Cue>> cues;

    Line(Sentence sentence, List<Token> tokens, Map<Role, NavigableMap<Integer, Cue>> cues) {
        this.sentence = sentence;
        this.tokens = List.copyOf(tokens);
        this.cues = Map.copyOf(cues);
    }

    public Sentence sentence() {
        return sentence;
    }

    public int size() {
        return tokens.size();
    }

    public boolean has(int i) {
        return i >= 0 && i < tokens.size();
    }

    public Token token(int i) {
        return tokens.get(i);
    }

    public boolean isDigits(int i) {
        return has(i) && tokens.get(i).isDigits();
    }

    public boolean isWord(int i) {
        return has(i) && tokens.get(i).isWord();
    }

    /** Whether the token is this sign or lower case word without accents. */
    public boolean is(int i, String folded) {
        return has(i) && tokens.get(i).folded().equals(folded);
    }

    /** Whether there is a token, and nothing between it and the one before. */
    public boolean touches(int i) {
        return has(i) && has(i - 1) && tokens.get(i - 1).to() == tokens.get(i).from();
    }

    /** The text between the token and the one before. */
    public String gap(int i) {
        return has(i) && has(i - 1)
                ? sentence.text()
                        .substring(tokens.get(i - 1).to(), tokens.get(i).from())
                : "";
    }

    /** The printed text of some tokens and what is between them. */
    public String text(int from, int to) {
        return from >= to
                ? ""
                : sentence.text()
                        .substring(tokens.get(from).from(), tokens.get(to - 1).to());
    }

    /** The words of the role that begin at the token. */
    public Optional<Cue> at(Role role, int i) {
        return Optional.ofNullable(of(role).get(i));
    }

    /** The words of the role that end before the token. */
    public Optional<Cue> ending(Role role, int i) {
        var entry = of(role).lowerEntry(i);
        return entry != null && entry.getValue().to() == i ? Optional.of(entry.getValue()) : Optional.empty();
    }

    /** The last words of the role that begin at or after a token and end at or before another. */
    public Optional<Cue> last(Role role, int from, int to) {
        var entry = of(role).lowerEntry(to);
        while (entry != null && entry.getValue().to() > to) {
            entry = of(role).lowerEntry(entry.getKey());
        }
        return entry == null || entry.getKey() < from ? Optional.empty() : Optional.of(entry.getValue());
    }

    /** The first words of the role that begin at or after a token and end at or before another. */
    public Optional<Cue> first(Role role, int from, int to) {
        var entry = of(role).ceilingEntry(from);
        return entry == null || entry.getValue().to() > to ? Optional.empty() : Optional.of(entry.getValue());
    }

    public Stream<Cue> all(Role role) {
        return of(role).values().stream();
    }

    private NavigableMap<Integer, Cue> of(Role role) {
        return cues.getOrDefault(role, Collections.emptyNavigableMap());
    }
}
