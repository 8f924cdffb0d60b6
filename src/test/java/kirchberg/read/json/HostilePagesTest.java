package kirchberg.read.json;

import static kirchberg.read.json.PagesTest.assertRefused;
import static kirchberg.read.json.SavedPages.LOAN;
import static kirchberg.read.json.SavedPages.OPERATION;
import static kirchberg.read.json.SavedPages.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import kirchberg.domain.Stop;
import kirchberg.read.Reading;
import kirchberg.read.received.Limits;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken and hostile pages: one reject or one refusal, never anything else. */
final class HostilePagesTest {
    @TempDir
    private Path folder;

    @Test
    void a_web_page_is_refused() {
        assertRefused(pages("<!DOCTYPE html><html>403</html>"), "NOT_THIS_FORMAT", "this is a web page");
        assertRefused(pages("Name,Region\n"), "NOT_THIS_FORMAT", "perhaps CSV");
        assertRefused(pages(""), "NOT_THIS_FORMAT", "the file is empty");
    }

    @Test
    void a_page_that_is_cut_off_anywhere_is_refused() {
        var whole = page(LOAN).getBytes(StandardCharsets.UTF_8);
        for (var length = 1; length < whole.length; length++) {
            var part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() ->
                            SavedPages.loans(folder).with("page.json", part).read())
                    .as("the first %s bytes", length)
                    .isInstanceOf(Stop.class)
                    .hasMessageStartingWith("TRUNCATED: Cannot read bank/2026-09-01/page.json");
        }
    }

    @Test
    void a_file_that_is_not_the_declared_one_is_refused() throws IOException {
        for (var pages : new SavedPages[] {SavedPages.loans(folder), SavedPages.projects(folder)}) {
            var text = page(pages.source().format().listsOperations() ? OPERATION : LOAN);
            var source = pages.with("page.json", text).source();
            Files.writeString(folder.resolve("page.json"), text + " ");

            assertThatThrownBy(() -> Reading.records(source, r -> {}))
                    .isInstanceOf(Stop.class)
                    .hasMessageStartingWith("DIGEST: Cannot use bank/2026-09-01/page.json");
        }
    }

    @Test
    void a_file_of_the_projects_list_that_changes_between_its_two_readings_is_refused() {
        var first = SavedPages.projects(folder)
                .with("page-0000.json", page(0, 2, OPERATION))
                .with("page-0001.json", page(1, 2, OPERATION.replace("20250001", "20250002")));
        var rows = new ArrayList<Row>();

        assertThatThrownBy(() -> Reading.records(first.source(), row -> {
                    rows.add(row);
                    // the first row comes when all files were read once
                    SavedPages.projects(folder).with("page-0001.json", page(1, 2, OPERATION.replace("0001", "0003")));
                }))
                .isInstanceOf(Stop.class)
                .hasMessageStartingWith("DIGEST");
        assertThat(rows).isNotEmpty();
    }

    @Test
    void a_byte_order_mark_is_skipped_and_utf_16_refused() {
        assertThat(pages("\uFEFF" + page(LOAN)).read().rows()).hasSize(1);
        for (var charset : new Charset[] {
            StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("UTF-32LE")
        }) {
            assertRefused(
                    SavedPages.loans(folder).with("page.json", page(LOAN).getBytes(charset)),
                    "ENCODING",
                    "UTF-16 or binary");
        }
    }

    @Test
    void malformed_bytes_are_refused_with_their_offset_wherever_they_are() {
        // a broken letter in a text that is read, in one that is skipped, cut in the middle, too long, a surrogate
        for (var place : new String[] {"invented item", "metadata", "20240001\"}]"}) {
            for (var bytes : new String[] {"\u00FF", "\u00E9", "\u00C0\u00AF", "\u00ED\u00A0\u0080", "\u00F8"}) {
                var text = page(LOAN).replace(place, place.charAt(0) + bytes + place.substring(1));
                var at = text.replace("€", "xxx").indexOf(bytes);
                assertRefused(
                        SavedPages.loans(folder)
                                .with(
                                        "page.json",
                                        text.replace("€", "\u00E2\u0082\u00AC").getBytes(StandardCharsets.ISO_8859_1)),
                        "ENCODING: Cannot read bank/2026-09-01/page.json: the bytes are not UTF-8",
                        "at byte offset " + at + ",");
            }
        }
    }

    @Test
    void malformed_bytes_far_behind_are_refused_with_their_offset() {
        var bytes = page(LOAN.replace("An invented item.", "é".repeat(30_000) + "#"))
                .getBytes(StandardCharsets.UTF_8);
        var at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('#');
        bytes[at] = (byte) 0xE9;

        assertRefused(
                SavedPages.loans(folder).with("page.json", bytes), "ENCODING", "got 0xE9 at byte offset " + at + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // two truths in an item, in a tag, in the envelope
                "\"id\": \"1\", \"id\": \"2\"",
                "\"primaryTags\": [{\"label\": \"a\", \"label\": \"b\"}]",
                "\"skipped\": {\"a\": {\"b\": 1, \"b\": 2}}",
                // no JSON
                "\"startDate\": NaN",
                "\"startDate\": Infinity",
                "\"startDate\": 007",
                "\"startDate\": +7",
                "\"startDate\": 0x7",
                "\"id\": 'single'",
                "\"id\": \"a\tb\"",
                "\"id\": \"\\x\"",
                "\"id\": /* comment */ 1",
                "\"id\": 1,",
                "id: 1",
                "\"startDate\": [1 2]",
                "\"startDate\": [1}"
            })
    void what_is_no_strict_json_refuses_the_file(String members) {
        assertRefused(pages(page(LOAN, "{" + members + "}")), "NOT_THIS_FORMAT", "it is no sound JSON, got: ");
    }

    @Test
    void doubled_members_of_the_envelope_and_text_behind_it_refuse_the_file() {
        assertRefused(
                pages(page(LOAN).replace("\"pageable\": true", "\"data\": []")),
                "NOT_THIS_FORMAT",
                "Duplicate field 'data'");
        assertRefused(pages(page(LOAN) + "\n{}"), "NOT_THIS_FORMAT", "something follows the end of the page");
        assertRefused(pages(page(LOAN) + "x"), "NOT_THIS_FORMAT", "Unrecognized token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "17",
                "true",
                "\"text\"",
                "[]",
                "[[[{}]]]",
                "{\"id\": {}}",
                "{\"id\": [\"20240001\"]}",
                "{\"id\": true}",
                "{\"title\": 7}",
                "{\"description\": []}",
                "{\"primaryTags\": \"text\"}",
                "{\"primaryTags\": {}}",
                "{\"primaryTags\": [\"text\"]}",
                "{\"primaryTags\": [[]]}",
                "{\"primaryTags\": [{\"subType\": 1, \"label\": \"Italy\"}]}",
                "{\"primaryTags\": [{\"subType\": \"countries\", \"label\": {}}]}",
                "{\"additionalInformation\": \"text\"}",
                "{\"additionalInformation\": {}}",
                "{\"additionalInformation\": [44000000]}",
                "{\"additionalInformation\": [[]]}",
                "{\"additionalInformation\": [\"€1\", \"1722297600000\"]}",
                "{\"additionalInformation\": [\"€1\", true]}",
                "{\"startDate\": \"1722297600000\"}",
                "{\"startDate\": {}}"
            })
    void an_item_of_another_shape_is_one_reject_and_the_file_goes_on(String item) {
        var result = pages(page(item, LOAN)).read();

        assertThat(result.all(Financings.REASON)).isEqualTo("BAD_SHAPE|null");
        assertThat(result.value(0, Financings.RAW_TEXT)).isEqualTo(item);
        assertThat(result.value(0, Financings.AMOUNT_EUR)).isNull();
        assertThat(result.totals().records()).isEqualTo(2);
        assertThat(result.totals().unreadableAmounts()).isEqualTo(1);
        assertThat(result.totals().readableEur()).isEqualByComparingTo("44000000");
    }

    @Test
    void nul_and_lone_surrogates_are_bad_text_and_pairs_are_not() {
        var result = pages(page(
                        LOAN.replace("INVENTED", "IN\\u0000VENTED"),
                        LOAN.replace("INVENTED", "IN\\ud800VENTED"),
                        LOAN.replace("Poland", "\\udc00Poland"),
                        LOAN.replace("INVENTED", "IN\\ud83d\\ude80VENTED"),
                        LOAN.replace("INVENTED", "IN\\u202eVENTED\\u0007")))
                .read();

        assertThat(result.all(Financings.REASON)).isEqualTo("BAD_TEXT|BAD_TEXT|BAD_TEXT|null|null");
        assertThat(result.value(3, Financings.OPERATION_NAME)).isEqualTo("IN\uD83D\uDE80VENTED RAILWAY");
        assertThat(result.totals().readableEur()).isEqualByComparingTo("88000000");
    }

    @Test
    void a_text_or_item_that_is_too_large_is_one_reject() {
        var filler = "\"" + "y".repeat(Limits.CELL) + "\",";
        var result = pages(page(
                        LOAN.replace("An invented item.", "x".repeat(Limits.CELL + 1)),
                        LOAN.replace("An invented item.", "é".repeat(Limits.CELL / 2 + 1)),
                        LOAN.replace("An invented item.", "x".repeat(10 * 1024 * 1024)),
                        LOAN.replace("\"endDate\": null", "\"endDate\": [" + filler.repeat(17) + "1]"),
                        LOAN.replace("\"endDate\": null", "\"endDate\": \"" + "z".repeat(Limits.RECORD) + "\""),
                        LOAN.replace("\"30/07/2024\"", "1" + ",1".repeat(Limits.COLUMNS)),
                        LOAN.replace("\"primaryTags\": [", "\"primaryTags\": [" + "{},".repeat(Limits.COLUMNS)),
                        LOAN.replace("An invented item.", "x".repeat(Limits.CELL)),
                        LOAN))
                .read();

        assertThat(result.all(Financings.REASON))
                .isEqualTo("TOO_LARGE|TOO_LARGE|TOO_LARGE|TOO_LARGE|TOO_LARGE|TOO_LARGE|TOO_LARGE|null|null");
        assertThat(String.valueOf(result.value(2, Financings.RAW_TEXT))).hasSize(Limits.CELL);
        assertThat(String.valueOf(result.value(7, Financings.DESCRIPTION))).hasSize(Limits.CELL);
        assertThat(result.value(8, Financings.RAW_TEXT)).isEqualTo(LOAN);
        assertThat(result.totals().readableEur()).isEqualByComparingTo("88000000");
    }

    @Test
    void the_raw_text_is_never_cut_within_a_letter() {
        var result = pages(page(LOAN.replace("An invented item.", "é".repeat(Limits.CELL))))
                .read();

        var raw = String.valueOf(result.value(0, Financings.RAW_TEXT));
        assertThat(raw).endsWith("éé").doesNotContain("\uFFFD");
        assertThat(raw.getBytes(StandardCharsets.UTF_8).length).isBetween(Limits.CELL - 1, Limits.CELL);
    }

    @Test
    void what_no_record_can_hold_refuses_the_file() {
        var deep = "[".repeat(1_000_000);
        assertRefused(pages(page("{\"a\": " + deep + "]".repeat(1_000_000) + "}")), "LIMIT", "nesting depth (33)");
        assertRefused(pages(page(deep)), "LIMIT", "nesting depth (33)");
        assertRefused(
                pages(page(LOAN.replace("An invented item.", "x".repeat(17 * 1024 * 1024)))),
                "LIMIT",
                "String value length");
        assertRefused(pages(page("{\"" + "n".repeat(300) + "\": 1}")), "LIMIT", "Name length");
        assertRefused(pages(page("{\"startDate\": " + "9".repeat(70_000) + "}")), "LIMIT", "Number value length");
        var members = new StringBuilder("{\"m\": 1");
        for (var number = 0; number < 100_000; number++) {
            members.append(", \"m").append(number).append("\": 1");
        }
        assertRefused(pages(page(members + "}")), "LIMIT", "an object has more than 256 members");
    }

    @Test
    void thirty_levels_within_the_limit_are_skipped() {
        // the envelope, the array and the item are three of the 32
        var item = LOAN.replace("\"endDate\": null", "\"endDate\": " + "[".repeat(29) + "]".repeat(29));

        assertThat(pages(page(item)).read().all(Financings.REASON)).isEqualTo("null");
        assertRefused(pages(page(item.replace("[[]]", "[[[]]]"))), "LIMIT", "nesting depth (33)");
    }

    private SavedPages pages(String text) {
        return SavedPages.loans(folder).with("page.json", text);
    }
}
