package kirchberg.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import kirchberg.config.YamlMap.Item;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.source.Job;
import kirchberg.domain.vintage.VintageRules;
import kirchberg.domain.vintage.VintageRules.Same;
import kirchberg.domain.vintage.VintageRules.Shrunk;

/** Reads a job file. Paths in it are relative to its own folder. */
final class JobFile {
    private static final Grammar<BigDecimal> LIMIT = new Grammar<>(
            "limit", "a part from 0 % to 100 %, as in 0.1 %", List.of(), new BigDecimal("0.001"), JobFile::limit);
    private static final Grammar<BigDecimal> SHRINK = new Grammar<>(
            "limit",
            "a part from 0 % to 100 %, as in 5 %",
            List.of(),
            VintageRules.DEFAULT.shrinkLimit(),
            JobFile::limit);
    private static final Grammar<Shrunk> SHRUNK = lowerCase("answer to a shrunk source", Shrunk.values());
    private static final Grammar<Same> SAME = lowerCase("answer to the same bytes", Same.values());
    private static final Grammar<String> LANGUAGE =
            Grammar.words("language", List.of("en", "fr", "de"), Function.identity());
    private static final Grammar<Long> RELEASES = Grammar.whole("number of releases", 1, 100_000);
    private static final Grammar<Long> DAYS = Grammar.whole("number of days", 0, 100_000);
    private static final String SCHEME = "[A-Za-z][A-Za-z0-9+.-]*://.*";

    private final YamlFile file;
    private final Grammar<Path> paths;
    private final Grammar<Path> vintages;
    private final Grammar<String> roots;
    private final List<Path> inboxes = new ArrayList<>();

    JobFile(Path path) {
        this.file = new YamlFile(path, "job");
        this.paths = new Grammar<>("path", "a path, relative to the job file", List.of(), path, this::resolved);
        this.vintages = new Grammar<>(
                "latest", "a folder of vintages, relative to the job file", List.of(), path, this::latest);
        this.roots = new Grammar<>("output", "a path, hdfs:// or s3a://", List.of(), "", this::root);
    }

    /**
     * What the file says, with the places of what it points to.
     *
     * @param job counts only if the file has no problem
     * @param inboxes folders of vintages of which the latest is read
     */
    record Contents(
            Job job,
            List<Item<Path>> sources,
            Optional<Item<Path>> reference,
            List<Item<Path>> claims,
            List<Path> inboxes,
            OverlapList overlaps) {}

    YamlFile file() {
        return file;
    }

    /** Empty if the file is no YAML mapping. */
    Optional<Contents> contents() {
        return file.root("sources reference claims output limits report keep overlaps vintages tell")
                .map(this::contents);
    }

    private Contents contents(YamlMap map) {
        var sources = map.list("sources", paths, "latest", vintages);
        var reference = new Item<>(map.value("reference", paths), map.spot("reference"));
        var claims = map.list("claims", paths);
        reportTwins(sources);
        var keep = map.map("keep", "releases days");
        var limits = map.map("limits", "rejected_rows shrink");
        var overlaps = OverlapList.of(file, map);
        var job = new Job(
                file.path(),
                values(sources),
                reference.value(),
                values(claims),
                map.value("output", roots),
                limits.map(m -> m.valueOr("rejected_rows", LIMIT, LIMIT.standIn()))
                        .orElse(LIMIT.standIn()),
                languages(map),
                keep.map(m -> m.valueOr("releases", RELEASES, 30L)).orElse(30L).intValue(),
                keep.map(m -> m.valueOr("days", DAYS, 90L)).orElse(90L).intValue(),
                overlaps.overlaps(),
                vintages(map, limits),
                TellSection.of(file, map));
        return new Contents(
                job,
                sources,
                Optional.of(reference).filter(item -> map.isGood("reference")),
                claims,
                List.copyOf(inboxes),
                overlaps);
    }

    private static VintageRules vintages(YamlMap map, Optional<YamlMap> limits) {
        var usual = VintageRules.DEFAULT;
        var rules = map.map("vintages", "shrunk same");
        return new VintageRules(
                limits.map(m -> m.valueOr("shrink", SHRINK, usual.shrinkLimit()))
                        .orElse(usual.shrinkLimit()),
                rules.map(m -> m.valueOr("shrunk", SHRUNK, usual.shrunk())).orElse(usual.shrunk()),
                rules.map(m -> m.valueOr("same", SAME, usual.same())).orElse(usual.same()));
    }

    private static <E extends Enum<E>> Grammar<E> lowerCase(String what, E[] constants) {
        return Grammar.words(what, List.of(constants), e -> e.name().toLowerCase(Locale.ROOT));
    }

    private static List<String> languages(YamlMap map) {
        return map.map("report", "languages")
                .filter(report -> report.has("languages"))
                .map(report -> values(report.list("languages", LANGUAGE)))
                .orElse(List.of("en"));
    }

    /** Two folders under one id could not be told apart in the tables. */
    private void reportTwins(List<Item<Path>> sources) {
        var ids = new HashSet<String>();
        for (var source : sources) {
            var id = SourceFolder.id(source.value());
            if (!ids.add(id)) {
                file.add(
                        "sources",
                        source.spot(),
                        "second source called " + Grammar.shown(id, 100),
                        "rename or remove one of them");
            }
        }
    }

    private static <T> List<T> values(List<Item<T>> items) {
        return items.stream().map(Item::value).toList();
    }

    /** The latest vintage in a folder; the folder itself, which is no source, if there is none yet. */
    private Path latest(String text) {
        var folder = resolved(text);
        inboxes.add(folder);
        return SourceFolder.latest(folder).orElse(folder);
    }

    private Path resolved(String text) {
        if (text.isBlank() || text.matches(SCHEME)) {
            throw new IllegalArgumentException(text);
        }
        return file.path().resolveSibling(text).normalize();
    }

    private String root(String text) {
        if (text.matches("(hdfs|s3a|file)://.+")) {
            return text;
        }
        return resolved(text).toString();
    }

    private static BigDecimal limit(String text) {
        var figure = Figure.parse(text);
        if (figure.unit() != Unit.SHARE || figure.value().compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(text);
        }
        return figure.value();
    }
}
