package kirchberg.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kirchberg.clean.Cleaning;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.difference.Attribute;
import kirchberg.domain.difference.Cause;
import kirchberg.domain.difference.Compared;
import kirchberg.domain.difference.Difference;
import kirchberg.spark.RawRows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class ComparisonTest {
    /** Two equal rows of 100 and one of 50. */
    private static final List<Map<String, String>> OLD =
            List.of(row("TWIN", "€100"), row("TWIN", "€100"), row("ROAD", "€50"));

    /** The same twins in another order, three of them, and the road dearer by 5. */
    private static final List<Map<String, String>> NEW =
            List.of(row("ROAD", "€55"), row("TWIN", "€100"), row("TWIN", "€100"), row("TWIN", "€100"));

    @Test
    void equal_rows_pair_off_by_number_and_only_the_others_come_to_the_driver() {
        var contents = contents(OLD, NEW, Set.of());

        // one row for all that is equal and differs in nothing, none here: the twins differ in number
        assertThat(contents).hasSize(3);
        var difference = Comparison.difference(scope(OLD, NEW), contents);
        assertThat(difference.causes().get(Cause.UNCHANGED)).satisfies(t -> {
            assertThat(t.before().rows()).isEqualTo(2);
            assertThat(t.before().eur()).isEqualByComparingTo("200");
        });
        assertThat(difference.causes().get(Cause.APPEARED))
                .satisfies(t -> assertThat(t.after().eur()).isEqualByComparingTo("100"));
        assertThat(difference.causes().get(Cause.AMOUNT))
                .satisfies(t -> assertThat(t.differenceEur()).isEqualByComparingTo("5"));
        assertThat(difference.causes().get(Cause.VANISHED))
                .satisfies(t -> assertThat(t.rows()).isZero());
    }

    @Test
    void portfolios_that_are_equal_become_one_row() {
        var contents = contents(OLD, OLD, Set.of());
        assertThat(contents).hasSize(1);
        assertThat(Comparison.difference(scope(OLD, OLD), contents).changes()).isEmpty();
    }

    @Test
    void an_attribute_that_is_left_out_makes_no_difference() {
        var described = new ArrayList<>(OLD);
        var road = row("ROAD", "€50");
        road.put("description", "A road");
        described.set(2, road);

        assertThat(Comparison.notCompared(totals(OLD, described))).containsExactly(Attribute.DESCRIPTION);
        assertThat(contents(OLD, described, Set.of(Attribute.DESCRIPTION))).hasSize(1);
        assertThat(contents(OLD, described, Set.of())).hasSize(3);
    }

    @Test
    void more_rows_than_can_be_paired_are_an_input_error() {
        var contents = contents(OLD, NEW, Set.of());
        // differing: one road before, one road and one twin after
        assertThat(ComparedRows.difference(scope(OLD, NEW), contents, 3).changes())
                .hasSize(2);
        assertThatThrownBy(() -> ComparedRows.difference(scope(OLD, NEW), contents, 2))
                .isInstanceOfSatisfying(Stop.class, stop -> {
                    assertThat(stop.exit()).isEqualTo(Exit.INPUT);
                    assertThat(stop.getMessage())
                            .contains("too many rows differ, got 3")
                            .contains("at most 2");
                });
    }

    private static Map<String, String> row(String name, String amount) {
        var row = RawRows.export();
        row.put("operation_name", name);
        row.put("amount_eur", amount);
        return row;
    }

    private static Dataset<Row> cleaned(List<Map<String, String>> rows) {
        return Cleaning.financings(RawRows.raw(rows));
    }

    private static List<Row> totals(List<Map<String, String>> before, List<Map<String, String>> after) {
        return Comparison.totals(cleaned(before), cleaned(after)).collectAsList();
    }

    private static List<Row> contents(
            List<Map<String, String>> before, List<Map<String, String>> after, Set<Attribute> notCompared) {
        return Comparison.contents(cleaned(before), cleaned(after), notCompared).collectAsList();
    }

    private static Difference.Scope scope(List<Map<String, String>> before, List<Map<String, String>> after) {
        var nothing = new Compared("a portfolio", false, 0, BigDecimal.ZERO, 0);
        return new Difference.Scope(nothing, nothing, Set.of(), Comparison.years(totals(before, after)));
    }
}
