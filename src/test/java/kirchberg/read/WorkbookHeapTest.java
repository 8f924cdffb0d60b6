package kirchberg.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kirchberg.domain.source.SourceFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What workbooks take of the heap, in a JVM of their own that has little of it. */
final class WorkbookHeapTest {
    private static final List<String> LABELS =
            List.of("European Union", "Italy", "Water, sewerage", "30/07/2024", "\u20AC110,572,425");

    /** The JVM with little heap: reads a workbook and says what it counted. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            var source = SourceFolders.part(SourceFormat.EIB_EXPORT_XLSX, Path.of(arguments[0]));
            var totals = Records.read(source, row -> {});
            System.out.println(totals.records() + " " + totals.readableEur());
        }
    }

    @Test
    void a_hundred_thousand_rows_with_texts_of_their_own_are_read_in_32_mebibytes(@TempDir Path folder)
            throws IOException, InterruptedException {
        var path = folder.resolve("loanExport.xlsx");
        write(path, 100_000);

        // 100,000 rows of EUR 110,572,425; the shared texts alone would fill the heap: 200,000 of some 100 bytes
        assertThat(read(path, "-Xmx32m")).contains("100000 11057242500000.00");
    }

    @Test
    void a_text_of_fifty_million_letters_is_cut_and_not_kept(@TempDir Path folder)
            throws IOException, InterruptedException {
        var huge = "<si><t>" + "&amp;".repeat(10_000_000) + "</t></si>";
        var file =
                WorkbookFile.of(WorkbookFile.HEADER, WorkbookFile.financing(2)).sharing(huge);

        assertThat(read(file.in(folder), "-Xmx32m")).contains("1 5000.00");
    }

    private static String read(Path workbook, String heap) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        workbook.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** Each row has a name and a description of 60 letters that no other has. */
    private static void write(Path path, int rows) throws IOException {
        var empty = WorkbookFile.of().parts();
        var random = new Random(7);
        try (var zip = new ZipOutputStream(Files.newOutputStream(path));
                var text = new OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
            for (var part : List.of("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml")) {
                part(zip, text, part, () -> text.write(empty.getOrDefault(part, "")));
            }
            part(zip, text, "xl/worksheets/sheet1.xml", () -> writeRows(text, rows));
            part(zip, text, "xl/sharedStrings.xml", () -> writeTexts(text, rows, random));
        }
    }

    private static void writeRows(Writer text, int rows) throws IOException {
        text.write("<worksheet " + WorkbookFile.MAIN + "><sheetData>" + WorkbookFile.HEADER);
        for (var row = 0; row < rows; row++) {
            text.write("<row>");
            for (var shared : List.of(5 + 2 * row, 0, 1, 2, 3, 4, 6 + 2 * row)) {
                text.write("<c t=\"s\"><v>" + shared + "</v></c>");
            }
            text.write("</row>");
        }
        text.write("</sheetData></worksheet>");
    }

    private static void writeTexts(Writer text, int rows, Random random) throws IOException {
        text.write("<sst " + WorkbookFile.MAIN + ">");
        for (var label : LABELS) {
            text.write("<si><t>" + label + "</t></si>");
        }
        for (var row = 0; row < rows; row++) {
            var letters = new StringBuilder("D" + row + " ");
            while (letters.length() < 60) {
                letters.append((char) ('a' + random.nextInt(16)));
            }
            text.write("<si><t>MILL " + row + "</t></si><si><t>" + letters + "</t></si>");
        }
        text.write("</sst>");
    }

    private interface Content {
        void write() throws IOException;
    }

    private static void part(ZipOutputStream zip, Writer text, String name, Content content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            content.write();
            text.flush();
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
