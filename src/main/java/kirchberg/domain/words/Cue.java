package kirchberg.domain.words;

/**
 * Words of a list in a line of text.
 *
 * @param from number of its first token, from 0
 * @param to number of the token after it
 */
public record Cue(Role role, String value, int from, int to) {}
