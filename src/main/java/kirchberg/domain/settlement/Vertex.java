package kirchberg.domain.settlement;

import java.math.BigDecimal;
import kirchberg.domain.Quotient;

/**
 * What a row, or a sum of rows, brings to a figure.
 *
 * @param numerator in EUR
 * @param denominator in EUR; of a plain amount, 1 for the sum of all rows and 0 for each of them
 */
public record Vertex(BigDecimal numerator, BigDecimal denominator) {
    public static final Vertex ORIGIN = new Vertex(BigDecimal.ZERO, BigDecimal.ZERO);

    public Vertex plus(Vertex other) {
        return new Vertex(numerator.add(other.numerator), denominator.add(other.denominator));
    }

    /** How far the quotient lies above a value, times a number above zero: its sign tells on which side it is. */
    BigDecimal above(Quotient value) {
        return numerator.multiply(value.denominator()).subtract(denominator.multiply(value.numerator()));
    }

    boolean isOrigin() {
        return numerator.signum() == 0 && denominator.signum() == 0;
    }
}
