package kirchberg.domain.edition;

import static kirchberg.domain.edition.Figures.mention;
import static kirchberg.domain.edition.Figures.things;
import static kirchberg.domain.edition.Figures.version;
import static org.assertj.core.api.Assertions.assertThat;

import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import org.junit.jupiter.api.Test;

final class FloorAndCeilingTest {
    @Test
    void up_to_five_and_no_fewer_than_five_leave_exactly_five() {
        var text = version(
                "fr",
                things(1, Hedge.AT_MOST, "5", "ai gigafactories"),
                things(7, Hedge.AT_LEAST, "5", "gigafactories"));

        assertThat(FloorAndCeiling.in(text)).singleElement().satisfies(found -> {
            assertThat(found.why()).endsWith("together they leave exactly 5, and contradict each other in sense.");
            assertThat(found.mentions())
                    .extracting(m -> m.passage().sentence().number())
                    .containsExactly(1, 7);
        });
    }

    @Test
    void nearly_and_over_one_number_leave_nothing() {
        var text = version(
                "en",
                mention(1, Hedge.OVER, "900", Measure.OPERATIONS, 2024),
                mention(2, Hedge.NEARLY, "900", Measure.OPERATIONS, 2024));

        assertThat(FloorAndCeiling.in(text))
                .singleElement()
                .satisfies(found -> assertThat(found.why()).endsWith("together they leave nothing."));
    }

    @Test
    void other_things_other_years_and_other_numbers_do_not_contradict() {
        assertThat(FloorAndCeiling.in(
                        version("en", things(1, Hedge.AT_MOST, "5", "sites"), things(2, Hedge.AT_LEAST, "5", "banks"))))
                .isEmpty();
        assertThat(FloorAndCeiling.in(
                        version("en", things(1, Hedge.AT_MOST, "6", "sites"), things(2, Hedge.AT_LEAST, "5", "sites"))))
                .isEmpty();
        assertThat(FloorAndCeiling.in(version(
                        "en",
                        mention(1, Hedge.AT_MOST, "900", Measure.OPERATIONS, 2024),
                        mention(2, Hedge.AT_LEAST, "900", Measure.OPERATIONS, 2023))))
                .isEmpty();
    }

    @Test
    void two_ceilings_do_not_contradict() {
        assertThat(FloorAndCeiling.in(
                        version("en", things(1, Hedge.AT_MOST, "5", "sites"), things(2, Hedge.AT_MOST, "5", "sites"))))
                .isEmpty();
    }
}
