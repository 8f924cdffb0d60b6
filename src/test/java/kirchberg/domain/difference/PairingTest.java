package kirchberg.domain.difference;

import static kirchberg.domain.difference.Rows.DAM;
import static kirchberg.domain.difference.Rows.amounting;
import static kirchberg.domain.difference.Rows.on;
import static kirchberg.domain.difference.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairingTest {
    private static final Content ROAD = with(amounting(DAM, "70"), Attribute.NAME, "ROAD");

    @Test
    void equal_rows_pair_off_one_to_one() {
        assertThat(causes(List.of(DAM, DAM, DAM), List.of(DAM, DAM)))
                .containsExactly(Cause.UNCHANGED, Cause.UNCHANGED, Cause.VANISHED);
    }

    @Test
    void a_second_equal_row_has_appeared() {
        assertThat(causes(List.of(DAM), List.of(DAM, DAM))).containsExactly(Cause.UNCHANGED, Cause.APPEARED);
    }

    @Test
    void another_amount_is_a_cause() {
        assertThat(cause(DAM, amounting(DAM, "99.99"))).isEqualTo(Cause.AMOUNT);
    }

    @Test
    void new_years_eve_and_new_years_day_lie_in_different_years() {
        assertThat(cause(on(DAM, 1964, 12, 31), on(DAM, 1965, 1, 1))).isEqualTo(Cause.YEAR);
        assertThat(cause(on(DAM, 1964, 1, 1), on(DAM, 1964, 12, 31))).isEqualTo(Cause.DATE);
    }

    @Test
    void a_region_that_follows_its_country_is_no_cause_of_its_own() {
        var moved = with(with(DAM, Attribute.COUNTRY, "Norway"), Attribute.REGION, "EFTA");
        assertThat(cause(DAM, with(DAM, Attribute.COUNTRY, "France"))).isEqualTo(Cause.COUNTRY);
        assertThat(cause(DAM, moved)).isEqualTo(Cause.COUNTRY);
        assertThat(cause(DAM, with(DAM, Attribute.REGION, "EFTA"))).isEqualTo(Cause.LABEL);
    }

    @Test
    void every_other_attribute_is_a_label() {
        var labels = Arrays.stream(Attribute.values())
                .filter(a -> a != Attribute.AMOUNT && a != Attribute.SIGNED_ON && a != Attribute.COUNTRY)
                .toList();
        assertThat(labels)
                .hasSize(14)
                .allSatisfy(a -> assertThat(cause(DAM, with(DAM, a, "another"))).isEqualTo(Cause.LABEL));
    }

    @Test
    void two_labels_at_once_are_still_a_label() {
        var renamed = with(with(DAM, Attribute.NAME, "GREAT DAM"), Attribute.DESCRIPTION, "A great dam.");
        assertThat(cause(DAM, renamed)).isEqualTo(Cause.LABEL);
    }

    @Test
    void two_causes_at_once_are_several() {
        assertThat(cause(DAM, amounting(on(DAM, 1965, 5, 6), "80"))).isEqualTo(Cause.SEVERAL);
        assertThat(cause(DAM, with(amounting(DAM, "80"), Attribute.SECTOR, "Water")))
                .isEqualTo(Cause.SEVERAL);
    }

    @Test
    void three_causes_at_once_are_two_rows() {
        var other = with(amounting(on(DAM, 1965, 5, 6), "80"), Attribute.COUNTRY, "France");
        assertThat(causes(List.of(DAM), List.of(other))).containsExactly(Cause.VANISHED, Cause.APPEARED);
    }

    @Test
    void two_operations_of_one_day_country_and_amount_are_not_one() {
        var other = with(with(with(DAM, Attribute.NAME, "MILL"), Attribute.SECTOR, "Industry"), Attribute.REGION, "x");
        assertThat(causes(List.of(DAM), List.of(other))).containsExactly(Cause.VANISHED, Cause.APPEARED);
    }

    @Test
    void an_id_pairs_what_has_nothing_else_in_common() {
        var other =
                with(with(amounting(on(DAM, 1970, 1, 2), "1"), Attribute.COUNTRY, "France"), Attribute.NAME, "MILL");
        for (var id : List.of(Attribute.OPERATION_ID, Attribute.CONTRACT_ID)) {
            assertThat(cause(with(DAM, id, "7"), with(other, id, "7"))).isEqualTo(Cause.SEVERAL);
            assertThat(causes(List.of(with(DAM, id, "7")), List.of(with(other, id, "8"))))
                    .containsExactly(Cause.VANISHED, Cause.APPEARED);
        }
    }

    @Test
    void an_id_goes_before_a_likeness_that_lacks_it() {
        var old = with(DAM, Attribute.OPERATION_ID, "7");
        var sameId = with(amounting(on(DAM, 1965, 5, 6), "80"), Attribute.OPERATION_ID, "7");
        var otherId = with(DAM, Attribute.OPERATION_ID, "8");
        assertThat(Pairing.changes(List.of(old), List.of(otherId, sameId)))
                .containsExactlyInAnyOrder(new Change(old, sameId), new Change(null, otherId));
    }

    @Test
    void the_likest_of_two_is_taken() {
        var near = amounting(DAM, "101");
        var far = amounting(DAM, "900");
        assertThat(Pairing.changes(List.of(DAM), List.of(far, near)))
                .containsExactlyInAnyOrder(new Change(DAM, near), new Change(null, far));
        var day = on(DAM, 1964, 5, 7);
        var year = on(DAM, 1963, 5, 6);
        assertThat(Pairing.changes(List.of(DAM), List.of(year, day)))
                .containsExactlyInAnyOrder(new Change(DAM, day), new Change(null, year));
    }

    @Test
    void one_difference_goes_before_two() {
        var one = amounting(DAM, "900");
        var two = with(amounting(DAM, "101"), Attribute.SECTOR, "Water");
        assertThat(Pairing.changes(List.of(DAM), List.of(two, one)))
                .containsExactlyInAnyOrder(new Change(DAM, one), new Change(null, two));
    }

    @Test
    void rows_without_a_name_are_not_of_one_name() {
        var nameless = with(DAM, Attribute.NAME, "");
        var other = with(amounting(nameless, "80"), Attribute.SECTOR, "Water");
        assertThat(causes(List.of(nameless), List.of(other))).containsExactly(Cause.VANISHED, Cause.APPEARED);
    }

    /** 600 x 600 candidates are too many to weigh: the rows are taken in their order, each still once. */
    @Test
    void a_large_group_is_paired_in_order() {
        var old = IntStream.range(0, 600)
                .mapToObj(i -> amounting(DAM, String.valueOf(1000 + i)))
                .toList();
        var young = IntStream.range(0, 601)
                .mapToObj(i -> amounting(DAM, String.valueOf(2000 + i)))
                .toList();
        var counts = Pairing.changes(old, young).stream()
                .collect(Collectors.groupingBy(Change::cause, Collectors.counting()));
        assertThat(counts)
                .containsOnly(java.util.Map.entry(Cause.AMOUNT, 600L), java.util.Map.entry(Cause.APPEARED, 1L));
    }

    @Test
    void the_order_of_rows_does_not_matter() {
        var old = List.of(DAM, ROAD, amounting(DAM, "50"), on(ROAD, 1964, 6, 1));
        var young = List.of(amounting(DAM, "60"), on(ROAD, 1965, 6, 1), amounting(ROAD, "75"), DAM);
        var reversedOld = new java.util.ArrayList<>(old);
        var reversedYoung = new java.util.ArrayList<>(young);
        Collections.reverse(reversedOld);
        Collections.reverse(reversedYoung);
        assertThat(Pairing.changes(reversedOld, reversedYoung)).containsExactlyElementsOf(Pairing.changes(old, young));
    }

    private static Cause cause(Content before, Content after) {
        var changes = Pairing.changes(List.of(before), List.of(after));
        assertThat(changes).hasSize(1);
        return changes.get(0).cause();
    }

    private static List<Cause> causes(List<Content> before, List<Content> after) {
        return Pairing.changes(before, after).stream()
                .map(Change::cause)
                .sorted()
                .toList();
    }
}
