package kirchberg.read;

import static kirchberg.domain.source.SourceFormat.EIB_EXPORT_XLSX;
import static kirchberg.read.WorkbookFile.HEADER;
import static kirchberg.read.WorkbookFile.financing;
import static kirchberg.read.WorkbookFile.row;
import static kirchberg.read.WorkbookFile.sheet;
import static kirchberg.read.WorkbookFile.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kirchberg.domain.Stop;
import kirchberg.read.received.Limits;
import kirchberg.table.Financings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which sheet, which rows and which columns count. */
final class WorkbookSheetsTest {
    @TempDir
    private Path folder;

    @Test
    void blank_rows_a_repeated_header_and_the_total_are_control_rows() throws IOException {
        var result = read(WorkbookFile.of(
                HEADER,
                financing(2),
                HEADER.replace("r=\"1\"", "r=\"3\""),
                financing(4),
                row(5, "<c r=\"A5\" s=\"1\"/>", text(""), text(" \u00A0")),
                row(6, text("Total"), "<c r=\"F6\"><f>SUM(F2:F4)</f><v>10000</v></c>")));

        assertThat(result.rows()).hasSize(2);
        assertThat(result.totals().records()).isEqualTo(5);
        assertThat(result.totals().controlRows()).isEqualTo(3);
        assertThat(result.totals().statedTotalEur()).isEqualByComparingTo("10000");
        assertThat(result.totals().readableEur()).isEqualByComparingTo("10000");
        assertThat(result.totals().remarks()).singleElement().asString().contains("1 cells are computed");
    }

    @Test
    void rows_left_out_are_no_records_and_a_row_without_number_is_the_next() throws IOException {
        var result = read(WorkbookFile.of(
                row(3),
                HEADER.replace("r=\"1\"", "r=\"5\""),
                financing(900),
                financing(1).replace(" r=\"1\"", "")));

        assertThat(result.totals().records()).isEqualTo(2);
        assertThat(result.value(0, Financings.RECORD_NUMBER)).isEqualTo("1");
        assertThat(result.value(0, Financings.CELL_REFERENCE)).isEqualTo("Loans!A900");
        assertThat(result.value(1, Financings.CELL_REFERENCE)).isEqualTo("Loans!A901");
    }

    @Test
    void hidden_and_very_hidden_sheets_are_ignored_and_named() throws IOException {
        var other = sheet(HEADER, financing(2), financing(3));
        var result = read(WorkbookFile.of(row(1, text("Notes")))
                .sheets("", "Notes", "Old:hidden", "Secret:veryHidden", "Loans:visible")
                .with("xl/worksheets/sheet2.xml", other)
                .with("xl/worksheets/sheet3.xml", other)
                .with("xl/worksheets/sheet4.xml", sheet(HEADER, financing(2))));

        assertThat(result.rows()).hasSize(1);
        assertThat(String.join("\n", result.totals().remarks()))
                .contains("the sheet \"Notes\" is without the header and was ignored")
                .contains("the sheet \"Old\" is hidden and was ignored")
                .contains("the sheet \"Secret\" is hidden and was ignored");
        assertThat(result.value(0, Financings.CELL_REFERENCE)).isEqualTo("Loans!A2");
    }

    @Test
    void two_visible_sheets_with_the_header_are_refused() throws IOException {
        assertRefused(
                WorkbookFile.of(HEADER, financing(2))
                        .sheets("", "Loans", "Copy")
                        .with("xl/worksheets/sheet2.xml", sheet(HEADER)),
                "HEADER",
                "got [Loans, Copy], expected one");
    }

    @Test
    void a_workbook_without_such_a_sheet_is_refused_with_what_was_found() throws IOException {
        assertRefused(
                WorkbookFile.of(row(1, text("List of loans")), HEADER.replace("r=\"1\"", "r=\"2\""), financing(3)),
                "HEADER",
                "got \"List of loans\", expected \"Name,Region");
        assertRefused(WorkbookFile.of(), "HEADER", "got \"\"");
        assertRefused(
                WorkbookFile.of(HEADER, financing(2)).sheets("", "Loans:hidden"), "HEADER", "missing columns [Name");
    }

    @Test
    void a_column_doubled_missing_or_merged_into_another_is_refused() throws IOException {
        var merged = HEADER.replace(text("Region"), "<c r=\"B1\"/>");
        assertRefused(
                WorkbookFile.of(HEADER.replace("</row>", text("Sector") + "</row>")), "HEADER", "doubled columns");
        assertRefused(WorkbookFile.of(merged, financing(2)), "HEADER", "missing columns [Region]");
        assertRefused(
                WorkbookFile.of(HEADER.replace("</row>", "<c r=\"XFD1\" t=\"b\"><v>1</v></c></row>")),
                "HEADER",
                "missing columns");
    }

