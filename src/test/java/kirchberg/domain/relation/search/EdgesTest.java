package kirchberg.domain.relation.search;

import static org.assertj.core.api.Assertions.assertThat;

import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.relation.Agreement;
import kirchberg.domain.relation.Kind;
import org.junit.jupiter.api.Test;

/** Figures at the edge of what can be reckoned: nothing at all, numbers that do not add up, several countries. */
class EdgesTest {
    private static final Subject SIGNED = Printed.amount(Institution.GROUP, 2024);

    @Test
    void an_amount_of_nothing_is_none_below_zero() {
        var relations = Printed.among(
                Printed.claim("whole", SIGNED, "0 bn EUR"),
                Printed.claim("part", SIGNED.labelled(Priority.CLIMATE), "0 bn EUR"),
                Printed.claim("share", SIGNED.measuring(Measure.SHARE).labelled(Priority.CLIMATE), "50 %"),
                Printed.claim("growth", SIGNED.measuring(Measure.GROWTH).against(Period.year(2023)), "0 %"),
                Printed.claim("before", SIGNED.during(Period.year(2023)), "0 bn EUR"));
        assertThat(Printed.only(Kind.SHARE, relations).agreement()).isEqualTo(Agreement.AGREES);
        assertThat(Printed.only(Kind.GROWTH, relations).agreement()).isEqualTo(Agreement.AGREES);
    }

    @Test
    void operations_of_single_years_and_places_do_not_add_up() {
        var operations = SIGNED.measuring(Measure.OPERATIONS);
        var relations = Printed.among(
                Printed.claim("both-years", operations.during(new Period(2023, 2024, false)), "150"),
                Printed.claim("one-year", operations.during(Period.year(2023)), "100"),
                Printed.claim("other-year", operations, "100"),
                Printed.claim("inside", operations.within(Place.EU), "80"),
                Printed.claim("outside", operations.within(Place.NON_EU), "30"));
        assertThat(relations).noneMatch(r -> r.kind() == Kind.SUM);
    }

    @Test
    void a_country_is_a_part_of_several() {
        var relations = Printed.among(
                Printed.claim("all", SIGNED.within(Place.parse("EE+LT+LV")), "1 bn EUR"),
                Printed.claim("one", SIGNED.within(Place.parse("EE")), "3 bn EUR"));
        assertThat(Printed.only(Kind.PART_OF_WHOLE, relations).agreement()).isEqualTo(Agreement.CONTRADICTS);
    }
}
