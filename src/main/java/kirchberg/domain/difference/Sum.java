package kirchberg.domain.difference;

import java.math.BigDecimal;

/**
 * Rows and their money.
 *
 * @param eur sum of their amounts, in EUR
 */
public record Sum(long rows, BigDecimal eur) {
    public static final Sum NOTHING = new Sum(0, BigDecimal.ZERO.setScale(2));

    public Sum plus(Sum other) {
        return new Sum(rows + other.rows, eur.add(other.eur));
    }

    /** Whether both are the same, whatever the scale. */
    boolean matches(Sum other) {
        return rows == other.rows && eur.compareTo(other.eur) == 0;
    }

    @Override
    public String toString() {
        return rows + " rows of EUR " + eur.toPlainString();
    }
}