    @Test
    void a_moved_column_is_fine_and_an_extra_one_is_ignored_with_what_stands_in_it() throws IOException {
        var error = "<c t=\"e\"><v>#N/A</v></c>";
        var result = read(WorkbookFile.of(
                row(
                        1,
                        text("Note"),
                        text("Signed Amount"),
                        text("signature date "),
                        text("Name"),
                        text("Region"),
                        text("Country or Territory"),
                        text("Sector"),
                        text("Description")),
                row(2, error, text("\u20AC5"), text("22/10/1965"), text("MILL"))));

        assertThat(result.value(0, Financings.AMOUNT_EUR)).isEqualTo("\u20AC5");
        assertThat(result.value(0, Financings.SIGNED_ON)).isEqualTo("22/10/1965");
        assertThat(result.value(0, Financings.OPERATION_NAME)).isEqualTo("MILL");
        assertThat(result.reasons()).isEmpty();
        assertThat(String.join("\n", result.totals().remarks()))
                .contains("column \"Note\" is not known and was ignored")
                .contains("column \"Signature Date\" is written \"signature date \"");
    }

    @Test
    void a_value_right_of_the_header_makes_the_row_ragged() throws IOException {
        var result = read(WorkbookFile.of(
                HEADER,
                financing(2).replace("</row>", text("more") + "</row>"),
                financing(3).replace("</row>", text(" ") + "</row>")));

        assertThat(result.value(0, Financings.REASON)).isEqualTo("RAGGED");
        assertThat(result.value(1, Financings.REASON)).isNull();
    }

    @Test
    void more_rows_than_a_sheet_can_have_are_refused() throws IOException {
        read(WorkbookFile.of(HEADER, financing((int) Limits.SHEET_ROWS)));
        assertRefused(
                WorkbookFile.of(HEADER, financing((int) Limits.SHEET_ROWS), "<row/>"),
                "LIMIT",
                "got row 1048577, expected at most 1048576");
    }

    @Test
    void a_sheet_that_two_programs_would_read_differently_is_refused() throws IOException {
        assertRefused(WorkbookFile.of(HEADER, financing(3), financing(3)), "NOT_THIS_FORMAT", "rows are not in order");
        assertRefused(WorkbookFile.of(HEADER, financing(3), row(0)), "NOT_THIS_FORMAT", "rows are not in order");
        assertRefused(WorkbookFile.of(HEADER, "<line/>"), "NOT_THIS_FORMAT", "something else stands among the rows");
        assertRefused(
                WorkbookFile.of(HEADER).with("xl/worksheets/sheet1.xml", "<worksheet/>"),
                "NOT_THIS_FORMAT",
                "the namespace is not that of a workbook");
    }

    @Test
    void the_strict_edition_of_the_format_is_read_too() throws IOException {
        var file = WorkbookFile.of(HEADER, financing(2));
        for (var part : List.copyOf(file.parts().entrySet())) {
            file.with(
                    part.getKey(),
                    part.getValue()
                            .replace(
                                    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                    "http://purl.oclc.org/ooxml/spreadsheetml/main")
                            .replace(
                                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                    "http://purl.oclc.org/ooxml/officeDocument/relationships"));
        }

        assertThat(read(file).rows()).hasSize(1);
    }

    @Test
    void a_workbook_without_styles_or_shared_texts_is_read() throws IOException {
        var relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
        var result = read(WorkbookFile.of(HEADER, financing(2, "<c s=\"1\"><v>45503</v></c>", text("7")))
                .without("xl/styles.xml")
                .without("xl/sharedStrings.xml")
                .with("xl/_rels/workbook.xml.rels", relations));

        assertThat(result.value(0, Financings.SIGNED_ON)).isEqualTo("45503");
    }

    private void assertRefused(WorkbookFile file, String refusal, String message) throws IOException {
        var path = file.in(folder);
        assertThatThrownBy(() -> Received.from(SourceFolders.part(EIB_EXPORT_XLSX, path)))
                .isInstanceOf(Stop.class)
                .hasMessageStartingWith(refusal + ": Cannot read ")
                .hasMessageContaining("bank/2025-11-30/loanExport.xlsx")
                .hasMessageContaining(message);
    }

    private Received read(WorkbookFile file) throws IOException {
        return Received.from(SourceFolders.part(EIB_EXPORT_XLSX, file.in(folder)));
    }
}
