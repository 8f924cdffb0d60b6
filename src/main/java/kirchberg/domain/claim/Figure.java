package kirchberg.domain.claim;

import java.math.BigDecimal;

/**
 * A printed number.
 *
 * @param printed the figure as the claim file gives it, such as {@code 89 bn EUR} or {@code 50 %}
 * @param value the number in base units: EUR, a share from 0 to 1, a count, a multiple
 * @param unit what it counts
 * @param lastPrinted weight of the last printed digit, in base units (u1)
 * @param lastNonZero weight of the last digit that is not zero, in base units (u2)
 */
public record Figure(String printed, BigDecimal value, Unit unit, BigDecimal lastPrinted, BigDecimal lastNonZero) {}
