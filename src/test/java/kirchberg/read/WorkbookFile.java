package kirchberg.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written out by hand, part by part, so that every oddity can stand in it. */
final class WorkbookFile {
    static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Styles by number: 0 none, 1 day, 2 day and time, 3 number, 4 euro, 5 own day, 6 elapsed time, 7 words. */
    private static final String STYLES = "<styleSheet " + MAIN + "><numFmts count=\"5\">"
            + "<numFmt numFmtId=\"164\" formatCode=\"#,##0.00\\ [$\u20AC-407];[Red]-#,##0.00\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"[$-809]dd\\ mmmm\\ yyyy\"/>"
            + "<numFmt numFmtId=\"166\" formatCode=\"[h]:mm\"/>"
            + "<numFmt numFmtId=\"167\" formatCode=\"#,##0\\ &quot;in days&quot;_d\"/></numFmts>"
            + "<cellXfs count=\"8\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"4\"/>"
            + "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/></cellXfs>"
            + "</styleSheet>";

    static final String HEADER = row(
            1,
            text("Name"),
            text("Region"),
            text("Country or Territory"),
            text("Sector"),
            text("Signature Date"),
            text("Signed Amount"),
            text("Description"));

    private final Map<String, String> parts = new LinkedHashMap<>();

    private WorkbookFile() {}

    /** One sheet called Loans, with these rows. */
    static WorkbookFile of(String... rows) {
        var file = new WorkbookFile();
        file.parts.put("[Content_Types].xml", "<Types/>");
        file.parts.put("xl/styles.xml", STYLES);
        return file.sheets("", "Loans").with("xl/worksheets/sheet1.xml", sheet(rows));
    }

    /** Replaces what the workbook says that it holds; a state stands behind a sheet's name, parted by a colon. */
    WorkbookFile sheets(String properties, String... names) {
        var sheets = new StringBuilder();
        var relations = new StringBuilder();
        for (var number = 1; number <= names.length; number++) {
            var name = names[number - 1].split(":", -1);
            var state = name.length == 1 ? "" : " state=\"" + name[1] + "\"";
            sheets.append("<sheet name=\"" + name[0] + "\" sheetId=\"" + number + "\"" + state + " r:id=\"rId" + number
                    + "\"/>");
            relations.append(relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml"));
        }
        relations.append(relation("rId101", "styles", "styles.xml"));
        relations.append(relation("rId102", "sharedStrings", "/xl/sharedStrings.xml"));
        with("xl/sharedStrings.xml", "<sst " + MAIN + "/>");
        with(
                "xl/workbook.xml",
                "<workbook " + MAIN + " xmlns:r=\"" + OFFICE + "\">" + properties + "<sheets>" + sheets
                        + "</sheets></workbook>");
        return with("xl/_rels/workbook.xml.rels", "<Relationships " + RELATIONS + ">" + relations + "</Relationships>");
    }

    /** Adds or replaces a part. */
    WorkbookFile with(String part, String xml) {
        parts.put(part, xml);
        return this;
    }

    WorkbookFile without(String part) {
        parts.remove(part);
        return this;
    }

    /** The texts that cells share. */
    WorkbookFile sharing(String... items) {
        return with("xl/sharedStrings.xml", "<sst " + MAIN + ">" + String.join("", items) + "</sst>");
    }

    Map<String, String> parts() {
        return parts;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Path in(Path folder) throws IOException {
        return Files.write(folder.resolve("loanExport.xlsx"), bytes());
    }

    static String sheet(String... rows) {
        return "<worksheet " + MAIN + "><sheetData>" + String.join("", rows) + "</sheetData></worksheet>";
    }

    static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    /** A sound financing but for its date and amount. */
    static String financing(int number, String date, String amount) {
        return row(
                number,
                text("GAMMA  MILL"),
                text("European Union"),
                text("Italy"),
                text("Water, sewerage"),
                date,
                amount,
                text("A mill"));
    }

    static String financing(int number) {
        return financing(number, text("22/10/1965"), text("\u20AC5,000"));
    }

    /** A cell with its text in it. */
    static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + escaped(text) + "</t></is></c>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }
}
