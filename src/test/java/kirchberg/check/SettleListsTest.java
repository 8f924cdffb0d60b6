package kirchberg.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kirchberg.domain.Interval;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Settling;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.judgement.Samples;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettleListsTest {
    private static final Claim SHARE =
            Samples.claim(Measure.SHARE, Hedge.ABOUT, Samples.figure("0.7", Unit.SHARE, "0.01", "0.1"));

    @Test
    void a_share_is_settled_by_the_rows_of_which_most_is_unknown() {
        // 40 for certain, 30, 20 and 10 wholly unknown, of 100. About 70 %, 65 to 75: two rows could, three will.
        var rows = List.of(
                label("a", "10.00", "0", "1"),
                label("b", "30.00", "0", "1"),
                label("c", "40.00", "1", "1"),
                label("d", "20.00", "0", "1"));
        var finding = settled(undecided(SHARE, "0.4", "1"), rows);
        assertThat(finding.outlook().settling()).isEqualTo(new Settling(3, new BigDecimal("60.00"), 2L, 3L));
        assertThat(finding.settles()).isEqualTo("the 2 heaviest of 3 unknown rows could settle it, all of them will");
    }

    @Test
    void a_row_that_may_not_belong_weighs_with_its_whole_amount() {
        // 30 of 60 for certain; 40 with a share of 60 %, if it belongs; 45 unknown by 40 %: 18.
        var rows = List.of(
                row("a", List.of("30", "30", "60", "60"), List.of("60.00", "0.5", "0.5"), true),
                row("b", List.of("0", "24", "0", "40"), List.of("40.00", "0.6", "0.6"), false),
                row("c", List.of("18", "36", "45", "45"), List.of("45.00", "0.4", "0.8"), true));
        var settling = Objects.requireNonNull(
                settled(undecided(SHARE, "0.46", "0.63"), rows).outlook().settling());
        assertThat(settling.eur()).isEqualByComparingTo("58");
    }

    @Test
    void a_settled_finding_needs_no_row_and_says_nothing_more() {
        var finding = new Finding(
                SHARE,
                said(SHARE, Interval.closed(new BigDecimal("0.1"), null)),
                all(Verdict.HOLDS),
                evidence("0.4", "1", true),
                "why",
                "",
                List.of());
        var after = settled(finding, List.of(label("a", "10.00", "0", "1"), label("b", "20.00", "0.2", "0.2")));
        assertThat(after.outlook().settling()).isEqualTo(new Settling(1, new BigDecimal("10.00"), 0L, 0L));
        assertThat(after.settles()).isEmpty();
    }

    @Test
    void where_all_is_known_there_is_no_list() {
        var rows = List.of(label("a", "10.00", "0.5", "0.5"));
        assertThat(settled(undecided(SHARE, "0.5", "0.5"), rows).outlook().settling())
                .isNull();
    }

    @Test
    void what_missing_sources_widen_is_settled_by_no_row() {
        var finding = new Finding(
                SHARE, said(SHARE, null), all(Verdict.OUT_OF_REACH), evidence("0", "1", false), "", "list", List.of());
        var after = settled(finding, List.of(label("a", "10.00", "0", "1"), label("b", "10.00", "0", "0")));
        assertThat(after.outlook().settling()).isEqualTo(new Settling(1, new BigDecimal("10.00"), null, null));
        assertThat(after.settles()).isEqualTo("list");
    }

    @Test
    void an_amount_without_upper_end_may_be_reached_but_never_missed() {
        // 100 for certain, 30 and 20 unknown, and more to come. At least 125: the 30 alone would do.
        var claim = Samples.claim(Measure.AMOUNT, Hedge.AT_LEAST, Samples.eur("125"));
        var rows = List.of(
                amount("a", "100.00", "1", "1"), amount("b", "30.00", "0", "1"), amount("c", "20.00", "0", "1"));
        var finding = new Finding(
                claim,
                said(claim, Interval.closed(new BigDecimal("125"), null)),
                all(Verdict.OUT_OF_REACH),
                new Evidence(Interval.closed(new BigDecimal("100"), null), BigDecimal.ONE, BigDecimal.TEN, 3, 0, false),
                "",
                "",
                List.of());
        var after = settled(finding, rows);
        assertThat(after.outlook().settling()).isEqualTo(new Settling(2, new BigDecimal("50.00"), 1L, null));
        assertThat(after.settles()).isEqualTo("the heaviest of 2 unknown rows could settle it");
    }

    @Test
    void a_growth_is_settled_by_rows_of_either_period() {
        // 120 to 150 over 100 to 120, less 1: 0 to 50 %. At least 20 %: with 30 more now, 150 / 120 is 25 %.
        var growth = Samples.claim(Measure.GROWTH, Hedge.AT_LEAST, Samples.figure("0.2", Unit.SHARE, "0.01", "0.1"));
        var rows = List.of(
                amount("a", "120.00", "1", "1"),
                amount("b", "30.00", "0", "1"),
                row("c", List.of("0", "0", "100", "100"), List.of("100.00", "1", "1"), true),
                row("d", List.of("0", "0", "20", "0"), List.of("20.00", "0", "1"), true));
        var finding = undecided(growth, "0", "0.5");
        assertThat(settled(finding, rows).outlook().settling())
                .isEqualTo(new Settling(2, new BigDecimal("50.00"), 1L, 2L));
    }

    @Test
    void each_year_has_its_own_list_and_the_whole_says_so() {
        var each = SHARE.during(new Period(2023, 2024, true));
        var y2023 = undecided(SHARE.during(Period.year(2023)), "0.4", "1");
        var y2024 = undecided(SHARE.during(Period.year(2024)), "0.4", "1");
        var whole = new Finding(
                each, y2023.said(), all(Verdict.UNDECIDED), y2023.evidence(), "", "", List.of(y2023, y2024));
        var rows = List.of(
                of(label("a", "10.00", "0", "1"), 2023),
                of(label("b", "10.00", "1", "1"), 2023),
                of(label("a", "99.00", "0", "1"), 2024),
                of(label("b", "10.00", "0", "1"), 2024));
        var after = settled(whole, rows);
        assertThat(after.outlook().settling()).isNull();
        assertThat(after.years())
                .extracting(y -> Objects.requireNonNull(y.outlook().settling()).rows())
                .containsExactly(1L, 2L);
        assertThat(after.settles())
                .isEqualTo("2023: the heaviest of 1 unknown rows could settle it, all of them will; "
                        + "2024: the heaviest of 2 unknown rows could settle it, all of them will");
    }

    @Test
    void words_give_the_prefixes_with_thousands_apart() {
        assertThat(OpenRows.words(new Settling(4421, BigDecimal.ONE, 1022L, 4400L)))
                .isEqualTo("the 1 022 heaviest of 4 421 unknown rows could settle it, the 4 400 heaviest will");
        assertThat(OpenRows.words(new Settling(4421, BigDecimal.ONE, null, null)))
                .isEmpty();
    }

    private static Finding settled(Finding finding, List<Row> rows) {
        return Checking.settled(List.of(finding), rows::forEach).get(0);
    }

    private static Finding undecided(Claim claim, String low, String high) {
        return new Finding(
                claim, said(claim, null), all(Verdict.UNDECIDED), evidence(low, high, true), "", "", List.of());
    }

    private static Map<Strictness, Interval> said(Claim claim, @Nullable Interval interval) {
        var value = claim.figure().value();
        var half = new BigDecimal("0.05");
        var other = claim.hedge() == Hedge.AT_LEAST
                ? Interval.closed(value, null)
                : Interval.closed(value.subtract(half), value.add(half));
        return Map.of(Strictness.CONVENTIONAL, interval == null ? other : interval);
    }

    private static Map<Strictness, Verdict> all(Verdict verdict) {
        return Map.of(Strictness.CONVENTIONAL, verdict);
    }

    private static Evidence evidence(String low, String high, boolean covered) {
        return new Evidence(
                Interval.closed(new BigDecimal(low), new BigDecimal(high)),
                BigDecimal.ONE,
                BigDecimal.TEN,
                3,
                0,
                covered);
    }

    private static Row label(String id, String base, String low, String high) {
        var amount = new BigDecimal(base);
        return row(
                id,
                List.of(
                        amount.multiply(new BigDecimal(low)).toPlainString(),
                        amount.multiply(new BigDecimal(high)).toPlainString(),
                        base,
                        base),
                List.of(base, low, high),
                true);
    }

    private static Row amount(String id, String base, String low, String high) {
        var amount = new BigDecimal(base);
        return row(
                id,
                List.of(
                        amount.multiply(new BigDecimal(low)).toPlainString(),
                        amount.multiply(new BigDecimal(high)).toPlainString(),
                        "0",
                        "0"),
                List.of(base, low, high),
                true);
    }

    /** A row of the evidence: numerator and denominator, each low and high; amount and its least and greatest part. */
    private static Row row(String id, List<String> ends, List<String> base, boolean belongs) {
        return RowFactory.create(
                "claim",
                0,
                id,
                new BigDecimal(ends.get(0)),
                new BigDecimal(ends.get(1)),
                new BigDecimal(ends.get(2)),
                new BigDecimal(ends.get(3)),
                new BigDecimal(base.get(0)),
                new BigDecimal(base.get(1)),
                new BigDecimal(base.get(2)),
                belongs);
    }

    private static Row of(Row row, int year) {
        var values = new Object[row.size()];
        Arrays.setAll(values, i -> i == 1 ? year : row.get(i));
        return RowFactory.create(values);
    }
}
