package kirchberg.domain.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Random;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import org.junit.jupiter.api.Test;

class BreakEvenTest {
    private static final long SEED = Long.getLong("seed", 20251204L);

    @Test
    void a_claim_that_holds_whatever_is_unknown_holds_from_the_least_value_itself() {
        var possible = Interval.closed(new BigDecimal("10"), new BigDecimal("20"));
        var aboveFive = Interval.above(new BigDecimal("5"), null);
        assertThat(BreakEven.of(possible, aboveFive).orElseThrow().part())
                .isEqualTo(Interval.closed(BigDecimal.ZERO, BigDecimal.ONE));
    }

    @Test
    void a_share_of_a_fixed_whole_needs_a_share_of_what_is_unknown() {
        // 40 of 100 for certain, 40 unknown: 40 to 80 %. "About 50 %", 45 to 55 %: 5 to 15 of the 40 must belong.
        assertThat(part(interval("40", "100", "80", "100"), Interval.closed(bd("0.45"), bd("0.55"))))
                .isEqualTo(new Interval(q("5", "40"), false, q("15", "40"), false));
    }

    @Test
    void open_ends_stay_open_and_what_lies_beyond_the_extremes_is_cut_off() {
        // 50 to 60 of 100. "Nearly 60 %", [0.55, 0.60): from the half of what is unknown, without all of it.
        assertThat(part(interval("50", "100", "60", "100"), Interval.below(bd("0.55"), bd("0.6"))))
                .isEqualTo(new Interval(q("1", "2"), false, Quotient.ONE, true));
        // "Over 50 %", (0.50, 0.70]: every share but none at all.
        assertThat(part(interval("50", "100", "60", "100"), Interval.above(bd("0.5"), bd("0.7"))))
                .isEqualTo(new Interval(Quotient.ZERO, true, Quotient.ONE, false));
        // "At least 58 %": from 8 of the 10 on.
        assertThat(part(interval("50", "100", "60", "100"), Interval.closed(bd("0.58"), null)))
                .isEqualTo(new Interval(q("8", "10"), false, Quotient.ONE, false));
    }

    @Test
    void an_uncertain_whole_moves_in_equal_steps_with_its_part() {
        // From 30 of 100 to 90 of 120: 50 % where 30 + 60 p is half of 100 + 20 p, so 50 p = 20.
        assertThat(part(interval("30", "100", "90", "120"), Interval.closed(bd("0.5"), null)))
                .isEqualTo(new Interval(q("2", "5"), false, Quotient.ONE, false));
    }

    @Test
    void a_claim_that_fails_holds_nowhere_and_one_that_holds_holds_everywhere() {
        var possible = interval("50", "100", "60", "100");
        assertThat(BreakEven.of(possible, Interval.closed(bd("0.61"), null))).contains(new BreakEven(null));
        assertThat(BreakEven.of(possible, Interval.below(bd("0.4"), bd("0.5")))).contains(new BreakEven(null));
        assertThat(part(possible, Interval.closed(bd("0.5"), bd("0.6"))))
                .isEqualTo(new Interval(Quotient.ZERO, false, Quotient.ONE, false));
    }

    @Test
    void amounts_and_numbers_have_one_too() {
        // 900 operations if all candidate merges are accepted, 1,100 if none is: over 1,000 from the middle on.
        assertThat(part(Interval.closed(bd("900"), bd("1100")), Interval.above(bd("1000"), bd("1200"))))
                .isEqualTo(new Interval(q("1", "2"), true, Quotient.ONE, false));
    }

    @Test
    void there_is_none_where_nothing_is_unknown_or_there_is_no_greatest_value() {
        assertThat(BreakEven.of(interval("1", "2", "2", "4"), Interval.closed(bd("0.5"), null)))
                .isEmpty();
        assertThat(BreakEven.of(Interval.closed(bd("5"), null), Interval.closed(bd("7"), null)))
                .isEmpty();
    }

    @Test
    void at_the_ends_of_the_part_the_figure_is_at_the_ends_of_what_was_said() {
        var random = new Random(SEED);
        for (var n = 0; n < 2_000; n++) {
            var d1 = 1 + random.nextInt(90);
            var d2 = 1 + random.nextInt(90);
            var one = new Quotient(bd(random.nextInt(100)), bd(d1));
            var other = new Quotient(bd(random.nextInt(100)), bd(d2));
            var least = one.compareTo(other) < 0 ? one : other;
            var greatest = least.equals(one) ? other : one;
            var said = Interval.closed(new Quotient(bd(random.nextInt(50)), bd(30)), null);
            var found = BreakEven.of(Interval.closed(least, greatest), said);
            if (found.isPresent() && found.get().part() != null) {
                var from = found.get().part().low();
                var at = new Quotient(
                        between(least.numerator(), greatest.numerator(), from),
                        between(least.denominator(), greatest.denominator(), from));
                assertThat(at)
                        .as("seed %d, case %d", SEED, n)
                        .isEqualTo(said.low().compareTo(least) < 0 ? least : said.low());
            }
        }
    }

    /** a + p (b - a), times the denominator of p. */
    private static BigDecimal between(BigDecimal a, BigDecimal b, Quotient p) {
        return a.multiply(p.denominator()).add(b.subtract(a).multiply(p.numerator()));
    }

    private static Interval part(Interval possible, Interval said) {
        return Objects.requireNonNull(BreakEven.of(possible, said).orElseThrow().part());
    }

    private static Interval interval(String n1, String d1, String n2, String d2) {
        return Interval.closed(q(n1, d1), q(n2, d2));
    }

    private static Quotient q(String numerator, String denominator) {
        return new Quotient(bd(numerator), bd(denominator));
    }

    private static BigDecimal bd(String text) {
        return new BigDecimal(text);
    }

    private static BigDecimal bd(int number) {
        return BigDecimal.valueOf(number);
    }
}
