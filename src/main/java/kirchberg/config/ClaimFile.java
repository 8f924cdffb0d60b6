package kirchberg.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.Programme;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Publication;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Unit;
import org.jspecify.annotations.Nullable;

/** Reads the claims of one publication. */
final class ClaimFile {
    private static final String KEYS =
            "id quote institution resources stage place within period measure of counts" + " hedge figure out_of_reach";
    private static final Grammar<String> ID =
            Grammar.text("id", "[A-Za-z0-9][A-Za-z0-9._-]*", "letters, digits, dots, dashes, as in group-signed-2024");
    private static final Grammar<String> LANGUAGE = Grammar.text("language", "[a-z]{2}", "two letters, as in fr");
    private static final Grammar<String> WORD = Grammar.text("word", "[a-z][a-z0-9_]*", "one word, as in ai_factories");
    private static final Grammar<Institution> INSTITUTION = Grammar.constants("institution", Institution.values());
    private static final Grammar<Resources> RESOURCES = Grammar.constants("resources", Resources.values());
    private static final Grammar<Stage> STAGE = Grammar.constants("stage", Stage.values());
    private static final Grammar<Hedge> HEDGE = Grammar.constants("hedge", Hedge.values());
    private static final Grammar<Measure> MEASURE =
            Grammar.words("measure", List.of(Measure.values()), m -> m.name().toLowerCase(Locale.ROOT));
    private static final Grammar<Period> PERIOD =
            new Grammar<>("period", "2024, 2025..2027 or each 2021..2024", List.of(), Period.year(2024), Period::parse);
    private static final Grammar<Figure> FIGURE =
            new Grammar<>("figure", Figure.GRAMMAR, List.of(), Figure.parse("0"), Figure::parse);
    private static final Grammar<String> YES = Grammar.words("value", List.of("true"), Function.identity());
    private static final Grammar<Priority> PRIORITY =
            Grammar.words("priority", List.of(Priority.values()), Priority::key);
    private static final Grammar<Programme> PROGRAMME =
            Grammar.words("programme", List.of(Programme.values()), Programme::key);

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
        return file.root("publication title date language url claims").stream()
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
        return map.maps("claims", KEYS).stream()
                .map(entry -> claim(publication, entry))
                .toList();
    }

    private Claim claim(Publication publication, YamlMap map) {
        var measure = map.value("measure", MEASURE);
        return new Claim(
                id("id", map),
                publication,
                map.value("quote", Grammar.LINE),
                map.value("institution", INSTITUTION),
                map.valueOr("resources", RESOURCES, Resources.ALL),
                map.valueOr("stage", STAGE, Stage.SIGNED),
                place(map),
                map.value("period", PERIOD),
                measure,
                of(map, measure),
                counts(map, measure),
                map.valueOr("hedge", HEDGE, Hedge.NONE),
                figure(map, measure),
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

    private static Place place(YamlMap map) {
        var within = map.map("within", "place").flatMap(ClaimFile::innerPlace);
        var place = map.valueOr("place", Grammar.PLACE, within.orElse(Place.WORLD));
        if (map.isGood("place", "within") && within.isPresent() && !within.get().equals(place)) {
            var both = place.text() + " and " + within.get().text();
            map.report("place", "place and within.place differ: " + both, "give the place once");
        }
        return place;
    }

    private static Optional<Place> innerPlace(YamlMap within) {
        var place = within.value("place", Grammar.PLACE);
        return within.isGood("place") ? Optional.of(place) : Optional.empty();
    }

    private static @Nullable Label of(YamlMap map, Measure measure) {
        if (measure == Measure.SHARE && !map.has("of") && !map.has("out_of_reach")) {
            map.report("of", "a share needs of: what it is a share of", "add of: {climate: true} or another label");
        }
        if (measure == Measure.COUNT && map.has("of")) {
            map.report("of", "a count has no label", "say what it counts with counts");
        }
        return map.map("of", "climate cohesion priority programme")
                .map(ClaimFile::label)
                .orElse(null);
    }

    private static Label label(YamlMap of) {
        if (of.isGood("key") && of.keys().size() != 1) {
            of.report("of", "of must name one label", "expected one of climate, cohesion, priority, programme");
        }
        of.valueOr("climate", YES, "");
        of.valueOr("cohesion", YES, "");
        var priority = of.valueOr("priority", PRIORITY, of.has("cohesion") ? Priority.COHESION : Priority.CLIMATE);
        return of.has("programme") ? of.value("programme", PROGRAMME) : priority;
    }

    private static String counts(YamlMap map, Measure measure) {
        if (measure == Measure.COUNT) {
            return map.value("counts", WORD);
        }
        if (map.isGood("measure") && map.has("counts")) {
            map.report("counts", "only the measure count counts things", "remove counts, or write measure: count");
        }
        return "";
    }

    private static Figure figure(YamlMap map, Measure measure) {
        var figure = map.value("figure", FIGURE);
        if (measure == Measure.RATIO && figure.unit() == Unit.COUNT) {
            return figure.asRatio();
        }
        var example = example(measure);
        var unit = Figure.parse(example).unit();
        var isBroken = unit == Unit.COUNT && figure.value().scale() > 0;
        if (map.isGood("measure", "figure") && (figure.unit() != unit || isBroken)) {
            var named = map.text("measure").orElse("");
            var message = "the figure " + figure.printed() + " does not fit the measure " + named;
            map.report("figure", message, "expected a figure such as " + example);
        }
        return figure;
    }

    private static String example(Measure measure) {
        return switch (measure) {
            case AMOUNT, MOBILISED -> "89 bn EUR";
            case SHARE -> "50 %";
            case RATIO -> "3.6 x";
            case OPERATIONS, COUNT -> "900";
        };
    }
}
