package kirchberg.domain.words;

/**
 * A word, a run of digits, or a sign.
 *
 * @param from first character in the text, from 0
 * @param to character after it
 * @param text as printed
 * @param folded lower case and without accents, for comparing
 */
public record Token(int from, int to, String text, String folded, Kind kind) {

    /** What a token is made of. */
    public enum Kind {
        WORD,
        DIGITS,
        SIGN
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    public boolean isDigits() {
        return kind == Kind.DIGITS;
    }
}
