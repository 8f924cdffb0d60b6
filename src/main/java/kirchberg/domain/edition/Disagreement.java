package kirchberg.domain.edition;

import java.util.List;
import kirchberg.domain.text.Mention;

/**
 * Something that two versions, or two sentences of one, do not say alike.
 *
 * @param mentions the numbers that disagree: one where the other version has none, else two
 * @param versions names of the editions of the mentions, in the same order
 * @param why one sentence
 */
public record Disagreement(Kind kind, List<Mention> mentions, List<String> versions, String why) {

    /** What is not alike. */
    public enum Kind {
        /** The same thing with two numbers. */
        FIGURE,
        /** One number, softened in two ways that allow different things. */
        HEDGE,
        /** One number, said of two institutions, places, periods or measures. */
        SUBJECT,
        /** A figure that the other version does not have. */
        ONE_VERSION_ONLY,
        /** A floor and a ceiling on one number within one version. */
        FLOOR_AND_CEILING
    }

    public Disagreement {
        mentions = List.copyOf(mentions);
        versions = List.copyOf(versions);
    }
}
