package kirchberg.domain.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kirchberg.domain.text.Language;
import kirchberg.domain.text.Sentence;

/**
 * Parts paragraphs into sentences. A sentence ends at {@code . ! ? …}, with the quotation marks and brackets that close
 * after it, if white space and then no lower-case letter follow. A full stop that belongs to an abbreviation, to a
 * single letter, to a number at the beginning of a paragraph or, in German, to an ordinal number ("3. Dezember") ends
 * none, unless a common word with a capital follows, as in "12 Mrd. Die".
 */
public final class Sentences {
    private static final Pattern END =
            Pattern.compile("(?<![.!?…])([.!?…]+)(?:[ \\u00A0\\u202F]?»)?[”’\"')\\]]*(?=\\s)");
    private static final Pattern FIRST_WORD = Pattern.compile("\\A[\\s\\u00A0\\u202F«„“”\"'(\\[]*(\\p{L}*)");
    private static final Pattern SINGLE_LETTERS = Pattern.compile("(?:\\p{L}\\.)+");
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}\\.");
    private static final Pattern LIST_NUMBER = Pattern.compile("(?s)\\s*\\(?\\d{1,2}[.)]\\z");

    private static final int LIST_NUMBER_LENGTH = 8;

    /** Letters before and after a full stop that are looked at. */
    private static final int NEAR = 80;

    private final TextRules rules;
    private final Language language;

    public Sentences(TextRules rules, Language language) {
        this.rules = rules;
        this.language = language;
    }

    /** The sentences of paragraphs, numbered from 1. */
    public List<Sentence> of(List<String> paragraphs) {
        var sentences = new ArrayList<Sentence>();
        for (var i = 0; i < paragraphs.size(); i++) {
            for (var text : parted(paragraphs.get(i))) {
                sentences.add(new Sentence(i + 1, sentences.size() + 1, text));
            }
        }
        return sentences;
    }

    private List<String> parted(String paragraph) {
        var parts = new ArrayList<String>();
        var begin = 0;
        var ends = END.matcher(paragraph);
        while (ends.find()) {
            var said = paragraph.substring(Math.max(begin, ends.end(1) - NEAR), ends.end(1));
            var isFirst = ends.end(1) - begin <= LIST_NUMBER_LENGTH
                    && LIST_NUMBER.matcher(said).matches();
            var next = paragraph.substring(ends.end(), Math.min(paragraph.length(), ends.end() + NEAR));
            if (!isFirst && isEnd(said, next)) {
                parts.add(paragraph.substring(begin, ends.end()).strip());
                begin = ends.end();
            }
        }
        parts.add(paragraph.substring(begin).strip());
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    private boolean isEnd(String said, String rest) {
        var first = FIRST_WORD.matcher(rest);
        var next = first.find() ? first.group(1) : "";
        if (!next.isEmpty() && Character.isLowerCase(next.codePointAt(0))) {
            return false;
        }
        if (!said.endsWith(".") || said.endsWith("..")) {
            return true;
        }
        return !isStopOfWord(lastWord(said)) || rules.isCommon(next.toLowerCase(Locale.ROOT), language);
    }

    private boolean isStopOfWord(String word) {
        return rules.isAbbreviation(word, language)
                || SINGLE_LETTERS.matcher(word).matches()
                || (language == Language.GERMAN && ORDINAL.matcher(word).matches());
    }

    private static String lastWord(String said) {
        var begin = said.length();
        while (begin > 0 && !isBetweenWords(said.charAt(begin - 1))) {
            begin--;
        }
        return said.substring(begin);
    }

    private static boolean isBetweenWords(char letter) {
        return Character.isWhitespace(letter) || "\u00A0\u202F([«„“\"'".indexOf(letter) >= 0;
    }
}
