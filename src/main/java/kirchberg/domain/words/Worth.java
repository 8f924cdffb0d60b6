package kirchberg.domain.words;

import java.util.Arrays;
import java.util.stream.Collectors;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Hedge;

/** What the column {@code value} of a word list may hold. */
public enum Worth {
    NOTHING("nothing"),
    /** Digits, with or without a decimal after a point. */
    NUMBER("a number such as 12 or 1.5"),
    /** Of a whole. */
    PER_CENT("per cent, such as 50"),
    TEXT("words"),
    HEDGE(names(Hedge.values())),
    INSTITUTION(names(Institution.values())),
    STAGE(names(Stage.values())),
    LABEL(Label.all().stream().map(Label::key).collect(Collectors.joining(" or "))),
    PLACE("WORLD, EU, NON_EU, a country code or region:KEY");

    private final String expected;

    Worth(String expected) {
        this.expected = expected;
    }

    /** What is accepted, for people. */
    public String expected() {
        return expected;
    }

    public boolean accepts(String value) {
        return switch (this) {
            case NOTHING -> value.isEmpty();
            case NUMBER -> value.matches("\\d{1,6}(\\.\\d)?");
            case PER_CENT -> value.matches("\\d{1,2}");
            case TEXT -> !value.isBlank();
            case PLACE -> isPlace(value);
            case HEDGE, INSTITUTION, STAGE, LABEL ->
                Arrays.asList(expected.split(" or ")).contains(value);
        };
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(" or "));
    }

    private static boolean isPlace(String value) {
        try {
            Place.parse(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
