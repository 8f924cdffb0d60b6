package kirchberg.read.iati;

import static kirchberg.read.iati.ActivityFile.BEGIN;
import static kirchberg.read.iati.ActivityFile.COMMITMENT;
import static kirchberg.read.iati.ActivityFile.END;
import static kirchberg.read.iati.ActivityFile.IDENTIFIER;
import static kirchberg.read.iati.ActivityFile.KENYA;
import static kirchberg.read.iati.ActivityFile.SECTOR;
import static kirchberg.read.iati.ActivityFile.TITLE;
import static kirchberg.read.iati.ActivityFile.activity;
import static kirchberg.read.iati.ActivityFile.transaction;
import static kirchberg.table.Financings.AMOUNT_EUR;
import static kirchberg.table.Financings.BYTE_OFFSET;
import static kirchberg.table.Financings.CONTRACT_ID;
import static kirchberg.table.Financings.COUNTRY_LABEL;
import static kirchberg.table.Financings.CURRENCY;
import static kirchberg.table.Financings.DESCRIPTION;
import static kirchberg.table.Financings.OPERATION_ID;
import static kirchberg.table.Financings.OPERATION_NAME;
import static kirchberg.table.Financings.RAW_TEXT;
import static kirchberg.table.Financings.RECORD_NUMBER;
import static kirchberg.table.Financings.REGION_LABEL;
import static kirchberg.table.Financings.SECTOR_LABEL;
import static kirchberg.table.Financings.SIGNED_ON;
import static kirchberg.table.Financings.STAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of the format, and every trap that leaves the file readable. */
final class IatiActivitiesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void commitments_are_signed_and_disbursements_disbursed_on_their_own_days() {
        var file = ActivityFile.of(
                folder,
                IDENTIFIER,
                TITLE,
                KENYA,
                SECTOR,
                transaction("2", " 2015-04-29 ", "EUR", " 11720706 "),
                transaction("3", "2016-06-01", "EUR", "5000000.5"));

