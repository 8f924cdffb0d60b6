package kirchberg.read;

import static kirchberg.domain.source.SourceFormat.EIB_EXPORT_XLSX;
import static kirchberg.read.WorkbookFile.HEADER;
import static kirchberg.read.WorkbookFile.financing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kirchberg.domain.Stop;
import kirchberg.read.received.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks in a sound zip whose parts are unsafe or broken XML: each is refused whole, with the name of the part. */
final class UnsafeWorkbookPartTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE worksheet><worksheet/>",
                "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet>&a;</worksheet>",
                "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><worksheet/>"
            })
    void a_document_type_is_refused(String xml) throws IOException {
        assertRefused(sound().with("xl/worksheets/sheet1.xml", xml).bytes(), "UNSAFE_XML", "document type");
        assertRefused(sound().with("xl/sharedStrings.xml", xml).bytes(), "UNSAFE_XML", "document type");
        assertRefused(sound().with("xl/workbook.xml", xml).bytes(), "UNSAFE_XML", "document type");
    }

    @Test
    void broken_xml_is_refused_and_says_whether_it_ends_too_early() throws IOException {
        var sheet = WorkbookFile.sheet(HEADER, financing(2));
        assertRefused(
                sound().with("xl/worksheets/sheet1.xml", sheet.replace("</worksheet>", ""))
                        .bytes(),
                "TRUNCATED",
                "the XML ends before it is complete");
        assertRefused(
                sound().with("xl/worksheets/sheet1.xml", sheet.replace("</c>", "</d>"))
                        .bytes(),
                "NOT_THIS_FORMAT",
                "the XML is not well-formed in line 1");
        assertRefused(
                sound().with("xl/worksheets/sheet1.xml", sheet + "<more/>").bytes(), "NOT_THIS_FORMAT", "well-formed");
        assertRefused(sound().with("xl/worksheets/sheet1.xml", "").bytes(), "TRUNCATED", "ends before");
    }

    @Test
    void parts_that_are_not_utf_8_are_refused() throws IOException {
        for (var encoding : List.of("UTF-16", "windows-1252")) {
            var sheet = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + WorkbookFile.sheet(HEADER);
            assertRefused(sound().with("xl/worksheets/sheet1.xml", sheet).bytes(), "ENCODING", "expected UTF-8");
        }
        var raw = "<worksheet>\u00E9</worksheet>".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(stored("xl/worksheets/sheet1.xml", raw), "ENCODING", "the bytes are not UTF-8");
    }

    @Test
    void a_byte_order_mark_before_a_part_is_skipped() throws IOException {
        var sheet = "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>" + WorkbookFile.sheet(HEADER, financing(2));

        assertThat(read(sound().with("xl/worksheets/sheet1.xml", sheet).bytes()).rows())
                .hasSize(1);
    }

    @Test
    void nesting_and_tags_without_end_are_refused() throws IOException {
        var deep = WorkbookFile.sheet("<row>" + "<c>".repeat(40) + "</c>".repeat(40) + "</row>");
        var long1 = WorkbookFile.sheet("<row r=\"" + "1>".repeat(Limits.RECORD) + "\"/>");
        var long2 = WorkbookFile.sheet("<!-->" + "a".repeat(Limits.RECORD) + "-->");
        var long3 = WorkbookFile.sheet("<row><c><v><![CDATA[" + "a".repeat(Limits.RECORD) + "]]></v></c></row>");

        assertRefused(sound().with("xl/worksheets/sheet1.xml", deep).bytes(), "LIMIT", "deeper");
        for (var xml : List.of(long1, long2, long3)) {
            assertRefused(sound().with("xl/worksheets/sheet1.xml", xml).bytes(), "LIMIT", "a tag or comment");
        }
    }

    private static WorkbookFile sound() {
        return WorkbookFile.of(HEADER, financing(2));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The sound workbook with the bytes of one part replaced. */
    private static byte[] stored(String part, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : sound().parts().entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getKey().equals(part) ? content : utf8(entry.getValue()));
            }
        }
        return bytes.toByteArray();
    }

    private Received read(byte[] bytes) throws IOException {
        return Received.from(
                SourceFolders.part(EIB_EXPORT_XLSX, Files.write(folder.resolve("loanExport.xlsx"), bytes)));
    }

    private void assertRefused(byte[] bytes, String refusal, String message) throws IOException {
        assertRefused(Files.write(folder.resolve("loanExport.xlsx"), bytes), refusal, message);
    }

    private static void assertRefused(Path path, String refusal, String message) {
        assertThatThrownBy(() -> Received.from(SourceFolders.part(EIB_EXPORT_XLSX, path)))
                .isInstanceOf(Stop.class)
                .hasMessageStartingWith(refusal + ": Cannot ")
                .hasMessageContaining(message);
    }
}
