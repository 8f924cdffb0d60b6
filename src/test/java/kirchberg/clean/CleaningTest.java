package kirchberg.clean;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kirchberg.spark.RawRows;
import kirchberg.table.Financings;
import kirchberg.table.Rejects;
import org.apache.spark.sql.Row;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class CleaningTest {
    private static final Path CASES = Path.of("src/test/resources/cases/clean_reasons.csv");

    @Test
    void each_case_is_kept_or_rejected_for_its_reason_with_its_amount() throws IOException {
        var cases = cases();
        var raw = new ArrayList<Map<String, String>>();
        for (var i = 0; i < cases.size(); i++) {
            var row = cases.get(i).getField("format").equals("eib-export-csv") ? RawRows.export() : RawRows.canonical();
            row.put("record_number", String.valueOf(i));
            row.put(cases.get(i).getField("column"), cases.get(i).getField("text"));
            row.values().removeIf(String::isEmpty);
            raw.add(row);
        }
        var outcomes = new HashMap<Long, String>();
        Cleaning.rejects(RawRows.raw(raw))
                .collectAsList()
                .forEach(r -> outcomes.put(r.getAs("record_number"), r.getAs("reason") + " " + r.getAs("amount_eur")));
        Cleaning.financings(RawRows.raw(raw))
                .collectAsList()
                .forEach(
                        r -> outcomes.merge(r.getAs("record_number"), "kept " + r.getAs("amount_eur"), String::concat));

        var softly = new SoftAssertions();
        for (var i = 0; i < cases.size(); i++) {
            var one = cases.get(i);
            var reason = one.getField("reason").isEmpty() ? "kept" : one.getField("reason");
            var amount = one.getField("amount").isEmpty() ? "null" : one.getField("amount");
            softly.assertThat(outcomes.get((long) i)).as(one.toString()).isEqualTo(reason + " " + amount);
        }
        softly.assertAll();
    }

    @Test
    void equal_rows_all_stay_with_ids_of_their_own_whatever_their_order() {
        var rows = new ArrayList<Map<String, String>>();
        for (var number : List.of("3", "1", "2")) {
            var row = RawRows.export();
            row.put("record_number", number);
            rows.add(row);
        }
        var other = RawRows.export();
        other.put("record_number", "4");
        other.put("description", "unlike the others");
        rows.add(other);
        var ordered = ids(rows);
        Collections.reverse(rows);

        assertThat(ids(rows)).isEqualTo(ordered);
        assertThat(ordered.values()).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32} [123]"));
        assertThat(ordered.values().stream().map(id -> id.substring(33))).containsExactly("1", "2", "3", "1");
    }

    @Test
    void an_id_does_not_depend_on_where_the_row_stands_but_on_every_value() {
        var here = RawRows.export();
        var there = RawRows.export();
        there.putAll(Map.of("source_id", "eib/2026-07-09", "source_file", "other.csv", "record_number", "9"));
        assertThat(id(there)).isEqualTo(id(here));

        var moved = RawRows.export();
        moved.put("sector_label", "EnergyX");
        assertThat(id(moved)).isNotEqualTo(id(here));
        // "France" + "EU" and "FranceEU" + nothing have the same letters in the same order
        var oneWay = RawRows.export();
        oneWay.putAll(Map.of("country_label", "France", "region_label", "EU"));
        var otherWay = RawRows.export();
        otherWay.put("country_label", "FranceEU");
        otherWay.remove("region_label");
        assertThat(id(oneWay)).isNotEqualTo(id(otherWay));
    }

    @Test
    void an_operation_is_its_stated_id_else_its_name_else_its_row() {
        var stated = RawRows.canonical();
        stated.putAll(Map.of("operation_id", "20240001", "record_number", "1"));
        var named = RawRows.export();
        named.putAll(Map.of("operation_name", "Bewag  II \t Rudow", "record_number", "2"));
        var nameless = RawRows.export();
        nameless.put("record_number", "3");
        nameless.remove("operation_name");

        var rows = rows(List.of(stated, named, nameless));

        assertThat(rows.get(0).<String>getAs("operation_key")).isEqualTo("20240001");
        assertThat(rows.get(1).<String>getAs("operation_key")).isEqualTo("name:BEWAG II RUDOW");
        assertThat(rows.get(1).<String>getAs("operation_name")).isEqualTo("Bewag  II \t Rudow");
        assertThat(rows.get(2).<String>getAs("operation_key"))
                .isEqualTo("row:" + rows.get(2).getAs("financing_id"));
    }

    @Test
    void the_joint_part_is_nothing_at_the_bank_and_stated_or_unknown_at_the_fund() {
        var bank = RawRows.canonical();
        bank.put("record_number", "1");
        var fund = RawRows.canonical();
        fund.putAll(Map.of("institution", "EIF", "joint_amount_eur", "1000.00", "record_number", "2"));
        var unknown = RawRows.canonical();
        unknown.putAll(Map.of("institution", "EIF", "record_number", "3"));
        var beyond = RawRows.canonical();
        beyond.putAll(Map.of("institution", "EIF", "joint_amount_eur", "1000.01", "record_number", "4"));
        var cancelled = RawRows.canonical();
        cancelled.putAll(
                Map.of("institution", "EIF", "amount_eur", "-1000", "joint_amount_eur", "-400", "record_number", "5"));

        var rows = rows(List.of(bank, fund, unknown, beyond, cancelled));

        assertThat(rows)
                .extracting(r -> r.<BigDecimal>getAs("joint_amount_eur"))
                .containsExactly(new BigDecimal("0.00"), new BigDecimal("1000.00"), null, new BigDecimal("-400.00"));
    }

    @Test
    void both_doors_keep_to_their_tables_and_the_second_keeps_the_raw_text() {
        var bad = RawRows.export();
        bad.put("amount_eur", "5m");
        var raw = RawRows.raw(List.of(bad));

        assertThat(Cleaning.financings(raw).schema().asNullable()).isEqualTo(Financings.CLEAN.schema());
        var reject = Cleaning.rejects(raw).collectAsList().get(0);
        assertThat(reject.schema().fieldNames())
                .containsExactly(Rejects.TABLE.names().toArray(String[]::new));
        assertThat(reject.<String>getAs("raw_text")).isEqualTo("as received");
        assertThat(reject.<Long>getAs("byte_offset")).isEqualTo(100L);
    }

    @Test
    void a_region_code_of_the_wrong_shape_is_none() {
        var rows = new ArrayList<Map<String, String>>();
        for (var code : List.of("FR10", "fr10", "FR101", "44927", "PT1A")) {
            var row = RawRows.canonical();
            row.putAll(Map.of("nuts2", code, "record_number", String.valueOf(rows.size())));
            rows.add(row);
        }
        assertThat(rows(rows))
                .extracting(r -> r.<String>getAs("nuts2"))
                .containsExactly("FR10", null, null, null, "PT1A");
    }

    private static List<NamedCsvRecord> cases() throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(CASES, StandardCharsets.UTF_8)) {
            return reader.stream().toList();
        }
    }

    private static List<Row> rows(List<Map<String, String>> raw) {
        return Cleaning.financings(RawRows.raw(raw)).orderBy("record_number").collectAsList();
    }

    private static String id(Map<String, String> raw) {
        return rows(List.of(raw)).get(0).getAs("financing_id");
    }

    private static Map<Long, String> ids(List<Map<String, String>> raw) {
        var ids = new TreeMap<Long, String>();
        rows(raw)
                .forEach(r ->
                        ids.put(r.getAs("record_number"), r.getAs("financing_id") + " " + r.getAs("repeat_number")));
        return ids;
    }
}
