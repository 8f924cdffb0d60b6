package kirchberg.extract;

import java.util.Arrays;
import java.util.Optional;
import kirchberg.domain.Label;
import kirchberg.domain.Programme;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.words.Cue;
import kirchberg.domain.words.Line;
import kirchberg.domain.words.Role;
import kirchberg.extract.Memory.Known;
import kirchberg.extract.number.Item;
import kirchberg.extract.number.Quantity.Unit;
import org.jspecify.annotations.Nullable;

/** What a number measures: an amount, a share of it, what was mobilised, operations, or things of the world outside. */
final class Meanings {
    private static final int ADJECTIVES = 3;
    private static final int LONGEST_NOUN = 3;

    private final Line line;
    private final Windows windows;

    Meanings(Line line, Windows windows) {
        this.line = line;
        this.windows = windows;
    }

    static boolean isProgramme(String key) {
        return Arrays.stream(Programme.values())
                .anyMatch(programme -> programme.key().equals(key));
    }

    /** The measure; empty where the words do not decide. */
    Optional<Measure> measure(int k, Item item) {
        if (isChange(item)) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (item.quantity().unit()) {
                    case EURO -> isMobilised(k, item) ? Measure.MOBILISED : Measure.AMOUNT;
                    case PERCENT -> Measure.SHARE;
                    case MULTIPLE -> Measure.RATIO;
                    case THINGS -> isOperations(item) ? Measure.OPERATIONS : Measure.COUNT;
                    default -> null;
                });
    }

    /** The verb before the number, else one behind it that has no other number to speak of. */
    boolean isMobilised(int k, Item item) {
        var before = line.last(Role.MOBILISES, windows.clauseStart(item.from()), item.from())
                .filter(cue -> cue.from() >= windows.previous(k));
        var end = windows.clauseEnd(item.to());
        return before.isPresent()
                || line.at(Role.MOBILISES, item.to()).isPresent()
                || (windows.next(k) >= end
                        && line.first(Role.MOBILISES, item.to(), windows.near(k))
                                .isPresent());
    }

    /** Whether it counts or compares what is no financing: no money, no share and no operations. */
    boolean isOutside(Item item) {
        return item.quantity().unit() == Unit.MULTIPLE
                || item.quantity().unit() == Unit.MEASURE
                || (item.quantity().unit() == Unit.THINGS && !isOperations(item));
    }

    private boolean isOperations(Item item) {
        var start = nounStart(item);
        return line.first(Role.OPERATIONS, start, nounEnd(start)).isPresent();
    }

    /** "5,4 millions d'emplois", "une centaine de projets": the noun stands behind a preposition. */
    private int nounStart(Item item) {
        var behind = item.quantity().power() > 0 || item.bound() == Hedge.ABOUT;
        return line.at(Role.OF, item.to()).filter(of -> behind).map(Cue::to).orElse(item.to());
    }

    /** After the words that may be the thing counted: adjectives and the noun, up to a preposition or a sign. */
    private int nounEnd(int from) {
        var to = from;
        while (to - from <= ADJECTIVES + 2
                && ((line.isWord(to) && !isStop(to)) || (line.is(to, "-") && line.touches(to)))) {
            to++;
        }
        return to;
    }

    private boolean isStop(int i) {
        return line.at(Role.STOP, i).isPresent() || line.at(Role.ARTICLE, i).isPresent();
    }

    /**
     * The label of a number. For a share: what the words behind it up to the next number name, else those before it,
     * else any later ones. For an amount: only what stands beside it, else the programme of the paragraph.
     */
    Known<Label> label(int k, Item item, @Nullable String programme) {
        var share = item.quantity().unit() == Unit.PERCENT;
        var said = label(item.to(), windows.near(k))
                .or(() -> label(windows.before(k), item.from(), true))
                .or(() -> label(windows.afterBracket(k), windows.pieceEnd(windows.afterBracket(k))))
                .or(() -> share ? label(item.to(), windows.next(k)) : programmeBefore(item))
                .or(() -> share ? label(windows.previous(k), item.from(), true) : Optional.empty());
        var money = item.quantity().unit() == Unit.EURO;
        return Known.of(said, money && programme != null ? of(programme) : null);
    }

    /** A programme that is the subject of the sentence names all its amounts. */
    private Optional<Label> programmeBefore(Item item) {
        return line.last(Role.LABEL, windows.clauseStart(item.from()), item.from())
                .map(Cue::value)
                .filter(Meanings::isProgramme)
                .map(Meanings::of);
    }

    private Optional<Label> label(int from, int to) {
        return label(from, to, false);
    }

    private Optional<Label> label(int from, int to, boolean last) {
        if (from == 0 && !last) {
            return Optional.empty();
        }
        var cue = last ? line.last(Role.LABEL, from, to) : line.first(Role.LABEL, from, to);
        return cue.map(found -> of(found.value()));
    }

    private static Label of(String key) {
        return Label.all().stream()
                .filter(label -> label.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** What is counted: the name of claim files if the lists have one, else the noun as printed. */
    String counts(Item item) {
        var from = nounStart(item);
        var to = nounEnd(from);
        var known = line.first(Role.COUNTED, from, Math.min(line.size(), to + LONGEST_NOUN + 1))
                .filter(cue -> cue.from() < Math.max(to, from + 1));
        return known.map(Cue::value).orElseGet(() -> noun(from, to));
    }

    private String noun(int from, int to) {
        var start = from;
        while (start < to - 1 && line.at(Role.ADJECTIVE, start).isPresent()) {
            start++;
        }
        return line.text(start, Math.min(to, start + LONGEST_NOUN));
    }

    /** Why no portfolio holds the number, by the words around it; empty if none says so. */
    Optional<String> beyond(int k, Item item) {
        return line.first(Role.BEYOND, item.to(), windows.near(k))
                .or(() -> line.last(Role.BEYOND, windows.before(k), item.from()))
                .map(Cue::value);
    }

    /** "Of which 5 bn": a part, and not what the sentence speaks of. */
    boolean isPart(Item item) {
        return line.ending(Role.PART_OF, item.from())
                .or(() ->
                        line.ending(Role.HEDGE, item.from()).flatMap(hedge -> line.ending(Role.PART_OF, hedge.from())))
                .isPresent();
    }

    boolean isChange(Item item) {
        var sign = line.is(item.from() - 1, "+") || (line.is(item.from() - 1, "-") && !line.touches(item.from() - 1));
        return item.quantity().unit() == Unit.POINTS
                || (item.quantity().unit() == Unit.PERCENT
                        && (sign
                                || line.ending(Role.CHANGE, item.from()).isPresent()
                                || line.at(Role.CHANGE_AFTER, item.to()).isPresent()
                                || isHedgedChange(item)));
    }

    private boolean isHedgedChange(Item item) {
        return line.ending(Role.HEDGE, item.from())
                .flatMap(hedge -> line.ending(Role.CHANGE, hedge.from()))
                .isPresent();
    }

    /** Whether the sentence speaks of financing. */
    boolean isFinancing(Item item) {
        var start = windows.clauseStart(item.from());
        return line.first(Role.FINANCING, start, windows.clauseEnd(item.to())).isPresent();
    }
}