        assertThat(file.values(STAGE)).containsExactly("SIGNED", "DISBURSED");
        assertThat(file.values(SIGNED_ON)).containsExactly("2015-04-29", "2016-06-01");
        assertThat(file.values(AMOUNT_EUR)).containsExactly("11720706.00", "5000000.50");
        assertThat(file.values(OPERATION_NAME)).containsExactly("MILL", "MILL");
        assertThat(file.values(COUNTRY_LABEL)).containsExactly("KE", "KE");
        assertThat(file.values(RECORD_NUMBER)).containsExactly("1", "2");
        assertThat(file.totals().readableEur()).isEqualByComparingTo("16720706.50");
    }

    @Test
    void transactions_of_other_types_are_control_rows() {
        var file = ActivityFile.of(
                folder,
                IDENTIFIER,
                transaction("1", "2015-04-29", "EUR", "7"),
                COMMITMENT,
                transaction("4", "2015-04-29", "EUR", "8"),
                transaction("13", "2015-04-29", "EUR", "9"),
                transaction("4", "2015-04-29", "EUR", "x"));

        assertThat(file.totals().records()).isEqualTo(5);
        assertThat(file.totals().controlRows()).isEqualTo(4);
        assertThat(file.values(RECORD_NUMBER)).containsExactly("2");
        assertThat(file.totals().readableEur()).isEqualByComparingTo("1000");
        assertThat(file.remarks())
                .contains("transactions of type 1, neither signed nor disbursed, left out: 1.")
                .contains("transactions of type 13, neither signed nor disbursed, left out: 1.")
                .contains("transactions of type 4, neither signed nor disbursed, left out: 2.");
    }

    @ParameterizedTest
    @CsvSource({
        "XM-DAC-918-3-20010242-84835, 20010242, 84835",
        "' XM-DAC-918-3-20010242-84835 ', 20010242, 84835",
        "A-20010242-1, 20010242, 1",
        "XM-DAC-918-3-84835,, XM-DAC-918-3-84835",
        "XM-DAC-918-3-20010242-84835-B,, XM-DAC-918-3-20010242-84835-B",
        "-20010242-84835,, -20010242-84835",
        "84835,, 84835",
        "'',,",
        "' ',,"
    })
    void an_identifier_is_split_from_the_right(String stated, @Nullable String operation, @Nullable String contract) {
        var file = ActivityFile.of(folder, "<iati-identifier>" + stated + "</iati-identifier>", COMMITMENT);

        assertThat(file.values(OPERATION_ID)).containsExactly(operation);
        assertThat(file.values(CONTRACT_ID)).containsExactly(contract);
        assertThat(file.totals().readableEur()).isEqualByComparingTo("1000");
    }

    @Test
    void two_identifiers_or_none_name_no_contract() {
        assertThat(ActivityFile.of(folder, IDENTIFIER, IDENTIFIER, COMMITMENT).values(CONTRACT_ID))
                .containsExactly((String) null);
        assertThat(ActivityFile.of(folder, COMMITMENT).values(CONTRACT_ID)).containsExactly((String) null);
    }

    /** Percentages in, and what 1000 EUR becomes: amount, place, sector of each part. */
    @ParameterizedTest
    @CsvFileSource(resources = "/cases/iati_parts.csv", numLinesToSkip = 1)
    void an_amount_goes_to_places_and_sectors_by_their_percentages(
            String why, String elements, String expected, String remark) {
        var file = ActivityFile.of(folder, IDENTIFIER, elements.replace('\'', '"'), COMMITMENT);

        var parts = new StringBuilder();
        for (var row = 0; row < file.rows().size(); row++) {
            parts.append(row == 0 ? "" : "; ")
                    .append(file.values(AMOUNT_EUR).get(row))
                    .append(' ')
                    .append(file.values(COUNTRY_LABEL).get(row))
                    .append('/')
                    .append(file.values(REGION_LABEL).get(row))
                    .append('/')
                    .append(file.values(SECTOR_LABEL).get(row));
        }
        assertThat(parts.toString()).as(why).isEqualTo(expected);
        assertThat(file.totals().readableEur()).as(why).isEqualByComparingTo("1000");
        assertThat(file.remarks()).as(why).contains(remark);
    }

    @Test
    void parts_of_a_correction_add_up_below_zero() {
        var file = ActivityFile.of(
                folder,
                IDENTIFIER,
                "<recipient-country code=\"KE\" percentage=\"33.333\"/><recipient-country code=\"UG\" percentage=\"33.333\"/>"
                        + "<recipient-country code=\"TZ\" percentage=\"33.334\"/>",
                transaction("2", "2015-04-29", "EUR", "-0.02"));

        // -0.0066666, -0.0066666, -0.0066668: no cent each, two are left, the greatest remainder first
        assertThat(file.values(AMOUNT_EUR)).containsExactly("-0.01", "0.00", "-0.01");
        assertThat(file.totals().readableEur()).isEqualByComparingTo("-0.02");
    }

    @Test
    void parts_of_one_transaction_share_its_place_and_text_and_have_numbers_of_their_own() {
        var file = ActivityFile.of(
                folder,
                IDENTIFIER,
                "<recipient-country code=\"KE\" percentage=\"50\"/><recipient-country code=\"UG\" percentage=\"50\"/>",
                COMMITMENT,
                transaction("1", "2015-04-29", "EUR", "7"),
                transaction("3", "2016-04-29", "EUR", "8"));

        assertThat(file.values(RECORD_NUMBER)).containsExactly("1", "2", "4", "5");
        assertThat(file.values(RAW_TEXT).subList(0, 2)).containsExactly(COMMITMENT, COMMITMENT);
        assertThat(file.receivedAt(1)).isEqualTo(COMMITMENT);
        assertThat(file.receivedAt(3)).isEqualTo(file.values(RAW_TEXT).get(3));
    }

    @Test
    void the_english_narrative_is_kept_or_else_the_first() {
        var english = ActivityFile.of(
                folder,
                IDENTIFIER,
                "<title><narrative xml:lang=\"fr\">MOULIN</narrative><narrative xml:lang=\"EN-gb\"> MILL\r\n </narrative>"
                        + "<narrative xml:lang=\"en\">THIRD</narrative></title>",
                "<description><narrative xml:lang=\"fr\">Un moulin</narrative><narrative xml:lang=\"de\">Mühle</narrative></description>",
                COMMITMENT);
        var usual = ActivityFile.read(
                folder,
                BEGIN
                        + activity(
                                        IDENTIFIER,
                                        "<title><narrative xml:lang=\"fr\">MOULIN</narrative><narrative>MILL</narrative></title>",
                                        COMMITMENT)
                                .replace("<iati-activity", "<iati-activity xml:lang=\"en\"")
                        + END);
        var empty = ActivityFile.of(folder, IDENTIFIER, "<title><narrative> </narrative></title>", COMMITMENT);

        assertThat(english.values(OPERATION_NAME)).containsExactly("MILL");
        assertThat(english.values(DESCRIPTION)).containsExactly("Un moulin");
        assertThat(usual.values(OPERATION_NAME)).containsExactly("MILL");
        assertThat(empty.values(OPERATION_NAME)).containsExactly((String) null);
    }

    @Test
    void a_currency_is_that_of_the_value_or_else_of_the_activity_or_else_nobodys() {
        var file = ActivityFile.read(
                folder,
                BEGIN + activity(IDENTIFIER, transaction("2", "2015-04-29", "", "1"))
                        + activity(IDENTIFIER, transaction("2", "2015-04-29", " USD ", "-2"))
                        + activity(IDENTIFIER, transaction("3", "2015-04-29", "USD", "20"))
                        + activity(IDENTIFIER, transaction("3", "2015-04-29", "xx", "21"))
                        + "<iati-activity>" + IDENTIFIER + transaction("2", "2015-04-29", "", "4")
                        + "</iati-activity>" + END);

        assertThat(file.values(CURRENCY)).containsExactly("EUR", "USD", "USD", "xx", null);
        assertThat(file.totals().readableEur()).isEqualByComparingTo("1");
        assertThat(file.totals().unreadableAmounts()).isEqualTo(4);
        assertThat(file.remarks())
                .contains("commitments in EUR are 1.00 gross, 0.00 in corrections, 1.00 net.")
                .contains("commitments in USD, rejected, are 0.00 gross, -2.00 in corrections, -2.00 net.")
                .contains("disbursements in USD, rejected, are 20.00 gross, 0.00 in corrections, 20.00 net.")
                .contains("disbursements in no currency of ISO 4217, rejected, are 21.00 gross,")
                .contains("commitments without a currency, rejected, are 4.00 gross,");
    }

    @Test
    void an_amount_that_is_not_in_euro_is_not_split() {
        var file = ActivityFile.of(
                folder,
                IDENTIFIER,
                "<recipient-country code=\"KE\" percentage=\"50\"/><recipient-country code=\"UG\" percentage=\"50\"/>",
                transaction("2", "2015-04-29", "USD", "8"),
                transaction("2", "2015-04-29", "EUR", "8,5"));

        assertThat(file.values(AMOUNT_EUR)).containsExactly("8", "8,5");
        assertThat(file.totals().unreadableAmounts()).isEqualTo(2);
    }

    @Test
    void corrections_reduce_the_sum_and_are_shown_apart() {
        var file = ActivityFile.of(
                folder,
                IDENTIFIER,
                COMMITMENT,
                transaction("2", "2016-04-29", "EUR", "-250.25"),
                transaction("3", "2016-04-29", "EUR", "-1"));

        assertThat(file.values(AMOUNT_EUR)).containsExactly("1000.00", "-250.25", "-1.00");
        assertThat(file.totals().readableEur()).isEqualByComparingTo("748.75");
        assertThat(file.remarks())
                .contains("commitments in EUR are 1000.00 gross, -250.25 in corrections, 749.75 net.")
                .contains("disbursements in EUR are 0.00 gross, -1.00 in corrections, -1.00 net.");
    }

    @Test
    void status_zero_is_noted_and_the_activity_stays() {
        var file = ActivityFile.read(
                folder,
                BEGIN
                        + activity(IDENTIFIER, "<activity-status code=\"0\"/>", COMMITMENT)
                        + activity(IDENTIFIER, "<activity-status code=\" 3 \"/>", COMMITMENT)
                        + END);

        assertThat(file.rows()).hasSize(2);
        assertThat(file.remarks()).contains("activities whose status the standard does not know: 1.");
    }

    @Test
    void what_is_not_known_is_skipped_and_counted() {
        var file = ActivityFile.of(
                folder,
                IDENTIFIER.replace("<iati-identifier", "<iati-identifier new=\"1\""),
                "<budget><value>7</value></budget>",
                "<budget/>",
                "<x:marker xmlns:x=\"urn:x\" code=\"1\"/>",
                "<participating-org ref=\"40-Multilateral\" role=\"1\"><narrative>EDF</narrative></participating-org>",
                COMMITMENT);

        assertThat(file.rows()).hasSize(1);
        assertThat(file.remarks())
                .contains("not known were skipped: budget 2, iati-identifier/@new 1, urn:x:marker 1.");
    }

    /** A broken transaction in, between two sound ones, and why it is rejected. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no type | <transaction><value>5</value></transaction>",
                "type without a code | <transaction><transaction-type/><value>5</value></transaction>",
                "type of version 1 | <transaction><transaction-type code=\"C\"/><value>5</value></transaction>",
                "type that is none | <transaction><transaction-type code=\"14\"/><value>5</value></transaction>",
                "two types | <transaction><transaction-type code=\"2\"/><transaction-type code=\"3\"/><value>5</value></transaction>",
                "two values | <transaction><transaction-type code=\"2\"/><value>5</value><value>5</value></transaction>",
                "two dates | <transaction><transaction-type code=\"2\"/><transaction-date iso-date=\"2015-01-01\"/><transaction-date iso-date=\"2015-01-01\"/><value>5</value></transaction>",
                "empty | <transaction/>"
            })
    void a_broken_transaction_is_rejected_alone_with_its_text(String why, String broken) {
        var file = ActivityFile.of(folder, IDENTIFIER, KENYA, COMMITMENT, broken, COMMITMENT);

        assertThat(file.reasons()).as(why).isEqualTo("BAD_SHAPE");
        assertThat(file.values(RAW_TEXT)).as(why).containsExactly(COMMITMENT, broken, COMMITMENT);
        assertThat(file.receivedAt(1)).as(why).isEqualTo(broken);
        assertThat(file.totals().readableEur()).as(why).isEqualByComparingTo("2000");
        assertThat(file.totals().unreadableAmounts()).as(why).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5<b/>0", "<b/>50", "50<b>0</b>", "<value>50</value>", "<b/>"})
    void an_amount_with_an_element_inside_is_not_read(String value) {
        var file = ActivityFile.of(
                folder,
                IDENTIFIER,
                "<transaction><transaction-type code=\"2\"/><value>" + value + "</value></transaction>");

        assertThat(file.totals().unreadableAmounts()).isEqualTo(1);
    }

    @Test
    void an_identifier_without_text_names_no_contract() {
        assertThat(ActivityFile.of(folder, "<iati-identifier><b/> </iati-identifier>", COMMITMENT)
                        .values(CONTRACT_ID))
                .containsExactly((String) null);
    }

    @Test
    void an_amount_in_pieces_of_one_text_is_one_number() {
        var file = ActivityFile.of(
                folder,
                IDENTIFIER,
                "<transaction><transaction-type code=\"2\"/><value>1<!-- , -->2<![CDATA[3]]>&#52;</value></transaction>");

        assertThat(file.values(AMOUNT_EUR)).containsExactly("1234.00");
    }

    @Test
    void a_transaction_in_too_many_parts_is_rejected() {
        var country = "<recipient-country code=\"KE\" percentage=\"6.25\"/>";
        var sector = "<sector vocabulary=\"99\" code=\"1\" percentage=\"6.25\"/>";
        var most = ActivityFile.of(folder, IDENTIFIER, country.repeat(16), sector.repeat(16), COMMITMENT);
        var smaller = "<sector vocabulary=\"99\" code=\"1\" percentage=\"5\"/>";
        var more = ActivityFile.of(folder, IDENTIFIER, country.repeat(16), smaller.repeat(20), COMMITMENT);

        assertThat(most.rows()).hasSize(256);
        assertThat(most.totals().readableEur()).isEqualByComparingTo("1000");
        assertThat(more.reasons()).isEqualTo("TOO_LARGE");
        assertThat(more.totals().unreadableAmounts()).isEqualTo(1);
    }

    @Test
    void letters_of_any_width_and_any_line_end_move_no_offset() {
        var text = (BEGIN
                        + activity(
                                IDENTIFIER,
                                "<title><narrative>\u00E9\u20AC\uD83D\uDE00&amp;&#8364; &lt;transaction></narrative></title>",
                                "<!-- <transaction> \u20AC --><![CDATA[<transaction>]]><?x <transaction> ?>",
                                "<sector code='>' vocabulary=\"'99>\"/>",
                                COMMITMENT)
                        + activity(IDENTIFIER, "<transaction\n/>", COMMITMENT)
                        + END)
                .replace("\n", "\r\n");
        var file = ActivityFile.read(folder, "\uFEFF" + text.replace("</title>\r\n", "</title>\r"));

        assertThat(file.values(RAW_TEXT)).containsExactly(COMMITMENT, "<transaction\r\n/>", COMMITMENT);
        for (var row = 0; row < 3; row++) {
            assertThat(file.receivedAt(row)).isEqualTo(file.values(RAW_TEXT).get(row));
        }
        assertThat(file.values(OPERATION_NAME).get(0)).isEqualTo("\u00E9\u20AC\uD83D\uDE00&\u20AC <transaction>");
    }

    @Test
    void offsets_hold_far_behind_the_first_buffer() {
        var much = activity(IDENTIFIER, "<title><narrative>" + "\u20AC\r\n".repeat(9000) + "</narrative></title>");
        var file = ActivityFile.read(folder, BEGIN + much.repeat(40) + activity(IDENTIFIER, COMMITMENT) + END);

        assertThat(file.receivedAt(0)).isEqualTo(COMMITMENT);
        assertThat(file.remarks()).contains("activities without a transaction: 40.");
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1, \u00E9", "windows-1252, \u20AC", "utf-8, \u20AC", "US-ASCII, e"})
    void the_encoding_is_the_one_that_the_file_declares(String encoding, String letter) {
        var text = BEGIN.replace("?>", " encoding='" + encoding + "' ?>")
                + activity(IDENTIFIER, "<title><narrative>" + letter + "</narrative></title>", COMMITMENT)
                + END;
        var file = ActivityFile.read(folder, text.getBytes(Charset.forName(encoding)));

        assertThat(file.values(OPERATION_NAME)).containsExactly(letter);
        var offset = text.getBytes(Charset.forName(encoding)).length
                - (COMMITMENT + "\n</iati-activity>\n" + END).getBytes(StandardCharsets.US_ASCII).length;
        assertThat(file.values(BYTE_OFFSET)).containsExactly(String.valueOf(offset));
    }
}
