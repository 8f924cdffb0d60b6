package kirchberg.read.reference;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import kirchberg.domain.Problem;
import kirchberg.domain.place.Gazetteer;
import kirchberg.domain.place.PlaceContext;
import kirchberg.domain.place.PlaceName;
import kirchberg.read.reference.ReferenceFile.Entry;
import kirchberg.table.Financings;

/** The gazetteer: names of places, and the words around them that tell what they mean. */
final class ReferencePlaces {
    private static final String NAME = "place_name";
    private static final String COUNTRY = "country";
    private static final String NUTS2 = Financings.NUTS2.name();
    private static final String KIND = "kind";
    private static final String CONTEXT = "context";
    private static final String SECTORS = "sectors";
    private static final String EFFECT = "effect";
    private static final String PATTERN = "pattern";
    private static final Set<String> KINDS = Set.of("NUTS1", "NUTS2", "NUTS3", "CITY", "AREA");
    private static final Pattern LIST = Pattern.compile(";");

    private final ReferenceFile names;
    private final ReferenceFile contexts;

    /**
     * Reads both files; what is wrong with them is added to the problems.
     *
     * @param regions NUTS-2 codes that a name may lie in
     * @param sectors keys that a context may name
     */
    ReferencePlaces(Path folder, Set<String> regions, Set<String> sectors, List<Problem> problems) {
        names = new ReferenceFile(folder.resolve("gazetteer.csv"), List.of(NAME, COUNTRY, NUTS2, KIND), problems);
        names.require(NAME, ReferenceFile.matches("[\\p{L}].*"), "a name that begins with a letter");
        names.requireOneOf(COUNTRY, regions.stream().map(r -> r.substring(0, 2)).collect(Collectors.toSet()));
        names.require(NUTS2, code -> code.isEmpty() || regions.contains(code), "a code of cohesion_regions or nothing");
        names.requireOneOf(KIND, KINDS);
        requireOneRegionEach();
        contexts = new ReferenceFile(
                folder.resolve("place_contexts.csv"), List.of(CONTEXT, SECTORS, EFFECT, PATTERN), problems);
        contexts.requireUnique(CONTEXT);
        contexts.require(SECTORS, text -> sectors.containsAll(list(text)), "keys of sectors parted by semicolons");
        contexts.requireOneOf(
                EFFECT,
                Arrays.stream(PlaceContext.Effect.values()).map(Enum::name).collect(Collectors.toSet()));
        contexts.require(PATTERN, ReferencePlaces::isPattern, "a regular expression");
    }

    /** Only if there were no problems. */
    Gazetteer gazetteer() {
        return new Gazetteer(
                names.entries().stream().map(ReferencePlaces::name).toList(),
                contexts.entries().stream().map(ReferencePlaces::context).toList());
    }

    /** A name twice in one country, or two names that are written alike and lie in different regions. */
    private void requireOneRegionEach() {
        var first = new HashMap<String, Entry>();
        for (var entry : names.entries()) {
            var name = name(entry);
            if (name.nuts2() != null && !name.nuts2().startsWith(name.country())) {
                note(entry, NUTS2, "it lies in another country", name.country() + " and two more characters");
            }
            for (var spelling : name.spellings()) {
                var before = first.putIfAbsent(name.country() + " " + spelling, entry);
                if (before != null && clash(before, entry)) {
                    note(entry, NAME, "it is there in line " + before.line() + " too", "one entry and one region");
                    break;
                }
            }
        }
    }

    private static boolean clash(Entry one, Entry other) {
        return !one.text(NUTS2).equals(other.text(NUTS2))
                || one.text(NAME)
                        .toLowerCase(Locale.ROOT)
                        .equals(other.text(NAME).toLowerCase(Locale.ROOT));
    }

    private void note(Entry entry, String column, String why, String expected) {
        names.note(
                entry.line(),
                entry.text(column),
                "Cannot use " + column + ": " + why + ", got \"" + entry.text(column) + "\", expected " + expected);
    }

    private static PlaceName name(Entry entry) {
        var nuts2 = entry.text(NUTS2);
        return new PlaceName(entry.text(NAME), entry.text(COUNTRY), nuts2.isEmpty() ? null : nuts2);
    }

    private static PlaceContext context(Entry entry) {
        return new PlaceContext(
                entry.text(CONTEXT),
                list(entry.text(SECTORS)),
                PlaceContext.Effect.valueOf(entry.text(EFFECT)),
                entry.text(PATTERN));
    }

    private static Set<String> list(String text) {
        return LIST.splitAsStream(text).filter(t -> !t.isEmpty()).collect(Collectors.toSet());
    }

    private static boolean isPattern(String text) {
        try {
            var sample = new PlaceContext("", Set.of(), PlaceContext.Effect.IGNORED, text);
            Pattern.compile(sample.overMarkedText());
            return !text.isEmpty();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
