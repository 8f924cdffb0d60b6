package kirchberg.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kirchberg.domain.overlap.Overlap;
import kirchberg.domain.overlap.Overlap.Match;
import kirchberg.domain.overlap.Precedence;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class DoublesTest {
    private static final Precedence PRECEDENCE =
            new Precedence(List.of(new Overlap("a/1", "b/1", Match.IDS), new Overlap("a/1", "c/1", Match.NONE)));

    @Test
    void rows_that_agree_are_paired_one_to_one() {
        // three equal rows beside two: two pairs
        assertThat(pairs(row("a1", "a/1"), row("a2", "a/1"), row("a3", "a/1"), row("b1", "b/1"), row("b2", "b/1")))
                .containsExactly("a1 b1 NO_ID", "a2 b2 NO_ID");
    }

    @Test
    void rows_that_differ_in_stage_books_country_date_or_amount_are_none() {
        assertThat(pairs(
                        row("a1", "a/1"),
                        row("b1", "b/1", Map.of(Financings.STAGE, "DISBURSED")),
                        row("b2", "b/1", Map.of(Financings.INSTITUTION, "EIF")),
                        row("b3", "b/1", Map.of(Financings.COUNTRY_CODE, "MA")),
                        row("b4", "b/1", Map.of(Financings.SIGNED_ON, LocalDate.of(2024, 5, 2))),
                        row("b5", "b/1", Map.of(Financings.AMOUNT_EUR, new BigDecimal("100.01")))))
                .isEmpty();
    }

    @Test
    void a_place_that_no_table_knows_goes_by_its_label() {
        assertThat(pairs(
                        unknownPlace("a1", "a/1", "Atlantis"),
                        unknownPlace("b1", "b/1", "Atlantis"),
                        unknownPlace("b2", "b/1", "Lemuria")))
                .containsExactly("a1 b1 NO_ID");
    }

    @Test
    void it_is_said_whether_their_numbers_can_tell() {
        var one = Map.<Field, Object>of(Financings.OPERATION_ID, "1");
        var other = Map.<Field, Object>of(Financings.OPERATION_ID, "2");
        assertThat(pairs(row("a1", "a/1", one), row("c1", "c/1", one))).containsExactly("a1 c1 SAME_ID");
        assertThat(pairs(row("a1", "a/1", one), row("c1", "c/1", other))).containsExactly("a1 c1 OTHER_ID");
        assertThat(pairs(row("a1", "a/1", one), row("c1", "c/1"))).containsExactly("a1 c1 NO_ID");
        var contracts = Map.<Field, Object>of(Financings.OPERATION_ID, "1", Financings.CONTRACT_ID, "10");
        var contract = Map.<Field, Object>of(Financings.OPERATION_ID, "1", Financings.CONTRACT_ID, "11");
        assertThat(pairs(row("a1", "a/1", contracts), row("c1", "c/1", contract)))
                .containsExactly("a1 c1 OTHER_ID");
    }

    @Test
    void only_sources_that_the_job_calls_overlapping_are_compared() {
        assertThat(pairs(row("b1", "b/1"), row("c1", "c/1"), row("d1", "d/1"))).isEmpty();
        assertThat(pairs(row("a1", "a/1"), row("b1", "b/1"), row("c1", "c/1")))
                .containsExactly("a1 b1 NO_ID", "a1 c1 NO_ID");
    }

    private static List<String> pairs(Row... rows) {
        return Aggregation.possibleDoubles(LocalSpark.rows(Financings.TABLE, List.of(rows)), PRECEDENCE)
                .collectAsList()
                .stream()
                .map(r ->
                        r.getAs("kept_financing_id") + " " + r.getAs("other_financing_id") + " " + r.getAs("likeness"))
                .sorted()
                .toList();
    }

    private static Row unknownPlace(String id, String source, String label) {
        var values = new HashMap<Field, @Nullable Object>(Map.of(Financings.COUNTRY, label));
        values.put(Financings.COUNTRY_CODE, null);
        return row(id, source, values);
    }

    private static Row row(String id, String source) {
        return row(id, source, Map.of());
    }

    private static Row row(String id, String source, Map<Field, ? extends @Nullable Object> others) {
        var values = new HashMap<Field, @Nullable Object>(Map.of(
                Financings.FINANCING_ID,
                id,
                Financings.SOURCE_ID,
                source,
                Financings.INSTITUTION,
                "EIB",
                Financings.STAGE,
                "SIGNED",
                Financings.SIGNED_ON,
                LocalDate.of(2024, 5, 1),
                Financings.AMOUNT_EUR,
                new BigDecimal("100.00"),
                Financings.COUNTRY_CODE,
                "MZ",
                Financings.COUNTRY,
                "Mozambique"));
        values.putAll(others);
        return RowFactory.create(
                Financings.TABLE.fields().stream().map(values::get).toArray());
    }
}
