package kirchberg.domain.finding;

import kirchberg.domain.Interval;
import kirchberg.domain.claim.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The same printed figure, read of something near.
 *
 * @param name what is different, in a few words: "the EIB alone", "a year earlier", "counted by name"
 * @param subject what the figure is read of
 * @param countedBy key of a count of operations; empty for other measures, and for the key of the claim itself
 * @param possible what the portfolio allows; null where the data do not speak of it
 * @param verdict in the conventional reading
 * @param isBest whether this one fits best among those that fit better than the claim itself
 */
public record Neighbour(
        String name,
        Subject subject,
        String countedBy,
        @Nullable Interval possible,
        Verdict verdict,
        boolean isBest) {}
