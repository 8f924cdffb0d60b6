package kirchberg.domain.words;

/**
 * One row of a word list.
 *
 * @param value what the words stand for, as the role has it
 * @param language two letters, or {@code *} for every language
 * @param words one way to write it or several, with {@code |} between them; {@code *} at an end of a word stands for
 *     any letters; words are compared without accents and case, but a capital letter here asks for one in the text
 */
public record Word(Role role, String value, String language, String words) {

    public Word {
        if (!role.worth().accepts(value)) {
            throw new IllegalArgumentException("Cannot use a word: wrong value for " + role + ", got \"" + value
                    + "\", expected " + role.worth().expected());
        }
        if (words.isBlank()) {
            throw new IllegalArgumentException("Cannot use a word: it is empty, got \"" + words + "\", expected words");
        }
    }
}
