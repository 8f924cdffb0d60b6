package kirchberg.domain.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Membership;
import kirchberg.domain.Place;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.source.Coverage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Figures that rest on more than one sum: growth, what both institutions count, shares of a place. */
class GrowthTest {
    private static final List<Coverage> GROUP = List.of(Samples.complete(Institution.GROUP, 2021, 2026));
    private static final Claim PLUS_TENTH = growth("0.1", Unit.SHARE);
    private static final Claim DOUBLED = growth("2", Unit.RATIO);
    private static final Claim JOINT = Samples.claim(Measure.JOINT, Hedge.NONE, Samples.eur("4"));
    private static final Claim SPAIN_OF_EU = spainOfEu();

    @Test
    void growth_is_the_later_amount_over_the_earlier_one_less_one() {
        // 110 / 100 - 1
        var finding = judge(PLUS_TENTH, GROUP, in(2023, "100", "0"), in(2024, "110", "0"));
        assertThat(possible(finding)).isEqualTo(interval("0.1", "0.1"));
        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void a_figure_that_is_a_multiple_is_the_quotient_itself() {
        // 200 / 100
        var finding = judge(DOUBLED, GROUP, in(2023, "100", "0"), in(2024, "200", "0"));
        assertThat(possible(finding)).isEqualTo(interval("2", "2"));
        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void what_is_unknown_of_either_year_widens_growth() {
        // least (110 + 0) / (100 + 100) - 1, greatest (110 + 110) / 100 - 1
        var finding = judge(
                PLUS_TENTH,
                GROUP,
                in(2023, "100", "0"),
                in(2023, "100", null),
                in(2024, "110", "0"),
                in(2024, "110", null));
        assertThat(possible(finding)).isEqualTo(interval("-0.45", "1.2"));
        assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void a_year_without_a_source_leaves_growth_out_of_reach() {
        var only2024 = List.of(Samples.complete(Institution.GROUP, 2024, 2024));
        var finding = judge(PLUS_TENTH, only2024, in(2023, "100", "0"), in(2024, "110", "0"));
        // 2023 may hold anything from 100 on: from 110 / unlimited - 1 to 110 / 100 - 1
        assertThat(possible(finding)).isEqualTo(interval("-1", "0.1"));
        assertThat(finding.verdict()).isEqualTo(Verdict.OUT_OF_REACH);
    }

    @Test
    void growth_rests_on_the_rows_of_both_years() {
        var finding = judge(PLUS_TENTH, GROUP, in(2022, "7", "0"), in(2023, "100", "0"), in(2024, "110", null));
        var evidence = Objects.requireNonNull(finding.evidence());
        assertThat(evidence.knownEur()).isEqualByComparingTo("100");
        assertThat(evidence.unknownEur()).isEqualByComparingTo("110");
        assertThat(evidence.rowsUsed()).isEqualTo(2);
        assertThat(evidence.rowsLeftOut()).isEqualTo(1);
    }

    @Test
    void what_the_rows_hold_is_told_apart_from_what_missing_sources_widen() {
        var only2023 = List.of(Samples.complete(Institution.GROUP, 2023, 2023));
        var evidence = Objects.requireNonNull(
                judge(SPAIN_OF_EU, only2023, of("ES", "30"), of("FR", "70")).evidence());
        assertThat(evidence.possible()).isEqualTo(interval("0", "1"));
        assertThat(evidence.held()).isEqualTo(interval("0.3", "0.3"));
    }

    @Test
    void a_target_is_not_due_before_its_last_day_is_over() {
        var target = Samples.claim(Measure.AMOUNT, Hedge.TARGET, Samples.eur("500"));
        assertThat(judge(target, LocalDate.of(2024, 12, 31), in(2024, "110", "0"))
                        .verdict())
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(judge(target, LocalDate.of(2025, 1, 1), in(2024, "110", "0")).verdict())
                .isEqualTo(Verdict.FAILS);
    }

    @Test
    void growth_from_nothing_is_out_of_reach() {
        var finding = judge(PLUS_TENTH, GROUP, in(2024, "110", "0"));
        assertThat(finding.verdict()).isEqualTo(Verdict.OUT_OF_REACH);
        assertThat(finding.evidence()).isNull();
    }

    @Test
    void what_both_count_is_the_stated_part_and_at_most_all_of_an_unstated_one() {
        // 4 stated; of 10 it is not stated
        var finding = judge(JOINT, GROUP, eif("30", "4"), eif("10", null));
        assertThat(possible(finding)).isEqualTo(interval("4", "14"));
        assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void a_share_of_a_place_counts_what_lies_there_and_what_may() {
        // EU 100, of which Spain 30 for certain, 20 of no known country
        var finding = judge(SPAIN_OF_EU, GROUP, of("ES", "30"), of("FR", "50"), of(null, "20"));
        assertThat(possible(finding)).isEqualTo(interval("0.3", "0.5"));
        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
    }

    private static Claim growth(String value, Unit unit) {
        var claim = Samples.claim(Measure.GROWTH, Hedge.NONE, Samples.figure(value, unit, "0.01", "0.01"));
        return claim.about(claim.subject().against(Period.year(2023)));
    }

    private static Claim spainOfEu() {
        var claim = Samples.claim(Measure.SHARE, Hedge.ABOUT, Samples.figure("0.4", Unit.SHARE, "0.1", "0.1"));
        return claim.about(claim.subject().within(Place.EU).partIn(Place.parse("ES")));
    }

    private static Cell in(int year, String amount, @Nullable String joint) {
        var institution = joint == null ? Institution.EIF : Institution.EIB;
        return during(year, new Samples.Row(institution, "LU", Membership.IN, amount, joint));
    }

    private static Cell eif(String amount, @Nullable String joint) {
        return during(2024, new Samples.Row(Institution.EIF, "LU", Membership.IN, amount, joint));
    }

    private static Cell of(@Nullable String country, String amount) {
        return during(2024, new Samples.Row(Institution.EIB, country, Membership.IN, amount, "0"));
    }

    private static Cell during(int year, Samples.Row row) {
        var c = Samples.row(row, null, "0", "1");
        return new Cell(
                c.institution(),
                c.stage(),
                year,
                c.countryCode(),
                c.region(),
                c.eu(),
                c.label(),
                c.lowShare(),
                c.highShare(),
                c.rows(),
                c.positiveEur(),
                c.negativeEur(),
                c.jointPositiveEur(),
                c.jointNegativeEur(),
                c.unsharedPositiveEur(),
                c.unsharedNegativeEur(),
                c.mobilisedEur(),
                c.mobilisedUnknownRows());
    }

    private static Finding judge(Claim claim, List<Coverage> coverages, Cell... cells) {
        return judge(
                claim,
                new Judgement.Portfolio(List.of(cells), List.of(), coverages, Map.of(), LocalDate.of(2026, 6, 30)));
    }

    private static Finding judge(Claim claim, LocalDate asOf, Cell... cells) {
        return judge(claim, new Judgement.Portfolio(List.of(cells), List.of(), GROUP, Map.of(), asOf));
    }

    private static Finding judge(Claim claim, Judgement.Portfolio portfolio) {
        return Judgement.findings(List.of(claim), portfolio).get(0);
    }

    private static Interval possible(Finding finding) {
        return Objects.requireNonNull(finding.evidence()).possible();
    }

    private static Interval interval(String low, String high) {
        return Interval.closed(Quotient.of(new BigDecimal(low)), Quotient.of(new BigDecimal(high)));
    }
}
