package kirchberg.classify;

import static kirchberg.table.Financings.AMOUNT_EUR;
import static kirchberg.table.Financings.EU_MEMBERSHIP;
import static kirchberg.table.Financings.OPERATION_NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kirchberg.clean.Cleaning;
import kirchberg.domain.Priority;
import kirchberg.domain.Programme;
import kirchberg.spark.RawRows;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Labels;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Figures of the real samples, known beforehand; skipped where the samples are absent. */
@Tag("spark")
class RealSamplesTest {
    /** 61 rows by region: 2 + 1 + 1 + 1 + 1 + 2 + 1 + 1 + 1 + 6 + 17 + 9 + 1 + 4 + 7 + 1 + 5. */
    private static final Map<String, Long> PLACED_1959_1965 = Map.ofEntries(
            Map.entry("DE30", 2L),
            Map.entry("EL30", 1L),
            Map.entry("EL52", 1L),
            Map.entry("FRD1", 1L),
            Map.entry("FRG0", 1L),
            Map.entry("FRH0", 2L),
            Map.entry("FRI1", 1L),
            Map.entry("FRK2", 1L),
            Map.entry("FRL0", 1L),
            Map.entry("ITF1", 6L),
            Map.entry("ITF3", 17L),
            Map.entry("ITF4", 9L),
            Map.entry("ITF6", 1L),
            Map.entry("ITG1", 4L),
            Map.entry("ITG2", 7L),
            Map.entry("ITI1", 1L),
            Map.entry("ITI4", 5L));

    @Test
    void the_oldest_part_of_the_export_gives_its_known_sums_and_members() {
        var rows = classified("raw_export_1959_1965.csv");

        assertThat(rows).hasSize(92);
        assertThat(rows.stream()
                        .collect(Collectors.groupingBy(
                                r -> (Integer) at(r, Financings.SIGNATURE_YEAR), Collectors.counting())))
                .containsOnly(
                        Map.entry(1959, 5L),
                        Map.entry(1960, 4L),
                        Map.entry(1961, 7L),
                        Map.entry(1962, 10L),
                        Map.entry(1963, 22L),
                        Map.entry(1964, 27L),
                        Map.entry(1965, 17L));
        assertThat(List.of(1959, 1960, 1961, 1962, 1963, 1964, 1965))
                .map(year -> sum(rows, r -> at(r, Financings.SIGNATURE_YEAR).equals(year)))
                .containsExactly("34127485", "25457443", "86543246", "66347208", "71171474", "117347038", "101451906");
        Predicate<Row> member = r -> at(r, EU_MEMBERSHIP).equals("IN");
        assertThat(rows.stream().filter(member)).hasSize(81);
        assertThat(sum(rows, member)).isEqualTo("458971544");
        assertThat(rows.stream().filter(r -> "GR".equals(at(r, Financings.COUNTRY_CODE))))
                .hasSize(8)
                .noneMatch(member);
        assertThat(rows.stream().filter(member))
                .allMatch(r -> at(r, Labels.basis(Priority.COHESION)).equals("UNKNOWN"));
        assertThat(rows).allMatch(r -> r.isNullAt(r.fieldIndex("cohesion_category")));
        assertThat(rows)
                .noneMatch(r -> at(r, Financings.SECTOR).equals("UNKNOWN")
                        || at(r, Financings.REGION).equals("UNKNOWN")
                        || r.isNullAt(r.fieldIndex("country_code")));
    }

    @Test
    void a_page_of_july_2024_gives_its_known_bounds() {
        var rows = classified("raw_export_2024-07_page.csv");

        assertThat(rows).hasSize(44);
        Predicate<Row> member = r -> at(r, EU_MEMBERSHIP).equals("IN");
        assertThat(rows.stream().filter(member)).hasSize(43);
        assertThat(sum(rows, member)).isEqualTo("4419181940");
        assertThat(rows.stream().filter(r -> "label-eu-countries".equals(at(r, Financings.EU_RULE))))
                .hasSize(3);
        var inside = rows.stream().filter(member).toList();
        // Cyprus 108,000,000 and Marseille 106,500,000
        assertThat(part(inside, Labels.low(Priority.COHESION))).isEqualTo("214500000");
        // less Cologne 157,500,000, Grenoble 12,000,000, Kassel 38,856,975 + 57,181,025 and Tirol 20,000,000
        assertThat(part(inside, Labels.high(Priority.COHESION))).isEqualTo("4133643940");
        assertThat(part(rows, Labels.low(Priority.CLIMATE))).isEqualTo("369200000");
        assertThat(part(rows, Labels.high(Priority.CLIMATE))).isEqualTo("4159181940");
        assertThat(part(rows, Labels.low(Programme.TECHEU))).isEqualTo("0");
        assertThat(part(rows, Labels.low(Programme.INVEST_EU))).isEqualTo("80000000");
        assertThat(rows.stream().filter(r -> "name-investeu".equals(at(r, Labels.rule(Programme.INVEST_EU)))))
                .hasSize(6);
    }

