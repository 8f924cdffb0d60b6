package kirchberg.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.TimeZone;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.sample.Sampling.Format;
import kirchberg.sample.Sampling.Request;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {
    private static final long SEED = 20251204;
    private static final Set<String> ALL_COHESION =
            Set.of("Bulgaria", "Cyprus", "Estonia", "Greece", "Croatia", "Latvia", "Malta");

    @TempDir
    private static Path folder;

    private static Portfolio sample;

    @BeforeAll
    static void write_the_sample() throws IOException {
        Sampling.write(folder.resolve("sample"), new Request(10_000, SEED, Format.KIRCHBERG_CSV));
        sample = Portfolio.read(folder.resolve("sample/portfolio.csv"));
    }

    @ParameterizedTest
    @CsvSource({
        // 65.4 + 30.2 - 0.7 = 94.9
        "2021, 65400000000.00, 30200000000.00, 94900000000.00",
        // 65.1 + 9.2 - 1.8 = 72.5
        "2022, 65100000000.00, 9200000000.00, 72500000000.00",
        // 75.1 + 14.9 - 2.15 = 87.85
        "2023, 75100000000.00, 14900000000.00, 87850000000.00",
        // 76.6 + 14.4 - 2.2 = 88.8
        "2024, 76600000000.00, 14400000000.00, 88800000000.00",
        // 84.7 + 17.5 - 2.3 = 99.9
        "2025, 84700000000.00, 17500000000.00, 99900000000.00"
    })
    void totals_are_the_published_ones_to_the_cent(int year, BigDecimal eib, BigDecimal eif, BigDecimal group) {
        var rows = sample.of(year);
        assertThat(rows.where("institution", "EIB").amount()).isEqualByComparingTo(eib);
        assertThat(rows.where("institution", "EIF").amount()).isEqualByComparingTo(eif);
        assertThat(rows.group()).isEqualByComparingTo(group);
    }

    @ParameterizedTest
    @CsvSource({"2021, 941", "2022, 908", "2023, 931", "2024, 947", "2025, 968"})
    void operations_of_a_year_are_some_nine_hundred_and_fewer_than_its_rows(int year, long operations) {
        assertThat(sample.of(year).distinct("operation_id")).isEqualTo(operations);
        assertThat(sample.of(year).rows()).hasSizeGreaterThan(1800);
    }

    @ParameterizedTest
    @ValueSource(ints = {2021, 2022, 2023, 2024, 2025})
    void each_year_has_all_members_and_sectors(int year) {
        var inside = sample.of(year).where("region", "European Union");
        assertThat(inside.where(row -> !row.getField("country").equals("EU Countries"))
                        .distinct("country"))
                .isEqualTo(27);
        assertThat(sample.of(year).distinct("sector")).isEqualTo(13);
        assertThat(sample.of(year).distinct("region")).isGreaterThanOrEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "2021, 0.510", // printed as 51 %
        "2022, 0.524", // 38 of 72.5
        "2023, 0.558", // 49 of 87.85
        "2024, 0.571", // 50.7 of 88.8
        "2025, 0.580"
    })
    void climate_share_of_the_group_may_be_the_published_one(int year, BigDecimal published) {
        var share = climate(year);
        // what is hidden is much like the rest, so the truth lies near the middle
        var middle = share.low().add(share.high()).divide(BigDecimal.valueOf(2), 6, RoundingMode.HALF_EVEN);
        assertThat(middle).isCloseTo(published, within(new BigDecimal("0.01")));
        assertThat(share.width()).isLessThan(new BigDecimal("0.08"));
    }

    @Test
    void almost_60_percent_climate_in_2024_holds_conventionally_and_fails_to_the_letter() {
        var share = climate(2024);
        assertThat(share.low()).isGreaterThanOrEqualTo(new BigDecimal("0.55"));
        assertThat(share.high()).isLessThan(new BigDecimal("0.59"));
        assertThat(share.width()).isBetween(new BigDecimal("0.02"), new BigDecimal("0.03"));
    }

    @Test
    void about_50_percent_cohesion_in_2024_holds_conventionally_and_fails_to_the_letter() throws IOException {
        var share = cohesion(2024);
        assertThat(share.low()).isGreaterThanOrEqualTo(new BigDecimal("0.45"));
        assertThat(share.high()).isLessThan(new BigDecimal("0.49"));
        assertThat(share.width()).isBetween(new BigDecimal("0.01"), new BigDecimal("0.025"));
    }

    @ParameterizedTest
    @CsvSource({"2021, 0.410", "2022, 0.459", "2023, 0.451", "2024, 0.478", "2025, 0.465"})
    void cohesion_share_of_the_eib_may_be_the_published_one(int year, BigDecimal published) throws IOException {
        var share = cohesion(year);
        assertThat(share.low()).isLessThan(published);
        assertThat(share.high()).isGreaterThan(published);
        assertThat(share.width()).isLessThan(new BigDecimal("0.07"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2021, 2022, 2023, 2024, 2025})
    void about_nine_tenths_lie_inside_the_union(int year) {
        var rows = sample.of(year);
        var share = rows.where("region", "European Union").group().divide(rows.group(), 4, RoundingMode.HALF_EVEN);
        // least in 2022: 9.1 outside of the EIB and 0.4 of the EIF, (72.5 - 9.5) / 72.5 = 0.869
        assertThat(share).isBetween(new BigDecimal("0.865"), new BigDecimal("0.925"));
    }

    @Test
    void countries_of_2024_lead_in_the_published_order() {
        var rows = sample.of(2024);
        var amounts = new HashMap<String, BigDecimal>();
        for (var country : new String[] {"France", "Spain", "Italy", "Germany", "Poland"}) {
            amounts.put(country, rows.where("country", country).group());
        }
        assertThat(amounts.get("France")).isGreaterThan(amounts.get("Spain"));
        assertThat(amounts.get("Spain")).isGreaterThan(amounts.get("Italy"));
        assertThat(amounts.get("Italy")).isGreaterThan(amounts.get("Germany"));
        assertThat(amounts.get("Germany")).isGreaterThan(amounts.get("Poland"));
    }

    @Test
    void what_both_count_is_covered_by_a_row_of_the_eib() {
        var joint = sample.where(row -> !row.getField("joint_amount_eur").isEmpty()
                && new BigDecimal(row.getField("joint_amount_eur")).signum() > 0);
        assertThat(joint.rows()).hasSizeGreaterThan(100).allSatisfy(row -> {
            var counted = new BigDecimal(row.getField("joint_amount_eur"));
            assertThat(row.getField("institution")).isEqualTo("EIF");
            assertThat(counted).isLessThanOrEqualTo(Portfolio.amount(row));
            var partner = sample.where("operation_id", row.getField("operation_id"))
                    .where("institution", "EIB")
                    .amount();
            assertThat(counted).isLessThanOrEqualTo(partner);
        });
    }

    @ParameterizedTest
    @CsvSource({"2021, 3", "2022, 1", "2023, 0", "2024, 0", "2025, 0"})
    void few_rows_of_the_eif_leave_open_what_both_count(int year, int rows) {
        var open = sample.of(year).where("institution", "EIF").where("joint_amount_eur", "");
        assertThat(open.rows()).hasSize(rows);
        assertThat(open.amount()).isLessThan(new BigDecimal("15000000"));
    }

    @Test
    void techeu_begins_in_2025_and_comes_to_some_16_billion() {
        var marked = sample.where(row -> row.getField("operation_name").startsWith("TECHEU "));
        assertThat(marked.rows()).allSatisfy(row -> {
            assertThat(row.getField("programmes")).isEqualTo("techeu");
            assertThat(row.getField("signed_on")).startsWith("2025-");
        });
        assertThat(marked.group()).isBetween(new BigDecimal("15500000000"), new BigDecimal("16500000000"));
        assertThat(marked.where("mobilised_amount_eur", "").rows().size())
                .isLessThan(marked.rows().size() / 5);
        assertThat(sample.where("programmes", "techeu").rows()).hasSameSizeAs(marked.rows());
    }

    @Test
    void regions_are_of_the_list_and_lie_in_their_country() {
        var prefixes = new HashMap<String, String>();
        Resource.rows("countries.csv").forEach(row -> prefixes.put(row.getField("label"), row.getField("nuts")));
        var codes = new HashSet<String>();
        Resource.rows("regions.csv").forEach(row -> codes.add(row.getField("nuts2")));
        // 78 less developed + 67 transition + 95 more developed
        assertThat(codes).hasSize(240);
        assertThat(prefixes).containsEntry("Greece", "EL").containsEntry("EU Countries", "");
        assertThat(sample.where(row -> !row.getField("nuts2").isEmpty()).rows())
                .hasSizeGreaterThan(7_000)
                .allSatisfy(row -> {
                    assertThat(codes).contains(row.getField("nuts2"));
                    assertThat(row.getField("nuts2").substring(0, 2)).isEqualTo(prefixes.get(row.getField("country")));
                });
    }

    @Test
    void every_row_is_well_formed_and_calls_itself_synthetic() {
        assertThat(sample.rows()).hasSize(10_000).allSatisfy(SamplingTest::isWellFormed);
    }

    @Test
    void equal_rows_occur_and_are_separate_signatures() {
        var distinct = new HashSet<>(
                sample.rows().stream().map(NamedCsvRecord::getFields).toList());
        assertThat(10_000 - distinct.size()).isBetween(50, 500);
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 1_001, 12_345})
    void other_sizes_have_exactly_their_rows_and_the_same_totals(long rows) throws IOException {
        var own = folder.resolve("rows-" + rows);
        Sampling.write(own, new Request(rows, 7, Format.KIRCHBERG_CSV));
        var other = Portfolio.read(own.resolve("portfolio.csv"));
        assertThat(other.rows()).hasSize((int) rows).allSatisfy(SamplingTest::isWellFormed);
        assertThat(other.of(2024).group()).isEqualByComparingTo("88800000000");
        assertThat(other.of(2023).where("institution", "EIB").amount()).isEqualByComparingTo("75100000000");
    }

    @Test
    void the_same_seed_gives_the_same_bytes_in_any_zone_and_another_seed_does_not() throws IOException {
        var zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Sampling.write(folder.resolve("same"), new Request(10_000, SEED, Format.KIRCHBERG_CSV));
        } finally {
            TimeZone.setDefault(zone);
        }
        Sampling.write(folder.resolve("other"), new Request(10_000, SEED + 1, Format.KIRCHBERG_CSV));
        var first = folder.resolve("sample/portfolio.csv");
        assertThat(folder.resolve("same/portfolio.csv")).hasSameBinaryContentAs(first);
        assertThat(folder.resolve("same/source.yaml")).hasSameBinaryContentAs(folder.resolve("sample/source.yaml"));
        assertThat(Files.mismatch(folder.resolve("other/portfolio.csv"), first)).isNotNegative();
    }

    @Test
    void the_export_shows_the_rows_of_the_eib_and_closes_with_their_total() throws IOException {
        Sampling.write(folder.resolve("export"), new Request(10_000, SEED, Format.EIB_EXPORT_CSV));
        var eib = sample.where("institution", "EIB");
        try (var csv =
                CsvReader.builder().skipEmptyLines(false).ofNamedCsvRecord(folder.resolve("export/export.csv"))) {
            var rows = csv.stream().toList();
            assertThat(rows).hasSize(eib.rows().size() + 2);
            assertThat(rows.get(rows.size() - 2).getFields()).containsOnly("");
            // 65.4 + 65.1 + 75.1 + 76.6 + 84.7 = 366.9
            assertThat(rows.get(rows.size() - 1).getFields())
                    .containsExactly("Total", "", "", "", "", "€366,900,000,000", "");
            assertThat(rows.get(0).getField("Signature Date")).matches("[0-9]{2}/[0-9]{2}/2021");
            assertThat(rows.stream().filter(row -> row.getField("Description").contains("% CAES window")))
                    .hasSize(eib.where("climate_share", "").rows().size());
        }
        assertThat(folder.resolve("export/source.yaml"))
                .content()
                .contains("format: eib-export-csv", "institution: EIB", "name: export.csv");
    }

    @Test
    void the_source_file_says_synthetic_first_and_gives_the_bytes() throws IOException {
        var size = Files.size(folder.resolve("sample/portfolio.csv"));
        assertThat(folder.resolve("sample/source.yaml"))
                .content()
                .startsWith("synthetic: true\n")
                .contains("bytes: " + size + ",");
        assertThat(size).isLessThan(2_000_000);
    }

    @Test
    void a_folder_in_use_is_left_alone() throws IOException {
        var used = Files.createDirectory(folder.resolve("used"));
        Files.writeString(used.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> Sampling.write(used, new Request(1_000, 1, Format.KIRCHBERG_CSV)))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Exit.USAGE))
                .hasMessageContaining("got notes.txt, expected an empty or new folder");
        assertThat(used).isDirectoryNotContaining(path -> path.endsWith("portfolio.csv"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 999, 10_000_001})
    void too_few_or_too_many_rows_are_refused(long rows) {
        assertThatThrownBy(() -> Sampling.write(folder.resolve("never"), new Request(rows, 1, Format.KIRCHBERG_CSV)))
                .isInstanceOfSatisfying(
                        Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Exit.USAGE))
                .hasMessageContaining("got " + rows + ", expected 1000 to 10000000");
        assertThat(folder.resolve("never")).doesNotExist();
    }

    private record Share(BigDecimal low, BigDecimal high) {
        BigDecimal width() {
            return high.subtract(low);
        }
    }

    private static Share climate(int year) {
        var rows = sample.of(year);
        var unknown = rows.where("climate_share", "").group();
        return new Share(
                rows.climate().divide(rows.group(), 6, RoundingMode.HALF_EVEN),
                rows.climate().add(unknown).divide(rows.group(), 6, RoundingMode.HALF_EVEN));
    }

    /** Of the EIB inside the EU: by the region where stated, by the country where all or none of its regions count. */
    private static Share cohesion(int year) throws IOException {
        var category = new HashMap<String, String>();
        Resource.rows("regions.csv").forEach(row -> category.put(row.getField("nuts2"), row.getField("category")));
        var rows = sample.of(year).where("institution", "EIB").where("region", "European Union");
        var low = rows.where(row -> ALL_COHESION.contains(row.getField("country"))
                        || !category.getOrDefault(row.getField("nuts2"), "more_developed")
                                .equals("more_developed"))
                .amount();
        var unknown = rows.where("nuts2", "")
                .where(row -> !ALL_COHESION.contains(row.getField("country")))
                .where(row -> !row.getField("country").equals("Luxembourg"))
                .amount();
        return new Share(
                low.divide(rows.amount(), 6, RoundingMode.HALF_EVEN),
                low.add(unknown).divide(rows.amount(), 6, RoundingMode.HALF_EVEN));
    }

    private static void isWellFormed(NamedCsvRecord row) {
        assertThat(row.getFieldCount()).isEqualTo(16);
        assertThat(row.getField("operation_id")).matches("202[1-5]-[0-9]{4,}");
        assertThat(row.getField("operation_name")).contains("SYNTHETIC " + row.getField("operation_id") + " ");
        assertThat(row.getField("institution")).isIn("EIB", "EIF");
        assertThat(row.getField("stage")).isEqualTo("SIGNED");
        assertThat(row.getField("signed_on"))
                .matches("202[1-5]-[01][0-9]-[0-3][0-9]")
                .startsWith(row.getField("operation_id").substring(0, 4));
        hasWellFormedNumbers(row);
        hasKnownLabels(row);
        assertThat(row.getField("description")).startsWith("Synthetic: ").doesNotContain("%");
    }

    private static void hasWellFormedNumbers(NamedCsvRecord row) {
        assertThat(row.getField("amount_eur")).matches("[0-9]+\\.[0-9]{2}");
        assertThat(Portfolio.amount(row)).isPositive();
        assertThat(row.getField("joint_amount_eur")).matches("([0-9]+\\.[0-9]{2})?");
        assertThat(row.getField("mobilised_amount_eur")).matches("([0-9]+\\.[0-9]{2})?");
        assertThat(row.getField("climate_share")).matches("(0\\.[0-9]{2}|1\\.00)?");
    }

    private static void hasKnownLabels(NamedCsvRecord row) {
        assertThat(row.getField("nuts2")).matches("([A-Z]{2}[A-Z0-9]{2})?");
        assertThat(row.getField("priorities"))
                .matches("(none|(digital|defence|agriculture|social|global|capital_markets)"
                        + "(;(digital|defence|agriculture|social|global|capital_markets))*)?");
        assertThat(row.getField("programmes")).matches("(none|techeu|invest_eu|guarantee_fund)?");
    }
}
