package kirchberg.classify;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kirchberg.clean.Cleaning;
import kirchberg.spark.RawRows;
import org.apache.spark.sql.Row;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class ShareTextTest {
    private static final Path CASES = Path.of("src/test/resources/cases/share_texts.csv");

    @Test
    void each_case_gives_its_rule_and_bounds() throws IOException {
        var cases = cases();
        var raw = new ArrayList<Map<String, String>>();
        for (var one : cases) {
            raw.add(row(one.getField("name"), one.getField("description"), raw.size()));
        }
        var rows = classified(raw);

        var softly = new SoftAssertions();
        for (var i = 0; i < cases.size(); i++) {
            var one = cases.get(i);
            var label = one.getField("label");
            var rule = one.getField("rule");
            softly.assertThat(seen(rows.get(i), label))
                    .as(one.getField("why") + ": " + one.getField("description"))
                    .isEqualTo((rule.isEmpty() ? "UNKNOWN null " : "DERIVED " + rule + " ")
                            + plain(new BigDecimal(one.getField("low"))) + " "
                            + plain(new BigDecimal(one.getField("high"))));
            softly.assertThat(rows.get(i).isNullAt(rows.get(i).fieldIndex(label + "_words")))
                    .as("words of: " + one.getField("description"))
                    .isEqualTo(rule.isEmpty());
        }
        softly.assertAll();
    }

    @Test
    void a_percentage_that_touches_the_cut_of_a_description_is_not_used() {
        // the export cuts at 499 or 500 characters: "at least 3" may have been 30
        var start = "Loan for firms. ";
        var end = " A climate action component of 30%";
        var rows = classified(List.of(
                row("LOAN", start + "x".repeat(500 - start.length() - end.length()) + end, 0),
                row("LOAN", start + "x".repeat(499 - start.length() - end.length()) + end, 1),
                row("LOAN", start + "x".repeat(498 - start.length() - end.length()) + end, 2),
                row("LOAN", start + end + " is included. " + "x".repeat(500 - 14 - start.length() - end.length()), 3)));

        assertThat(rows)
                .extracting(r -> r.<String>getAs("climate_rule"))
                .containsExactly(null, null, "climate-percent", "climate-percent");
    }

    @Test
    void the_matched_words_stand_on_the_row() {
        var rows = classified(List.of(row("LOAN", "Loan, with 30% CAES window, for firms.", 0)));

        assertThat(rows.get(0).<String>getAs("climate_words")).isEqualTo("with 30% CAES window");
    }

    @Test
    void a_stated_share_wins_over_the_text() {
        var stated = row("LOAN", "With 30% CAES window.", 0);
        stated.put("climate_share", "0.5");

        assertThat(seen(classified(List.of(stated)).get(0), "climate")).isEqualTo("STATED null 0.5 0.5");
    }

    private static String seen(Row row, String label) {
        return row.getAs(label + "_basis") + " " + row.getAs(label + "_rule") + " "
                + plain(row.getAs(label + "_low_share")) + " " + plain(row.getAs(label + "_high_share"));
    }

    private static String plain(BigDecimal share) {
        return share.signum() == 0 ? "0" : share.stripTrailingZeros().toPlainString();
    }

    private static Map<String, String> row(String name, String description, int number) {
        var row = RawRows.canonical();
        row.putAll(Map.of("operation_name", name, "record_number", String.valueOf(number)));
        if (!description.isEmpty()) {
            row.put("description", description);
        }
        return row;
    }

    private static List<Row> classified(List<Map<String, String>> raw) {
        return RawRows.raw(raw)
                .transform(Cleaning::financings)
                .transform(rows -> Classification.classify(rows, ReferenceFolder.tables()))
                .orderBy("record_number")
                .collectAsList();
    }

    private static List<NamedCsvRecord> cases() throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(CASES, StandardCharsets.UTF_8)) {
            return reader.stream().toList();
        }
    }
}
