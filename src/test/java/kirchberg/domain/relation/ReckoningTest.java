package kirchberg.domain.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The reckoned interval holds what comes of every value of the operands, and no more: by trying values out. */
final class ReckoningTest {
    private static final long SEED = Long.getLong("seed", 20_251_204L);
    private static final int ROUNDS = 3_000;
    private static final Quotient NEAR = quotient("0.0001");
    private static final Quotient FAR = quotient("1000000");

    private final Random random = new Random(SEED);

    @Test
    void a_sum_holds_every_sum_and_no_more() {
        for (int i = 0; i < ROUNDS; i++) {
            var one = any();
            var other = any();
            check(Optional.of(Reckoning.sum(one, other)), tried(one, other, Quotient::plus, v -> true), one, other);
        }
    }

    @Test
    void a_rest_holds_every_difference_that_is_not_below_zero_and_no_more() {
        for (int i = 0; i < ROUNDS; i++) {
            var whole = any();
            var part = any();
            var tried = tried(whole, part, Quotient::minus, v -> v.signum() >= 0);
            check(Reckoning.rest(whole, part), tried, whole, part);
        }
    }

    @Test
    void a_product_holds_every_product_and_no_more() {
        for (int i = 0; i < ROUNDS; i++) {
            var one = any();
            var other = any();
            check(
                    Optional.of(Reckoning.product(one, other)),
                    tried(one, other, Quotient::times, v -> true),
                    one,
                    other);
        }
    }

    @Test
    void a_quotient_holds_every_quotient_by_what_is_above_zero_and_no_more() {
        for (int i = 0; i < ROUNDS; i++) {
            var numerator = any();
            var denominator = any();
            var tried = new ArrayList<Quotient>();
            for (var below : values(denominator)) {
                values(numerator).stream().filter(v -> below.signum() > 0).forEach(v -> tried.add(v.over(below)));
            }
            check(Reckoning.quotient(numerator, denominator), tried, numerator, denominator);
        }
    }

    @Test
    void what_meets_is_what_belongs_to_both_and_the_hull_has_everything() {
        for (int i = 0; i < ROUNDS; i++) {
            var one = any();
            var other = any();
            var both = values(one).stream().filter(v -> holds(other, v)).toList();
            var all = new ArrayList<>(values(one));
            all.addAll(values(other));
            check(one.meeting(other), both, one, other);
            check(Optional.of(one.hull(other)), all, one, other);
        }
    }

    @Test
    void a_growth_is_a_multiple_less_one() {
        // "nearly 3 x" is 2 to below 3, that is a growth of 100 to below 200 %.
        var growth = Reckoning.lessOne(Interval.below(new BigDecimal("2"), new BigDecimal("3")));
        assertThat(growth.text()).isEqualTo("[1, 2)");
        assertThat(Reckoning.plusOne(growth).text()).isEqualTo("[2, 3)");
    }

    @Test
    void printed_roundings_of_2022_give_the_share_by_hand() {
        // 36.45 / 72.55 = 0.502412...; 36.55 / 72.45 = 0.504485...
        var share = Reckoning.quotient(closed("36.45", "36.55"), closed("72.45", "72.55"))
                .orElseThrow();
        assertThat(share.low()).isEqualTo(new Quotient(new BigDecimal("36.45"), new BigDecimal("72.55")));
        assertThat(share.high()).isEqualTo(new Quotient(new BigDecimal("36.55"), new BigDecimal("72.45")));
    }

    @Test
    void nothing_is_divided_by_what_is_never_above_zero() {
        assertThat(Reckoning.quotient(closed("1", "2"), closed("0", "0"))).isEmpty();
    }

    @Test
    void values_below_zero_are_refused() {
        assertThatThrownBy(() -> Reckoning.product(closed("-1", "2"), closed("1", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be below 0")
                .hasMessageContaining("[-1, 2]");
    }

    /** Whole ends from 0 to 6, open or not, sometimes without an upper end. */
    private Interval any() {
        var low = random.nextInt(6);
        var length = random.nextInt(4);
        var open = length > 0;
        if (random.nextInt(6) == 0) {
            return new Interval(quotient("" + low), random.nextBoolean(), null, false);
        }
        return new Interval(
                quotient("" + low),
                open && random.nextBoolean(),
                quotient("" + (low + length)),
                open && random.nextBoolean());
    }

    /** Values of an interval: every quarter, its ends or what is next to them, and one far out. */
    private static List<Quotient> values(Interval interval) {
        var values = new ArrayList<Quotient>();
        for (int quarter = 0; quarter <= 40; quarter++) {
            var value = new Quotient(BigDecimal.valueOf(quarter), BigDecimal.valueOf(4));
            values.addAll(List.of(value, value.plus(NEAR), value.minus(NEAR)));
        }
        values.add(FAR);
        return values.stream().filter(v -> holds(interval, v)).toList();
    }

    private static boolean holds(Interval interval, Quotient value) {
        var low = value.compareTo(interval.low());
        var high = interval.high() == null ? -1 : value.compareTo(interval.high());
        return (low > 0 || (low == 0 && !interval.lowOpen())) && (high < 0 || (high == 0 && !interval.highOpen()));
    }

    private static List<Quotient> tried(
            Interval one, Interval other, BinaryOperator<Quotient> operation, Predicate<Quotient> wanted) {
        var tried = new ArrayList<Quotient>();
        for (var left : values(one)) {
            values(other).forEach(right -> tried.add(operation.apply(left, right)));
        }
        tried.removeIf(wanted.negate());
        return tried;
    }

    private static void check(Optional<Interval> reckoned, List<Quotient> tried, Interval one, Interval other) {
        var what = "seed " + SEED + ": " + one.text() + " and " + other.text() + " gave "
                + reckoned.map(Interval::text).orElse("nothing");
        assertThat(reckoned.isEmpty()).as(what).isEqualTo(tried.isEmpty());
        if (reckoned.isPresent()) {
            var interval = reckoned.get();
            assertThat(tried).as(what).allMatch(v -> holds(interval, v));
            var least = tried.stream().min(Quotient::compareTo).orElseThrow();
            var most = tried.stream().max(Quotient::compareTo).orElseThrow();
            assertThat(isReached(interval.low(), interval.lowOpen(), least))
                    .as(what)
                    .isTrue();
            assertThat(isReached(interval.high(), interval.highOpen(), most))
                    .as(what)
                    .isTrue();
        }
    }

    /** A closed end is a value that was found, an open one is nearly one, and without an end values go far. */
    private static boolean isReached(@Nullable Quotient end, boolean open, Quotient found) {
        if (end == null) {
            return found.compareTo(quotient("900")) > 0;
        }
        var gap = end.minus(found);
        var near = gap.times(gap).compareTo(quotient("0.0004")) < 0;
        return open ? near && gap.signum() != 0 : gap.signum() == 0;
    }

    private static Interval closed(String low, String high) {
        return Interval.closed(new BigDecimal(low), new BigDecimal(high));
    }

    private static Quotient quotient(String value) {
        return Quotient.of(new BigDecimal(value));
    }
}
