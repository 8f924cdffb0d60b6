package kirchberg.domain.judgement;

import static kirchberg.domain.judgement.Samples.claim;
import static kirchberg.domain.judgement.Samples.complete;
import static kirchberg.domain.judgement.Samples.eur;
import static kirchberg.domain.judgement.Samples.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kirchberg.domain.Institution;
import kirchberg.domain.Membership;
import kirchberg.domain.Place;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.source.Coverage;
import org.junit.jupiter.api.Test;

/** Claims about several countries together. */
class CountriesTest {
    private static final List<Cell> CELLS = List.of(
            Samples.row(new Samples.Row(Institution.EIB, "EE", Membership.IN, "100", "0"), null, "0", "1"),
            Samples.row(new Samples.Row(Institution.EIB, "LT", Membership.IN, "20", "0"), null, "0", "1"),
            Samples.row(new Samples.Row(Institution.EIB, "FR", Membership.IN, "3000", "0"), null, "0", "1"),
            Samples.row(new Samples.Row(Institution.EIB, null, Membership.IN, "4", "0"), null, "0", "1"));

    private static Finding judged(String place, String figure, List<Coverage> coverages) {
        var baltic = in(claim(Measure.AMOUNT, Hedge.NONE, eur(figure)), Place.parse(place));
        return Judgement.findings(
                        List.of(baltic.about(baltic.subject().by(Institution.EIB))),
                        new Judgement.Portfolio(CELLS, List.of(), coverages, Map.of(), LocalDate.of(2026, 1, 1)))
                .get(0);
    }

    @Test
    void several_countries_are_added_and_a_row_without_a_country_may_lie_in_one() {
        var finding = judged("EE+LT", "122", List.of(complete(Institution.EIB, 2024, 2024)));
        assertThat(finding.why()).contains("EUR 120 to EUR 124"); // 100 + 20, and 4 more at most
        assertThat(judged("LV+LT", "22", List.of(complete(Institution.EIB, 2024, 2024)))
                        .why())
                .contains("EUR 20 to EUR 24");
    }

    @Test
    void what_no_source_covers_is_named_country_by_country() {
        assertThat(judged("EE+LT", "122", List.of()).why()).contains("the EIB in Estonia, Lithuania in 2024");
    }
}
