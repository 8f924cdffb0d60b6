package kirchberg.domain.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import kirchberg.domain.words.Token.Kind;

/** Cuts a text into words, runs of digits and signs, in one pass. */
final class Tokens {
    private static final int SOFT_HYPHEN = 0xAD;
    /** Typographic signs, and the plain ones that word lists are written with. */
    private static final Map<String, String> PLAIN = Map.of(
            "\u2019", "'", "\u02BC", "'", "\u2018", "'", "\u2010", "-", "\u2011", "-", "\u2212", "-", "\u2013", "-",
            "\u2014", "\u2014");

    private Tokens() {}

    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        for (int i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            if (isSpace(c)) {
                i += Character.charCount(c);
                continue;
            }
            var kind = kind(c);
            var end = kind == Kind.SIGN ? i + Character.charCount(c) : end(text, i, d -> kind(d) == kind);
            tokens.add(token(text, i, end, kind));
            i = end;
        }
        return List.copyOf(tokens);
    }

    private static Token token(String text, int from, int to, Kind kind) {
        var printed = text.substring(from, to);
        var folded = kind == Kind.WORD ? fold(printed) : PLAIN.getOrDefault(printed, printed);
        return new Token(from, to, printed, folded, kind);
    }

    /** Lower case, without accents; ligatures as two letters. */
    static String fold(String word) {
        var plain = Normalizer.normalize(word, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(c -> isLetter(c) && !isMark(c) && c != SOFT_HYPHEN)
                .forEach(folded::appendCodePoint);
        return folded.toString().replace("ß", "ss").replace("œ", "oe").replace("æ", "ae");
    }

    private static int end(String text, int from, IntPredicate belongs) {
        var i = from;
        while (i < text.length() && belongs.test(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private static Kind kind(int c) {
        if (c >= '0' && c <= '9') {
            return Kind.DIGITS;
        }
        return isLetter(c) ? Kind.WORD : Kind.SIGN;
    }

    private static boolean isLetter(int c) {
        return Character.isLetter(c) || isMark(c) || c == SOFT_HYPHEN;
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200B || c == 0xFEFF;
    }
}
