package kirchberg.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact quotient of two decimals. Shares and ratios stay quotients until they are shown, so that no comparison ever
 * sees a rounded value.
 *
 * @param numerator any decimal
 * @param denominator above zero
 */
public record Quotient(BigDecimal numerator, BigDecimal denominator) implements Comparable<Quotient> {
    public static final Quotient ZERO = of(BigDecimal.ZERO);
    public static final Quotient ONE = of(BigDecimal.ONE);

    public Quotient {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException(
                    "Cannot make a quotient: denominator must be above 0, got " + denominator);
        }
    }

    public static Quotient of(BigDecimal value) {
        return new Quotient(value, BigDecimal.ONE);
    }

    public Quotient plus(Quotient other) {
        return new Quotient(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Quotient minus(Quotient other) {
        return plus(new Quotient(other.numerator.negate(), other.denominator));
    }

    public Quotient times(Quotient other) {
        return new Quotient(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * This one divided by another.
     *
     * @param other above zero
     */
    public Quotient over(Quotient other) {
        return new Quotient(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public int signum() {
        return numerator.signum();
    }

    /** The value rounded once, at the edge. */
    public BigDecimal rounded(int scale, RoundingMode mode) {
        return numerator.divide(denominator, scale, mode);
    }

    /** Plain text for machines: exact where it can be written in 12 digits after the point, else rounded half up. */
    public String plain() {
        var value = rounded(12, RoundingMode.HALF_UP).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0, RoundingMode.UNNECESSARY).toPlainString() : value.toPlainString();
    }

    /** Inverse of {@link #plain()}. */
    public static Quotient parse(String plain) {
        return of(new BigDecimal(plain, MathContext.UNLIMITED));
    }

    @Override
    public int compareTo(Quotient other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Equal in value: 2/4 is 1/2. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Quotient q && compareTo(q) == 0;
    }

    @Override
    public int hashCode() {
        return rounded(12, RoundingMode.HALF_UP).stripTrailingZeros().hashCode();
    }
}
