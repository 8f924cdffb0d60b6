package kirchberg.extract.number;

import java.math.BigDecimal;
import java.util.Optional;
import kirchberg.domain.claim.Figure;

/**
 * A number with its unit.
 *
 * @param from number of its first token, which may be a currency
 * @param to number of the token after it
 * @param number digits, with decimals after a point
 * @param power of ten that the words multiply it with
 * @param unit what it is counted in
 * @param detail code of another currency, or why the number cannot be read; else empty
 */
public record Quantity(int from, int to, String number, int power, Unit unit, String detail) {

    /** What a number is counted in. */
    public enum Unit {
        EURO,
        OTHER_CURRENCY,
        /** A power of ten and no currency. */
        UNNAMED_MONEY,
        PERCENT,
        POINTS,
        MULTIPLE,
        THINGS,
        /** Neither a unit nor a thing after it. */
        BARE,
        MEASURE,
        DURATION,
        UNREADABLE
    }

    /** Longer than any figure; to move the point of a million digits would take minutes. */
    private static final int LONGEST = 40;

    Quantity as(Unit other) {
        return new Quantity(from, to, number, power, other, detail);
    }

    /** The number in the grammar of claim files; empty for units that it does not have, and for too many digits. */
    public Optional<Figure> figure() {
        return number.length() > LONGEST ? Optional.empty() : parsed();
    }

    private Optional<Figure> parsed() {
        try {
            return switch (unit) {
                case EURO -> Optional.of(Figure.parse(money()));
                case PERCENT -> Optional.of(Figure.parse(number + " %"));
                case MULTIPLE -> Optional.of(Figure.parse(plain() + " x"));
                case THINGS, BARE -> Optional.of(Figure.parse(plain()));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String money() {
        return switch (power) {
            case 3 -> number + " k EUR";
            case 6 -> number + " m EUR";
            case 9 -> number + " bn EUR";
            case 12 -> number + " tn EUR";
            default -> plain() + " EUR";
        };
    }

    /** Written out: claim files know powers of ten for money only. */
    private String plain() {
        return power == 0
                ? number
                : new BigDecimal(number)
                        .scaleByPowerOfTen(power)
                        .setScale(Math.max(0, scale() - power))
                        .toPlainString();
    }

    private int scale() {
        var point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point - 1;
    }
}
