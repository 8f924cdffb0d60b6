package kirchberg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kirchberg.domain.Priority;
import org.junit.jupiter.api.Test;

/** The facts of the real reference tables. */
class ReferenceFolderTest {
    private static final List<String> REGION_KEYS = List.of(
            "EU",
            "UK",
            "EFTA",
            "ENLARGEMENT",
            "EAST",
            "MEDITERRANEAN",
            "ACP_OCT",
            "SOUTH_AFRICA",
            "ASIA_LATIN_AMERICA");

    @Test
    void no_label_stands_twice_for_that_would_double_money() {
        assertThat(column("countries.csv", "country_label")).doesNotHaveDuplicates();
        assertThat(column("regions.csv", "region_label")).doesNotHaveDuplicates();
        assertThat(column("sectors.csv", "sector_label")).doesNotHaveDuplicates();
        assertThat(column("cohesion_regions.csv", "nuts2")).doesNotHaveDuplicates();
        assertThat(column("rules.csv", "rule")).doesNotHaveDuplicates();
    }

    @Test
    void the_list_of_cohesion_regions_has_its_known_counts() {
        var regions = ReferenceFolder.records("cohesion_regions.csv").stream()
                .filter(r -> r.getField("successor_of").isEmpty())
                .toList();
        assertThat(regions).hasSize(240).allMatch(r -> r.getField("nuts2").startsWith(r.getField("country")));
        assertThat(count(regions, "cohesion_category"))
                .containsOnly(entry("LESS_DEVELOPED", 78L), entry("TRANSITION", 67L), entry("MORE_DEVELOPED", 95L));
        assertThat(regions.stream().filter(r -> r.getField("basis").equals("inferred")))
                .extracting(r -> r.getField("nuts2"))
                .containsExactlyInAnyOrder("ES70", "FRY1", "FRY2", "FRY3", "FRY4", "FRY5");
    }

    @Test
    void every_member_has_as_many_regions_of_each_category_as_the_decision_says() {
        // less developed / in transition / more developed
        var expected = "BE 1/4/6 FR 4/21/2 DE 0/8/30 IT 7/3/11 LU 0/0/1 NL 0/3/9 DK 0/1/4 IE 0/1/2 EL 11/2/0 PT 5/1/1 "
                + "ES 5/9/5 AT 0/1/8 FI 0/3/2 CY 0/1/0 CZ 4/3/1 EE 0/1/0 HU 7/0/1 LV 1/0/0 LT 1/0/1 MT 0/1/0 PL 14/2/1 "
                + "SK 3/0/1 SI 1/0/1 BG 5/1/0 RO 7/0/1 HR 2/0/0 SE 0/1/7";
        var found = new TreeMap<String, long[]>();
        for (var region : ReferenceFolder.records("cohesion_regions.csv")) {
            if (region.getField("successor_of").isEmpty()) {
                var category = List.of("LESS_DEVELOPED", "TRANSITION", "MORE_DEVELOPED")
                        .indexOf(region.getField("cohesion_category"));
                found.computeIfAbsent(region.getField("country"), c -> new long[3])[category]++;
            }
        }
        assertThat(found.entrySet().stream()
                        .map(e -> e.getKey() + " "
                                + Arrays.stream(e.getValue())
                                        .mapToObj(String::valueOf)
                                        .collect(Collectors.joining("/"))))
                .containsExactlyInAnyOrderElementsOf(
                        Pattern.compile("(?<=[0-9]) ").splitAsStream(expected).toList());
    }

    @Test
    void a_successor_code_has_the_category_of_the_codes_before_it() {
        var categories = ReferenceFolder.records("cohesion_regions.csv").stream()
                .collect(Collectors.toMap(r -> r.getField("nuts2"), r -> r.getField("cohesion_category")));
        var successors = ReferenceFolder.records("cohesion_regions.csv").stream()
                .filter(r -> !r.getField("successor_of").isEmpty())
                .toList();
        assertThat(successors).hasSize(10);
        assertThat(successors)
                .allSatisfy(r -> assertThat(Pattern.compile(";")
                                .splitAsStream(r.getField("successor_of"))
                                .map(categories::get))
                        .containsOnly(r.getField("cohesion_category")));
    }

    @Test
    void every_member_is_present_with_its_dates_and_its_cohesion_regions() {
        var members = ReferenceFolder.records("countries.csv").stream()
                .filter(r -> !r.getField("member_from").isEmpty()
                        && r.getField("country_region").equals("EU"))
                .collect(Collectors.toMap(r -> r.getField("country_code"), r -> r, (first, alias) -> {
                    assertThat(alias.getField("member_from")).isEqualTo(first.getField("member_from"));
                    return first;
                }));
        // 27 members and the five French outermost regions, which may stand as territories of their own
        assertThat(members).hasSize(32).containsKeys("BE", "HR", "SE", "GP", "MQ", "GF", "RE", "YT");
        assertThat(members.values().stream()
                        .filter(r -> r.getField("cohesion_regions").equals("ALL"))
                        .map(r -> r.getField("country_code")))
                .containsExactlyInAnyOrder("BG", "CY", "EE", "GR", "HR", "LV", "MT", "GP", "MQ", "GF", "RE", "YT");
        assertThat(members.values().stream()
                        .filter(r -> r.getField("cohesion_regions").equals("NONE"))
                        .map(r -> r.getField("country_code")))
                .containsExactly("LU");
        var kingdom = ReferenceFolder.records("countries.csv").stream()
                .filter(r -> r.getField("country_label").equals("United Kingdom"))
                .toList();
        assertThat(kingdom).extracting(r -> r.getField("member_until")).containsExactly("2020-01-31");
    }

    @Test
    void regions_and_codes_are_known_ones() {
        assertThat(column("regions.csv", "label_region"))
                .isSubsetOf(REGION_KEYS)
                .containsAll(REGION_KEYS);
        assertThat(ReferenceFolder.records("countries.csv")).allSatisfy(r -> {
            assertThat(r.getField("country_region")).matches(key -> key.isEmpty() || REGION_KEYS.contains(key));
            assertThat(r.getField("country_code")).matches("([A-Z]{2})?");
            assertThat(r.getField("country_code").isEmpty())
                    .isNotEqualTo(r.getField("label_membership").isEmpty());
        });
    }

    @Test
    void priorities_are_those_of_the_house_and_rules_speak_of_known_sectors() {
        assertThat(column("priorities.csv", "priority"))
                .containsExactly(
                        Arrays.stream(Priority.values()).map(Priority::key).toArray(String[]::new));
        assertThat(column("sectors.csv", "sector").stream().distinct()).hasSize(13);
        assertThat(ReferenceFolder.rules()).allSatisfy(rule -> {
            assertThat(rule.lowShare()).isBetween(BigDecimal.ZERO, rule.highShare());
            assertThat(rule.highShare()).isLessThanOrEqualTo(BigDecimal.ONE);
            assertThat(rule.sector() == null || column("sectors.csv", "sector").contains(rule.sector()))
                    .isTrue();
        });
    }

    private static List<String> column(String file, String column) {
        return ReferenceFolder.records(file).stream()
                .map(r -> r.getField(column))
                .toList();
    }

    private static Map<String, Long> count(List<NamedCsvRecord> records, String column) {
        return records.stream().collect(Collectors.groupingBy(r -> r.getField(column), Collectors.counting()));
    }
}
