package kirchberg.domain.place;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ways to write one name: with and without diacritics, with ae, oe, ue, with spaces for hyphens, either apostrophe. */
final class Spelling {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Letters that no decomposition turns into plain ones. */
    private static final Map<String, String> PLAIN = Map.of(
            "ø", "o", "ł", "l", "đ", "d", "ß", "ss", "æ", "ae", "œ", "oe", "ħ", "h", "ı", "i", "ð", "d", "þ", "th");

    /** What typists without the letters write in German and the Nordic languages. */
    private static final Map<String, String> WRITTEN_OUT =
            Map.of("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe");

    private Spelling() {}

    /** All spellings of a name, in lower case; the first is the name itself. */
    static Set<String> all(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(lower, plain(lower), plain(replaced(lower, WRITTEN_OUT)))
                .flatMap(s -> Stream.of(s, s.replace('-', ' ')))
                .flatMap(s -> Stream.of(s, s.replace('\'', '’')))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String plain(String lower) {
        var decomposed = Normalizer.normalize(replaced(lower, PLAIN), Normalizer.Form.NFD);
        return MARKS.matcher(decomposed).replaceAll("");
    }

    private static String replaced(String text, Map<String, String> letters) {
        var result = text;
        for (var letter : letters.entrySet()) {
            result = result.replace(letter.getKey(), letter.getValue());
        }
        return result;
    }
}
