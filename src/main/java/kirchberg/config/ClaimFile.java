package kirchberg.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Publication;
import kirchberg.domain.claim.Unit;

/** Reads the claims of one publication. */
final class ClaimFile {
    static final String KEYS = "id quote " + SubjectEntry.KEYS + " hedge figure grade note out_of_reach";
    private static final Grammar<String> ID =
            Grammar.text("id", "[A-Za-z0-9][A-Za-z0-9._-]*", "letters, digits, dots, dashes, as in group-signed-2024");
    private static final Grammar<String> LANGUAGE = Grammar.text("language", "[a-z]{2}", "two letters, as in fr");
    private static final Grammar<Grade> GRADE = Grammar.constants("grade", Grade.values());
    private static final Grammar<Hedge> HEDGE = Grammar.constants("hedge", Hedge.values());
    private static final Grammar<Figure> FIGURE =
            new Grammar<>("figure", Figure.GRAMMAR, List.of(), Figure.parse("0"), Figure::parse);

    private final YamlFile file;
    private final Map<String, String> taken;

    /**
     * Opens a file that exists.
     *
     * @param taken the publications and claims of other files, and their places; those of this file are added
     */
    ClaimFile(Path path, Map<String, String> taken) {
        this.file = new YamlFile(path, "claim");
        this.taken = taken;
    }

    YamlFile file() {
        return file;
    }

    /** The claims, which count only if the file has no problem. */
    List<Claim> claims() {
        return file.root("publication title date language url grade claims").stream()
                .flatMap(map -> claims(map).stream())
                .toList();
    }

    private List<Claim> claims(YamlMap map) {
        var publication = new Publication(
                id("publication", map),
                map.value("title", Grammar.LINE),
                map.value("date", Grammar.DATE),
                map.value("language", LANGUAGE),
                map.valueOr("url", Grammar.URL, ""));
        var grade = map.valueOr("grade", GRADE, Grade.PRINTED);
        return map.maps("claims", KEYS).stream()
                .map(entry -> claim(publication, grade, entry))
                .toList();
    }

    private Claim claim(Publication publication, Grade grade, YamlMap map) {
        var id = id("id", map);
        var quote = map.value("quote", Grammar.LINE);
        var subject = SubjectEntry.of(map);
        return new Claim(
                id,
                publication,
                quote,
                subject,
                map.valueOr("hedge", HEDGE, Hedge.NONE),
                figure(map, subject.measure()),
                map.valueOr("grade", GRADE, grade),
                map.valueOr("note", Grammar.LINE, ""),
                map.has("out_of_reach") ? map.value("out_of_reach", Grammar.LINE) : null);
    }

    private String id(String key, YamlMap map) {
        var id = map.value(key, ID);
        var what = (key.equals("id") ? "claim " : "publication ") + id;
        var place = file.path() + ":" + map.spot(key).line();
        var first = map.isGood(key) ? taken.putIfAbsent(what, place) : null;
        if (first != null) {
            map.report(key, "there is a " + what + " already", "use another id; the first is in " + first);
        }
        return id;
    }

    private static Figure figure(YamlMap map, Measure measure) {
        var figure = map.value("figure", FIGURE);
        if (measure == Measure.RATIO && figure.unit() == Unit.COUNT) {
            return figure.asRatio();
        }
        var examples = examples(measure);
        var fits = examples.stream().anyMatch(e -> Figure.parse(e).unit() == figure.unit());
        var isBroken = figure.unit() == Unit.COUNT && figure.value().scale() > 0;
        if (map.isGood("measure", "figure") && (!fits || isBroken)) {
            var named = map.text("measure").orElse("");
            var message = "the figure " + figure.printed() + " does not fit the measure " + named;
            map.report("figure", message, "expected a figure such as " + String.join(" or ", examples));
        }
        return figure;
    }

    private static List<String> examples(Measure measure) {
        return switch (measure) {
            case AMOUNT, MOBILISED, JOINT -> List.of("89 bn EUR");
            case SHARE -> List.of("50 %");
            case GROWTH, OPERATIONS_GROWTH -> List.of("13 %", "3 x");
            case RATIO -> List.of("3.6 x");
            case OPERATIONS, COUNT -> List.of("900");
        };
    }
}
