package kirchberg.domain.edition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kirchberg.domain.text.Language;

/**
 * What must be known of the languages to make sentences of a text.
 *
 * @param abbreviations with their full stops, as printed, after which a sentence goes on
 * @param commonWords in lower case, each frequent in one of the languages and no word of the others
 */
public record TextRules(Map<Language, Set<String>> abbreviations, Map<Language, Set<String>> commonWords) {

    public TextRules {
        abbreviations = Map.copyOf(abbreviations);
        commonWords = Map.copyOf(commonWords);
    }

    /** One line of the data. */
    public record Word(Language language, String text) {}

    boolean isAbbreviation(String word, Language language) {
        return abbreviations.getOrDefault(language, Set.of()).contains(word);
    }

    boolean isCommon(String word, Language language) {
        return commonWords.getOrDefault(language, Set.of()).contains(word);
    }

    /** The languages of which anything is known. */
    List<Language> languages() {
        return List.of(Language.values());
    }
}
