package kirchberg.domain;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where a claim or a source's coverage lies.
 *
 * @param kind what the code means
 * @param code ISO 3166 alpha-2 for a country, several in the order of the alphabet with a plus between them for
 *     countries, a key of {@code data/reference/regions.csv} for a region, else empty
 */
public record Place(Kind kind, String code) {
    public static final Place WORLD = new Place(Kind.WORLD, "");
    public static final Place EU = new Place(Kind.EU, "");
    public static final Place NON_EU = new Place(Kind.NON_EU, "");

    private static final String PLUS = "+";

    /** Countries whose English names take an article in a sentence. */
    private static final Set<String> WITH_ARTICLE =
            Set.of("AE", "BS", "CF", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "US");

    /**
     * WORLD is everywhere; EU and NON_EU go by membership on the signature date; COUNTRIES are all of them together.
     */
    public enum Kind {
        WORLD,
        EU,
        NON_EU,
        COUNTRIES,
        COUNTRY,
        REGION
    }

    /** The codes of a country or of countries; empty for other places. */
    public List<String> countryCodes() {
        return switch (kind) {
            case COUNTRY, COUNTRIES -> List.of(code.split("\\+"));
            case WORLD, EU, NON_EU, REGION -> List.of();
        };
    }

    /** Whether all of another place certainly lies in this one; where the EU lies, a code does not tell. */
    public boolean holds(Place other) {
        var codes = other.countryCodes();
        return equals(WORLD)
                || equals(other)
                || (!codes.isEmpty() && countryCodes().containsAll(codes));
    }

    /** The names of a country or of countries in English, or a code that has no name; empty for other places. */
    public List<String> countryNames() {
        return countryCodes().stream().map(Place::name).toList();
    }

    private static String name(String code) {
        return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /** The same in a sentence: "Serbia and Kosovo"; empty for other places. */
    public String countries() {
        return countryCodes().stream()
                .map(code -> (WITH_ARTICLE.contains(code) ? "the " : "") + name(code))
                .collect(Collectors.joining(", "))
                .replaceFirst(", ([^,]+)\\z", " and $1");
    }

    /** In plain words: worldwide, inside the EU, in Spain. */
    public String words() {
        return switch (kind) {
            case WORLD -> "worldwide";
            case EU -> "inside the EU";
            case NON_EU -> "outside the EU";
            case COUNTRY, COUNTRIES -> "in " + countries();
            case REGION -> "in the region " + code.replace('_', ' ');
        };
    }

    /**
     * Text as in claim files: WORLD, EU, NON_EU, a country code, codes as in {@code EE+LT+LV}, or {@code region:KEY}.
     */
    public String text() {
        return switch (kind) {
            case WORLD, EU, NON_EU -> kind.name();
            case COUNTRY, COUNTRIES -> code;
            case REGION -> "region:" + code;
        };
    }

    /** Inverse of {@link #text()}; a country code is any two upper case letters, and several come in any order. */
    public static Place parse(String text) {
        return switch (text) {
            case "WORLD" -> WORLD;
            case "EU" -> EU;
            case "NON_EU" -> NON_EU;
            default -> parseCode(text);
        };
    }

    private static Place parseCode(String text) {
        if (text.startsWith("region:")) {
            return new Place(Kind.REGION, text.substring("region:".length()));
        }
        if (text.matches("[A-Z]{2}")) {
            return new Place(Kind.COUNTRY, text);
        }
        if (text.matches("[A-Z]{2}(\\+[A-Z]{2})+")) {
            return countries(new TreeSet<>(List.of(text.split("\\+"))));
        }
        throw new IllegalArgumentException("Cannot read a place: got \"" + text
                + "\", expected WORLD, EU, NON_EU, a country code, codes as in EE+LT+LV," + " or region:KEY");
    }

    private static Place countries(TreeSet<String> codes) {
        return new Place(codes.size() == 1 ? Kind.COUNTRY : Kind.COUNTRIES, String.join(PLUS, codes));
    }
}
