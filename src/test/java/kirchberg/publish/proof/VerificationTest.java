package kirchberg.publish.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.publish.SmallPortfolio;
import kirchberg.publish.file.TableCopy;
import kirchberg.publish.file.TableFault;
import kirchberg.publish.file.TableFiles;
import kirchberg.publish.file.TableWriter;
import kirchberg.publish.store.Folder;
import kirchberg.publish.store.Stores;
import kirchberg.table.Contributions;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Findings;
import kirchberg.table.Operations;
import kirchberg.table.Rejects;
import kirchberg.table.Table;
import kirchberg.table.Totals;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@Tag("spark")
class VerificationTest {
    static final List<Table> TOTALS = Totals.TABLES;

    @TempDir
    private Path root;

    private Folder folder() {
        return new Folder(Stores.open(Address.of(root.toString())), "");
    }

    private static List<Row> rows(Table table) {
        return Objects.requireNonNull(SmallPortfolio.tables().get(table));
    }

    private void write(Map<Table, List<Row>> changed) {
        folder().delete("data");
        folder().delete("csv");
        SmallPortfolio.tables()
                .forEach((table, rows) -> TableFiles.write(folder(), table, changed.getOrDefault(table, rows)));
    }

    private Stop refusal(Table table, List<Row> rows) {
        write(Map.of(table, rows));
        return refusal();
    }

    private Stop refusal() {
        var stop = catchThrowableOfType(
                Stop.class, () -> Verification.ofDraft(folder()).run(List.of(SmallPortfolio.control())));
        assertThat(stop).as("the change was not noticed").isNotNull();
        assertThat(stop.exit()).isEqualTo(Exit.INTERNAL);
        return stop;
    }

    private static List<Row> with(Table table, int index, Field field, Object value) {
        var rows = new ArrayList<>(rows(table));
        var values = new Object[table.fields().size()];
        Arrays.setAll(values, rows.get(index)::get);
        values[table.index(field)] = value;
        rows.set(index, RowFactory.create(values));
        return rows;
    }

    private static BigDecimal cent(Table table, int index, Field field) {
        return rows(table).get(index).getDecimal(table.index(field)).add(new BigDecimal("0.01"));
    }

    @Test
    void what_spark_added_up_is_what_the_proof_adds_up() {
        write(Map.of());
        var audit = Verification.ofDraft(folder()).run(List.of(SmallPortfolio.control()));
        assertThat(audit.repeatedRows()).isEqualTo(1);
        assertThat(audit.rejects()).containsEntry("BAD_DATE", 1L).containsEntry("BAD_AMOUNT", 1L);
        assertThat(audit.accounting()).singleElement().satisfies(a -> {
            assertThat(a.publishedEur()).isEqualByComparingTo("1134.01");
            assertThat(a.rejectedRows()).isEqualTo(2);
        });
        assertThat(audit.tables()).hasSize(14);
        assertThat(audit.checks()).containsEntry("operations", 2L).containsEntry("findings", 6L);
    }

    /** Rows a and b are of the EIB in 2024, c of the EIF in 2024, d of the EIF in 2023. */
    @Test
    void totals_follow_the_definitions() {
        // Climate, EIB, 2024: a is 50 for certain; b, -30 x [0, 1], takes 30 away at the least.
        assertThat(total("EIB", "climate", 2024)).containsExactly("20.00", "50.00", "2", "1", "1");
        // Climate, GROUP, 2024: c counts between 0 and 40.01 in the Group, and between 0 and all of it is climate.
        assertThat(total("GROUP", "climate", 2024)).containsExactly("20.00", "90.01", "3", "1", "2");
        // Climate, GROUP, 2023: (25 - 10) x 0.33333333 = 4.99999995.
        assertThat(total("GROUP", "climate", 2023)).containsExactly("5.00", "5.00", "1", "1", "1");
        // All, GROUP, 2024: 100 - 30 + [0, 40.01].
        assertThat(total("GROUP", "all", 2024)).containsExactly("70.00", "110.01", "3", "2", "2");
        // Unclassified, EIB, 2024: b alone, as a whole.
        assertThat(total("EIB", "unclassified", 2024)).containsExactly("-30.00", "-30.00", "1", "1", "1");
    }

    private static List<String> total(String institution, String label, int year) {
        var row = rows(Totals.BY_YEAR).stream()
                .filter(r ->
                        r.getString(0).equals(institution) && r.getString(1).equals(label) && r.getInt(2) == year)
                .findFirst()
                .orElseThrow();
        return IntStream.range(3, 8).mapToObj(i -> row.get(i).toString()).toList();
    }

    @ParameterizedTest
    @FieldSource("TOTALS")
    void a_wrong_cent_in_a_file_of_totals_is_named_with_both_values(Table table) {
        var field = Totals.AMOUNT_LOW_EUR;
        var right = rows(table).get(0).getDecimal(table.index(field));
        var wrong = cent(table, 0, field);
        assertThat(refusal(table, with(table, 0, field, wrong)))
                .hasMessageContaining(table.name())
                .hasMessageContaining(
                        "amount_low_eur of " + TableFault.key(table, rows(table).get(0)))
                .hasMessageContaining("got " + wrong + ", expected " + right);
    }

