package kirchberg.extract;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.words.Cue;
import kirchberg.domain.words.Line;
import kirchberg.domain.words.Role;
import kirchberg.extract.number.Item;
import org.jspecify.annotations.Nullable;

/** Whose figure it is, where, and of which stage: by the words that are nearest, in a fixed order. */
final class Scopes {
    private final Line line;
    private final Windows windows;
    private final TreeMap<Integer, Place> places = new TreeMap<>();
    private final TreeMap<Integer, Cue> institutions = new TreeMap<>();

    Scopes(Line line, Windows windows) {
        this.line = line;
        this.windows = windows;
        line.all(Role.COUNTRY)
                .filter(cue -> isAfterPreposition(cue.from()))
                .forEach(cue -> places.put(cue.from(), Place.parse(cue.value())));
        line.all(Role.PLACE).forEach(cue -> places.put(cue.from(), Place.parse(cue.value())));
        line.all(Role.INSTITUTION).filter(cue -> !isInserted(cue)).forEach(cue -> institutions.put(cue.from(), cue));
    }

    /** "The Group, which consists of the EIB and the EIF, signed": an insertion names no other subject. */
    private boolean isInserted(Cue cue) {
        var comma = windows.commaBefore(cue.from());
        return line.at(Role.INSERTION, comma + 1).isPresent()
                && !institutions.isEmpty()
                && institutions.firstKey() < comma;
    }

    private Optional<Cue> lastInstitution(int before) {
        return Optional.ofNullable(institutions.lowerEntry(before)).map(Map.Entry::getValue);
    }

    private Optional<Cue> firstInstitution(int from, int to) {
        return Optional.ofNullable(institutions.ceilingEntry(from))
                .map(Map.Entry::getValue)
                .filter(cue -> cue.to() <= to);
    }

    private boolean isAfterPreposition(int i) {
        return line.ending(Role.PLACE_BEFORE, i).isPresent()
                || line.ending(Role.ARTICLE, i)
                        .flatMap(article -> line.ending(Role.PLACE_BEFORE, article.from()))
                        .isPresent();
    }

    /** The owner that follows at once ("of the EIB"), else the last one before, else the first one after. */
    Optional<Institution> institution(int k, Item item) {
        return firstInstitution(item.to(), windows.near(k))
                .filter(cue -> isOwner(cue.from()))
                .or(() -> lastInstitution(item.from()))
                .or(() -> firstInstitution(item.to(), line.size()))
                .filter(cue -> !isOneOfTwo(cue))
                .map(cue -> Institution.valueOf(cue.value()));
    }

    boolean hasOwner() {
        return !institutions.isEmpty();
    }

    /** Whether the sentence names institutions, but two of them as one subject. */
    boolean isShared(int k, Item item) {
        return institution(k, item).isEmpty() && !institutions.isEmpty();
    }

    private boolean isOwner(int i) {
        return line.ending(Role.OWNER, i).isPresent()
                || line.ending(Role.ARTICLE, i)
                        .flatMap(article -> line.ending(Role.OWNER, article.from()))
                        .isPresent();
    }

    /** "The EIB Group and the European Commission": the figure is of neither alone. */
    private boolean isOneOfTwo(Cue cue) {
        var before = lastInstitution(cue.from());
        var after = firstInstitution(cue.to(), line.size());
        return before.filter(other -> areJoined(other, cue)).isPresent()
                || after.filter(other -> areJoined(cue, other)).isPresent();
    }

    private boolean areJoined(Cue one, Cue other) {
        var and = line.at(Role.AND, line.is(one.to(), ")") ? one.to() + 1 : one.to());
        var start = and.map(Cue::to)
                .map(to -> line.at(Role.ARTICLE, to).map(Cue::to).orElse(to));
        return !one.value().equals(other.value())
                && start.filter(to -> to == other.from()).isPresent();
    }

    /** The first place that belongs to the number, else the last one before it, else the first one after it. */
    Optional<Place> place(int k, Item item) {
        return first(item.to(), windows.near(k))
                .or(() -> Optional.ofNullable(places.lowerEntry(item.from())).map(Map.Entry::getValue))
                .or(() -> first(item.to(), windows.next(k)));
    }

    private Optional<Place> first(int from, int to) {
        return Optional.ofNullable(places.ceilingEntry(from))
                .filter(entry -> entry.getKey() < to)
                .map(Map.Entry::getValue);
    }

    /** The verb or noun of the clause: the last one before the number, else the first one up to the next number. */
    Optional<Stage> stage(int k, Item item) {
        var end = Math.min(windows.next(k), windows.clauseEnd(item.to()));
        return line.last(Role.STAGE, windows.clauseStart(item.from()), item.from())
                .or(() -> line.first(Role.STAGE, item.to(), end))
                .map(cue -> Stage.valueOf(cue.value()));
    }

    /** A country stays the topic of a paragraph; "in the EU" belongs to its own number only. */
    private @Nullable Place topic() {
        var last = places.lastEntry();
        var kind = last == null ? Place.Kind.WORLD : last.getValue().kind();
        return last != null && (kind == Place.Kind.COUNTRY || kind == Place.Kind.REGION) ? last.getValue() : null;
    }

    /** What the line names last. */
    Memory memory(Times times) {
        return new Memory(
                lastInstitution(line.size())
                        .filter(cue -> !isOneOfTwo(cue))
                        .map(cue -> Institution.valueOf(cue.value()))
                        .orElse(null),
                topic(),
                line.last(Role.STAGE, 0, line.size())
                        .map(cue -> Stage.valueOf(cue.value()))
                        .orElse(null),
                times.years(),
                line.all(Role.LABEL)
                        .map(Cue::value)
                        .filter(Meanings::isProgramme)
                        .reduce((a, b) -> b)
                        .orElse(null));
    }
}
