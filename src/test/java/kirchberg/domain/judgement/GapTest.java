package kirchberg.domain.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.source.Coverage;
import org.junit.jupiter.api.Test;

/** What no source covers of 2024. */
class GapTest {

    @Test
    void a_single_day_without_a_source_is_missing() {
        assertThat(gaps(Institution.EIB, eib("2024-01-01", "2024-06-29"), eib("2024-07-01", "2024-12-31")))
                .containsExactly("the EIB from 2024-06-30 to 2024-06-30");
    }

    @Test
    void a_source_that_ends_within_another_leaves_nothing_out() {
        assertThat(gaps(Institution.EIB, eib("2024-01-01", "2024-12-31"), eib("2024-02-01", "2024-03-31")))
                .isEmpty();
    }

    @Test
    void a_source_of_the_group_holds_both_institutions_and_not_the_commission() {
        var group = Samples.complete(Institution.GROUP, 2024, 2024);
        assertThat(gaps(Institution.GROUP, group)).isEmpty();
        assertThat(gaps(Institution.COMMISSION, group)).containsExactly("the COMMISSION in 2024");
    }

    private static List<String> gaps(Institution institution, Coverage... coverages) {
        var claim = Samples.by(Samples.claim(Measure.AMOUNT, Hedge.ABOUT, Samples.eur("1")), institution);
        return Gap.of(claim, List.of(coverages), LocalDate.of(2024, 12, 31)).stream()
                .map(gap -> gap.text(Stage.SIGNED))
                .toList();
    }

    private static Coverage eib(String from, String to) {
        return new Coverage(
                Institution.EIB, Stage.SIGNED, Place.WORLD, LocalDate.parse(from), LocalDate.parse(to), true);
    }
}
