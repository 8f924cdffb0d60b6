package kirchberg.domain.text;

/**
 * One number in a text: where it stands, how it is read, what it speaks of, and what can be done with it.
 *
 * @param reason one sentence: why it is checkable or not
 */
public record Mention(Passage passage, Reading reading, Subject subject, Checkability checkability, String reason) {}
