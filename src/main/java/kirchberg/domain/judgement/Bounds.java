package kirchberg.domain.judgement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import org.jspecify.annotations.Nullable;

/** The least and the greatest value over every completion of what is unknown, exactly. */
final class Bounds {

    /**
     * An amount on its way into a sum.
     *
     * @param amount in EUR, any sign
     * @param low least part of the amount that counts in the numerator, 0 to 1
     * @param high greatest part
     * @param certain whether the amount belongs to the scope; if not, nobody can tell whether it does, wholly, in part
     *     or not at all
     */
    record Item(BigDecimal amount, BigDecimal low, BigDecimal high, boolean certain) {

        /** Least contribution to the numerator of an amount that belongs. */
        BigDecimal least() {
            return amount.multiply(amount.signum() < 0 ? high : low);
        }

        /** Greatest contribution to the numerator of an amount that belongs. */
        BigDecimal greatest() {
            return amount.multiply(amount.signum() < 0 ? low : high);
        }

        /** The mirror image: its greatest is the negative of the least. */
        Item mirrored() {
            return new Item(amount, high.negate(), low.negate(), certain);
        }

        boolean isKnown() {
            return certain && low.compareTo(high) == 0;
        }
    }

    private Bounds() {}

    /** Sum of the labelled amounts. */
    static Interval amount(List<Item> items) {
        return Interval.closed(
                sum(items, i -> i.certain() ? i.least() : i.least().min(BigDecimal.ZERO)),
                sum(items, i -> i.certain() ? i.greatest() : i.greatest().max(BigDecimal.ZERO)));
    }

    /**
     * Labelled amount over the whole amount, over all completions whose whole amount is above zero.
     *
     * @return empty if there is none, or if amounts below zero let the whole amount come as near to zero as one likes,
     *     so that the share has no bounds
     */
    static Optional<Interval> share(List<Item> items) {
        var least = sum(items, i -> i.certain() ? i.amount() : i.amount().min(BigDecimal.ZERO));
        var whole = sum(items, Item::amount);
        var neverBelowZero = items.stream().allMatch(i -> i.amount().signum() >= 0);
        if (least.signum() <= 0 && !(neverBelowZero && whole.signum() > 0)) {
            return Optional.empty();
        }
        var mirrored = greatestShare(items.stream().map(Item::mirrored).toList());
        return Optional.of(Interval.closed(
                new Quotient(mirrored.numerator().negate(), mirrored.denominator()), greatestShare(items)));
    }

    /**
     * One amount over another.
     *
     * @param numerator never below zero
     * @return empty if the denominator is never above zero; no upper end if it may be zero
     */
    static Optional<Interval> ratio(Interval numerator, Interval denominator) {
        var wide = denominator.high();
        if (wide != null && wide.numerator().signum() <= 0) {
            return Optional.empty();
        }
        var low = wide == null ? Quotient.ZERO : over(numerator.low(), wide);
        var high = numerator.high();
        var narrow = denominator.low();
        return Optional.of(
                Interval.closed(low, high == null || narrow.numerator().signum() <= 0 ? null : over(high, narrow)));
    }

    /**
     * A later amount over an earlier one, of different rows, over all values of the earlier one that are above zero.
     *
     * @return empty if the earlier one is never above zero; no upper end if it may come near zero, or if the later one
     *     has none
     */
    static Optional<Interval> growth(Interval later, Interval earlier) {
        var wide = earlier.high();
        var narrow = earlier.low();
        if (wide != null && wide.numerator().signum() <= 0) {
            return Optional.empty();
        }
        var nearZero = narrow.numerator().signum() <= 0;
        var falls = later.low().numerator().signum() < 0;
        if (falls && nearZero) {
            return Optional.empty();
        }
        var most = later.high();
        var low = falls ? over(later.low(), narrow) : wide == null ? Quotient.ZERO : over(later.low(), wide);
        return Optional.of(Interval.closed(low, most == null ? null : greatestGrowth(most, earlier)));
    }

    private static @Nullable Quotient greatestGrowth(Quotient most, Interval earlier) {
        var wide = earlier.high();
        if (most.numerator().signum() <= 0) {
            return wide == null ? Quotient.ZERO : over(most, wide);
        }
        return earlier.low().numerator().signum() <= 0 ? null : over(most, earlier.low());
    }

    /**
     * Dinkelbach's iteration: with a share that is reached, choose for every amount what gains most over that share;
     * what this choice gives is reached too; stop when nothing gains. Each step is exact, and there are finitely many
     * choices, so the end is the greatest share itself.
     */
    private static Quotient greatestShare(List<Item> items) {
        var reached = new Quotient(sum(items, Item::greatest), sum(items, Item::amount));
        while (true) {
            var share = reached;
            var chosen = items.stream()
                    .filter(i -> i.certain() || gain(i, share).signum() > 0)
                    .toList();
            if (sum(chosen, i -> gain(i, share)).signum() <= 0) {
                return reached;
            }
            reached = new Quotient(sum(chosen, Item::greatest), sum(chosen, Item::amount));
        }
    }

    /** What the amount adds to numerator - share x denominator at most, times the share's denominator. */
    private static BigDecimal gain(Item item, Quotient share) {
        return item.greatest()
                .multiply(share.denominator())
                .subtract(item.amount().multiply(share.numerator()));
    }

    private static Quotient over(Quotient numerator, Quotient denominator) {
        return new Quotient(
                numerator.numerator().multiply(denominator.denominator()),
                numerator.denominator().multiply(denominator.numerator()));
    }

    private static BigDecimal sum(List<Item> items, Function<Item, BigDecimal> part) {
        return items.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
