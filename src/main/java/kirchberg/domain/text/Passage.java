package kirchberg.domain.text;

/**
 * Where a number stands.
 *
 * @param sentence the sentence that prints it
 * @param from first character of the number in the sentence's text, from 0; a currency before it is part of it
 * @param to character after the number and its unit
 * @param words the text of the hedge, the number and its unit, as printed
 */
public record Passage(Sentence sentence, int from, int to, String words) {}
