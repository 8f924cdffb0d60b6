package kirchberg.domain.text;

/**
 * One sentence of a document.
 *
 * @param paragraph number of its paragraph, from 1
 * @param number number of the sentence in the document, from 1
 * @param text the sentence as printed
 */
public record Sentence(int paragraph, int number, String text) {}
