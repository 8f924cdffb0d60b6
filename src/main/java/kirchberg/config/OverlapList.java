package kirchberg.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import kirchberg.config.YamlMap.Item;
import kirchberg.domain.Nearest;
import kirchberg.domain.overlap.Meeting;
import kirchberg.domain.overlap.Overlap;
import kirchberg.domain.overlap.Overlap.Match;
import kirchberg.domain.source.Source;

/** What a job file says of sources that may describe the same, and whether it says all that it must. */
final class OverlapList {
    private static final Grammar<String> NAME =
            Grammar.text("source", Grammar.PRINTABLE, "a source: publisher/vintage, or publisher alone");
    private static final Grammar<Match> MATCH = Grammar.words("match", List.of(Match.values()), Match::key);

    private final YamlFile file;
    private final List<Entry> entries;

    private record Entry(Overlap overlap, Spot keep, Spot over) {}

    private OverlapList(YamlFile file, List<Entry> entries) {
        this.file = file;
        this.entries = List.copyOf(entries);
    }

    /** The list under {@code overlaps:}; empty if there is none. */
    static OverlapList of(YamlFile file, YamlMap job) {
        if (!job.has("overlaps")) {
            return new OverlapList(file, List.of());
        }
        return new OverlapList(
                file,
                job.maps("overlaps", "keep over match").stream()
                        .map(OverlapList::entry)
                        .toList());
    }

    private static Entry entry(YamlMap map) {
        var overlap = new Overlap(map.value("keep", NAME), map.value("over", NAME), map.value("match", MATCH));
        return new Entry(overlap, map.spot("keep"), map.spot("over"));
    }

    List<Overlap> overlaps() {
        return entries.stream().map(Entry::overlap).toList();
    }

    /**
     * Reports names that mean no source or several, pairs that are declared twice or in a circle, and sources that
     * overlap without a word about it.
     *
     * @param ids of all sources of the job
     * @param sources those that can be read, with their places in the job file
     */
    void check(List<String> ids, List<Item<Source>> sources) {
        var named = new ArrayList<Overlap>();
        for (var entry : entries) {
            var keep = meant(entry.overlap.keep(), entry.keep, ids);
            var over = meant(entry.overlap.over(), entry.over, ids);
            if (!keep.isEmpty() && !over.isEmpty()) {
                var overlap = new Overlap(keep, over, entry.overlap.match());
                reportCircle(overlap, entry, named);
                named.add(overlap);
            }
        }
        reportLists(sources, named);
        reportSilence(sources, named);
    }

    /** The source that a name means; empty, and a problem, if that is not one. */
    private String meant(String name, Spot spot, List<String> ids) {
        var meant = ids.stream().filter(id -> Overlap.means(name, id)).toList();
        if (name.isEmpty() || meant.size() == 1) {
            return meant.isEmpty() ? "" : meant.get(0);
        }
        var shown = Grammar.shown(name, 100);
        if (meant.isEmpty()) {
            var all = String.join(", ", ids);
            var help = Nearest.to(name, ids).map(id -> "did you mean " + id + "? (" + all + ")");
            add(spot, "there is no source " + shown, help.orElse("expected one of " + all));
        } else {
            add(spot, shown + " means " + meant.size() + " sources", "write one of " + String.join(", ", meant));
        }
        return "";
    }

    private void reportCircle(Overlap overlap, Entry entry, List<Overlap> before) {
        if (overlap.keep().equals(overlap.over())) {
            add(entry.over, "source " + overlap.over() + " cannot be kept over itself", "name two sources");
        } else if (before.stream().anyMatch(o -> isPair(o, overlap.keep(), overlap.over()))) {
            add(
                    entry.keep,
                    "sources " + overlap.keep() + " and " + overlap.over() + " are declared twice",
                    "keep one of the two entries");
        } else if (isBelow(overlap.over(), overlap.keep(), before)) {
            add(
                    entry.keep,
                    "source " + overlap.keep() + " is kept over " + overlap.over()
                            + ", which is kept over it by the entries before: a circle",
                    "say which of them counts first of all, and which last");
        }
    }

    private static boolean isPair(Overlap overlap, String one, String other) {
        return (overlap.keep().equals(one) && overlap.over().equals(other))
                || (overlap.keep().equals(other) && overlap.over().equals(one));
    }

    /** Whether the first source is kept over the last, directly or by way of others. */
    private static boolean isBelow(String first, String last, List<Overlap> overlaps) {
        var seen = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(first));
        while (!next.isEmpty()) {
            var at = next.remove();
            overlaps.stream()
                    .filter(o -> o.keep().equals(at) && seen.add(o.over()))
                    .forEach(o -> next.add(o.over()));
        }
        return seen.contains(last);
    }

    private void reportLists(List<Item<Source>> sources, List<Overlap> named) {
        sources.stream()
                .filter(s -> s.value().format().listsOperations())
                .filter(s -> named.stream()
                        .anyMatch(o ->
                                List.of(o.keep(), o.over()).contains(s.value().id())))
                .forEach(s -> add(
                        s.spot(),
                        "source " + s.value().id() + " is a list of operations, which overlaps with no financings",
                        "take it out of overlaps"));
    }

    private void reportSilence(List<Item<Source>> sources, List<Overlap> named) {
        for (int i = 0; i < sources.size(); i++) {
            for (var one : sources.subList(0, i)) {
                reportSilence(one.value(), sources.get(i), named);
            }
        }
    }

    private void reportSilence(Source one, Item<Source> other, List<Overlap> named) {
        var id = other.value().id();
        if (!one.id().equals(id) && named.stream().noneMatch(o -> isPair(o, one.id(), id))) {
            Meeting.of(one, other.value())
                    .ifPresent(meeting -> file.add(
                            "sources",
                            other.spot(),
                            "sources " + one.id() + " and " + id + " may describe the same: " + meeting.text(),
                            "say which counts, under overlaps: - {keep: " + one.id() + ", over: " + id
                                    + ", match: ids}; with match: none both count, and possible doubles are listed"));
        }
    }

    private void add(Spot spot, String message, String help) {
        file.add("overlaps", spot, message, help);
    }
}
