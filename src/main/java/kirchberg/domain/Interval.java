package kirchberg.domain;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is possible between two ends, each with or without the end itself.
 *
 * @param low least value
 * @param lowOpen true if {@code low} itself is left out
 * @param high greatest value, null if there is no upper limit
 * @param highOpen true if {@code high} itself is left out
 */
public record Interval(
        Quotient low, boolean lowOpen, @Nullable Quotient high, boolean highOpen) {

    private static final String SEPARATOR = ", ";
    private static final String UNLIMITED = "+inf)";

    public Interval {
        if (high != null && low.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    "Cannot make an interval: low must not exceed high, got " + low.plain() + " and " + high.plain());
        }
    }

    public static Interval closed(Quotient low, @Nullable Quotient high) {
        return new Interval(low, false, high, false);
    }

    public static Interval closed(BigDecimal low, @Nullable BigDecimal high) {
        return closed(Quotient.of(low), high == null ? null : Quotient.of(high));
    }

    /** [low, high). */
    public static Interval below(BigDecimal low, BigDecimal high) {
        return new Interval(Quotient.of(low), false, Quotient.of(high), true);
    }

    /** (low, high], or (low, infinity) where high is null. */
    public static Interval above(BigDecimal low, @Nullable BigDecimal high) {
        return new Interval(Quotient.of(low), true, high == null ? null : Quotient.of(high), false);
    }

    /** Text as in tables: {@code [0.55, 0.6)}; an open upper end is {@code +inf)}. */
    public String text() {
        return (lowOpen ? "(" : "[")
                + low.plain()
                + SEPARATOR
                + (high == null ? UNLIMITED : high.plain() + (highOpen ? ")" : "]"));
    }

    /** Inverse of {@link #text()}. */
    public static Interval parse(String text) {
        var ends = text.substring(1).split(SEPARATOR, 2);
        var high = ends[1].equals(UNLIMITED) ? null : Quotient.parse(ends[1].substring(0, ends[1].length() - 1));
        return new Interval(Quotient.parse(ends[0]), text.startsWith("("), high, high != null && text.endsWith(")"));
    }

    /** Whether every value of the other interval is a value of this one. */
    public boolean contains(Interval other) {
        var lows = other.low.compareTo(low);
        var lowInside = lows > 0 || (lows == 0 && (!lowOpen || other.lowOpen));
        return lowInside && containsUpTo(other.high, other.highOpen);
    }

    private boolean containsUpTo(@Nullable Quotient otherHigh, boolean otherOpen) {
        if (high == null) {
            return true;
        }
        if (otherHigh == null) {
            return false;
        }
        var highs = otherHigh.compareTo(high);
        return highs < 0 || (highs == 0 && (!highOpen || otherOpen));
    }

    /** Whether no value belongs to both. */
    public boolean isDisjoint(Interval other) {
        return endsBefore(other) || other.endsBefore(this);
    }

    /** Whether every value of this one is below every value of the other. */
    public boolean endsBefore(Interval other) {
        if (high == null) {
            return false;
        }
        var gap = high.compareTo(other.low);
        return gap < 0 || (gap == 0 && (highOpen || other.lowOpen));
    }

    /** The values that belong to both; empty if there are none. */
    public Optional<Interval> meeting(Interval other) {
        if (isDisjoint(other)) {
            return Optional.empty();
        }
        var later = startsAfter(other) ? this : other;
        var sooner = stopsBefore(other) ? this : other;
        return Optional.of(new Interval(later.low, later.lowOpen, sooner.high, sooner.highOpen));
    }

    /** The least interval that has every value of both. */
    public Interval hull(Interval other) {
        var sooner = startsAfter(other) ? other : this;
        var later = stopsBefore(other) ? other : this;
        return new Interval(sooner.low, sooner.lowOpen, later.high, later.highOpen);
    }

    /** The same values, each so much higher; lower if below zero. */
    public Interval moved(BigDecimal by) {
        var distance = Quotient.of(by);
        return new Interval(low.plus(distance), lowOpen, high == null ? null : high.plus(distance), highOpen);
    }

    private boolean startsAfter(Interval other) {
        var lows = low.compareTo(other.low);
        return lows > 0 || (lows == 0 && lowOpen);
    }

    private boolean stopsBefore(Interval other) {
        if (high == null || other.high == null) {
            return high != null;
        }
        var highs = high.compareTo(other.high);
        return highs < 0 || (highs == 0 && highOpen);
    }

    /** Whether there is one value and no other. */
    public boolean isPoint() {
        return high != null && low.compareTo(high) == 0;
    }
}
