package kirchberg.read.iati;

import static kirchberg.read.iati.ActivityFile.COMMITMENT;
import static kirchberg.read.iati.ActivityFile.IDENTIFIER;
import static kirchberg.read.iati.ActivityFile.SECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import kirchberg.classify.Classification;
import kirchberg.clean.Cleaning;
import kirchberg.read.Reading;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Activities on their whole way, the one real sample with its known figures among them. */
@Tag("spark")
final class ActivitySampleTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_real_sample_gives_its_known_figures() throws IOException {
        var samples = Path.of(System.getenv().getOrDefault("KIRCHBERG_SAMPLES", "../shared/data"), "iati-eib");
        Assumptions.assumeTrue(Files.isDirectory(samples), "skipped: no real samples at " + samples);

        var file = ActivityFile.read(folder, Files.readAllBytes(samples.resolve("eib_iati_shape_sample.xml")));

        assertThat(file.totals().records()).isEqualTo(2);
        assertThat(file.totals().controlRows()).isZero();
        assertThat(file.totals().readableEur()).isEqualByComparingTo("16720706");
        assertThat(file.totals().unreadableAmounts()).isZero();
        assertThat(file.totals().remarks())
                .containsExactly(
                        "iati/2025-05-16: the format has no control figure, so nothing confirms the sums.",
                        "iati/2025-05-16: commitments in EUR are 11720706.00 gross, 0.00 in corrections, 11720706.00 net.",
                        "iati/2025-05-16: disbursements in EUR are 5000000.00 gross, 0.00 in corrections, 5000000.00 net.",
                        "iati/2025-05-16: activities read: 1.");
        assertThat(file.receivedAt(1))
                .startsWith("<transaction ref=\"300532\">")
                .endsWith("5000000</value>\n    </transaction>")
                .isEqualTo(file.values(Financings.RAW_TEXT).get(1));
        var rows = classified(file);
        assertThat(all(rows, Financings.AMOUNT_EUR))
                .containsExactly(new BigDecimal("11720706.00"), new BigDecimal("5000000.00"));
        assertThat(all(rows, Financings.STAGE)).containsExactly("SIGNED", "DISBURSED");
        assertThat(all(rows, Financings.SIGNED_ON).stream().map(Object::toString))
                .containsExactly("2015-04-29", "2016-06-01");
        assertThat(all(rows, Financings.OPERATION_ID)).containsOnly("20010242");
        assertThat(all(rows, Financings.OPERATION_KEY)).containsOnly("20010242");
        assertThat(all(rows, Financings.CONTRACT_ID)).containsOnly("84835");
        assertThat(all(rows, Financings.INSTITUTION)).containsOnly("EIB");
        assertThat(all(rows, Financings.COUNTRY_CODE)).containsOnly("MZ");
        assertThat(all(rows, Financings.COUNTRY)).containsOnly("Mozambique");
        assertThat(all(rows, Financings.REGION)).containsOnly("ACP_OCT");
        assertThat(all(rows, Financings.EU_MEMBERSHIP)).containsOnly("OUT");
        assertThat(all(rows, Financings.SECTOR_LABEL)).containsOnly("35110000 RE : solar PV");
        assertThat(all(rows, Financings.SECTOR)).containsOnly("UNKNOWN");
    }

    @Test
    void a_region_of_the_standard_lies_outside_the_eu_and_has_no_country() {
        var file = ActivityFile.of(folder, IDENTIFIER, "<recipient-region code=\"298\"/>", SECTOR, COMMITMENT);

        var rows = classified(file);

        assertThat(all(rows, Financings.REGION_LABEL)).containsExactly("IATI region 298");
        assertThat(all(rows, Financings.REGION)).containsExactly("ACP_OCT");
        assertThat(all(rows, Financings.COUNTRY)).containsExactly("Unknown");
        assertThat(all(rows, Financings.EU_MEMBERSHIP)).containsExactly("OUT");
    }

    @Test
    void what_cannot_be_used_is_rejected_with_what_can_be_read_of_its_amount() {
        var file = ActivityFile.of(
                folder,
                "<iati-identifier> </iati-identifier>",
                ActivityFile.KENYA,
                SECTOR,
                ActivityFile.transaction("2", "2015-04-29", "EUR", "70.50"),
                ActivityFile.transaction("2", "2015-04-29", "USD", "30"));
        var sound = ActivityFile.of(
                folder,
                IDENTIFIER,
                ActivityFile.transaction("2", "2015-02-30", "EUR", "11"),
                ActivityFile.transaction("2", "2035-01-01", "EUR", "12"),
                ActivityFile.transaction("2", "", "EUR", "13"),
                ActivityFile.transaction("2", "2015-04-29", "EUR", "1e9"),
                ActivityFile.transaction("2", "2015-04-29", "EUR", ""),
                ActivityFile.transaction("2", "2015-04-29", "EUR", "1.234,56"),
                ActivityFile.transaction("2", "2015-04-29", "EUR", "12345678901234567"),
                ActivityFile.transaction("2", "2015-04-29", "USD", "14"),
                ActivityFile.transaction("3", "2015-04-29", "EUR", "-15.25"));
        var silent = ActivityFile.read(
                folder,
                ActivityFile.BEGIN + "<iati-activity>" + IDENTIFIER
                        + ActivityFile.transaction("2", "2015-04-29", " ", "16") + "</iati-activity>"
                        + ActivityFile.END);

        assertThat(rejects(file)).containsExactly("NO_ID 70.50", "NO_ID null");
        assertThat(rejects(sound))
                .containsExactly(
                        "BAD_DATE 11.00",
                        "DATE_OUT_OF_RANGE 12.00",
                        "NO_DATE 13.00",
                        "BAD_AMOUNT null",
                        "NO_AMOUNT null",
                        "AMBIGUOUS_NUMBER null",
                        "BAD_AMOUNT null",
                        "OTHER_CURRENCY null");
        assertThat(all(classified(sound), Financings.AMOUNT_EUR)).containsExactly(new BigDecimal("-15.25"));
        // 11 + 12 + 13 - 15.25
        assertThat(sound.totals().readableEur()).isEqualByComparingTo("20.75");
        assertThat(rejects(silent)).containsExactly("NO_CURRENCY null");
    }

    private static List<String> rejects(ActivityFile file) {
        return Cleaning.rejects(LocalSpark.rows(Financings.RAW, file.rows())).collectAsList().stream()
                .sorted(Comparator.comparing(r -> (Long) at(r, Financings.RECORD_NUMBER)))
                .map(r -> at(r, Financings.REASON) + " " + r.get(r.fieldIndex("amount_eur")))
                .toList();
    }

    private static List<Row> classified(ActivityFile file) {
        var references = Reading.reference(LocalSpark.session(), Path.of("data/reference"));
        return LocalSpark.rows(Financings.RAW, file.rows())
                .transform(Cleaning::financings)
                .transform(rows -> Classification.classify(rows, references))
                .collectAsList()
                .stream()
                .sorted(Comparator.comparing(r -> (Long) at(r, Financings.RECORD_NUMBER)))
                .toList();
    }

    private static List<Object> all(List<Row> rows, Field field) {
        return rows.stream().map(r -> at(r, field)).toList();
    }

    private static Object at(Row row, Field field) {
        var value = row.get(row.fieldIndex(field.name()));
        return value == null ? "" : value;
    }
}
