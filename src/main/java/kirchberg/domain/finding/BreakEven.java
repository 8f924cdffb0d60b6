package kirchberg.domain.finding;

import kirchberg.domain.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Where between the least and the greatest possible value a claim begins and ceases to hold: 0 is the least value, 1
 * the greatest. Where only labels are unknown, it is the share of the unknown amount that has to belong to the
 * numerator.
 *
 * @param part the shares for which the claim holds, within 0 and 1; null if it holds for none
 */
public record BreakEven(@Nullable Interval part) {}
