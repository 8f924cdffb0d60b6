package kirchberg.read.json;

import static kirchberg.read.json.SavedPages.LOAN;
import static kirchberg.read.json.SavedPages.OPERATION;
import static kirchberg.read.json.SavedPages.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.table.Financings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PagesTest {
    @TempDir
    private Path folder;

    @Test
    void the_pages_of_a_slice_are_one_list_and_slices_are_added() {
        var result = SavedPages.loans(folder)
                .complete()
                .with("2023-page-0000.json", page(0, 1, LOAN))
                .with("2024-page-0000.json", page(0, 3, LOAN, LOAN))
                .with("2024-page-0001.json", page(1, 3, LOAN))
                .read();

        // 1 + 3 as stated
        assertThat(result.totals().statedRecords()).isEqualTo(4);
        assertThat(result.totals().records()).isEqualTo(4);
        assertThat(result.totals().remarks()).isEmpty();
        assertThat(result.all(Financings.RECORD_NUMBER)).isEqualTo("1|1|2|1");
        assertThat(result.all(Financings.SOURCE_FILE))
                .isEqualTo("2023-page-0000.json|2024-page-0000.json|2024-page-0000.json|2024-page-0001.json");
    }

    @Test
    void the_order_of_the_files_in_the_source_does_not_matter() {
        var result = SavedPages.loans(folder)
                .with("page-0001.json", page(1, 3, LOAN))
                .with("page-0000.json", page(0, 3, LOAN, LOAN))
                .read();

        assertThat(result.totals().records()).isEqualTo(3);
        assertThat(result.totals().remarks()).isEmpty();
    }

    @Test
    void the_last_page_may_be_empty() {
        var result = SavedPages.loans(folder)
                .complete()
                .with("page-0000.json", page(0, 2, LOAN, LOAN))
                .with("page-0001.json", page(1, 2))
                .with("other-page-0000.json", page(0, 0))
                .with("third-page-0000.json", page(0, 0))
                .read();

        assertThat(result.totals().records()).isEqualTo(2);
        assertThat(result.totals().statedRecords()).isEqualTo(2);
    }

    @Test
    void a_missing_page_is_refused() {
        assertRefused(
                SavedPages.loans(folder)
                        .with("page-0000.json", page(0, 5, LOAN, LOAN))
                        .with("page-0002.json", page(2, 5, LOAN)),
                "CONTROL_FIGURE: Cannot use bank/2026-09-01: page-0002.json",
                "got page number 2, expected 1");
        assertRefused(
                SavedPages.loans(folder).with("page-0001.json", page(1, 5, LOAN)),
                "CONTROL_FIGURE",
                "got page number 1, expected 0");
    }

    @Test
    void a_page_that_comes_twice_is_refused() {
        assertRefused(
                SavedPages.loans(folder)
                        .with("page-0000.json", page(0, 4, LOAN, LOAN))
                        .with("page-0001.json", page(0, 4, LOAN)),
                "CONTROL_FIGURE",
                "got page number 0, expected 1");
    }

    @Test
    void two_files_of_the_same_bytes_are_refused() {
        for (var pages : new SavedPages[] {SavedPages.loans(folder), SavedPages.projects(folder)}) {
            var text = page(pages.source().format().listsOperations() ? OPERATION : LOAN);
            assertRefused(
                    pages.with("2023-page-0000.json", text).with("2024-page-0000.json", text),
                    "CONTROL_FIGURE",
                    "2024-page-0000.json has the same bytes as another file");
        }
    }

    @Test
    void pages_of_two_queries_are_refused() {
        var other = page(1, 3, LOAN).replace("\"itemPerPage\": 2", "\"itemPerPage\": 1000");
        assertRefused(
                SavedPages.loans(folder)
                        .with("page-0000.json", page(0, 3, LOAN, LOAN))
                        .with("page-0001.json", other),
                "CONTROL_FIGURE",
                "got itemPerPage 1000, expected 2");
    }

    @Test
    void pages_of_two_days_are_refused() {
        assertRefused(
                SavedPages.loans(folder)
                        .with("page-0000.json", page(0, 3, LOAN, LOAN))
                        .with("page-0001.json", page(1, 4, LOAN)),
                "CONTROL_FIGURE",
                "got totalItems 4, expected 3");
    }

    @Test
    void a_total_that_does_not_match_is_a_remark_or_refuses_a_complete_source() {
        var part = SavedPages.loans(folder).with("any name.json", page(0, 29696, LOAN));

        assertThat(part.read().totals().remarks())
                .singleElement()
                .asString()
                .contains("got 1 items, expected 29696 as stated");
        assertThat(part.read().totals().statedRecords()).isEqualTo(29696);
        assertRefused(part.complete(), "CONTROL_FIGURE: Cannot use bank/2026-09-01", "got 1 items, expected 29696");
        assertRefused(
                SavedPages.projects(folder)
                        .with("page.json", page(0, 17013, OPERATION))
                        .complete(),
                "CONTROL_FIGURE",
                "got 1 different operations, expected 17013");
    }

    @Test
    void the_envelope_may_come_before_the_items_and_hold_more() {
        var text = "{\"valid\": true, \"totalItems\": 1, \"more\": {\"a\": [1, {\"b\": null}]}, \"resultItems\": 1,"
                + " \"pageNumber\": 0, \"message\": \"Success\", \"itemPerPage\": 2, \"data\": [" + LOAN + "]}\n";
        var result = SavedPages.loans(folder).with("page.json", text).read();

        assertThat(result.totals().records()).isEqualTo(1);
        assertThat(result.totals().remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"resultItems\": 1 | \"resultItems\": 2 | CONTROL_FIGURE | got 1 items, expected 2",
                "\"valid\": true | \"valid\": false | NOT_THIS_FORMAT | \"valid\" is false",
                "\"valid\": true | \"valid\": \"true\" | NOT_THIS_FORMAT | \"valid\" is true",
                "\"valid\": true | \"v\": true | NOT_THIS_FORMAT | \"valid\" is missing",
                "\"Success\" | \"Failure\" | NOT_THIS_FORMAT | \"message\" is Failure",
                "\"Success\" | null | NOT_THIS_FORMAT | \"message\" is null",
                "\"totalItems\": 1 | \"totalItems\": \"1\" | NOT_THIS_FORMAT | expected a whole number",
                "\"totalItems\": 1 | \"totalItems\": -1 | NOT_THIS_FORMAT | \"totalItems\" is -1",
                "\"totalItems\": 1 | \"totalItems\": 1.0 | NOT_THIS_FORMAT | \"totalItems\" is 1.0",
                "\"totalItems\": 1 | \"totalItems\": 9999999999999999 | NOT_THIS_FORMAT | expected a whole number",
                "\"totalItems\": 1 | \"total\": 1 | NOT_THIS_FORMAT | \"totalItems\" is missing",
                "\"pageNumber\": 0 | \"page\": 0 | NOT_THIS_FORMAT | \"pageNumber\" is missing",
                "\"itemPerPage\": 2 | \"items\": 2 | NOT_THIS_FORMAT | \"itemPerPage\" is missing",
                "\"data\": | \"dato\": | NOT_THIS_FORMAT | \"data\" is missing",
            })
    void an_envelope_that_is_not_that_of_a_page_is_refused(String part, String by, String refusal, String message) {
        var text = page(LOAN).replace(part.strip(), by.strip());
        assertRefused(SavedPages.loans(folder).with("page.json", text), refusal.strip(), message.strip());
    }

    @Test
    void data_that_is_no_array_is_refused() {
        for (var data : new String[] {"null", "\"text\"", "{}", "17"}) {
            var text = page().replace("\"data\": []", "\"data\": " + data);
            assertRefused(
                    SavedPages.loans(folder).with("page.json", text),
                    "NOT_THIS_FORMAT: Cannot read bank/2026-09-01/page.json",
                    "\"data\" is");
        }
        assertRefused(
                SavedPages.loans(folder).with("page.json", "[" + LOAN + "]"), "NOT_THIS_FORMAT", "it is no object");
    }

    @Test
    void a_list_without_any_item_is_refused() {
        assertRefused(SavedPages.loans(folder).with("page.json", page()), "TRUNCATED", "no record");
    }

    static void assertRefused(SavedPages pages, String refusal, String message) {
        assertThatThrownBy(pages::read)
                .asInstanceOf(type(Stop.class))
                .satisfies(stop -> assertThat(stop.exit()).isEqualTo(Exit.INPUT))
                .satisfies(stop -> assertThat(stop.hint()).isNotBlank())
                .satisfies(stop -> assertThat(stop).hasMessageStartingWith(refusal))
                .satisfies(stop -> assertThat(stop).hasMessageContaining(": Cannot "))
                .satisfies(stop -> assertThat(stop).hasMessageContaining(message));
    }
}
