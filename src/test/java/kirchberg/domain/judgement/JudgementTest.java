package kirchberg.domain.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Membership;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.counting.Corner;
import kirchberg.domain.counting.OperationGroup;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.source.Coverage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final List<Coverage> GROUP = List.of(Samples.complete(Institution.GROUP, 2021, 2026));
    private static final Claim NEARLY_89 = Samples.claim(Measure.AMOUNT, Hedge.NEARLY, Samples.eur("89"));
    private static final Claim HALF_CLIMATE = Samples.of(
            Samples.claim(Measure.SHARE, Hedge.ABOUT, Samples.figure("0.5", Unit.SHARE, "0.01", "0.1")),
            Priority.CLIMATE);

    @Test
    void the_group_counts_once_what_both_institutions_count() {
        // 78.6 + 14.4 - 4.2 = 88.8
        var finding = judge(NEARLY_89, GROUP, row(Institution.EIB, "78.6", "0"), row(Institution.EIF, "14.4", "4.2"));
        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(possible(finding)).isEqualTo(interval("88.8", "88.8"));
        assertThat(finding.settles()).isEmpty();
    }

    @Test
    void an_unknown_joint_part_counts_wholly_or_not_at_all() {
        // 80 + [0, 10]
        var finding = judge(NEARLY_89, GROUP, row(Institution.EIB, "80", "0"), row(Institution.EIF, "10", null));
        assertThat(possible(finding)).isEqualTo(interval("80", "90"));
        assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(evidence(finding).unknownEur()).isEqualByComparingTo("10");
        assertThat(finding.settles()).isEqualTo("what the EIB counts too of EUR 10 of financings of the EIF");
    }

    @Test
    void a_partial_list_of_one_institution_leaves_the_group_out_of_reach() {
        var partial = List.of(coverage(Institution.EIB, Place.WORLD, "2024-01-01", "2024-07-31", false));
        var finding = judge(NEARLY_89, partial, row(Institution.EIB, "4", "0"));
        assertThat(finding.verdict()).isEqualTo(Verdict.OUT_OF_REACH);
        assertThat(possible(finding)).isEqualTo(interval("4", null));
        assertThat(evidence(finding).covered()).isFalse();
        assertThat(finding.settles())
                .isEqualTo("a complete list of the EIB in 2024; the EIF's list with joint operations marked; "
                        // nearly 89 begins at 88
                        + "the claim needs at least EUR 84 more than what the sources hold");
        assertThat(finding.why()).startsWith("No complete source covers the EIB and the EIF in 2024; ");
    }

    @Test
    void a_covered_part_that_alone_refutes_the_claim_fails_it() {
        var finding = judge(NEARLY_89, List.of(), row(Institution.EIB, "89.01", "0"));
        assertThat(finding.verdict()).isEqualTo(Verdict.FAILS);
    }

    @Test
    void what_is_missing_cannot_undo_a_claim_without_upper_end() {
        var claim = Samples.claim(Measure.AMOUNT, Hedge.AT_LEAST, Samples.eur("89"));
        assertThat(judge(claim, List.of(), row(Institution.EIB, "89", "0")).verdict())
                .isEqualTo(Verdict.HOLDS);
    }

    @Test
    void no_row_and_no_source_says_what_is_not_covered() {
        var finding = judge(Samples.by(NEARLY_89, Institution.EIF), List.of());
        assertThat(finding.verdict()).isEqualTo(Verdict.OUT_OF_REACH);
        assertThat(finding.evidence()).isNull();
        assertThat(finding.why()).isEqualTo("No complete source covers the EIF in 2024, and no row speaks of it.");
    }

    @Test
    void a_complete_source_without_rows_means_zero() {
        var finding = judge(NEARLY_89, GROUP);
        assertThat(possible(finding)).isEqualTo(interval("0", "0"));
        assertThat(finding.verdict()).isEqualTo(Verdict.FAILS);
    }

    @Test
    void coverage_adds_up_over_sources_places_and_dates() {
        var claim = Samples.by(NEARLY_89, Institution.EIB);
        var halves = List.of(
                coverage(Institution.EIB, Place.EU, "2024-01-01", "2024-06-30", true),
                coverage(Institution.EIB, Place.EU, "2024-07-01", "2025-12-31", true),
                coverage(Institution.EIB, Place.NON_EU, "2023-01-01", "2024-12-31", true));
        assertThat(evidence(judge(claim, halves, row(Institution.EIB, "5", "0")))
                        .covered())
                .isTrue();
        var finding = judge(claim, halves.subList(1, 3), row(Institution.EIB, "5", "0"));
        assertThat(finding.why()).contains("the EIB inside the EU from 2024-01-01 to 2024-06-30");
    }

    @Test
    void own_resources_make_every_row_a_maybe() {
        var finding = judge(Samples.ownResources(NEARLY_89), GROUP, row(Institution.EIB, "95", "0"));
        assertThat(possible(finding)).isEqualTo(interval("0", "95"));
        assertThat(finding.settles()).isEqualTo("whose money each row is: the list does not tell mandates apart");
    }

    @Test
    void a_row_of_unknown_country_may_lie_in_any() {
        var claim = Samples.in(NEARLY_89, Place.parse("FR"));
        var unknown =
                Samples.row(new Samples.Row(Institution.EIB, null, Membership.UNKNOWN, "40", "0"), null, "0", "1");
        var french = Samples.row(new Samples.Row(Institution.EIB, "FR", Membership.IN, "60", "0"), null, "0", "1");
        var finding = judge(claim, GROUP, unknown, french, row(Institution.EIB, "7", "0"));
        assertThat(possible(finding)).isEqualTo(interval("60", "100"));
        assertThat(evidence(finding).rowsUsed()).isEqualTo(2);
        assertThat(evidence(finding).rowsLeftOut()).isEqualTo(1);
        assertThat(evidence(finding).knownEur()).isEqualByComparingTo("60");
        assertThat(finding.settles()).isEqualTo("place of EUR 40 of financings");
    }

    @Test
    void a_share_names_the_amount_whose_label_is_unknown() {
        // 40 certain and 20 unknown of 100: 40 % to 60 %
        var finding =
                judge(HALF_CLIMATE, GROUP, climate("40", "1", "1"), climate("20", "0", "1"), climate("40", "0", "0"));
        assertThat(possible(finding)).isEqualTo(interval("0.4", "0.6"));
        assertThat(finding.readings())
                .containsEntry(Strictness.STRICT, Verdict.UNDECIDED)
                .containsEntry(Strictness.CONVENTIONAL, Verdict.UNDECIDED)
                .containsEntry(Strictness.LENIENT, Verdict.HOLDS);
        assertThat(finding.settles()).isEqualTo("climate share of EUR 20 of financings");
        assertThat(finding.why()).isEqualTo("The portfolio allows 40 % to 60 %, only in part inside [45 %, 55 %].");
    }

    @Test
    void a_share_may_hold_but_not_to_the_letter() {
        var finding = judge(HALF_CLIMATE, GROUP, climate("48", "1", "1"), climate("52", "0", "0"));
        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.readings()).containsEntry(Strictness.STRICT, Verdict.FAILS);
        assertThat(finding.dependsOnReading()).isTrue();
    }

    @Test
    void a_share_of_nothing_is_out_of_reach() {
        var finding = judge(HALF_CLIMATE, GROUP, climate("5", "1", "1"), climate("-5", "1", "1"));
        assertThat(finding.verdict()).isEqualTo(Verdict.OUT_OF_REACH);
        assertThat(finding.why())
                .isEqualTo(
                        "The signed amount to divide by is not above zero, or may come as near to zero as one likes.");
    }

    @Test
    void a_share_with_a_missing_part_can_be_anything() {
        var finding = judge(HALF_CLIMATE, List.of(), climate("50", "1", "1"), climate("50", "0", "0"));
        assertThat(possible(finding)).isEqualTo(interval("0", "1"));
        assertThat(finding.verdict()).isEqualTo(Verdict.OUT_OF_REACH);
    }

    @Test
    void each_year_fails_if_one_year_fails() {
        var claim = NEARLY_89.during(new Period(2023, 2024, true));
        var finding = judge(claim, GROUP, row(Institution.EIB, "88.5", "0"));
        assertThat(finding.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(finding.years()).extracting(Finding::verdict).containsExactly(Verdict.FAILS, Verdict.HOLDS);
        assertThat(finding.why()).isEqualTo("Year by year: 2023 fails (EUR 0), 2024 holds (EUR 88.5).");
        assertThat(possible(finding)).isEqualTo(interval("0", "88.5"));
        assertThat(evidence(finding).rowsUsed()).isEqualTo(1);
    }

    @Test
    void a_target_is_undecided_until_it_is_reached_or_due() {
        var target =
                Samples.claim(Measure.AMOUNT, Hedge.TARGET, Samples.eur("70")).during(new Period(2024, 2026, false));
        // 2024 to 2026-06-30 are 366 + 365 + 181 = 912 days: 20 x 365 / 912 = 8.00 a year so far;
        // 50 are left for 184 days: 50 x 365 / 184 = 99.18 a year.
        var onItsWay = judge(target, GROUP, row(Institution.EIB, "20", "0"));
        assertThat(onItsWay.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(onItsWay.why())
                .isEqualTo("Reached by 2026-06-30: EUR 20 of 70 EUR; pace needed until 2026-12-31: EUR 99.18 a year, "
                        + "pace so far: EUR 8 a year.");
        assertThat(onItsWay.settles()).isEqualTo("financings signed from 2026-07-01 to 2026-12-31");
        assertThat(judge(target, GROUP, row(Institution.EIB, "70", "0")).verdict())
                .isEqualTo(Verdict.HOLDS);
        var due = target.during(new Period(2024, 2025, false));
        assertThat(judge(due, GROUP, row(Institution.EIB, "69", "0")).verdict()).isEqualTo(Verdict.FAILS);
    }

    @Test
    void a_target_is_followed_as_far_as_sources_go() {
        var target =
                Samples.claim(Measure.AMOUNT, Hedge.TARGET, Samples.eur("70")).during(new Period(2024, 2027, false));
        var until2024 = List.of(Samples.complete(Institution.GROUP, 2021, 2024));
        var finding = judge(target, until2024, row(Institution.EIB, "20", "0"));
        assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(finding.why()).startsWith("Reached by 2024-12-31: EUR 20 of 70 EUR; ");
        assertThat(judge(target, List.of(), row(Institution.EIB, "20", "0")).verdict())
                .isEqualTo(Verdict.OUT_OF_REACH);
    }

    @Test
    void a_count_is_taken_from_the_reference_tables() {
        var eight = Samples.claim(Measure.COUNT, Hedge.NONE, Samples.figure("8", Unit.COUNT, "1", "1"));
        var counts = Map.of("priorities", 8L, "cohesion_regions", 145L);
        assertThat(judge(Samples.counting(eight, "priorities"), counts).verdict())
                .isEqualTo(Verdict.HOLDS);
        assertThat(judge(Samples.counting(eight, "cohesion_regions"), counts).verdict())
                .isEqualTo(Verdict.FAILS);
        var unknown = judge(Samples.counting(eight, "ai_factories"), counts);
        assertThat(unknown.verdict()).isEqualTo(Verdict.OUT_OF_REACH);
        assertThat(unknown.why()).isEqualTo("No reference table counts ai factories.");
    }

    @Test
    void a_count_of_reference_tables_uses_no_row() {
        var eight = Samples.counting(
                Samples.claim(Measure.COUNT, Hedge.NONE, Samples.figure("8", Unit.COUNT, "1", "1")), "priorities");
        var portfolio = new Judgement.Portfolio(
                List.of(row(Institution.EIB, "5", "0")), List.of(), GROUP, Map.of("priorities", 8L), AS_OF);
        var evidence = evidence(Judgement.findings(List.of(eight), portfolio).get(0));
        assertThat(evidence.rowsUsed()).isZero();
        assertThat(evidence.rowsLeftOut()).isEqualTo(1);
        assertThat(evidence.knownEur()).isZero();
    }

    @Test
    void a_claim_that_no_portfolio_can_decide_keeps_its_reason() {
        var finding = judge(
                Samples.outOfReach(NEARLY_89, "Money of the Commission."), GROUP, row(Institution.EIB, "88", "0"));
        assertThat(finding.verdict()).isEqualTo(Verdict.OUT_OF_REACH);
        assertThat(finding.why()).isEqualTo("Money of the Commission.");
        assertThat(finding.said()).isEmpty();
        assertThat(finding.evidence()).isNull();
    }

    @Test
    void operations_are_judged_from_all_merges_to_none() {
        var claim = Samples.claim(Measure.OPERATIONS, Hedge.OVER, Samples.figure("900", Unit.COUNT, "1", "100"));
        var cell = row(Institution.EIB, "5", "0");
        var here = Set.of(cell.corner());
        var groups = List.of(
                new OperationGroup(null, OperationGroup.Kind.ID, here, Set.of(), 905),
                new OperationGroup(null, OperationGroup.Kind.UNNUMBERED_NAME, here, Set.of(), 140),
                new OperationGroup(null, OperationGroup.Kind.UNNUMBERED_ROW, here, Set.of(), 145));
        var portfolio = new Judgement.Portfolio(List.of(cell), groups, GROUP, Map.of(), AS_OF);
        var finding = Judgement.findings(List.of(claim), portfolio).get(0);
        assertThat(finding.readings()).containsEntry(Strictness.STRICT, Verdict.UNDECIDED);
        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void more_operations_are_a_later_count_over_an_earlier_one() {
        // 120 to 150 of 2024 over 100 of 2023: between 20 and 50 % more. One numbered alike in both counts in both.
        var claim =
                Samples.claim(Measure.OPERATIONS_GROWTH, Hedge.ABOUT, Samples.figure("0.3", Unit.SHARE, "0.01", "0.1"));
        var cell = row(Institution.EIB, "5", "0");
        var now = cell.corner();
        var before = new Corner(now.institution(), now.stage(), 2023, now.countryCode(), now.region(), now.eu());
        var groups = List.of(
                new OperationGroup(null, OperationGroup.Kind.ID, Set.of(now, before), Set.of(), 100),
                new OperationGroup(null, OperationGroup.Kind.ID, Set.of(now), Set.of(), 20),
                new OperationGroup(null, OperationGroup.Kind.UNNUMBERED_ROW, Set.of(now), Set.of(), 30));
        var portfolio = new Judgement.Portfolio(List.of(cell), groups, GROUP, Map.of(), AS_OF);
        var growth = claim.about(claim.subject().against(Period.year(2023)));
        assertThat(possible(Judgement.findings(List.of(growth), portfolio).get(0)))
                .isEqualTo(interval("0.2", "0.5"));
    }

    @Test
    void a_mobilised_amount_that_a_row_does_not_state_has_no_upper_end() {
        var claim = Samples.claim(Measure.MOBILISED, Hedge.NEARLY, Samples.eur("89"));
        var finding = judge(claim, GROUP, row(Institution.EIB, "20", "0"));
        assertThat(possible(finding)).isEqualTo(interval("0", null));
        assertThat(finding.settles()).isEqualTo("the mobilised amounts that are not stated, rows: 1");
    }

    private static Finding judge(Claim claim, List<Coverage> coverages, Cell... cells) {
        var portfolio = new Judgement.Portfolio(List.of(cells), List.of(), coverages, Map.of(), AS_OF);
        return Judgement.findings(List.of(claim), portfolio).get(0);
    }

    private static Finding judge(Claim claim, Map<String, Long> counts) {
        var portfolio = new Judgement.Portfolio(new ArrayList<>(), List.of(), List.of(), counts, AS_OF);
        return Judgement.findings(List.of(claim), portfolio).get(0);
    }

    private static Evidence evidence(Finding finding) {
        return Objects.requireNonNull(finding.evidence());
    }

    private static Interval possible(Finding finding) {
        return evidence(finding).possible();
    }

    private static Cell row(Institution institution, String amount, @Nullable String joint) {
        return Samples.row(new Samples.Row(institution, "LU", Membership.IN, amount, joint), null, "0", "1");
    }

    private static Cell climate(String amount, String low, String high) {
        return Samples.cell(Institution.EIB, amount, Priority.CLIMATE, low, high);
    }

    private static Coverage coverage(Institution institution, Place place, String from, String to, boolean complete) {
        return new Coverage(institution, Stage.SIGNED, place, LocalDate.parse(from), LocalDate.parse(to), complete);
    }

    private static Interval interval(String low, @Nullable String high) {
        return Interval.closed(new BigDecimal(low), high == null ? null : new BigDecimal(high));
    }
}
