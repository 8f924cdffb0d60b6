package kirchberg.domain.words;

import java.util.ArrayList;
import java.util.List;

/** One way to write a word of a list, ready for comparing. */
record Phrase(Word word, List<Piece> pieces) {

    /**
     * One token of it.
     *
     * @param written as the list has it, without the star
     * @param folded the same, lower case and without accents
     * @param opening whether any letters may follow
     * @param closing whether any letters may stand before
     */
    private record Piece(String written, String folded, boolean opening, boolean closing) {

        static Piece of(String text) {
            var written = text.replace("*", "");
            var folded = Tokens.of(written).stream().map(Token::folded).reduce("", String::concat);
            return new Piece(written, folded, text.endsWith("*"), text.startsWith("*"));
        }

        boolean matches(Token token) {
            if (opening) {
                return token.folded().startsWith(folded) && isAsCapital(token.text());
            }
            return closing
                    ? token.folded().endsWith(folded)
                    : token.folded().equals(folded) && isAsCapital(token.text());
        }

        /** A capital letter of the list asks for one in the text; a small one asks for nothing. */
        private boolean isAsCapital(String text) {
            for (int i = 0; i < Math.min(written.length(), text.length()); i++) {
                if (Character.isUpperCase(written.charAt(i)) && !Character.isUpperCase(text.charAt(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    static Phrase of(Word word, String written) {
        var pieces = new ArrayList<String>();
        var open = false;
        for (var token : Tokens.of(written)) {
            var star = token.text().equals("*");
            if (!pieces.isEmpty() && (open || (star && !isSpaced(written, token)))) {
                pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + token.text());
            } else {
                pieces.add(token.text());
            }
            open = star && (pieces.get(pieces.size() - 1).length() == 1);
        }
        return new Phrase(word, pieces.stream().map(Piece::of).toList());
    }

    private static boolean isSpaced(String written, Token token) {
        return written.charAt(token.from() - 1) == ' ';
    }

    /** Folded first piece, if it stands for one word only; empty if it is open at an end. */
    String key() {
        var first = pieces.get(0);
        return first.opening() || first.closing() ? "" : first.folded();
    }

    boolean stands(List<Token> tokens, int at) {
        if (at + pieces.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < pieces.size(); i++) {
            if (!pieces.get(i).matches(tokens.get(at + i))) {
                return false;
            }
        }
        return true;
    }
}
