package kirchberg.config.draft;

import java.util.Locale;
import java.util.stream.Collectors;

/** Texts as they stand in a YAML file. */
final class YamlText {
    private static final int COMMENT = 160;

    private YamlText() {}

    /** A value in double quotes; what does not show itself is escaped. */
    static String quoted(String text) {
        return text.codePoints().mapToObj(YamlText::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    /** A text on one line of a comment, cut if it is long. */
    static String comment(String text) {
        var line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\u2028\\u2029]+", " ")
                .strip();
        return line.codePointCount(0, line.length()) <= COMMENT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, COMMENT)) + "...";
    }

    private static String escaped(int letter) {
        return switch (letter) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> isPlain(letter) ? Character.toString(letter) : String.format(Locale.ROOT, "\\U%08X", letter);
        };
    }

    private static boolean isPlain(int letter) {
        var type = Character.getType(letter);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
