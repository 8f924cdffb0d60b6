package kirchberg.domain.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kirchberg.domain.Institution;
import kirchberg.domain.Interval;
import kirchberg.domain.Place;
import kirchberg.domain.Quotient;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Publication;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.source.Coverage;
import org.junit.jupiter.api.Test;

/** How far a target has come, and how fast. */
class ProgressTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 2, 1);

    @Test
    void a_target_is_followed_until_the_last_day_that_the_sources_cover() {
        var progress = Progress.of(finding(Hedge.TARGET, "15000000000"), covered(), AS_OF)
                .orElseThrow();

        assertThat(progress.until()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(progress.end()).isEqualTo(LocalDate.of(2027, 12, 31));
        // 15 of 60 billion; 365 of the 1,095 days of 2025, 2026 and 2027
        assertThat(progress.part()).isEqualTo(Quotient.of(new BigDecimal("0.25")));
        assertThat(progress.time()).isEqualTo(new Quotient(new BigDecimal("1"), new BigDecimal("3")));
        assertThat(progress.paceSoFar()).isEqualByComparingTo("15000000000");
        // 45 billion in the 730 days that are left
        assertThat(progress.paceNeeded()).hasValueSatisfying(p -> assertThat(p).isEqualByComparingTo("22500000000"));
    }

    @Test
    void a_target_that_is_reached_needs_no_pace() {
        assertThat(Progress.of(finding(Hedge.TARGET, "61000000000"), covered(), AS_OF)
                        .orElseThrow()
                        .paceNeeded())
                .isEmpty();
    }

    @Test
    void what_is_no_target_or_is_due_or_has_no_source_has_no_progress() {
        assertThat(Progress.of(finding(Hedge.AT_LEAST, "15000000000"), covered(), AS_OF))
                .isEmpty();
        assertThat(Progress.of(finding(Hedge.TARGET, "15000000000"), covered(), LocalDate.of(2028, 1, 1)))
                .isEmpty();
        assertThat(Progress.of(finding(Hedge.TARGET, "15000000000"), List.of(), AS_OF))
                .isEmpty();
    }

    private static List<Coverage> covered() {
        return List.of(new Coverage(
                Institution.GROUP,
                Stage.SIGNED,
                Place.WORLD,
                LocalDate.of(2021, 1, 1),
                LocalDate.of(2025, 12, 31),
                true));
    }

    private static Finding finding(Hedge hedge, String reached) {
        var claim = new Claim(
                "target",
                new Publication("p", "Title", LocalDate.of(2025, 12, 4), "en", ""),
                "quote",
                Subject.signed(Institution.GROUP, new Period(2025, 2027, false), Measure.AMOUNT),
                hedge,
                Figure.parse("60 bn EUR"),
                Grade.PRINTED,
                "",
                null);
        var evidence = new Evidence(
                Interval.closed(new BigDecimal(reached), null), BigDecimal.ZERO, BigDecimal.ZERO, 1, 0, true);
        return new Finding(claim, Map.of(), Map.of(), evidence, "", "", List.of());
    }
}
