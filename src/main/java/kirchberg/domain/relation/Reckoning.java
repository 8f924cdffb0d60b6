package kirchberg.domain.relation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import org.jspecify.annotations.Nullable;

/**
 * Exact arithmetic on what figures may be. The result holds every value that comes of one value of each operand, and no
 * other; an end belongs to it only if some such values reach it. The operands are independent, and each is used once.
 */
public final class Reckoning {
    private Reckoning() {}

    public static Interval sum(List<Interval> terms) {
        return terms.stream().reduce(Reckoning::sum).orElse(Interval.closed(Quotient.ZERO, Quotient.ZERO));
    }

    public static Interval sum(Interval one, Interval other) {
        var high = one.high();
        var otherHigh = other.high();
        var most = high == null || otherHigh == null ? null : high.plus(otherHigh);
        return new Interval(
                one.low().plus(other.low()),
                one.lowOpen() || other.lowOpen(),
                most,
                most != null && (one.highOpen() || other.highOpen()));
    }

    /**
     * What is left of one amount after another has been taken out of it, as far as that is not below zero; empty if it
     * always is.
     */
    public static Optional<Interval> rest(Interval whole, Interval part) {
        if (whole.endsBefore(part)) {
            return Optional.empty();
        }
        var high = whole.high();
        var most = high == null ? null : high.minus(part.low());
        var mostOpen = most != null && (whole.highOpen() || part.lowOpen());
        var partHigh = part.high();
        var least = partHigh == null ? Quotient.ZERO : whole.low().minus(partHigh);
        var belowZero = partHigh == null || least.signum() < 0;
        return Optional.of(
                belowZero
                        ? new Interval(Quotient.ZERO, false, most, mostOpen)
                        : new Interval(least, whole.lowOpen() || part.highOpen(), most, mostOpen));
    }

    /** One times the other, neither below zero. */
    public static Interval product(Interval one, Interval other) {
        requireAtLeastZero(one);
        requireAtLeastZero(other);
        var low = one.low().times(other.low());
        var lowOpen = low.signum() == 0 ? !reachesZero(one) && !reachesZero(other) : one.lowOpen() || other.lowOpen();
        if (isZero(one) || isZero(other)) {
            return new Interval(Quotient.ZERO, false, Quotient.ZERO, false);
        }
        var high = one.high();
        var otherHigh = other.high();
        var most = high == null || otherHigh == null ? null : high.times(otherHigh);
        return new Interval(low, lowOpen, most, most != null && (one.highOpen() || other.highOpen()));
    }

    /**
     * One over the other, wherever the other is above zero; empty if it never is.
     *
     * @param numerator not below zero, like the other
     */
    public static Optional<Interval> quotient(Interval numerator, Interval denominator) {
        requireAtLeastZero(numerator);
        requireAtLeastZero(denominator);
        if (isZero(denominator)) {
            return Optional.empty();
        }
        var wide = denominator.high();
        var low = wide == null ? Quotient.ZERO : numerator.low().over(wide);
        var lowOpen = low.signum() == 0 ? !reachesZero(numerator) : numerator.lowOpen() || denominator.highOpen();
        var high = greatest(numerator, denominator.low());
        return Optional.of(new Interval(
                low,
                lowOpen,
                high,
                high != null && !isZero(numerator) && (numerator.highOpen() || denominator.lowOpen())));
    }

    private static @Nullable Quotient greatest(Interval numerator, Quotient narrow) {
        var high = numerator.high();
        if (isZero(numerator)) {
            return Quotient.ZERO;
        }
        return high == null || narrow.signum() == 0 ? null : high.over(narrow);
    }

    /** The same values, each less one: a growth from a multiple. */
    public static Interval lessOne(Interval multiple) {
        return multiple.moved(BigDecimal.ONE.negate());
    }

    /** Inverse of {@link #lessOne}. */
    public static Interval plusOne(Interval growth) {
        return growth.moved(BigDecimal.ONE);
    }

    private static boolean reachesZero(Interval interval) {
        return interval.low().signum() == 0 && !interval.lowOpen();
    }

    private static boolean isZero(Interval interval) {
        return interval.isPoint() && interval.low().signum() == 0;
    }

    private static void requireAtLeastZero(Interval interval) {
        if (interval.low().signum() < 0) {
            throw new IllegalArgumentException(
                    "Cannot multiply or divide: a figure must not be below 0, got " + interval.text());
        }
    }
}
