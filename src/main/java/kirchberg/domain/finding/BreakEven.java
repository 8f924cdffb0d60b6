package kirchberg.domain.finding;

import java.math.BigDecimal;
import java.util.Optional;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import org.jspecify.annotations.Nullable;

/**
 * Where between the least and the greatest possible value a claim begins and ceases to hold: 0 is the completion of
 * what is unknown that gives the least value, 1 the one that gives the greatest. On the way, numerator and denominator
 * move in equal steps. Where only labels are unknown, the denominator stands still, and it is the share of the unknown
 * amount that has to belong to the numerator.
 *
 * @param part the shares for which the claim holds, within 0 and 1; null if it holds for none
 */
public record BreakEven(@Nullable Interval part) {

    /**
     * The break-even of a figure.
     *
     * @param possible what the portfolio allows; its ends are quotients of the numerators and denominators of the two
     *     extreme completions
     * @param said what the words allow
     * @return empty if nothing is unknown, or if there is no greatest value
     */
    public static Optional<BreakEven> of(Interval possible, Interval said) {
        var least = possible.low();
        var greatest = possible.high();
        if (greatest == null || greatest.equals(least)) {
            return Optional.empty();
        }
        return Optional.of(new BreakEven(said.isDisjoint(possible) ? null : part(least, greatest, said)));
    }

    private static Interval part(Quotient least, Quotient greatest, Interval said) {
        var beginsInside = said.low().compareTo(least) >= 0;
        var high = said.high();
        if (high == null || high.compareTo(greatest) > 0) {
            return new Interval(from(least, greatest, said), beginsInside && said.lowOpen(), Quotient.ONE, false);
        }
        return new Interval(
                from(least, greatest, said),
                beginsInside && said.lowOpen(),
                way(least, greatest, high),
                said.highOpen());
    }

    private static Quotient from(Quotient least, Quotient greatest, Interval said) {
        return said.low().compareTo(least) >= 0 ? way(least, greatest, said.low()) : Quotient.ZERO;
    }

    /**
     * How far from the least to the greatest a value lies: p with (n1 + p (n2 - n1)) / (d1 + p (d2 - d1)) = value. With
     * denominators above zero, that fraction only rises, so there is one.
     */
    private static Quotient way(Quotient least, Quotient greatest, Quotient value) {
        var fromLeast = above(value, least).negate();
        return new Quotient(fromLeast, fromLeast.add(above(value, greatest)));
    }

    /** Numerator - value x denominator, times the value's denominator: above zero where the quotient is greater. */
    private static BigDecimal above(Quotient value, Quotient quotient) {
        return quotient.numerator()
                .multiply(value.denominator())
                .subtract(quotient.denominator().multiply(value.numerator()));
    }
}