    @Test
    void climate_shares_of_july_2024_come_from_eight_rows_only() {
        var rows = classified("raw_export_2024-07_page.csv");

        assertThat(rows.stream().filter(r -> !r.isNullAt(r.fieldIndex("climate_rule"))))
                .extracting(
                        r -> at(r, OPERATION_NAME).toString().replaceAll(" .*", ""),
                        r -> at(r, Labels.rule(Priority.CLIMATE)),
                        r -> at(r, Labels.low(Priority.CLIMATE)).toString(),
                        r -> at(r, Labels.high(Priority.CLIMATE)).toString())
                .containsExactlyInAnyOrder(
                        tuple("IKB", "climate-percent", "0.30000000", "0.30000000"),
                        tuple("CASA", "climate-percent", "0.70000000", "0.70000000"),
                        tuple("CASA", "climate-percent", "0.70000000", "0.70000000"),
                        tuple("KOMERCNI", "climate-percent", "0.15000000", "0.15000000"),
                        tuple("KOMERCNI", "climate-percent", "0.15000000", "0.15000000"),
                        tuple("CALEF", "climate-at-least", "0.30000000", "1.00000000"),
                        tuple("CALEF", "climate-at-least", "0.30000000", "1.00000000"),
                        tuple("SIMEST", "climate-at-least", "0.20000000", "1.00000000"));
    }

    @Test
    void six_rows_of_july_2024_are_placed_each_where_its_text_says() {
        assertThat(placed("raw_export_2024-07_page.csv"))
                .containsExactlyInAnyOrder(
                        "COLOGNE SUSTAINABLE WASTEWATER NETWORK PROGRAM: DEA2",
                        "GRENOBLE METROPOLE URBAN REGENERATION: FRK2",
                        "HELABA PS PROJECTS IN KASSEL: DE73",
                        "HELABA PS PROJECTS IN KASSEL: DE73",
                        "EXTENSION TRAMWAY DE MARSEILLE: FRL0",
                        "AFFORDABLE HOUSING TIROLER SPARKASSE: AT33");
    }

    @Test
    void sixty_one_rows_of_the_oldest_part_are_placed() {
        // every row was read by a person; lines, two regions, near and a town that is not known place nothing
        var placed = placed("raw_export_1959_1965.csv");

        assertThat(placed.stream()
                        .map(p -> p.substring(p.length() - 4))
                        .collect(Collectors.groupingBy(region -> region, Collectors.counting())))
                .isEqualTo(PLACED_1959_1965);
        assertThat(placed)
                .noneMatch(p -> p.startsWith("CM 052 SIP PIANO TELE.SARDEGNA"))
                .noneMatch(p -> p.startsWith("FS GENOVA MODANE"))
                .noneMatch(p -> p.startsWith("CM 003 ALFA ROMEO"))
                .noneMatch(p -> p.startsWith("SNCF BRETAGNE"));
    }

    private static List<String> placed(String file) {
        return classified(file).stream()
                .filter(r -> !at(r, Financings.DERIVED_NUTS2).equals(""))
                .map(r -> at(r, OPERATION_NAME) + ": " + at(r, Financings.DERIVED_NUTS2))
                .toList();
    }

    private static List<Row> classified(String file) {
        return RawRows.sample(file)
                .transform(Cleaning::financings)
                .transform(rows -> Classification.classify(rows, ReferenceFolder.tables()))
                .collectAsList();
    }

    private static Object at(Row row, Field field) {
        var value = row.get(row.fieldIndex(field.name()));
        return value == null ? "" : value;
    }

    private static String sum(List<Row> rows, Predicate<Row> which) {
        return whole(rows.stream()
                .filter(which)
                .map(r -> (BigDecimal) at(r, AMOUNT_EUR))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static String part(List<Row> rows, Field share) {
        return whole(rows.stream()
                .map(r -> ((BigDecimal) at(r, AMOUNT_EUR)).multiply((BigDecimal) at(r, share)))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static String whole(BigDecimal euro) {
        return euro.setScale(0, RoundingMode.UNNECESSARY).toPlainString();
    }
}
