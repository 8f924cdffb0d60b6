package kirchberg.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.SourceFile;
import kirchberg.fetch.Fetching.Dataset;

/**
 * Reads one slice of a list after the other, and proves each whole. A service without a second sort key may show one
 * item on two pages and leave another out, so a slice of loans that has several pages is read forth and back, and both
 * must hold the same items. Items alike are no error there: they are separate signatures. In the projects list every id
 * must come once.
 */
final class Slices {
    private final Visitor visitor;
    private final Draft draft;
    private final Publisher.Limits limits;
    private final Watcher watcher;

    Slices(Visitor visitor, Draft draft, Publisher.Limits limits, Watcher watcher) {
        this.visitor = visitor;
        this.draft = draft;
        this.limits = limits;
        this.watcher = watcher;
    }

    /** Is told what happens. */
    interface Watcher {
        void pageRead(Query query, Reading soFar);

        void note(String text);
    }

    /** All pages of one question, in their order, and the files that keep them. */
    record Reading(List<Page> pages, List<SourceFile> files) {
        long count() {
            return pages.stream().mapToLong(page -> page.items().size()).sum();
        }

        Page first() {
            return pages.get(0);
        }

        Page last() {
            return pages.get(pages.size() - 1);
        }

        boolean isSteady() {
            return first().total() == last().total();
        }

        Map<String, Long> digests() {
            var counts = new HashMap<String, Long>();
            pages.forEach(page -> page.items().forEach(item -> counts.merge(item.digest(), 1L, Long::sum)));
            return counts;
        }

        long distinctIds() {
            return pages.stream()
                    .flatMap(page -> page.items().stream())
                    .map(item -> item.id().isEmpty() ? item.digest() : item.id())
                    .distinct()
                    .count();
        }
    }

    /**
     * Reads a slice; pages that an earlier attempt has kept are not asked for again.
     *
     * @throws Stop if it cannot be proven whole; its pages are then thrown away
     */
    Reading read(Query query) {
        for (int restart = 0; ; restart++) {
            var unrest = new ArrayList<String>();
            var reading = attempt(query, unrest::add);
            if (unrest.isEmpty()) {
                return reading;
            }
            draft.drop(query::keeps);
            var reason = query.name() + " " + unrest.get(0);
            if (restart == limits.restarts()) {
                throw Stop.refused(
                        Refusal.CONTROL_FIGURE,
                        "Cannot prove the list whole: in " + (restart + 1) + " readings, " + reason,
                        "The list is changing. Run the same command again later; the other slices stay.");
            }
            watcher.note("reads " + query.name() + " again: " + reason);
        }
    }

    private Reading attempt(Query query, Consumer<String> unrest) {
        var reading = pages(query);
        if (!reading.isSteady()) {
            unrest.accept("changed its totalItems from " + reading.first().total() + " to "
                    + reading.last().total());
            return reading;
        }
        if (reading.count() != reading.first().total()) {
            throw refused(
                    query,
                    Refusal.CONTROL_FIGURE,
                    "its pages hold " + reading.count() + " items, expected totalItems, "
                            + reading.first().total());
        }
        if (query.dataset() == Dataset.PROJECTS) {
            requireDistinct(reading, unrest);
        } else if (reading.pages().size() > 1) {
            requireSame(reading, pages(query.reversed()), unrest);
        }
        return reading;
    }

    private static void requireDistinct(Reading reading, Consumer<String> unrest) {
        if (reading.distinctIds() != reading.count()) {
            unrest.accept("shows only " + reading.distinctIds() + " distinct ids in " + reading.count() + " items");
        }
    }

    private static void requireSame(Reading forth, Reading back, Consumer<String> unrest) {
        if (!forth.digests().equals(back.digests())) {
            var missing = new HashMap<>(forth.digests());
            back.digests().forEach((digest, count) -> missing.merge(digest, -count, Long::sum));
            var differing =
                    missing.values().stream().filter(count -> count != 0).count();
            unrest.accept("shows other items back than forth, got " + differing + " that differ");
        }
    }

    private Reading pages(Query query) {
        var reading = new Reading(new ArrayList<>(), new ArrayList<>());
        var size = limits.askedItems();
        for (var isLast = false; !isLast; ) {
            if (reading.pages().size() == limits.slicePages()) {
                throw refused(query, Refusal.LIMIT, "it has more pages than the limit, " + limits.slicePages());
            }
            var page = page(query, size, reading);
            if (reading.pages().size() > 1 && page.size() != size) {
                throw refused(
                        query,
                        Refusal.NOT_THIS_FORMAT,
                        "itemPerPage is " + page.size() + " in the middle, expected " + size);
            }
            size = page.size();
            isLast = page.items().isEmpty()
                    || (long) reading.pages().size() * size >= page.total()
                    || !reading.isSteady();
            watcher.pageRead(query, reading);
        }
        return reading;
    }

    private Page page(Query query, int size, Reading reading) {
        var number = reading.pages().size();
        var name = query.file(number);
        var what = "page " + number + " of " + query.name();
        var kept = draft.stored(name).filter(bytes -> Page.isWhole(bytes, number));
        var bytes = kept.orElseGet(() -> visitor.bytes(what, query.path(number, size)));
        var page = Page.read(bytes, number, what);
        if (kept.isEmpty()) {
            draft.store(name, bytes);
        }
        reading.pages().add(page);
        reading.files().add(new SourceFile(name, bytes.length, Json.sha256Of(bytes)));
        return page;
    }

    private Stop refused(Query query, Refusal refusal, String why) {
        draft.drop(query::keeps);
        return new Stop(Exit.INPUT, refusal + ": Cannot take " + query.name() + " of the list: " + why, Page.HINT);
    }
}
