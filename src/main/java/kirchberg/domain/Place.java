package kirchberg.domain;

/**
 * Where a claim or a source's coverage lies.
 *
 * @param kind what the code means
 * @param code ISO 3166 alpha-2 for a country, a key of {@code data/reference/regions.csv} for a region, else empty
 */
public record Place(Kind kind, String code) {
    public static final Place WORLD = new Place(Kind.WORLD, "");
    public static final Place EU = new Place(Kind.EU, "");
    public static final Place NON_EU = new Place(Kind.NON_EU, "");

    /** WORLD is everywhere; EU and NON_EU go by membership on the signature date. */
    public enum Kind {
        WORLD,
        EU,
        NON_EU,
        COUNTRY,
        REGION
    }

    /** Text as in claim files: WORLD, EU, NON_EU, a country code, or {@code region:KEY}. */
    public String text() {
        return switch (kind) {
            case WORLD, EU, NON_EU -> kind.name();
            case COUNTRY -> code;
            case REGION -> "region:" + code;
        };
    }

    /** Inverse of {@link #text()}; a country code is any two upper case letters. */
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
        throw new IllegalArgumentException(
                "Cannot read a place: got \"" + text + "\", expected WORLD, EU, NON_EU, a country code or region:KEY");
    }
}
