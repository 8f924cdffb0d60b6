package kirchberg.read.json;

import static kirchberg.read.json.SavedPages.LOAN;
import static kirchberg.read.json.SavedPages.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kirchberg.domain.Stop;
import kirchberg.table.Financings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoansTest {
    private static final String EURO = "€44,000,000";

    @TempDir
    private Path folder;

    @Test
    void an_item_is_a_signed_amount_of_its_operation() {
        var result = read(LOAN);

        assertThat(result.totals().records()).isEqualTo(1);
        assertThat(result.totals().readableEur()).isEqualByComparingTo("44000000");
        assertThat(result.totals().statedRecords()).isEqualTo(1);
        assertThat(result.totals().remarks()).isEmpty();
        assertThat(result.value(0, Financings.OPERATION_ID)).isEqualTo("20240001");
        assertThat(result.value(0, Financings.OPERATION_NAME)).isEqualTo("INVENTED RAILWAY");
        assertThat(result.value(0, Financings.DESCRIPTION)).isEqualTo("An invented item.");
        assertThat(result.value(0, Financings.COUNTRY_LABEL)).isEqualTo("Poland");
        assertThat(result.value(0, Financings.REGION_LABEL)).isEqualTo("European Union");
        assertThat(result.value(0, Financings.SECTOR_LABEL)).isEqualTo("Transport");
        assertThat(result.value(0, Financings.AMOUNT_EUR)).isEqualTo(EURO);
        assertThat(result.value(0, Financings.CURRENCY)).isEqualTo("EUR");
        assertThat(result.value(0, Financings.SIGNED_ON)).isEqualTo("2024-07-30");
        assertThat(result.value(0, Financings.STAGE)).isEqualTo("SIGNED");
        assertThat(result.value(0, Financings.INSTITUTION)).isEqualTo("EIB");
        assertThat(result.value(0, Financings.REASON)).isNull();
    }

    @Test
    void the_offset_and_the_raw_text_are_those_of_the_bytes() throws Exception {
        var french = LOAN.replace("An invented item.", "Électricité en Côte d'Ivoire");
        var pages = SavedPages.loans(folder).with("page.json", "\uFEFF" + page(french, LOAN, french, "\"text\"", "17"));
        var bytes = Files.readAllBytes(folder.resolve("page.json"));

        var result = pages.read();

        assertThat(result.all(Financings.RECORD_NUMBER)).isEqualTo("1|2|3|4|5");
        // the mark has three bytes, the envelope's first member ten
        assertThat(result.value(0, Financings.BYTE_OFFSET)).isEqualTo("13");
        assertThat(result.all(Financings.RAW_TEXT)).isEqualTo(french + "|" + LOAN + "|" + french + "|\"text\"|17");
        for (var row = 0; row < 5; row++) {
            var raw = String.valueOf(result.value(row, Financings.RAW_TEXT));
            var offset = Integer.parseInt(String.valueOf(result.value(row, Financings.BYTE_OFFSET)));
            var length = raw.getBytes(StandardCharsets.UTF_8).length;
            assertThat(new String(bytes, offset, length, StandardCharsets.UTF_8))
                    .isEqualTo(raw);
        }
    }

    @Test
    void items_beyond_the_parsers_buffer_keep_their_offset_and_raw_text() throws Exception {
        var items = new String[300];
        for (var index = 0; index < items.length; index++) {
            items[index] = LOAN.replace("An invented item.", "é".repeat(index * 7));
        }
        var pages = SavedPages.loans(folder).with("page.json", page(items));
        var bytes = Files.readAllBytes(folder.resolve("page.json"));

        var result = pages.read();

        assertThat(result.rows()).hasSize(300);
        for (var row = 0; row < 300; row++) {
            assertThat(result.value(row, Financings.RAW_TEXT)).isEqualTo(items[row]);
            var offset = Integer.parseInt(String.valueOf(result.value(row, Financings.BYTE_OFFSET)));
            assertThat(new String(bytes, offset, 17, StandardCharsets.UTF_8)).isEqualTo("{\"id\": \"20240001\"");
        }
    }

    @Test
    void equal_items_are_separate_signatures_and_all_stay() {
        var result = SavedPages.loans(folder)
                .with("page-0000.json", page(0, 3, LOAN, LOAN))
                .with("page-0001.json", page(1, 3, LOAN))
                .read();

        assertThat(result.rows()).hasSize(3);
        assertThat(result.totals().controlRows()).isZero();
        assertThat(result.totals().readableEur()).isEqualByComparingTo("132000000");
    }

    @ParameterizedTest
    @CsvSource({
        // negative before 1970: 15 June 1964, 00:00 UTC
        "-175046400000, 1964-06-15",
        // 29 July 2024, 22:00 UTC is midnight of the 30th in Luxembourg
        "1722290400000, 2024-07-30",
        // winter: 23:00 UTC of 31 December 2023 is midnight of 1 January there
        "1704063600000, 2024-01-01",
        // 00:00 UTC
        "1722297600000, 2024-07-30",
        // midnight nowhere that counts: no day, and no grammar reads the digits
        "1722301200000, 1722301200000",
        "1722297600001, 1722297600001",
        "1722297600000.5, 1722297600000.5",
        "1.7222976E12, 1.7222976E12",
        "99999999999999999999, 99999999999999999999",
        // seconds taken for milliseconds: a quarter past ten in the evening in January 1970
        "1722297600, 1722297600"
    })
    void milliseconds_are_the_day_that_begins_then(String milliseconds, String day) {
        var result = read(LOAN.replace("1722297600000", milliseconds));

        assertThat(result.value(0, Financings.SIGNED_ON)).isEqualTo(day);
    }

    @Test
    void seconds_instead_of_milliseconds_are_out_of_range() {
        var result = read(LOAN.replace("1722297600000", "1722297600"), LOAN.replace("1722297600000", "-175046400"));

        assertThat(result.all(Financings.REASON)).isEqualTo("DATE_OUT_OF_RANGE|DATE_OUT_OF_RANGE");
        assertThat(result.totals().readableEur()).isEqualByComparingTo("88000000");
    }

    @Test
    void two_dates_that_differ_are_a_conflict_and_one_is_enough() {
        var result = read(
                LOAN.replace("\"startDate\": 1722297600000", "\"startDate\": 1722211200000"),
                LOAN.replace("\"startDate\": 1722297600000", "\"startDate\": null"),
                LOAN.replace(", 1722297600000, \"30/07/2024\"", ""),
                LOAN.replace(", 1722297600000, \"30/07/2024\"", "").replace("1722297600000", "null"));

        assertThat(result.all(Financings.REASON)).isEqualTo("DATE_CONFLICT|null|null|null");
        assertThat(result.all(Financings.SIGNED_ON)).isEqualTo("2024-07-29|2024-07-30|2024-07-30|null");
        // a conflict of dates leaves the amount readable: 4 x 44 m
        assertThat(result.totals().readableEur()).isEqualByComparingTo("176000000");
    }

    @Test
    void an_amount_without_euro_sign_has_no_currency() {
        var result = read(LOAN.replace(EURO, "44,000,000"), LOAN.replace(EURO, "$44,000,000"), LOAN);

        assertThat(result.all(Financings.CURRENCY)).isEqualTo("null|null|EUR");
        assertThat(result.totals().unreadableAmounts()).isEqualTo(2);
        assertThat(result.totals().readableEur()).isEqualByComparingTo("44000000");
    }

    @Test
    void a_broken_euro_sign_refuses_the_file() {
        for (var broken : new String[] {"\u00E2\u201A\u00AC44,000,000", "\uFFFD44,000,000"}) {
            assertThatThrownBy(() -> read(LOAN, LOAN.replace(EURO, broken)))
                    .isInstanceOf(Stop.class)
                    .hasMessageStartingWith("ENCODING: Cannot read bank/2026-09-01/page.json")
                    .hasMessageContaining("in record 2 at byte offset");
        }
    }

    @Test
    void several_tags_of_a_kind_are_one_label_that_no_table_knows() {
        var result = read(LOAN.replace("\"regions\"", "\"countries\""));

        assertThat(result.value(0, Financings.COUNTRY_LABEL)).isEqualTo("Poland; European Union");
        assertThat(result.value(0, Financings.REGION_LABEL)).isNull();
    }

    @Test
    void what_is_missing_is_unknown_and_no_fault() {
        var result = read(
                LOAN.replace("\"title\": \"INVENTED RAILWAY\", \"description\": \"An invented item.\",", ""),
                LOAN.replace("\"INVENTED RAILWAY\"", "\" \"").replace("\"An invented item.\"", "null"),
                LOAN.replaceFirst("(?s)\"primaryTags\": \\[.*?\\],", ""),
                LOAN.replaceFirst("(?s)\"primaryTags\": \\[.*?\\],", "\"primaryTags\": null,"),
                LOAN.replace("\"label\": \"Transport\"", "\"label\": null"));

        assertThat(result.all(Financings.REASON)).isEqualTo("null|null|null|null|null");
        assertThat(result.value(0, Financings.OPERATION_NAME)).isNull();
        assertThat(result.value(1, Financings.OPERATION_NAME)).isNull();
        assertThat(result.value(1, Financings.DESCRIPTION)).isNull();
        assertThat(result.value(2, Financings.COUNTRY_LABEL)).isNull();
        assertThat(result.value(3, Financings.COUNTRY_LABEL)).isNull();
        assertThat(result.value(4, Financings.SECTOR_LABEL)).isNull();
    }

    @Test
    void an_id_is_text_or_the_digits_of_a_number_or_none() {
        var result = read(
                LOAN.replace("\"id\": \"20240001\"", "\"id\": 20240001"),
                LOAN.replace("\"id\": \"20240001\"", "\"id\": \" \""),
                LOAN.replace("\"id\": \"20240001\"", "\"id\": null"),
                LOAN.replace("\"id\": \"20240001\",", ""),
                LOAN.replace("\"id\": \"20240001\"", "\"id\": \"00012\""));

        assertThat(result.all(Financings.OPERATION_ID)).isEqualTo("20240001|null|null|null|00012");
        assertThat(result.all(Financings.REASON)).isEqualTo("null|null|null|null|null");
    }

    @Test
    void text_is_composed_and_trimmed() {
        var result = read(LOAN.replace("INVENTED RAILWAY", "\\u00A0 E\\u0301TUDE  2\\r\\nB\\uFEFF"));

        assertThat(result.value(0, Financings.OPERATION_NAME)).isEqualTo("\u00C9TUDE  2\nB");
    }

    @Test
    void a_page_of_the_projects_list_is_told_apart() {
        assertThatThrownBy(() -> read(LOAN, SavedPages.OPERATION))
                .isInstanceOf(Stop.class)
                .hasMessageStartingWith("NOT_THIS_FORMAT: Cannot read")
                .hasMessageContaining("this is the projects list")
                .hasMessageContaining("in record 2");
    }

    private SavedPages.Received read(String... items) {
        return SavedPages.loans(folder).with("page.json", page(items)).read();
    }
}
