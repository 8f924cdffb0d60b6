package kirchberg.domain.words;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Hedge;

/** What the column {@code value} of a word list may hold. */
public enum Worth {
    NOTHING("nothing", String::isEmpty),
    /** Digits, with or without decimals after a point. */
    NUMBER("a number such as 12 or 1.5", value -> value.matches("\\d{1,6}(\\.\\d)?")),
    /** Of a whole number. */
    PER_CENT("per cent, such as 50", value -> value.matches("\\d{1,2}")),
    TEXT("words", value -> !value.isBlank()),
    HEDGE(names(Hedge.values()), value -> Set.of(names(Hedge.values()).split(" or ")).contains(value)),
    INSTITUTION(
            names(Institution.values()),
            value -> Set.of(names(Institution.values()).split(" or ")).contains(value)),
    STAGE(names(Stage.values()), value -> Set.of(names(Stage.values()).split(" or ")).contains(value)),
    LABEL(
            Label.all().stream().map(Label::key).collect(Collectors.joining(" or ")),
            value -> Label.all().stream().anyMatch(label -> label.key().equals(value))),
    PLACE("WORLD, EU, NON_EU, a country code or region:KEY", Worth::isPlace);

    private final String expected;
    private final Predicate<String> accepts;

    Worth(String expected, Predicate<String> accepts) {
        this.expected = expected;
        this.accepts = accepts;
    }

    /** What is accepted, for people. */
    public String expected() {
        return expected;
    }

    public boolean accepts(String value) {
        return accepts.test(value);
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
