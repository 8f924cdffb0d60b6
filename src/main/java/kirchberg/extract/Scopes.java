package kirchberg.extract;

import kirchberg.extract.number.Item;
import java.util.Optional;
import java.util.TreeMap;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.words.Cue;
import kirchberg.domain.words.Line;
import kirchberg.domain.words.Role;

/** Whose figure it is, where, and of which stage: by the words that are nearest, in a fixed order. */
final class Scopes {
    private final Line line;
    private final Windows windows;
    private final TreeMap<Integer, Place> places = new TreeMap<>();

    Scopes(Line line, Windows windows) {
        this.line = line;
        this.windows = windows;
        line.all(Role.COUNTRY)
                .filter(cue -> isAfterPreposition(cue.from()))
                .forEach(cue -> places.put(cue.from(), Place.parse(cue.value())));
        line.all(Role.PLACE).forEach(cue -> places.put(cue.from(), Place.parse(cue.value())));
    }

    private boolean isAfterPreposition(int i) {
        return line.ending(Role.PLACE_BEFORE, i).isPresent()
                || line.ending(Role.ARTICLE, i)
                        .flatMap(article -> line.ending(Role.PLACE_BEFORE, article.from()))
                        .isPresent();
    }

    /** The owner that follows at once ("of the EIB"), else the last one before, else the first one after. */
    Optional<Institution> institution(int k, Item item) {
        return line.first(Role.INSTITUTION, item.to(), windows.near(k))
                .filter(cue -> isOwner(cue.from()))
                .or(() -> line.last(Role.INSTITUTION, 0, item.from()))
                .or(() -> line.first(Role.INSTITUTION, item.to(), line.size()))
                .filter(cue -> !isOneOfTwo(cue))
                .map(cue -> Institution.valueOf(cue.value()));
    }

    /** Whether the sentence names institutions, but two of them as one subject. */
    boolean isShared(int k, Item item) {
        return institution(k, item).isEmpty() && line.all(Role.INSTITUTION).findAny().isPresent();
    }

    private boolean isOwner(int i) {
        return line.ending(Role.OWNER, i).isPresent()
                || line.ending(Role.ARTICLE, i)
                        .flatMap(article -> line.ending(Role.OWNER, article.from()))
                        .isPresent();
    }

    /** "The EIB Group and the European Commission": the figure is of neither alone. */
    private boolean isOneOfTwo(Cue cue) {
        var before = line.last(Role.INSTITUTION, 0, cue.from());
        var after = line.first(Role.INSTITUTION, cue.to(), line.size());
        return before.filter(other -> areJoined(other, cue)).isPresent()
                || after.filter(other -> areJoined(cue, other)).isPresent();
    }

    private boolean areJoined(Cue one, Cue other) {
        var and = line.at(Role.AND, one.to());
        var start = and.map(Cue::to).map(to -> line.at(Role.ARTICLE, to).map(Cue::to).orElse(to));
        return !one.value().equals(other.value()) && start.filter(to -> to == other.from()).isPresent();
    }

    /** The first place that belongs to the number, else the last one before it, else the first one after it. */
    Optional<Place> place(int k, Item item) {
        return first(item.to(), windows.near(k))
                .or(() -> Optional.ofNullable(places.lowerEntry(item.from())).map(entry -> entry.getValue()))
                .or(() -> first(item.to(), windows.next(k)));
    }

    private Optional<Place> first(int from, int to) {
        return Optional.ofNullable(places.ceilingEntry(from))
                .filter(entry -> entry.getKey() < to)
                .map(entry -> entry.getValue());
    }

    /** The verb or noun of the clause: the last one before the number, else the first one up to the next number. */
    Optional<Stage> stage(int k, Item item) {
        var end = Math.min(windows.next(k), windows.clauseEnd(item.to()));
        return line.last(Role.STAGE, windows.clauseStart(item.from()), item.from())
                .or(() -> line.first(Role.STAGE, item.to(), end))
                .map(cue -> Stage.valueOf(cue.value()));
    }

    /** What the line names last. */
    Memory memory(Times times) {
        return new Memory(
                line.last(Role.INSTITUTION, 0, line.size())
                        .filter(cue -> !isOneOfTwo(cue))
                        .map(cue -> Institution.valueOf(cue.value()))
                        .orElse(null),
                places.isEmpty() ? null : places.lastEntry().getValue(),
                line.last(Role.STAGE, 0, line.size()).map(cue -> Stage.valueOf(cue.value())).orElse(null),
                times.lastYears().orElse(null),
                line.all(Role.LABEL).map(Cue::value).filter(Meanings::isProgramme).reduce((a, b) -> b).orElse(null));
    }
}
