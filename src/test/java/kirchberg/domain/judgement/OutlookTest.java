package kirchberg.domain.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.BreakEven;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.source.Coverage;
import org.junit.jupiter.api.Test;

/** What a finding says beside its verdict: what would change it, and what is still to come. */
class OutlookTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final List<Coverage> GROUP = List.of(Samples.complete(Institution.GROUP, 2021, 2026));
    private static final Claim ABOUT_HALF_CLIMATE = Samples.of(
            Samples.claim(Measure.SHARE, Hedge.ABOUT, Samples.figure("0.5", Unit.SHARE, "0.01", "0.1")),
            Priority.CLIMATE);

    @Test
    void the_outlook_of_a_finding_has_its_break_even_beside_its_neighbours() {
        // 40 of 100 for certain, 20 unknown; conventional [45, 55]: a quarter to three quarters of the 20
        var outlook = judge(
                        ABOUT_HALF_CLIMATE,
                        GROUP,
                        climate("40", "1", "1"),
                        climate("40", "0", "0"),
                        climate("20", "0", "1"))
                .outlook();
        assertThat(outlook.breakEven())
                .isEqualTo(new BreakEven(Interval.closed(new BigDecimal("0.25"), new BigDecimal("0.75"))));
        assertThat(outlook.neighbours()).isNotEmpty();
    }

    @Test
    void a_growth_that_is_aimed_at_waits_for_what_is_still_to_be_signed() {
        var claim = Samples.claim(Measure.GROWTH, Hedge.TARGET, Samples.figure("0.5", Unit.SHARE, "0.01", "0.1"));
        var aim = claim.about(claim.subject().during(Period.year(2026)).against(Period.year(2024)));
        var finding = judge(aim, GROUP, Samples.cell(Institution.EIB, "100", null, "0", "1"));
        assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(finding.why()).startsWith("Reached by 2026-06-30: at least −100 % of 0.5 SHARE, due on 2026-12-31");
        assertThat(finding.settles()).isEqualTo("financings signed from 2026-07-01 to 2026-12-31");
        assertThat(finding.outlook().breakEven()).isNull();
    }

    @Test
    void a_share_that_is_aimed_at_tells_what_is_reached_though_it_may_still_fall() {
        var claim = Samples.of(
                Samples.claim(Measure.SHARE, Hedge.TARGET, Samples.figure("0.5", Unit.SHARE, "0.01", "0.1")),
                Priority.CLIMATE);
        var aim = claim.about(claim.subject().during(new Period(2024, 2026, false)));
        var finding = judge(aim, GROUP, climate("57", "1", "1"), climate("43", "0", "0"));
        assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(finding.why()).isEqualTo("Reached by 2026-06-30: 57 % of 0.5 SHARE, due on 2026-12-31.");
        assertThat(Progress.of(finding, GROUP, AS_OF)).isEmpty();
    }

    @Test
    void a_share_that_amounts_below_zero_leave_without_bounds_is_not_said_to_have_no_amount() {
        var claim = Samples.in(ABOUT_HALF_CLIMATE, Place.parse("LU"));
        var finding = judge(claim, GROUP, climate("40", "1", "1"), climate("-40", "1", "1"));
        assertThat(finding.verdict()).isEqualTo(Verdict.OUT_OF_REACH);
        assertThat(finding.why())
                .isEqualTo(
                        "The signed amount to divide by is not above zero, or may come as near to zero as one likes.");
    }

    @Test
    void countries_are_covered_by_sources_of_each_and_a_country_by_a_source_of_several() {
        var baltic = Samples.by(
                Samples.in(Samples.claim(Measure.AMOUNT, Hedge.NONE, Samples.eur("5")), Place.parse("EE+LT")),
                Institution.EIB);
        assertThat(covered(baltic, "EE", "LT")).isTrue();
        assertThat(covered(baltic, "EE+LT+LV")).isTrue();
        assertThat(covered(Samples.in(baltic, Place.parse("LT")), "EE+LT")).isTrue();
        assertThat(covered(baltic, "EE")).isFalse();
        assertThat(judge(baltic, List.of(of("EE")), climate("1", "0", "1")).why())
                .contains("the EIB in Lithuania in 2024");
    }

    private static boolean covered(Claim claim, String... places) {
        var coverages = List.of(places).stream().map(OutlookTest::of).toList();
        var evidence = judge(claim, coverages, Samples.cell(Institution.EIB, "1", null, "0", "1"))
                .evidence();
        return evidence != null && evidence.covered();
    }

    private static Coverage of(String place) {
        return new Coverage(
                Institution.EIB,
                Stage.SIGNED,
                Place.parse(place),
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 12, 31),
                true);
    }

    private static Cell climate(String amount, String low, String high) {
        return Samples.cell(Institution.EIB, amount, Priority.CLIMATE, low, high);
    }

    private static Finding judge(Claim claim, List<Coverage> coverages, Cell... cells) {
        var portfolio = new Judgement.Portfolio(List.of(cells), List.of(), coverages, Map.of(), AS_OF);
        return Objects.requireNonNull(
                Judgement.findings(List.of(claim), portfolio).get(0));
    }
}
