package kirchberg.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kirchberg.domain.Interval;
import kirchberg.domain.settlement.Settlement.Prefixes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettlementTest {
    private static final long SEED = Long.getLong("seed", 20251204L);
    private static final int PORTFOLIOS = 3_000;
    private static final List<String> SHARES = List.of("0", "0", "0.2", "0.4", "0.5", "0.5", "0.75", "1", "1");

    @Test
    void prefixes_equal_those_of_all_completions() {
        var random = new Random(SEED);
        var longer = 0;
        for (var n = 0; n < PORTFOLIOS; n++) {
            var question = question(random);
            var prefixes = Settlement.of(question);
            assertThat(prefixes)
                    .as("seed %d, portfolio %d: %s", SEED, n, question)
                    .isEqualTo(brute(question));
            longer += prefixes.best() != null && prefixes.best() > 1 ? 1 : 0;
        }
        assertThat(longer).as("questions that need more than one row").isGreaterThan(150);
    }

    @Test
    void the_heaviest_row_alone_may_settle_a_share_whose_denominator_stands() {
        // 40 of 100 for certain; 30, 20 and 10 unknown: 40 to 100 %. At least 65 %: with the 30 known to count, 70 %.
        // In any case all: 40 + 20 + 0 .. 10 lies around 65.
        var rows = List.of(label("a", "20"), label("b", "30"), label("c", "10"));
        assertThat(Settlement.of(share("40", "40", rows, atLeast("0.65")))).isEqualTo(new Prefixes(1L, 3L));
        // About 70 %, 65 to 75: after one row 30 % are still open, so neither answer; after two, 40 to 50 % fails.
        assertThat(Settlement.of(share("40", "40", rows, between("0.65", "0.75"))))
                .isEqualTo(new Prefixes(2L, 3L));
        // More than 70 %: if the first is nothing, 40 to 70 % are left, and 70 is not more.
        assertThat(Settlement.of(share("40", "40", rows, over("0.7")))).isEqualTo(new Prefixes(1L, 3L));
    }

    @Test
    void an_amount_between_two_ends_needs_all_but_what_fits_between_them() {
        // 100 known; 30, 20 and 10 more, each or not. [120, 140]: once 30 is known to be 10, 110 to 140: no.
        // Once 30 and 20 are known to be 20 together, 120 to 130.
        var rows = List.of(amount("a", "30"), amount("b", "20"), amount("c", "10"));
        assertThat(Settlement.of(new Question(known("100"), rows, between("120", "130"), true)))
                .isEqualTo(new Prefixes(2L, 3L));
        // [120, 155): with 30 known to be 24.99, 124.99 to 154.99.
        assertThat(Settlement.of(new Question(known("100"), rows, below("120", "155"), true)))
                .isEqualTo(new Prefixes(1L, 3L));
        // [120, 150): the first row would have to be 20, and then the rest reaches 150 itself.
        assertThat(Settlement.of(new Question(known("100"), rows, below("120", "150"), true)))
                .isEqualTo(new Prefixes(2L, 3L));
    }

    @Test
    void what_missing_sources_may_add_is_settled_by_no_row_from_below() {
        var rows = List.of(amount("a", "30"), amount("b", "20"));
        // 100 to 150 and more: "nearly 200" may yet come; "about 110" is passed once both rows are known to count.
        assertThat(Settlement.of(new Question(known("100"), rows, below("190", "200"), false)))
                .isEqualTo(new Prefixes(null, null));
        assertThat(Settlement.of(new Question(known("100"), rows, between("100", "140"), false)))
                .isEqualTo(new Prefixes(2L, null));
        assertThat(Settlement.of(new Question(known("100"), rows, atLeast("125"), false)))
                .isEqualTo(new Prefixes(1L, null));
    }

    @Test
    void a_row_that_may_not_belong_settles_a_share_by_staying_out() {
        // 50 of 100 for certain, 80 at 100 % that may belong: 50 to 72.2 %. "At most 50 %" holds only without it.
        var out = new Unknown("a", bd("80"), List.of(Vertex.ORIGIN, corner("80", "80")));
        var question = new Question(corner("50", "100"), List.of(out), between("0", "0.5"), true);
        assertThat(Settlement.of(question)).isEqualTo(new Prefixes(1L, 1L));
    }

    @Test
    void rows_that_move_nothing_are_no_part_of_the_longest_prefix() {
        // The second row, if it belongs, has just the share that is asked for: it decides nothing.
        var rows = List.of(label("a", "30"), new Unknown("b", bd("20"), List.of(Vertex.ORIGIN, corner("10", "20"))));
        assertThat(Settlement.of(share("35", "70", rows, atLeast("0.5")))).isEqualTo(new Prefixes(1L, 1L));
    }

    @Test
    void where_nothing_is_open_no_row_is_needed() {
        assertThat(Settlement.of(new Question(known("10"), List.of(), atLeast("5"), true)))
                .isEqualTo(new Prefixes(0L, 0L));
        assertThat(Settlement.of(new Question(known("10"), List.of(amount("a", "3")), atLeast("5"), true)))
                .isEqualTo(new Prefixes(0L, 0L));
        assertThat(Settlement.of(new Question(known("1"), List.of(amount("a", "3")), atLeast("5"), true)))
                .isEqualTo(new Prefixes(0L, 0L));
    }

    @Test
    void rows_are_looked_into_by_weight_and_then_by_id() {
        var rows = List.of(label("c", "5"), label("b", "7"), label("a", "5"));
        assertThat(share("1", "2", rows, atLeast("0.5")).rows())
                .extracting(Unknown::financingId)
                .containsExactly("b", "a", "c");
    }

    @Test
    void knowing_more_never_needs_more_rows() {
        var random = new Random(SEED);
        for (var n = 0; n < PORTFOLIOS; n++) {
            var question = question(random);
            var rows = new ArrayList<>(question.rows());
            var heaviest = rows.remove(0);
            var corner =
                    heaviest.corners().get(random.nextInt(heaviest.corners().size()));
            var after = new Question(question.known().plus(corner), rows, question.said(), question.bounded());
            var any = Settlement.of(question).any();
            var fewer = Settlement.of(after).any();
            if (any != null && any > 0) {
                assertThat(fewer)
                        .as("seed %d, portfolio %d: %s", SEED, n, question)
                        .isLessThanOrEqualTo(any - 1);
            }
        }
    }

    @Test
    void what_is_settled_in_any_case_is_settled_in_the_best() {
        var random = new Random(SEED + 1);
        for (var n = 0; n < PORTFOLIOS; n++) {
            var prefixes = Settlement.of(question(random));
            if (prefixes.any() != null) {
                assertThat(prefixes.best()).isNotNull().isLessThanOrEqualTo(prefixes.any());
            }
        }
    }

    private static Prefixes brute(Question question) {
        var completions = new Completions(question);
        Long best = null;
        Long any = null;
        for (var k = question.rows().size(); k >= 0; k--) {
            best = completions.maySettle(k) ? Long.valueOf(k) : best;
            any = completions.mustSettle(k) ? Long.valueOf(k) : any;
        }
        return new Prefixes(best, any);
    }

    /** Shares of fixed and uncertain denominators, amounts, ratios and growths, of one to four rows. */
    private static Question question(Random random) {
        var kind = random.nextInt(4);
        var rows = new ArrayList<Unknown>();
        var size = 1 + random.nextInt(4);
        for (var i = 0; i < size; i++) {
            rows.add(row(random, kind, i));
        }
        var amount = bd(Integer.toString(kind == 1 && random.nextInt(3) == 0 ? 0 : 20 + random.nextInt(60)));
        var known = kind == 0
                ? new Vertex(amount, BigDecimal.ONE)
                : new Vertex(amount.multiply(bd(SHARES.get(random.nextInt(SHARES.size())))), amount);
        return new Question(known, rows, said(random, kind == 0 ? 100 : 1), true);
    }

    private static Unknown row(Random random, int kind, int number) {
        var amount = bd(Integer.toString(1 + random.nextInt(40)));
        var one = bd(SHARES.get(random.nextInt(SHARES.size()))).multiply(amount);
        var other = bd(SHARES.get(random.nextInt(SHARES.size()))).multiply(amount);
        var zero = BigDecimal.ZERO;
        var corners = switch (kind) {
            case 0 -> List.of(new Vertex(one, zero), new Vertex(other, zero));
            case 1 -> List.of(new Vertex(one, amount), new Vertex(other, amount), Vertex.ORIGIN);
            case 2 -> List.of(new Vertex(one, amount), new Vertex(other, amount));
            default ->
                List.of(
                        new Vertex(one, zero),
                        new Vertex(other, zero),
                        new Vertex(one, amount),
                        new Vertex(other, amount));
        };
        return new Unknown("f" + number, amount, corners);
    }

    private static Interval said(Random random, int scale) {
        var factor = new BigDecimal(scale);
        var one = bd(SHARES.get(random.nextInt(SHARES.size()))).multiply(factor);
        var other = bd(SHARES.get(random.nextInt(SHARES.size()))).multiply(factor);
        return switch (random.nextInt(5)) {
            case 0 -> Interval.closed(one, null);
            case 1 -> Interval.above(one, null);
            case 2 ->
                Interval.above(one.min(other), one.max(other).add(bd("0.1").multiply(factor)));
            case 3 ->
                Interval.below(one.min(other), one.max(other).add(bd("0.1").multiply(factor)));
            default -> Interval.closed(one.min(other), one.max(other));
        };
    }

    private static Question share(String numerator, String whole, List<Unknown> rows, Interval said) {
        return new Question(corner(numerator, whole), rows, said, true);
    }

    private static Unknown label(String id, String amount) {
        return new Unknown(id, bd(amount), List.of(corner("0", amount), corner(amount, amount)));
    }

    private static Unknown amount(String id, String amount) {
        return new Unknown(id, bd(amount), List.of(Vertex.ORIGIN, corner(amount, "0")));
    }

    private static Vertex known(String amount) {
        return corner(amount, "1");
    }

    private static Vertex corner(String numerator, String denominator) {
        return new Vertex(bd(numerator), bd(denominator));
    }

    private static Interval atLeast(String value) {
        return Interval.closed(bd(value), null);
    }

    private static Interval over(String value) {
        return Interval.above(bd(value), null);
    }

    private static Interval between(String low, @Nullable String high) {
        return Interval.closed(bd(low), high == null ? null : bd(high));
    }

    private static Interval below(String low, String high) {
        return Interval.below(bd(low), bd(high));
    }

    private static BigDecimal bd(String text) {
        return new BigDecimal(text);
    }
}