    @ParameterizedTest
    @FieldSource("TOTALS")
    void a_wrong_cent_in_any_row_is_caught(Table table) {
        var cells = recomputed(table);
        for (var i = 0; i < rows(table).size(); i++) {
            for (var field : List.of(Totals.AMOUNT_LOW_EUR, Totals.AMOUNT_HIGH_EUR)) {
                var wrong = with(table, i, field, cent(table, i, field)).get(i);
                assertThatThrownBy(() -> cells.compare(wrong)).hasMessageContaining(field.name());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("TOTALS")
    void any_dropped_row_is_caught(Table table) {
        for (var dropped : rows(table)) {
            var cells = recomputed(table);
            rows(table).stream().filter(r -> !r.equals(dropped)).forEach(cells::compare);
            assertThatThrownBy(cells::complete).hasMessageContaining("a row is missing");
        }
    }

    private static TotalsCells recomputed(Table table) {
        var proof = new TotalsProof();
        rows(Financings.TABLE).forEach(proof);
        return proof.tables().get(TOTALS.indexOf(table));
    }

    @ParameterizedTest
    @FieldSource("TOTALS")
    void a_wrong_count_of_operations_is_caught(Table table) {
        assertThat(refusal(table, with(table, 0, Totals.OPERATION_HIGH_COUNT, 99L)))
                .hasMessageContaining("operation_high_count")
                .hasMessageContaining("99");
    }

    @Test
    void a_row_of_totals_that_belongs_nowhere_is_caught() {
        var rows = new ArrayList<>(rows(Totals.BY_YEAR));
        rows.add(RowFactory.create("EIB", "all", 1958, new BigDecimal("0.00"), new BigDecimal("0.00"), 0L, 0L, 0L));
        assertThat(refusal(Totals.BY_YEAR, rows)).hasMessageContaining("1958");
    }

    @Test
    void swapped_rows_are_caught() {
        write(Map.of());
        folder().delete(TableFiles.data(Totals.BY_YEAR));
        var rows = new ArrayList<>(rows(Totals.BY_YEAR));
        rows.sort(TableCopy.order(Totals.BY_YEAR));
        Collections.swap(rows, 0, 1);
        try (var writer = new TableWriter(folder(), TableFiles.data(Totals.BY_YEAR), Totals.BY_YEAR)) {
            rows.forEach(writer);
        }
        assertThatThrownBy(() -> Verification.ofDraft(folder()).run(List.of(SmallPortfolio.control())))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("rows out of order or repeated");
    }

    @Test
    void a_wrong_operation_is_caught() {
        var field = Operations.EIF_AMOUNT_EUR;
        assertThat(refusal(Operations.TABLE, with(Operations.TABLE, 1, field, cent(Operations.TABLE, 1, field))))
                .hasMessageContaining("eif_amount_eur of [name:FUND] differs, got 65.02, expected 65.01");
        assertThat(refusal(Operations.TABLE, rows(Operations.TABLE).subList(0, 1)))
                .hasMessageContaining("name:FUND");
        var rows = new ArrayList<>(rows(Operations.TABLE));
        rows.add(with(Operations.TABLE, 1, Financings.OPERATION_KEY, "zzz").get(1));
        assertThat(refusal(Operations.TABLE, rows)).hasMessageContaining("zzz");
    }

    @Test
    void a_dropped_or_doubled_financing_breaks_the_account() {
        var rows = rows(Financings.TABLE);
        // The approved row is in no total, and still missed.
        assertThat(refusal(Financings.TABLE, rows.subList(0, 4)))
                .hasMessageContaining("records of source nobody/2025-01-01 were lost or doubled");
        assertThat(refusal(Rejects.TABLE, List.of())).hasMessageContaining("lost or doubled");
    }

    @Test
    void evidence_that_does_not_add_up_is_caught() {
        var field = Contributions.NUMERATOR_HIGH_EUR;
        var table = Contributions.TABLE;
        assertThat(refusal(table, with(table, 1, field, new BigDecimal("0.01"))))
                .hasMessageContaining("high of [claim-AMOUNT, 0] differs, got 50, expected 50.01");
        // 8.33333325 / 25.01 = 0.33320004998...
        assertThat(refusal(table, with(table, 2, Contributions.DENOMINATOR_LOW_EUR, new BigDecimal("25.01"))))
                .hasMessageContaining("low of [claim-SHARE, 0] differs, got 0.33333333, expected 0.33320004998");
        assertThat(refusal(Findings.TABLE, with(Findings.TABLE, 0, Findings.LOW, "20.01")))
                .hasMessageContaining("got 20.01, expected 20");
    }

    @Test
    void a_stated_id_that_is_not_the_key_is_caught() {
        assertThat(refusal(Financings.TABLE, with(Financings.TABLE, 0, Financings.OPERATION_ID, "101")))
                .hasMessageContaining("operation_key");
    }

    @Test
    void columns_of_another_type_are_caught() {
        write(Map.of());
        folder().delete(TableFiles.data(Totals.BY_YEAR));
        try (var writer =
                new TableWriter(folder(), TableFiles.data(Totals.BY_YEAR), Totals.BY_YEAR.asText("totals_by_year"))) {
            writer.accept(RowFactory.create("a", "b", "c", "d", "e", "f", "g", "h"));
        }
        assertThatThrownBy(() -> Verification.ofDraft(folder()).run(List.of(SmallPortfolio.control())))
                .isInstanceOf(Stop.class)
                .hasMessageContaining("wrong columns");
    }

    @Test
    void a_torn_file_is_a_fault_of_the_store() throws IOException {
        write(Map.of());
        var file = root.resolve(TableFiles.data(Financings.TABLE));
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        assertThatThrownBy(() -> Verification.ofDraft(folder()).run(List.of(SmallPortfolio.control())))
                .isInstanceOfSatisfying(Stop.class, s -> assertThat(s.exit()).isEqualTo(Exit.STORE));
    }
}
