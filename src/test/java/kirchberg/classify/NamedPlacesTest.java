package kirchberg.classify;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kirchberg.clean.Cleaning;
import kirchberg.domain.Priority;
import kirchberg.spark.RawRows;
import kirchberg.table.Financings;
import kirchberg.table.Labels;
import org.apache.spark.sql.Row;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class NamedPlacesTest {
    private static final Path CASES = Path.of("src/test/resources/cases/places.csv");

    @Test
    void each_case_is_placed_as_expected_or_not_at_all() throws IOException {
        var cases = cases();
        var raw = new ArrayList<Map<String, String>>();
        for (var one : cases) {
            var row = row(one.getField("country"), one.getField("name"), one.getField("description"), raw.size());
            row.put("sector_label", one.getField("sector"));
            raw.add(row);
        }
        var rows = classified(raw);

        assertThat(rows).hasSameSizeAs(cases).hasSizeGreaterThanOrEqualTo(60);
        var softly = new SoftAssertions();
        for (var i = 0; i < cases.size(); i++) {
            var one = cases.get(i);
            softly.assertThat(seen(rows.get(i)))
                    .as(one.getField("why") + ": " + one.getField("name") + " | " + one.getField("description"))
                    .isEqualTo(one.getField("nuts2") + " " + one.getField("words"));
        }
        softly.assertAll();
    }

    @Test
    void a_stated_region_is_never_overridden_nor_doubted() {
        var stated = row("Germany", "SCHOOLS IN KASSEL", "", 0);
        stated.put("nuts2", "DE60");
        var unheard = row("Germany", "SCHOOLS IN KASSEL", "", 1);
        unheard.put("nuts2", "DE99");
        var rows = classified(List.of(stated, unheard));

        assertThat(rows).extracting(NamedPlacesTest::seen).containsOnly(" ");
        assertThat(rows).extracting(r -> at(r, "nuts2")).containsExactly("DE60", "DE99");
        assertThat(rows).extracting(r -> at(r, "cohesion_category")).containsExactly("MORE_DEVELOPED", "");
        assertThat(rows).extracting(r -> at(r, "cohesion_basis")).containsExactly("STATED", "UNKNOWN");
    }

    @Test
    void words_that_touch_the_cut_of_a_description_are_not_used() {
        // the export cuts at 499 or 500 characters: "Halle" may have gone on, and "Kassel" may be followed by "and
        // Bonn"
        var end = " in Kassel";
        var rows = classified(List.of(
                row("Germany", "SCHOOLS", "x".repeat(500 - end.length()) + end, 0),
                row("Germany", "SCHOOLS", "x".repeat(499 - end.length()) + end, 1),
                row("Germany", "SCHOOLS", "x".repeat(498 - end.length()) + end, 2),
                row("Germany", "SCHOOLS", "In Kassel, " + "x".repeat(465) + " it is known where" + " now.", 3)));

        assertThat(rows).extracting(NamedPlacesTest::seen).containsExactly(" ", " ", "DE73 kassel", "DE73 kassel");
    }

    @Test
    void the_region_gives_the_cohesion_share_from_2021_to_2027_where_nothing_better_is_known() {
        var rows = classified(List.of(
                signed(0, "Italy", "Schools in Bari.", "2021-01-01"),
                signed(1, "Italy", "Schools in Perugia.", "2024-05-01"),
                signed(2, "Italy", "Schools in Milano.", "2027-12-31"),
                signed(3, "Italy", "Schools in Bari.", "2020-12-31"),
                signed(4, "Italy", "Schools in Bari, 40% of the loan is located in cohesion regions.", "2024-05-01"),
                signed(5, "Greece", "Schools in Crete.", "2024-05-01"),
                signed(6, "Italy", "Schools.", "2024-05-01"),
                signed(7, "Italy", "Schools in Bari.", "2028-01-01")));

        assertThat(rows)
                .extracting(NamedPlacesTest::cohesion)
                .containsExactly(
                        "DERIVED place-in-text 1 1",
                        "DERIVED place-in-text 1 1",
                        "DERIVED place-in-text 0 0",
                        "UNKNOWN  0 1",
                        "DERIVED cohesion-percent 0.4 0.4",
                        "DERIVED country-all-cohesion 1 1",
                        "UNKNOWN  0 1",
                        "UNKNOWN  0 1");
        assertThat(rows)
                .as("a derived region is not shown as a stated one")
                .allMatch(r -> at(r, "cohesion_category").isEmpty());
        assertThat(rows)
                .extracting(r -> at(r, "derived_nuts2"))
                .containsExactly("ITF4", "ITI2", "ITC4", "ITF4", "ITF4", "EL43", "", "ITF4");
    }

    private static String cohesion(Row row) {
        return at(row, "cohesion_basis") + " " + at(row, "cohesion_rule") + " " + share(row, true) + " "
                + share(row, false);
    }

    private static String share(Row row, boolean isLow) {
        var field = isLow ? Labels.low(Priority.COHESION) : Labels.high(Priority.COHESION);
        var share = row.getDecimal(row.fieldIndex(field.name()));
        return share.signum() == 0 ? "0" : share.stripTrailingZeros().toPlainString();
    }

    private static String seen(Row row) {
        return at(row, Financings.DERIVED_NUTS2.name()) + " " + at(row, Financings.PLACE_WORDS.name());
    }

    private static String at(Row row, String column) {
        var value = row.get(row.fieldIndex(column));
        return value == null ? "" : value.toString();
    }

    private static Map<String, String> signed(int number, String country, String text, String day) {
        var row = row(country, "SCHOOLS", text, number);
        row.putAll(Map.of("signed_on", day, "accessed", "2028-06-30"));
        return row;
    }

    private static Map<String, String> row(String country, String name, String description, int number) {
        var row = RawRows.canonical();
        row.putAll(Map.of(
                "country_label",
                country,
                "operation_name",
                name,
                "sector_label",
                "Education",
                "record_number",
                String.valueOf(number)));
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
