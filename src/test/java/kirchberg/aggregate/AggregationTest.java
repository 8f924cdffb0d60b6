package kirchberg.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kirchberg.domain.Basis;
import kirchberg.domain.Label;
import kirchberg.domain.Priority;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Labels;
import kirchberg.table.Operations;
import kirchberg.table.Table;
import kirchberg.table.Totals;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class AggregationTest {
    /**
     * Two rows of one joint operation, one of the EIF alone with an unknown joint part, one without an id, a
     * cancellation.
     */
    private static final Dataset<Row> FINANCINGS = LocalSpark.rows(
            Financings.TABLE,
            List.of(
                    financing("a", "OP1", "EIB", "100.00", "0.00", "FR", Map.of(Priority.CLIMATE, "0.25 0.25")),
                    financing("b", "OP1", "EIB", "50.00", "0.00", "DE", Map.of(Priority.CLIMATE, "0 1")),
                    financing("c", "OP1", "EIF", "40.00", "30.00", "FR", Map.of(Priority.CLIMATE, "1 1")),
                    financing("d", "OP2", "EIF", "20.00", null, "FR", Map.of(Priority.CLIMATE, "0 0")),
                    financing("e", null, "EIB", "7.01", "0.00", "FR", Map.of()),
                    financing("f", null, "EIB", "-2.00", "0.00", "FR", Map.of(Priority.CLIMATE, "0.5 1"))));

    private static final List<Row> ALL_TOTALS = Aggregation.totals(FINANCINGS).collectAsList();

    @Test
    void the_group_is_both_institutions_less_what_both_count() {
        // EIB 100 + 50 + 7.01 - 2 = 155.01; EIF 40 + 20 = 60; Group 155.01 + (40 - 30) + [0, 20]
        assertThat(year("EIB", Totals.ALL)).containsExactly("155.01", "155.01", 4L, 3L, 3L);
        assertThat(year("EIF", Totals.ALL)).containsExactly("60.00", "60.00", 2L, 2L, 2L);
        assertThat(year("GROUP", Totals.ALL)).containsExactly("165.01", "185.01", 6L, 4L, 4L);
    }

    @Test
    void a_label_is_an_interval_and_a_negative_amount_turns_it_round() {
        // EIB low: 100 x 0.25 + 50 x 0 + 7.01 x 0 - 2 x 1 = 23; high: 25 + 50 + 7.01 - 2 x 0.5 = 81.01
        // certain operations: OP1 and the cancellation's; possible: OP1 and two rows without an id
        assertThat(year("EIB", "climate")).containsExactly("23.00", "81.01", 4L, 2L, 3L);
        // EIF: the label of row d is known not to apply
        assertThat(year("EIF", "climate")).containsExactly("40.00", "40.00", 1L, 1L, 1L);
        // Group: row c counts with 40 - 30
        assertThat(year("GROUP", "climate")).containsExactly("33.00", "91.01", 5L, 2L, 3L);
    }

    @Test
    void rows_without_any_certain_priority_have_a_line_of_their_own() {
        // rows b and e: 50 + 7.01
        assertThat(year("EIB", Totals.UNCLASSIFIED)).containsExactly("57.01", "57.01", 2L, 2L, 2L);
    }

    @Test
    void countries_add_up_to_the_year() {
        var countries = totals(Totals.BY_COUNTRY_YEAR).stream()
                .filter(r -> r.getString(0).equals("EIB") && r.getString(1).equals(Totals.ALL))
                .toList();
        assertThat(countries).extracting(r -> r.getString(2)).containsExactlyInAnyOrder("Name of FR", "Name of DE");
        // FR 100 + 7.01 - 2 = 105.01; DE 50
        assertThat(countries)
                .extracting(r -> r.getDecimal(5).toPlainString())
                .containsExactlyInAnyOrder("105.01", "50.00");
    }

    @Test
    void an_operation_with_many_rows_is_one_operation() {
        var operations = Aggregation.operations(FINANCINGS).collectAsList();
        assertThat(operations).hasSize(4);
        var first = operations.stream()
                .filter(r -> "OP1".equals(r.getString(Operations.TABLE.index(Financings.OPERATION_KEY))))
                .findFirst()
                .orElseThrow();
        assertThat(first.getLong(Operations.TABLE.index(Operations.FINANCING_COUNT)))
                .isEqualTo(3);
        assertThat(first.getLong(Operations.TABLE.index(Operations.COUNTRY_COUNT)))
                .isEqualTo(2);
        assertThat(first.getDecimal(Operations.TABLE.index(Operations.EIB_AMOUNT_EUR)))
                .isEqualByComparingTo("150");
        assertThat(first.getDecimal(Operations.TABLE.index(Operations.JOINT_AMOUNT_EUR)))
                .isEqualByComparingTo("30");
    }

    @Test
    void only_signed_financings_count() {
        var approved = financing("g", "OP9", "EIB", "1000.00", "0.00", "FR", Map.of());
        var values = new Object[approved.size()];
        Arrays.setAll(values, approved::get);
        values[Financings.TABLE.index(Financings.STAGE)] = "APPROVED";
        var rows = LocalSpark.rows(Financings.TABLE, List.of(RowFactory.create(values)));
        assertThat(Aggregation.totals(rows).collectAsList()).isEmpty();
    }

    private static List<Object> year(String institution, String label) {
        var row = totals(Totals.BY_YEAR).stream()
                .filter(r ->
                        r.getString(0).equals(institution) && r.getString(1).equals(label))
                .findFirst()
                .orElseThrow();
        return List.of(
                row.getDecimal(3).toPlainString(),
                row.getDecimal(4).toPlainString(),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7));
    }

    private static List<Row> totals(Table table) {
        return Aggregation.table(table, ALL_TOTALS);
    }

    private static Row financing(
            String id,
            @Nullable String operation,
            String institution,
            String amount,
            @Nullable String joint,
            String country,
            Map<Label, String> shares) {
        var values = new @Nullable Object[Financings.TABLE.fields().size()];
        put(values, Financings.FINANCING_ID, id);
        put(values, Financings.OPERATION_ID, operation);
        put(values, Financings.OPERATION_KEY, operation == null ? "name:" + id : operation);
        put(values, Financings.INSTITUTION, institution);
        put(values, Financings.STAGE, "SIGNED");
        put(values, Financings.AMOUNT_EUR, new BigDecimal(amount));
        put(values, Financings.JOINT_AMOUNT_EUR, joint == null ? null : new BigDecimal(joint));
        put(values, Financings.SIGNED_ON, LocalDate.of(2024, 5, 1));
        put(values, Financings.SIGNATURE_YEAR, 2024);
        put(values, Financings.REGION, "EU");
        put(values, Financings.SECTOR, "ENERGY");
        put(values, Financings.COUNTRY, "Name of " + country);
        put(values, Financings.COUNTRY_CODE, country);
        Label.all().forEach(l -> label(values, l, shares.get(l)));
        return RowFactory.create(values);
    }

    private static void put(@Nullable Object[] values, Field field, @Nullable Object value) {
        values[Financings.TABLE.index(field)] = value;
    }

    private static void label(@Nullable Object[] values, Label label, @Nullable String shares) {
        var ends = shares == null ? new String[] {"0", "1"} : shares.split(" ", -1);
        put(values, Labels.low(label), share(ends[0]));
        put(values, Labels.high(label), share(ends[1]));
        put(values, Labels.basis(label), (shares == null ? Basis.UNKNOWN : Basis.STATED).name());
    }

    private static BigDecimal share(String text) {
        return new BigDecimal(text).setScale(8);
    }
}
