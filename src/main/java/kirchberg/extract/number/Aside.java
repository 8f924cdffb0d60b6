package kirchberg.extract.number;

import kirchberg.domain.claim.Period;
import kirchberg.domain.text.NumberKind;
import org.jspecify.annotations.Nullable;

/**
 * A number that is no figure.
 *
 * @param from number of its first token
 * @param to number of the token after it
 * @param reason what it is, as the second half of a sentence
 * @param years the years that it names, if it is a year or a span of years
 */
public record Aside(
        int from,
        int to,
        NumberKind kind,
        String reason,
        @Nullable Period years) {

    static Aside of(int from, int to, NumberKind kind, String reason) {
        return new Aside(from, to, kind, reason, null);
    }
}
