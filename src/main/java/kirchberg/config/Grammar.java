package kirchberg.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kirchberg.domain.Nearest;
import kirchberg.domain.Place;

/**
 * How the text of a value is read.
 *
 * @param what it is, for messages
 * @param expected what is accepted, for messages
 * @param words that are accepted, if they can be listed, to find the nearest to a misspelt one
 * @param standIn takes the place of a value that cannot be read, so that reading goes on to the next problem
 * @param parse reads the text; throws IllegalArgumentException or DateTimeException if it cannot
 */
record Grammar<T>(String what, String expected, List<String> words, T standIn, Function<String, T> parse) {
    /** Pattern of one or more characters of which none is a line break, another control, or turns text around. */
    static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+";

    static final Grammar<LocalDate> DATE =
            new Grammar<>("date", "a day, as in 2025-12-04", List.of(), LocalDate.EPOCH, Grammar::day);
    static final Grammar<Boolean> FLAG = words("value", List.of(true, false), String::valueOf);
    static final Grammar<String> LINE =
            new Grammar<>("text", "text, not empty, without control characters", List.of(), "", Grammar::line);
    static final Grammar<String> URL = text("url", "https?://\\S+", "an address that begins with https://, or nothing");

    static final Grammar<Place> PLACE = new Grammar<>(
            "place",
            "WORLD, EU, NON_EU, a country code such as FR, codes as in EE+LT+LV, or region:KEY",
            List.of("WORLD", "EU", "NON_EU"),
            Place.WORLD,
            Grammar::place);

    private static LocalDate day(String text) {
        if (text.length() != "2025-12-04".length()) {
            throw new IllegalArgumentException(text);
        }
        return LocalDate.parse(text);
    }

    /** Line breaks of a folded YAML text are blanks. */
    private static String line(String text) {
        var line = text.replaceAll("\\s+", " ");
        if (!line.matches(PRINTABLE)) {
            throw new IllegalArgumentException(line);
        }
        return line;
    }

    private static Place place(String text) {
        if (text.startsWith("region:") && !text.matches("region:\\w+")) {
            throw new IllegalArgumentException(text);
        }
        return Place.parse(text);
    }

    /** A text of one shape. */
    static Grammar<String> text(String what, String pattern, String expected) {
        return new Grammar<>(what, expected, List.of(), "", text -> {
            if (!text.matches(pattern)) {
                throw new IllegalArgumentException(expected);
            }
            return text;
        });
    }

    /** A whole number, both ends included. */
    static Grammar<Long> whole(String what, long least, long most) {
        var expected = "a whole number from " + least + " to " + most;
        return new Grammar<>(what, expected, List.of(), least, text -> {
            if (!text.matches("\\d{1,18}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
                throw new IllegalArgumentException(expected);
            }
            return Long.parseLong(text);
        });
    }

    /** One of a few words, each the name of a value. */
    static <T> Grammar<T> words(String what, List<T> values, Function<T, String> name) {
        var byName = new LinkedHashMap<String, T>();
        values.forEach(value -> byName.put(name.apply(value), value));
        var expected = String.join(", ", byName.keySet());
        return new Grammar<>(what, expected, List.copyOf(byName.keySet()), values.get(0), text -> {
            var value = byName.get(text);
            if (value == null) {
                throw new IllegalArgumentException(expected);
            }
            return value;
        });
    }

    /** One of an enum's constants, written as they are. */
    static <E extends Enum<E>> Grammar<E> constants(String what, E[] constants) {
        return words(what, List.of(constants), E::name);
    }

    /** The value; empty if the text is not accepted. */
    Optional<T> read(String text) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A text from a file, made fit for one line on a terminal. */
    static String shown(String text, int longest) {
        var safe = text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", " ");
        return safe.length() <= longest ? safe : safe.substring(0, longest) + "...";
    }

    /** What is wrong with a text that is not accepted. */
    String message(String text) {
        return (words.isEmpty() ? "cannot read " : "unknown ") + what + " " + text;
    }

    /** What to do about a text that is not accepted. */
    String help(String text) {
        return Nearest.to(text, words)
                .map(word -> "did you mean " + word + "? (" + expected + ")")
                .orElse("expected " + expected);
    }
}
