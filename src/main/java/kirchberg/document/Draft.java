package kirchberg.document;

import java.util.List;

/**
 * A document as its format gives it.
 *
 * @param title empty if the format names none
 * @param languageTag as declared, such as {@code fr-FR}; empty if none is
 * @param day of publication as declared, ISO 8601; empty if none is
 * @param url empty if none is declared
 * @param paragraphs in the order of reading, each on one line
 */
record Draft(String title, String languageTag, String day, String url, List<String> paragraphs) {

    Draft {
        paragraphs = List.copyOf(paragraphs);
    }

    /** A document whose format declares nothing. */
    static Draft of(List<String> paragraphs) {
        return new Draft("", "", "", "", paragraphs);
    }
}
