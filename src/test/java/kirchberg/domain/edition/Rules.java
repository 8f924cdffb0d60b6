package kirchberg.domain.edition;

import java.util.Map;
import java.util.Set;
import kirchberg.domain.text.Language;

/** A few words of each language, enough for the tests of this room. */
final class Rules {
    static final TextRules FEW = new TextRules(
            Map.of(
                    Language.ENGLISH, Set.of("No.", "St.", "e.g.", "no."),
                    Language.FRENCH, Set.of("M.", "cf.", "art."),
                    Language.GERMAN, Set.of("Mrd.", "Mio.", "bzw.")),
            Map.of(
                    Language.ENGLISH, Set.of("the", "and", "of", "by"),
                    Language.FRENCH, Set.of("les", "dans", "une", "pour"),
                    Language.GERMAN, Set.of("die", "und", "der", "das")));

    private Rules() {}
}
