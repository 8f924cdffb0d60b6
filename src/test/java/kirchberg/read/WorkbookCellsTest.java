package kirchberg.read;

import static kirchberg.domain.source.SourceFormat.EIB_EXPORT_XLSX;
import static kirchberg.read.WorkbookFile.HEADER;
import static kirchberg.read.WorkbookFile.financing;
import static kirchberg.read.WorkbookFile.row;
import static kirchberg.read.WorkbookFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import kirchberg.domain.source.AmountText;
import kirchberg.domain.source.DateText;
import kirchberg.read.received.Limits;
import kirchberg.table.Financings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cells of a row become. */
final class WorkbookCellsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/workbook_cells.csv", numLinesToSkip = 1, delimiter = '|', quoteCharacter = '\0')
    void a_cell_becomes_the_text_that_the_export_would_show(
            String why,
            String dateCell,
            String amountCell,
            @Nullable String date,
            @Nullable String amount,
            @Nullable String reason)
            throws IOException {
        var result = read(shared(WorkbookFile.of(HEADER, financing(2, dateCell, amountCell))));

        assertThat(result.rows()).as(why).hasSize(1);
        assertThat(result.value(0, Financings.REASON)).as(why).isEqualTo(reason);
        assertThat(result.value(0, Financings.SIGNED_ON)).as(why).isEqualTo(date);
        assertThat(result.value(0, Financings.AMOUNT_EUR)).as(why).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"1.234", "1234E-3", "110572425.09999999", "1E999999999", "1234567890123456", "1E-999999999"})
    void a_number_that_is_no_amount_is_a_bad_amount_and_neither_ambiguous_nor_rounded(String value) throws IOException {
        var result = read(WorkbookFile.of(HEADER, financing(2, text("22/10/1965"), "<c><v>" + value + "</v></c>")));
        var handedOn = Objects.requireNonNull(result.value(0, Financings.AMOUNT_EUR));

        assertThat(List.of(AmountText.EXPORT, AmountText.OTHER_CURRENCY, AmountText.NEGATIVE, AmountText.AMBIGUOUS))
                .noneMatch(grammar -> Pattern.compile(grammar).matcher(handedOn).find());
        assertThat(result.totals().unreadableAmounts()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"60", "45503.5", "0", "2958466"})
    void a_bad_day_leaves_the_amount_readable(String serial) throws IOException {
        var result =
                read(WorkbookFile.of(HEADER, financing(2, "<c s=\"1\"><v>" + serial + "</v></c>", text("\u20AC7"))));
        var handedOn = Objects.requireNonNull(result.value(0, Financings.SIGNED_ON));

        assertThat(handedOn).doesNotMatch(DateText.EXPORT);
        assertThat(result.totals().readableEur()).isEqualByComparingTo("7");
        assertThat(result.reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // 45503 - 1462 = 44041 days after 1 January 1904 is 30 July 2024
        "44041, 30/07/2024",
        "0, 01/01/1904",
        "60, 01/03/1904",
        "-1, -1"
    })
    void dates_of_a_1904_workbook_count_from_its_own_day(String serial, String day) throws IOException {
        for (var property : List.of("<workbookPr date1904=\"1\"/>", "<workbookPr date1904=\"true\"/>")) {
            var result = read(WorkbookFile.of(HEADER, financing(2, "<c s=\"1\"><v>" + serial + "</v></c>", text("7")))
                    .sheets(property, "Loans"));

            assertThat(result.value(0, Financings.SIGNED_ON)).isEqualTo(day);
        }
    }

    @Test
    void a_row_keeps_its_place_and_what_its_cells_hold() throws IOException {
        var result = read(WorkbookFile.of(HEADER, financing(17, "<c s=\"1\"><v>45503</v></c>", "<c><v>1.5E3</v></c>"))
                .sheets("", "Bob's list"));

        assertThat(result.value(0, Financings.SOURCE_FILE)).isEqualTo("loanExport.xlsx");
        assertThat(result.value(0, Financings.RECORD_NUMBER)).isEqualTo("1");
        assertThat(result.value(0, Financings.BYTE_OFFSET)).isNull();
        assertThat(result.value(0, Financings.CELL_REFERENCE)).isEqualTo("'Bob''s list'!A17");
        assertThat(result.value(0, Financings.RAW_TEXT))
                .isEqualTo("GAMMA  MILL\tEuropean Union\tItaly\tWater, sewerage\t45503\t1.5E3\tA mill");
        assertThat(result.value(0, Financings.SIGNED_ON)).isEqualTo("30/07/2024");
    }

    @Test
    void text_is_composed_trimmed_and_keeps_its_inner_spaces() throws IOException {
        var result = read(WorkbookFile.of(
                HEADER,
                row(2, text(" \u00A0GAMMA  MILL "), text("")),
                row(3, text("a_x000D__x000A_b\u202F"), text("e\u0301tude"))));

        assertThat(result.value(0, Financings.OPERATION_NAME)).isEqualTo("GAMMA  MILL");
        assertThat(result.value(0, Financings.REGION_LABEL)).isNull();
        assertThat(result.value(1, Financings.OPERATION_NAME)).isEqualTo("a\nb");
        assertThat(result.value(1, Financings.REGION_LABEL)).isEqualTo("\u00E9tude");
    }

    @Test
    void formulas_are_counted_and_a_row_of_nothing_else_is_no_blank_row() throws IOException {
        var formula = "<c><f>1+1</f><v>2</v></c>";
        var result = read(WorkbookFile.of(
                HEADER, financing(2, text("22/10/1965"), formula), row(3, "<c r=\"F3\"><f>1+1</f></c>"), row(4)));

        assertThat(result.rows()).hasSize(2);
        assertThat(result.totals().controlRows()).isEqualTo(1);
        assertThat(result.totals().readableEur()).isEqualByComparingTo("2");
        assertThat(result.totals().unreadableAmounts()).isEqualTo(1);
        assertThat(result.totals().remarks().get(0))
                .endsWith(": 2 cells are computed; the values kept in them were used, and 1 have none.");
    }

    @Test
    void a_cell_or_record_that_is_too_large_is_one_reject() throws IOException {
        // a euro sign has three bytes: 21845 of them are one byte below the limit of 65536
        var fine = "\u20AC".repeat(21_845);
        var result = read(WorkbookFile.of(
                HEADER,
                row(2, text("x".repeat(Limits.CELL + 1))),
                row(3, text(fine + "xx")),
                row(4, text(fine + "x")),
                row(5, text("y".repeat(Limits.CELL)).repeat(17)),
                row(6, text("z".repeat(3_000_000))),
                financing(7)));

        assertThat(result.reasons()).isEqualTo("TOO_LARGE TOO_LARGE TOO_LARGE TOO_LARGE");
        assertThat(result.value(2, Financings.OPERATION_NAME)).isEqualTo(fine + "x");
        assertThat(Objects.requireNonNull(result.value(3, Financings.RAW_TEXT))).hasSize(Limits.CELL);
        assertThat(Objects.requireNonNull(result.value(4, Financings.RAW_TEXT)).length())
                .isLessThanOrEqualTo(Limits.CELL + 1);
        assertThat(result.totals().readableEur()).isEqualByComparingTo("5000");
    }

    private static WorkbookFile shared(WorkbookFile file) {
        return file.sharing(
                "<si><t>15/06/1964</t></si>",
                "<si><t xml:space=\"preserve\"> \u20AC500,000 </t></si>",
                "<si><t>\u20AC7_x000D_</t></si>",
                "<si><r><rPr><b/></rPr><t>15/06</t></r><r><t>/1964</t></r><rPh sb=\"0\" eb=\"2\"><t>FIFTEEN</t></rPh>"
                        + "<phoneticPr fontId=\"1\"/></si>");
    }

    private Received read(WorkbookFile file) throws IOException {
        return Received.from(SourceFolders.part(EIB_EXPORT_XLSX, file.in(folder)));
    }
}
