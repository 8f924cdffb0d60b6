package kirchberg.fetch;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kirchberg.domain.Exit;
import kirchberg.domain.Stage;
import kirchberg.domain.Stop;
import kirchberg.domain.source.SourceFile;
import kirchberg.fetch.Fetching.Dataset;
import kirchberg.fetch.Fetching.Outcome;
import kirchberg.fetch.Fetching.Request;
import kirchberg.fetch.Fetching.Step;
import kirchberg.fetch.Fetching.World;
import kirchberg.fetch.Slices.Reading;

/** One fetch, from the first question to the finished folder. */
final class Errand implements Slices.Watcher {
    private static final String SOURCE_YAML = """
            # Fetched by Kirchberg %s: %s items; the whole list says %s.
            synthetic: false
            publisher: European Investment Bank
            dataset: %s
            format: %s
            institution: EIB
            currency: EUR
            published: %s
            accessed: %s
            licence: not stated
            url: %s
            files:
            %s
            covers: {stage: %s, place: WORLD, from: %s-01-01, to: %s, complete: %s}
            """;

    private static final String WHOLE = "the first page of the whole list";

    private final Request request;
    private final World world;
    private final Publisher publisher;
    private final Draft draft;
    private final LocalDate today;
    private final Visitor visitor;
    private final List<Query> slices;
    private final List<SourceFile> files = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private long items;
    private Step step;

    Errand(Request request, World world, Publisher publisher, Draft draft) {
        this.request = request;
        this.world = world;
        this.publisher = publisher;
        this.draft = draft;
        this.today = LocalDate.now(world.clock());
        this.visitor = new Visitor(publisher, world, this::note);
        this.slices = Query.slices(request.dataset(), Year.from(today));
        this.step = new Step(request.dataset().key(), 0, slices.size(), 0, "");
    }

    Outcome run() {
        visitor.readRobots();
        takeUpOrBeginAnew();
        readSlices();
        var stated = page(beacon()).total();
        if (items != stated) {
            remarks.add("The slices hold %d items, the whole list says %d.".formatted(items, stated));
        }
        var newest = request.newest();
        if (newest != null && Set.copyOf(newest.files()).equals(Set.copyOf(files))) {
            draft.discard();
            return outcome(newest.folder(), false, stated);
        }
        keepCodeLists();
        var kept = files.stream().map(SourceFile::name).collect(Collectors.toSet());
        draft.drop(file -> !kept.contains(file) && !file.startsWith(Query.CODES));
        return outcome(draft.finish(sourceYaml(stated)), true, stated);
    }

    private byte[] beacon() {
        return visitor.bytes(WHOLE, Query.whole(request.dataset()).beaconPath());
    }

    private static Page page(byte[] beacon) {
        return Page.read(beacon, 0, WHOLE);
    }

    /** What an earlier attempt has kept counts only if the list still begins as it did then. */
    private void takeUpOrBeginAnew() {
        var beacon = beacon();
        var now = page(beacon);
        var before = draft.stored(Query.BEACON).filter(kept -> Page.isWhole(kept, 0));
        if (before.isPresent() && page(before.get()).isAs(now)) {
            note("goes on after the last whole page of the attempt before");
            return;
        }
        if (before.isPresent()) {
            note("begins anew: the list has changed since the attempt before");
        }
        draft.drop(file -> true);
        draft.store(Query.BEACON, beacon);
    }

    private void readSlices() {
        var reader = new Slices(visitor, draft, publisher.limits(), this);
        for (var slice : slices) {
            var reading = reader.read(slice);
            items += reading.count();
            files.addAll(reading.files());
            if (!slice.year().isEmpty()) {
                tell(new Step(slice.name(), step.done() + 1, slices.size(), items, ""));
            }
        }
    }

    @Override
    public void pageRead(Query query, Reading soFar) {
        var isOneOfMany = !query.year().isEmpty();
        tell(new Step(
                query.name() + (query.isForward() ? "" : " back"),
                isOneOfMany ? step.done() : soFar.pages().size(),
                isOneOfMany ? slices.size() : soFar.last().pages(),
                items + soFar.count(),
                ""));
    }

    @Override
    public void note(String text) {
        world.progress().accept(new Step(step.what(), step.done(), step.of(), step.items(), text));
    }

    private void tell(Step next) {
        step = next;
        world.progress().accept(next);
    }

    /** The code lists help to read a vintage; a vintage without them is none the worse. */
    private void keepCodeLists() {
        for (var list : new TreeMap<>(Query.codeLists(request.dataset())).entrySet()) {
            try {
                var bytes = visitor.bytes(list.getKey(), list.getValue());
                Json.read(bytes, list.getKey(), Json::digest);
                draft.store(list.getKey(), bytes);
            } catch (Stop e) {
                if (e.exit() != Exit.INPUT) {
                    throw e;
                }
                remarks.add("Without " + list.getKey() + ": " + e.getMessage());
            }
        }
    }

    private boolean isComplete(long stated) {
        return request.dataset() == Dataset.LOANS && items == stated;
    }

    private Outcome outcome(Path vintage, boolean isNew, long stated) {
        var bytes = files.stream().mapToLong(SourceFile::bytes).sum();
        return new Outcome(vintage, isNew, files.size(), bytes, items, stated, isComplete(stated), remarks);
    }

    /** Every value is ours, so none needs quoting but the digests, which may look like numbers. */
    private String sourceYaml(long stated) {
        var lines = files.stream()
                .map(f -> "  - {name: %s, bytes: %d, sha256: \"%s\"}".formatted(f.name(), f.bytes(), f.sha256()))
                .collect(Collectors.joining("\n"));
        var dataset = request.dataset();
        return SOURCE_YAML.formatted(
                world.version(),
                items,
                stated,
                dataset.title(),
                dataset.format().key(),
                today,
                today,
                publisher.at(Query.address(dataset)),
                lines,
                dataset == Dataset.LOANS ? Stage.SIGNED : Stage.APPROVED,
                Query.FIRST_YEAR,
                today,
                isComplete(stated));
    }
}
