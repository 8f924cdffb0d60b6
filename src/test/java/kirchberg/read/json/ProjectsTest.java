package kirchberg.read.json;

import static kirchberg.read.json.SavedPages.OPERATION;
import static kirchberg.read.json.SavedPages.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import kirchberg.domain.Stop;
import kirchberg.table.Financings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProjectsTest {
    private static final String OTHER = OPERATION.replace("20250001", "20250002");
    private static final String RENAMED = OPERATION.replace("WIND FARM", "WIND FARM II");

    @TempDir
    private Path folder;

    @Test
    void an_item_is_an_operation_with_its_status_and_two_amounts() {
        var result = read(OPERATION);

        assertThat(result.totals().records()).isEqualTo(1);
        assertThat(result.totals().readableEur()).isEqualByComparingTo("65000000");
        assertThat(result.totals().statedRecords()).isEqualTo(1);
        assertThat(result.totals().remarks()).isEmpty();
        assertThat(result.value(0, Financings.OPERATION_ID)).isEqualTo("20250001");
        assertThat(result.value(0, Financings.OPERATION_NAME)).isEqualTo("INVENTED WIND FARM");
        assertThat(result.value(0, Financings.OPERATION_STATUS)).isEqualTo("Signed");
        assertThat(result.value(0, Financings.SIGNED_ON)).isEqualTo("28/08/2026");
        assertThat(result.value(0, Financings.APPROVED_AMOUNT_EUR)).isEqualTo("92000000");
        assertThat(result.value(0, Financings.AMOUNT_EUR)).isEqualTo("65000000");
        assertThat(result.value(0, Financings.CURRENCY)).isEqualTo("EUR");
        assertThat(result.value(0, Financings.COUNTRY_LABEL)).isEqualTo("Italy");
        assertThat(result.value(0, Financings.SECTOR_LABEL)).isEqualTo("Energy");
        assertThat(result.value(0, Financings.STAGE)).isEqualTo("APPROVED");
    }

    @Test
    void zero_approved_is_no_longer_stated_once_signed_and_zero_before() {
        var result = read(
                OPERATION.replace("92000000.0", "0.0"),
                OTHER.replace("\"Signed\", \"28/08/2026\", 92000000.0, 65000000.0", "\"Approved\", \"\", 0, 0.0"));

        assertThat(result.all(Financings.APPROVED_AMOUNT_EUR)).isEqualTo("null|0");
        assertThat(result.all(Financings.AMOUNT_EUR)).isEqualTo("65000000|0");
        assertThat(result.all(Financings.SIGNED_ON)).isEqualTo("28/08/2026|null");
    }

    @ParameterizedTest
    @CsvSource({
        "65000000.0, 65000000, 65000000",
        "6.5E7, 65000000, 65000000",
        "6.5e+07, 65000000, 65000000",
        "650000000E-1, 65000000, 65000000",
        "0.10, 0.1, 0.10",
        "12.340000, 12.34, 12.34",
        "-0.0, 0, 0",
        "1E15, 1000000000000000, 1000000000000000",
        // never rounded, never shifted, never read: what follows has no amount
        "1E16, 1E16,",
        "10E15, 10E15,",
        "0.1E16, 0.1E16,",
        "1E999999999, 1E999999999,",
        "1000000000000001, 1000000000000001E0,",
        "1.234, 1.234E0,",
        "12345678901234567890123456789012345678901234567890, 12345678901234567890123456789012345678901234567890E0,",
        "-5.00, -5,"
    })
    void a_number_is_its_digits_as_a_plain_decimal(String token, String text, String eur) {
        var result = read(OPERATION.replace("65000000.0", token));

        assertThat(result.value(0, Financings.AMOUNT_EUR)).isEqualTo(text);
        assertThat(result.totals().readableEur()).isEqualByComparingTo(eur == null ? "0" : eur);
        assertThat(result.totals().unreadableAmounts()).isEqualTo(eur == null ? 1 : 0);
    }

    @Test
    void an_approved_amount_that_cannot_be_read_rejects_the_operation_and_not_its_signed_amount() {
        var result = read(
                OPERATION.replace("92000000.0", "9.2E20"),
                OTHER.replace("92000000.0", "-1"),
                OTHER.replace("0002", "3"));

        assertThat(result.all(Financings.REASON)).isEqualTo("BAD_AMOUNT|BAD_AMOUNT|null");
        assertThat(result.totals().readableEur()).isEqualByComparingTo("195000000");
    }

    @Test
    void an_unknown_status_is_none_and_is_named_once() {
        var result = read(
                OPERATION.replace("\"Signed\"", "\"Under appraisal\""),
                OTHER.replace("\"Signed\"", "\"Cancelled\""),
                OTHER.replace("0002", "0003").replace("\"Signed\"", "\"Cancelled\""),
                OTHER.replace("0002", "0004").replace("\"Signed\"", "null"));

        assertThat(result.all(Financings.OPERATION_STATUS)).isEqualTo("Under appraisal|null|null|null");
        assertThat(result.totals().remarks())
                .singleElement()
                .asString()
                .contains("the status \"Cancelled\" of 2 items is not known");
    }

    @Test
    void several_countries_and_sectors_are_all_kept() {
        var result = read(OPERATION.replace(
                "\"primaryTags\": [",
                "\"primaryTags\": [{\"label\": \"China, People's Republic of\", \"subType\": \"countries\"},"));

        assertThat(result.value(0, Financings.COUNTRY_LABEL)).isEqualTo("China, People's Republic of; Italy");
    }

    @Test
    void an_operation_on_two_pages_is_counted_once() {
        var reordered = OPERATION.replace("\"url\": \"20250001\"", "\"url\":    \"20250001\"");
        var result = SavedPages.projects(folder)
                .with("page-0000.json", page(0, 3, OPERATION, OTHER))
                .with("page-0001.json", page(1, 3, reordered))
                .read();

        assertThat(result.totals().records()).isEqualTo(3);
        assertThat(result.totals().controlRows()).isEqualTo(1);
        assertThat(result.totals().readableEur()).isEqualByComparingTo("130000000");
        assertThat(result.all(Financings.OPERATION_ID)).isEqualTo("20250001|20250002");
        assertThat(result.all(Financings.REASON)).isEqualTo("null|null");
        // one came twice, so one of the three is missing
        assertThat(result.totals().remarks())
                .singleElement()
                .asString()
                .contains("got 2 different operations, expected 3 as stated");
    }

    @Test
    void an_operation_that_says_two_things_is_rejected_every_time() {
        var result = SavedPages.projects(folder)
                .with("page-0000.json", page(0, 4, OPERATION, OPERATION))
                .with("page-0001.json", page(1, 4, RENAMED, OTHER))
                .read();

        assertThat(result.all(Financings.REASON)).isEqualTo("CONFLICTING_ID|CONFLICTING_ID|CONFLICTING_ID|null");
        assertThat(result.totals().records()).isEqualTo(4);
        assertThat(result.totals().controlRows()).isZero();
        assertThat(result.totals().readableEur()).isEqualByComparingTo("260000000");
    }

    @Test
    void letters_that_moved_from_one_text_to_the_next_are_other_content() {
        var one = OPERATION.replace("\"INVENTED WIND FARM\"", "\"AB\"").replace("\"An invented item.\"", "\"C\"");
        var other = one.replace("\"AB\"", "\"A\"").replace("\"C\"", "\"BC\"");

        assertThat(read(one, other).all(Financings.REASON)).isEqualTo("CONFLICTING_ID|CONFLICTING_ID");
    }

    @Test
    void an_unknown_status_is_content_too() {
        var result = read(
                OPERATION.replace("\"Signed\"", "\"Cancelled\""), OPERATION.replace("\"Signed\"", "\"Withdrawn\""));

        assertThat(result.all(Financings.REASON)).isEqualTo("CONFLICTING_ID|CONFLICTING_ID");
    }

    @Test
    void items_without_id_are_never_merged() {
        var nameless = OPERATION.replace("\"id\": \"20250001\",", "");
        var result = read(nameless, nameless);

        assertThat(result.rows()).hasSize(2);
        assertThat(result.totals().controlRows()).isZero();
        assertThat(result.totals().remarks()).isEmpty();
    }

    @Test
    void a_number_instead_of_text_is_the_same_id() {
        var result = read(OPERATION, OPERATION.replace("\"id\": \"20250001\"", "\"id\": 20250001"));

        assertThat(result.rows()).hasSize(1);
        assertThat(result.totals().controlRows()).isEqualTo(1);
    }

    @Test
    void an_item_of_another_shape_is_one_reject() {
        var result = read(
                OPERATION.replace(", 65000000.0", ""),
                OPERATION.replace("65000000.0", "\"65000000\""),
                OPERATION.replace("\"28/08/2026\"", "28"),
                OPERATION.replace("\"Signed\"", "{}"),
                OTHER);

        assertThat(result.all(Financings.REASON)).isEqualTo("BAD_SHAPE|BAD_SHAPE|BAD_SHAPE|BAD_SHAPE|null");
        assertThat(result.totals().unreadableAmounts()).isEqualTo(4);
        assertThat(result.totals().readableEur()).isEqualByComparingTo("65000000");
    }

    @Test
    void a_page_of_the_loans_list_is_told_apart() {
        assertThatThrownBy(() -> read(OPERATION, SavedPages.LOAN))
                .isInstanceOf(Stop.class)
                .hasMessageStartingWith("NOT_THIS_FORMAT: Cannot read")
                .hasMessageContaining("this is the loans list");
    }

    private SavedPages.Received read(String... items) {
        return SavedPages.projects(folder).with("page.json", page(items)).read();
    }
}
