package kirchberg.domain.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages in which figures are found. */
public enum Language {
    FRENCH("fr"),
    ENGLISH("en"),
    GERMAN("de");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** Two letters of ISO 639-1, lower case. */
    public String code() {
        return code;
    }

    /** The language of a tag such as {@code fr} or {@code de-AT}; empty for a language that is not read. */
    public static Optional<Language> of(String tag) {
        var code = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return Stream.of(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }
}
