package kirchberg.domain.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.judgement.Bounds.Item;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final long SEED = Long.getLong("seed", 20251204L);
    private static final int PORTFOLIOS = 12_000;
    private static final List<String> SHARES = List.of("0", "0", "0.2", "0.3", "0.5", "0.75", "1", "1");

    @Test
    void bounds_equal_the_least_and_greatest_of_all_completions() {
        var random = new Random(SEED);
        for (var n = 0; n < PORTFOLIOS; n++) {
            var items = portfolio(random);
            assertThat(Bounds.amount(items))
                    .as("seed %d, portfolio %d: %s", SEED, n, items)
                    .isEqualTo(bruteAmount(items));
            assertThat(Bounds.share(items))
                    .as("seed %d, portfolio %d: %s", SEED, n, items)
                    .isEqualTo(bruteShare(items));
        }
    }

    @Test
    void the_naive_share_is_not_the_least_share() {
        // 100 certain with share 0.5, 100 maybe with share 0.8. Naive low: (50 + 0) / 200 = 0.25, as if an amount could
        // be in the denominator but not in the numerator. Without the maybe row 50/100, with it 130/200 = 0.65.
        var items = List.of(item("100", "0.5", "0.5", true), item("100", "0.8", "0.8", false));
        var naive = new Quotient(Bounds.amount(items).low().numerator(), new BigDecimal("200"));
        assertThat(naive.plain()).isEqualTo("0.25");
        assertThat(bruteShare(items)).contains(interval("0.5", "0.65"));
        assertThat(Bounds.share(items)).contains(interval("0.5", "0.65"));
    }

    @Test
    void a_cancellation_is_least_where_its_label_is_greatest() {
        // 100 labelled wholly, -40 with a label from 0 to 1: 100 - 40 = 60 to 100, of 60.
        var items = List.of(item("100", "1", "1", true), item("-40", "0", "1", true));
        assertThat(Bounds.amount(items)).isEqualTo(interval("60", "100"));
        assertThat(Bounds.share(items)).contains(Interval.closed(Quotient.ONE, new Quotient(bd("100"), bd("60"))));
    }

    @Test
    void a_share_of_nothing_has_no_bounds() {
        assertThat(Bounds.share(List.of())).isEmpty();
        assertThat(Bounds.share(List.of(item("0", "0", "1", true)))).isEmpty();
        assertThat(Bounds.share(List.of(item("5", "0", "1", true), item("-5", "0", "1", true))))
                .isEmpty();
        assertThat(Bounds.share(List.of(item("5", "0", "0", true), item("-9", "0", "1", false))))
                .isEmpty();
    }

    @Test
    void a_share_whose_rows_are_all_uncertain_is_between_its_least_and_greatest_row() {
        var items = List.of(item("10", "0.2", "0.4", false), item("90", "0.3", "0.6", false));
        assertThat(Bounds.share(items)).contains(interval("0.2", "0.6"));
    }

    @Test
    void a_ratio_divides_intervals() {
        // [10, 20] / [2, 5]: 10 / 5 = 2 to 20 / 2 = 10.
        assertThat(Bounds.ratio(interval("10", "20"), interval("2", "5"))).contains(interval("2", "10"));
        assertThat(Bounds.ratio(interval("10", "20"), interval("0", "5"))).contains(interval("2", null));
        assertThat(Bounds.ratio(interval("10", null), interval("2", "5"))).contains(interval("2", null));
        assertThat(Bounds.ratio(interval("10", "20"), interval("2", null))).contains(interval("0", "10"));
        assertThat(Bounds.ratio(interval("10", "20"), interval("0", "0"))).isEmpty();
    }

    @Test
    void growth_divides_a_later_amount_by_an_earlier_one_of_other_rows() {
        // [10, 20] / [2, 5]: 10 / 5 = 2 to 20 / 2 = 10; below zero -10 / 2 = -5 is the least.
        assertThat(Bounds.growth(interval("10", "20"), interval("2", "5"))).contains(interval("2", "10"));
        assertThat(Bounds.growth(interval("-10", "20"), interval("2", "5"))).contains(interval("-5", "10"));
        assertThat(Bounds.growth(interval("-20", "-10"), interval("2", "5"))).contains(interval("-10", "-2"));
        assertThat(Bounds.growth(interval("10", null), interval("2", "5"))).contains(interval("2", null));
        assertThat(Bounds.growth(interval("10", "20"), interval("2", null))).contains(interval("0", "10"));
        assertThat(Bounds.growth(interval("-20", "-10"), interval("2", null))).contains(interval("-10", "0"));
    }

    @Test
    void growth_from_next_to_nothing_has_no_end_on_the_side_of_the_later_amount() {
        assertThat(Bounds.growth(interval("10", "20"), interval("0", "5"))).contains(interval("2", null));
        assertThat(Bounds.growth(interval("10", "20"), interval("-3", "5"))).contains(interval("2", null));
        assertThat(Bounds.growth(interval("0", "0"), interval("0", "5"))).contains(interval("0", "0"));
        assertThat(Bounds.growth(interval("0", "0"), interval("0", null))).contains(interval("0", "0"));
        assertThat(Bounds.growth(interval("-1", "20"), interval("0", "5"))).isEmpty();
        assertThat(Bounds.growth(interval("10", "20"), interval("0", "0"))).isEmpty();
        assertThat(Bounds.growth(interval("10", "20"), interval("-3", "-1"))).isEmpty();
    }

    @Test
    void a_multiple_less_one_is_a_growth() {
        assertThat(interval("2", "10").moved(BigDecimal.ONE.negate())).isEqualTo(interval("1", "9"));
        assertThat(interval("0.5", null).moved(BigDecimal.ONE.negate())).isEqualTo(interval("-0.5", null));
    }

    private static List<Item> portfolio(Random random) {
        var items = new ArrayList<Item>();
        var size = 1 + random.nextInt(8);
        var certainOnly = random.nextInt(3) == 0;
        var negatives = random.nextInt(3) > 0;
        for (var i = 0; i < size; i++) {
            var amount = BigDecimal.valueOf(random.nextInt(negatives ? 130 : 100) - (negatives ? 30 : 0));
            var one = new BigDecimal(SHARES.get(random.nextInt(SHARES.size())));
            var other = random.nextBoolean() ? one : new BigDecimal(SHARES.get(random.nextInt(SHARES.size())));
            items.add(new Item(amount, one.min(other), one.max(other), certainOnly || random.nextInt(3) > 0));
        }
        return items;
    }

    /** Every completion: each row in (with its least or greatest share) or, if it is a maybe, out. */
    private static List<BigDecimal[]> completions(List<Item> items) {
        var all = List.<BigDecimal[]>of(new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
        for (var item : items) {
            all = all.stream()
                    .flatMap(sum -> choices(item).map(c -> new BigDecimal[] {sum[0].add(c[0]), sum[1].add(c[1])}))
                    .toList();
        }
        return all;
    }

    private static Stream<BigDecimal[]> choices(Item item) {
        var in = Stream.of(item.low(), item.high()).distinct().map(x ->
                new BigDecimal[] {item.amount().multiply(x), item.amount()});
        var out = Stream.of(new BigDecimal[][] {{BigDecimal.ZERO, BigDecimal.ZERO}});
        return item.certain() ? in : Stream.concat(in, out);
    }

    private static Interval bruteAmount(List<Item> items) {
        var sums = completions(items).stream().map(c -> c[0]).sorted().toList();
        return Interval.closed(sums.get(0), sums.get(sums.size() - 1));
    }

    /** No bounds where a cancellation may bring the denominator to zero: between two completions it can be anything. */
    private static Optional<Interval> bruteShare(List<Item> items) {
        var completions = completions(items);
        var hasNegative = items.stream().anyMatch(i -> i.amount().signum() < 0);
        if (hasNegative && completions.stream().anyMatch(c -> c[1].signum() <= 0)) {
            return Optional.empty();
        }
        var shares = completions.stream()
                .filter(c -> c[1].signum() > 0)
                .map(c -> new Quotient(c[0], c[1]))
                .sorted()
                .toList();
        return shares.isEmpty()
                ? Optional.empty()
                : Optional.of(Interval.closed(shares.get(0), shares.get(shares.size() - 1)));
    }

    private static Item item(String amount, String low, String high, boolean certain) {
        return new Item(bd(amount), bd(low), bd(high), certain);
    }

    private static Interval interval(String low, @Nullable String high) {
        return Interval.closed(bd(low), high == null ? null : bd(high));
    }

    private static BigDecimal bd(String text) {
        return new BigDecimal(text);
    }
}
