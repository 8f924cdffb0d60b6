package kirchberg.domain.difference;

import static kirchberg.domain.difference.Rows.DAM;
import static kirchberg.domain.difference.Rows.amounting;
import static kirchberg.domain.difference.Rows.on;
import static kirchberg.domain.difference.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final Compared SIDE = new Compared("x", false, 0, BigDecimal.ZERO, 0);

    /** 1000 unchanged + 100 before; 1000 unchanged + 80.50 after. */
    @Test
    void what_is_equal_is_counted_and_what_differs_is_told() {
        var difference = Difference.of(
                scope(sum(6, "1100"), sum(6, "1080.50")),
                sum(5, "1000"),
                List.of(DAM),
                List.of(amounting(DAM, "80.50")));
        assertThat(difference.causes().get(Cause.UNCHANGED))
                .isEqualTo(new Difference.Total(sum(5, "1000"), sum(5, "1000")));
        assertThat(difference.causes().get(Cause.AMOUNT))
                .isEqualTo(new Difference.Total(sum(1, "100"), sum(1, "80.50")));
        assertThat(difference.total().differenceEur()).isEqualTo("-19.50");
        assertThat(difference.changes()).containsExactly(new Change(DAM, amounting(DAM, "80.50")));
    }

    @Test
    void a_cent_that_is_missing_stops_everything() {
        var scope = scope(sum(1, "100"), sum(1, "80.49"));
        assertThatThrownBy(() -> Difference.of(scope, Sum.NOTHING, List.of(DAM), List.of(amounting(DAM, "80.50"))))
                .isInstanceOfSatisfying(Stop.class, s -> assertThat(s.exit()).isEqualTo(Exit.INTERNAL))
                .hasMessageContainingAll("80.50", "80.49");
    }

    @Test
    void a_row_that_is_missing_stops_everything() {
        var scope = scope(sum(2, "100"), sum(1, "100"));
        assertThatThrownBy(() -> Difference.of(scope, Sum.NOTHING, List.of(DAM), List.of(DAM)))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("2 rows");
    }

    @Test
    void what_moved_weighs_all_its_money_and_a_label_weighs_none() {
        var moved = new Change(DAM, on(DAM, 1965, 1, 1));
        var country = new Change(amounting(DAM, "90"), with(amounting(DAM, "90"), Attribute.COUNTRY, "France"));
        var less = new Change(amounting(DAM, "1000"), amounting(DAM, "940"));
        var label = new Change(amounting(DAM, "5000"), with(amounting(DAM, "5000"), Attribute.SECTOR, "Water"));
        assertThat(List.of(label, less, country, moved).stream()
                        .sorted(Change.HEAVIEST_FIRST)
                        .toList())
                .containsExactly(moved, country, less, label);
    }

    private static Sum sum(long rows, String eur) {
        return new Sum(rows, new BigDecimal(eur).setScale(2));
    }

    private static Difference.Scope scope(Sum before, Sum after) {
        return new Difference.Scope(
                SIDE, SIDE, Set.of(), List.of(new Difference.Year(1964, new Difference.Total(before, after))));
    }
}
