package kirchberg.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kirchberg.domain.claim.Period;
import kirchberg.domain.words.Cue;
import kirchberg.domain.words.Line;
import kirchberg.domain.words.Role;
import kirchberg.extract.number.Aside;
import org.jspecify.annotations.Nullable;

/**
 * The times that a line names, by the token where they begin. Years that a number is compared with are not among them.
 */
final class Times {
    private final Line line;
    private final NavigableMap<Integer, Time> times = new TreeMap<>();
    private final Set<Period> named = new HashSet<>();
    private final Map<Integer, Period> spans = new HashMap<>();

    /**
     * A time in the text.
     *
     * @param words as printed, with the preposition that changes the meaning
     * @param years null if the words name no first or no last year
     * @param limit the year until which something is to be done; 0 if the words are no date limit
     */
    record Time(String words, @Nullable Period years, int limit) {}

    Times(Line line, List<Aside> asides) {
        this.line = line;
        asides.forEach(this::add);
        line.all(Role.RELATIVE)
                .forEach(cue -> times.putIfAbsent(cue.from(), new Time(line.text(cue.from(), cue.to()), null, 0)));
    }

    private void add(Aside aside) {
        var years = aside.years();
        if (years == null) {
            return;
        }
        var single = years.from() == years.to();
        var before = Stream.of(Role.LIMIT, Role.PART, Role.SINCE, Role.COMPARED)
                .filter(role -> single || role == Role.COMPARED)
                .flatMap(role -> before(role, aside.from()).stream())
                .findFirst();
        if (before.isEmpty()) {
            times.put(aside.from(), new Time(line.text(aside.from(), aside.to()), years, 0));
            named.add(years);
            if (!single) {
                spans.put(years.to(), years);
            }
        } else if (before.get().role() != Role.COMPARED) {
            var limit = before.get().role() == Role.LIMIT ? years.to() : 0;
            times.put(aside.from(), new Time(line.text(before.get().from(), aside.to()), null, limit));
        }
    }

    private Optional<Cue> before(Role role, int i) {
        return line.ending(role, i)
                .or(() -> line.ending(Role.ARTICLE, i).flatMap(article -> line.ending(role, article.from())));
    }

    /** First time that begins within the tokens. */
    Optional<Time> first(int from, int to) {
        return Optional.ofNullable(times.ceilingEntry(from))
                .filter(entry -> entry.getKey() < to)
                .map(Map.Entry::getValue);
    }

    /** Last time that begins within the tokens. */
    Optional<Time> last(int from, int to) {
        return Optional.ofNullable(times.lowerEntry(to))
                .filter(entry -> entry.getKey() >= from)
                .map(Map.Entry::getValue);
    }

    /** A span of years that the line names and that ends with a year. */
    Optional<Period> spanTo(int year) {
        return Optional.ofNullable(spans.get(year));
    }

    /** The years that the line names, if it names no others. */
    @Nullable
    Period years() {
        return named.size() == 1 ? named.iterator().next() : null;
    }

    /** Whether the line names several years or spans, so that none of them is the time of the paragraph. */
    boolean areSeveral() {
        return named.size() > 1;
    }
}
