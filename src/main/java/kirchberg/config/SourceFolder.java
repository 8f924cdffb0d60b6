package kirchberg.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kirchberg.domain.Exit;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;
import kirchberg.domain.source.SourceFormat;

/** Reads the {@code source.yaml} of a source folder. The data files themselves are not opened. */
final class SourceFolder {
    static final String YAML = "source.yaml";

    private static final String KEYS =
            "publisher dataset format encoding institution currency published accessed licence url synthetic files covers";
    private static final Grammar<SourceFormat> FORMAT =
            Grammar.words("format", List.of(SourceFormat.values()), SourceFormat::key);
    private static final Grammar<Charset> ENCODING =
            Grammar.words("encoding", List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252")), Charset::name);
    private static final Grammar<Institution> INSTITUTION = Grammar.words(
            "institution", List.of(Institution.EIB, Institution.EIF, Institution.GROUP), Institution::name);
    private static final Grammar<String> CURRENCY = Grammar.words("currency", List.of("EUR"), Function.identity());
    private static final Grammar<String> NAME = Grammar.text("file name", Grammar.PRINTABLE, "a file of this folder");
    private static final Grammar<String> SHA256 =
            Grammar.text("digest", "[0-9a-fA-F]{64}", "64 hexadecimal digits, as sha256sum prints them");
    private static final Grammar<Long> BYTES = Grammar.whole("number of bytes", 0, 1_000_000_000_000L);
    private static final Grammar<Stage> STAGE = Grammar.words("stage", List.of(Stage.values()), Stage::name);

    private final Path folder;
    private final YamlFile file;

    /** Opens the folder; it stops with exit 3 if there is none, or no {@code source.yaml} in it. */
    SourceFolder(Path folder) {
        this.folder = folder;
        var yaml = folder.resolve(YAML);
        if (!isOne(folder)) {
            throw new Stop(
                    Exit.INPUT,
                    "Cannot read source " + folder + ": there is no file " + yaml,
                    "Name a folder that holds the data files and a " + YAML + ".");
        }
        this.file = new YamlFile(yaml, "source");
    }

    /** The last two names of the folder's path: publisher and vintage. */
    static String id(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        var count = path.getNameCount();
        return count == 0
                ? ""
                : path.subpath(Math.max(0, count - 2), count).toString().replace('\\', '/');
    }

    /** Whether a folder is there and says that it is a source. */
    static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve(YAML));
    }

    /** The vintage whose name comes last, as dates do, among the sources in a folder. */
    static Optional<Path> latest(Path vintages) {
        if (!Files.isDirectory(vintages)) {
            return Optional.empty();
        }
        try (var folders = Files.list(vintages)) {
            return folders.filter(SourceFolder::isOne)
                    .max(Comparator.comparing(f -> f.getFileName().toString()));
        } catch (IOException | UncheckedIOException e) {
            throw new Stop(Exit.INPUT, "Cannot list " + vintages + ": " + e, "Make the folder readable.", e);
        }
    }

    YamlFile file() {
        return file;
    }

    /** What the file says, which counts only if it has no problem; empty if it is no YAML mapping. */
    Optional<Source> source() {
        return file.root(KEYS).map(this::source);
    }

    private Source source(YamlMap map) {
        var institution = map.value("institution", INSTITUTION);
        var accessed = map.value("accessed", Grammar.DATE);
        var format = map.value("format", FORMAT);
        var covers = coverage(map, institution, map.isGood("accessed") ? accessed : LocalDate.MAX);
        if (map.isGood("format") && format.listsOperations() && (covers.stage() == Stage.SIGNED || covers.complete())) {
            map.report(
                    "covers",
                    "a list of operations covers no signatures: it has one date per operation",
                    "write stage: APPROVED and complete: false");
        }
        return new Source(
                id(folder),
                folder,
                map.value("publisher", Grammar.LINE),
                map.value("dataset", Grammar.LINE),
                format,
                map.valueOr("encoding", ENCODING, StandardCharsets.UTF_8),
                institution,
                map.value("currency", CURRENCY),
                map.value("published", Grammar.DATE),
                accessed,
                map.value("licence", Grammar.LINE),
                map.valueOr("url", Grammar.URL, ""),
                map.value("synthetic", Grammar.FLAG),
                files(map),
                covers);
    }

    private static Coverage coverage(YamlMap map, Institution institution, LocalDate accessed) {
        if (!map.has("covers")) {
            map.report("covers", "covers is missing", "say which stage, place and days the source covers");
        }
        return map.map("covers", "stage place from to complete")
                .map(covers -> coverage(institution, covers, accessed))
                .orElse(new Coverage(institution, Stage.SIGNED, Place.WORLD, LocalDate.EPOCH, LocalDate.EPOCH, false));
    }

    private static Coverage coverage(Institution institution, YamlMap covers, LocalDate accessed) {
        var from = covers.value("from", Grammar.DATE);
        var to = covers.value("to", Grammar.DATE);
        if (covers.isGood("from", "to") && from.isAfter(to)) {
            covers.report("to", "the last day " + to + " is before the first, " + from, "exchange from and to");
        }
        var complete = covers.value("complete", Grammar.FLAG);
        if (covers.isGood("to", "complete") && complete && to.isAfter(accessed)) {
            covers.report(
                    "to",
                    "the source cannot be complete until " + to + ": it was accessed on " + accessed,
                    "write the last day that it can hold, or complete: false");
        }
        return new Coverage(
                institution, covers.value("stage", STAGE), covers.value("place", Grammar.PLACE), from, to, complete);
    }

    private List<SourceFile> files(YamlMap map) {
        var names = new HashSet<String>();
        return map.maps("files", "name bytes sha256").stream()
                .map(entry -> sourceFile(entry, names))
                .toList();
    }

    private SourceFile sourceFile(YamlMap entry, Set<String> namesSoFar) {
        var name = entry.value("name", NAME);
        if (entry.isGood("name") && !staysInside(name)) {
            entry.report("name", "file " + name + " is not inside the source folder", "name a file of this folder");
        } else if (entry.isGood("name") && !namesSoFar.add(name)) {
            entry.report("name", "file " + name + " is listed twice", "list each file once");
        }
        var digest = entry.value("sha256", SHA256).toLowerCase(Locale.ROOT);
        return new SourceFile(name, entry.value("bytes", BYTES), digest);
    }

    /** Whether a name is a file below the folder, also after links have been followed. */
    private boolean staysInside(String name) {
        try {
            var plain = Path.of(name).normalize();
            if (plain.isAbsolute() || plain.startsWith("..") || plain.toString().isEmpty()) {
                return false;
            }
            var file = folder.resolve(plain);
            return !Files.exists(file) || file.toRealPath().startsWith(folder.toRealPath());
        } catch (InvalidPathException | IOException e) {
            return false;
        }
    }
}
