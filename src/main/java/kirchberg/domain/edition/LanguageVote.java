package kirchberg.domain.edition;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.text.Language;

/**
 * Tells the language of a text by counting common words of which each belongs to one language. The language with the
 * most is taken if it has at least three, at least twice as many as the next, and at least one in twenty of all words.
 *
 * @param counts common words found, per language
 * @param words all words
 */
public record LanguageVote(Map<Language, Long> counts, long words) {
    private static final int LEAST = 3;
    private static final int TIMES_THE_NEXT = 2;
    private static final int ONE_IN = 20;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    public LanguageVote {
        counts = Map.copyOf(counts);
    }

    public static LanguageVote of(List<String> paragraphs, TextRules rules) {
        var words = paragraphs.stream().flatMap(LanguageVote::words).toList();
        var counts = rules.languages().stream()
                .collect(Collectors.toMap(
                        language -> language,
                        language -> words.stream()
                                .filter(word -> rules.isCommon(word, language))
                                .count()));
        return new LanguageVote(counts, words.size());
    }

    /** The language that wins; empty if none does clearly. */
    public Optional<Language> winner() {
        var order = counts.entrySet().stream()
                .sorted(Map.Entry.<Language, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        var most = order.get(0).getValue();
        var next = order.get(1).getValue();
        var clear = most >= LEAST && most >= TIMES_THE_NEXT * next && most * ONE_IN >= words;
        return clear ? Optional.of(order.get(0).getKey()) : Optional.empty();
    }

    /** The count as people read it, such as "en 3, fr 41 of 200 words". */
    public String text() {
        var byCode = new TreeMap<String, Long>();
        counts.forEach((language, count) -> byCode.put(language.code(), count));
        return byCode.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(", ")) + " of " + words + " words";
    }

    private static Stream<String> words(String paragraph) {
        return WORD.matcher(paragraph.toLowerCase(Locale.ROOT)).results().map(found -> found.group());
    }
}
