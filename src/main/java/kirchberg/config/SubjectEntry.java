package kirchberg.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.Programme;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Subject;
import org.jspecify.annotations.Nullable;

/** Reads what a figure speaks of. */
final class SubjectEntry {
    static final String KEYS = "institution resources stage place within period measure of against counts";

    private static final Grammar<String> WORD = Grammar.text("word", "[a-z][a-z0-9_]*", "one word, as in ai_factories");
    private static final Grammar<Institution> INSTITUTION = Grammar.constants("institution", Institution.values());
    private static final Grammar<Resources> RESOURCES = Grammar.constants("resources", Resources.values());
    private static final Grammar<Stage> STAGE = Grammar.constants("stage", Stage.values());
    private static final Grammar<Measure> MEASURE =
            Grammar.words("measure", List.of(Measure.values()), m -> m.name().toLowerCase(Locale.ROOT));
    private static final Grammar<Period> PERIOD =
            new Grammar<>("period", "2024, 2025..2027 or each 2021..2024", List.of(), Period.year(2024), Period::parse);
    private static final Grammar<String> YES = Grammar.words("value", List.of("true"), Function.identity());
    private static final Grammar<Priority> PRIORITY =
            Grammar.words("priority", List.of(Priority.values()), Priority::key);
    private static final Grammar<Programme> PROGRAMME =
            Grammar.words("programme", List.of(Programme.values()), Programme::key);

    private final YamlMap map;
    private final Measure measure;
    private final Period period;

    private SubjectEntry(YamlMap map) {
        this.map = map;
        this.measure = map.value("measure", MEASURE);
        this.period = map.value("period", PERIOD);
    }

    static Subject of(YamlMap map) {
        return new SubjectEntry(map).subject();
    }

    private Subject subject() {
        var part = part();
        return new Subject(
                institution(),
                map.valueOr("resources", RESOURCES, Resources.ALL),
                map.valueOr("stage", STAGE, Stage.SIGNED),
                place(),
                period,
                measure,
                part.flatMap(SubjectEntry::label).orElse(null),
                part.flatMap(this::ofPlace).orElse(null),
                against(),
                counts());
    }

    private Institution institution() {
        var institution = map.value("institution", INSTITUTION);
        if (map.isGood("institution", "measure") && measure == Measure.JOINT && institution != Institution.GROUP) {
            map.report(
                    "institution",
                    "what both institutions count is of the Group, got " + institution,
                    "write institution: GROUP");
        }
        return institution;
    }

    private Place place() {
        var within = map.map("within", "place").flatMap(SubjectEntry::innerPlace);
        var place = map.valueOr("place", Grammar.PLACE, within.orElse(Place.WORLD));
        if (map.isGood("place", "within") && within.isPresent() && !within.get().equals(place)) {
            var both = place.text() + " and " + within.get().text();
            map.report("place", "place and within.place differ: " + both, "give the place once");
        }
        return place;
    }

    private static Optional<Place> innerPlace(YamlMap inner) {
        var place = inner.value("place", Grammar.PLACE);
        return inner.isGood("place") ? Optional.of(place) : Optional.empty();
    }

    private Optional<YamlMap> part() {
        if (measure == Measure.SHARE && !map.has("of") && !map.has("out_of_reach")) {
            map.report("of", "a share needs of: what it is a share of", "add of: {climate: true} or another label");
        }
        if (measure == Measure.COUNT && map.has("of")) {
            map.report("of", "a count has no label", "say what it counts with counts");
        }
        var part = map.map("of", "climate cohesion priority programme place");
        part.filter(of -> of.isGood("key") && of.keys().size() != 1)
                .ifPresent(of -> of.report(
                        "of",
                        "of must name one label or place",
                        "expected one of climate, cohesion, priority, programme, place"));
        return part;
    }

    private static Optional<Label> label(YamlMap of) {
        if (of.has("place")) {
            return Optional.empty();
        }
        of.valueOr("climate", YES, "");
        of.valueOr("cohesion", YES, "");
        var priority = of.valueOr("priority", PRIORITY, of.has("cohesion") ? Priority.COHESION : Priority.CLIMATE);
        return Optional.of(of.has("programme") ? of.value("programme", PROGRAMME) : priority);
    }

    private Optional<Place> ofPlace(YamlMap of) {
        if (!of.has("place")) {
            return Optional.empty();
        }
        if (measure != Measure.SHARE && map.isGood("measure")) {
            of.report("place", "only a share is of a place", "write place: or within: beside the measure instead");
        }
        return innerPlace(of);
    }

    private @Nullable Period against() {
        if (!measure.isGrowth()) {
            if (map.isGood("measure") && map.has("against")) {
                map.report(
                        "against",
                        "only a growth is against earlier years",
                        "remove against, or write measure: growth");
            }
            return null;
        }
        var years = period.to() - period.from() + 1;
        var before = new Period(period.from() - years, period.from() - 1, false);
        var against = map.valueOr("against", PERIOD, before);
        if (map.isGood("period", "against") && (period.each() || against.each() || against.to() >= period.from())) {
            map.report(
                    "against",
                    "a growth needs earlier years, got " + period.text() + " against " + against.text(),
                    "expected years before the period, neither of them each");
            return before;
        }
        return against;
    }

    private String counts() {
        if (measure == Measure.COUNT) {
            return map.value("counts", WORD);
        }
        if (map.isGood("measure") && map.has("counts")) {
            map.report("counts", "only the measure count counts things", "remove counts, or write measure: count");
        }
        return "";
    }
}
