package kirchberg.read;

import static kirchberg.domain.source.SourceFormat.EIB_EXPORT_XLSX;
import static kirchberg.read.WorkbookFile.HEADER;
import static kirchberg.read.WorkbookFile.financing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kirchberg.domain.Stop;
import kirchberg.domain.source.SourceFile;
import kirchberg.read.received.Limits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no workbook, are broken, or are made to do harm: each is refused whole, by name. */
final class UnsafeWorkbookTest {
    @TempDir
    private Path folder;

    @Test
    void what_only_has_the_name_of_a_workbook_is_called_what_it_is() throws IOException {
        assertRefused(utf8("<!DOCTYPE html><html>"), "NOT_THIS_FORMAT", "this is a web page");
        assertRefused(utf8("Name,Region\n"), "NOT_THIS_FORMAT", "this seems to be text");
        assertRefused(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1},
                "NOT_THIS_FORMAT",
                "a workbook behind a password");
        assertRefused(sound().without("xl/workbook.xml").bytes(), "NOT_THIS_FORMAT", "this seems to be a zip file");
        assertRefused(emptyZip(), "NOT_THIS_FORMAT", "this seems to be a zip file");
        assertRefused(sound().without("xl/worksheets/sheet1.xml").bytes(), "NOT_THIS_FORMAT", "sheet1.xml");
        assertRefused(sound().without("xl/_rels/workbook.xml.rels").bytes(), "NOT_THIS_FORMAT", "workbook.xml.rels");
    }

    @Test
    void the_hint_for_an_encrypted_workbook_says_what_to_do() throws IOException {
        var path = Files.write(
                folder.resolve("loanExport.xlsx"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1});

        assertThatThrownBy(() -> Received.from(SourceFolders.part(EIB_EXPORT_XLSX, path)))
                .asInstanceOf(type(Stop.class))
                .satisfies(stop -> assertThat(stop.hint()).contains("without a password"));
    }

    @Test
    void a_file_cut_off_anywhere_is_refused_and_mostly_as_cut_off() throws IOException {
        var whole = sound().bytes();
        for (var length = 4; length < whole.length; length += 13) {
            assertRefused(Arrays.copyOf(whole, length), "TRUNCATED", "the file is cut off");
        }
    }

    @Test
    void a_damaged_part_is_refused() throws IOException {
        var whole = sound().bytes();
        // 30 bytes of local header and 19 of the name [Content_Types].xml stand before the first packed byte
        whole[30 + 19 + 2] ^= 0x40;
        assertRefused(whole, "TRUNCATED", "the part \"[Content_Types].xml\" is damaged");
    }

    @Test
    void a_file_that_is_not_the_declared_one_is_refused() throws IOException {
        var path = sound().in(folder);
        var declared = new SourceFile("loanExport.xlsx", 7, "00ff");

        assertThatThrownBy(() -> Received.from(SourceFolders.declared(EIB_EXPORT_XLSX, folder, declared, false)))
                .isInstanceOf(Stop.class)
                .hasMessageStartingWith("DIGEST: Cannot use ")
                .hasMessageContaining("got " + Files.size(path) + " bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.xml",
                "xl/../../evil.xml",
                "/etc/evil",
                "\\\\host\\evil",
                "C:/evil",
                "xl\\..\\evil",
                "a\u0001b"
            })
    void a_part_that_leaves_the_folder_is_refused(String name) throws IOException {
        assertRefused(sound().with(name, "<x/>").bytes(), "UNSAFE_ZIP", "leaves the folder");
    }

    @Test
    void a_part_with_two_dots_in_its_name_is_fine() throws IOException {
        assertThat(read(sound().with("xl/media/a..b.png", "x").bytes()).rows()).hasSize(1);
    }

    @Test
    void a_doubled_part_is_refused_whatever_its_case() throws IOException {
        assertRefused(sound().with("XL/Workbook.xml", "<x/>").bytes(), "UNSAFE_ZIP", "\"XL/Workbook.xml\" comes twice");
        // same length, same place in the directory: two parts of one name, which the library's writer does not allow
        var doubled = replaced(sound().with("xl/workbook.xmm", "<x/>").bytes(), "xl/workbook.xmm", "xl/workbook.xml");
        assertRefused(doubled, "UNSAFE_ZIP", "\"xl/workbook.xml\" comes twice");
    }

    @Test
    void a_part_that_only_its_own_header_names_is_refused() throws IOException {
        assertRefused(withHiddenPart(sound().bytes()), "UNSAFE_ZIP", "bytes that belong to no listed part");
        assertRefused(withHiddenPart(storedZip()), "UNSAFE_ZIP", "bytes that belong to no listed part");
    }

    /** A zip with one more part before its directory, which does not list it. */
    private static byte[] withHiddenPart(byte[] whole) {
        var hidden = localPart("xl/other.xml", "<x/>");
        var begin = directory(whole);
        var bytes = new ByteArrayOutputStream();
        bytes.write(whole, 0, begin);
        bytes.writeBytes(hidden);
        bytes.write(whole, begin, whole.length - begin);
        var result = bytes.toByteArray();
        little(result).putInt(result.length - 6, begin + hidden.length);
        return result;
    }

    /** One part that is not compressed, so that its lengths stand before it. */
    private static byte[] storedZip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var entry = new ZipEntry("xl/workbook.xml");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(0);
            entry.setCrc(0);
            zip.putNextEntry(entry);
        }
        return bytes.toByteArray();
    }

    @Test
    void a_part_that_has_another_name_in_its_own_header_is_refused() throws IOException {
        var whole = sound().bytes();
        whole[30] = 'x';

        assertRefused(whole, "UNSAFE_ZIP", "\"[Content_Types].xml\" is described in two ways");
    }

    @Test
    void bytes_before_or_behind_the_zip_are_refused() throws IOException {
        var whole = sound().bytes();

        assertRefused(joined(whole, new byte[] {0}), "TRUNCATED", "the file is cut off");
        assertRefused(joined(localPart("a", "b"), whole), "UNSAFE_ZIP", "its directory is not where it ends");
    }

    @Test
    void stated_lengths_that_are_not_true_are_refused() throws IOException {
        var whole = sound().bytes();
        // the unpacked length stands 24 bytes into the first entry of the directory
        little(whole).putInt(directory(whole) + 24, 3);

        assertRefused(whole, "UNSAFE_ZIP", "unpacked bytes, expected 3");
    }

    @Test
    void an_encrypted_part_is_refused_with_a_hint() throws IOException {
        var whole = sound().bytes();
        whole[directory(whole) + 8] |= 1;

        assertRefused(whole, "NOT_THIS_FORMAT", "the workbook is encrypted");
    }

    @Test
    @Tag("slow")
    void parts_that_unpack_to_more_than_the_limit_are_refused_wherever_they_are() throws IOException {
        var path = folder.resolve("loanExport.xlsx");
        writeWithZeros(path, "xl/media/image1.png", Limits.UNPACKED_WORKBOOK);

        assertThat(Files.size(path)).isLessThan(2_000_000);
        assertRefused(path, "UNSAFE_ZIP", "more than 1073741824 unpacked bytes");
    }

    @Test
    void an_honest_part_of_a_high_ratio_passes() throws IOException {
        var styles = "<styleSheet " + WorkbookFile.MAIN + "><cellXfs>" + "<xf numFmtId=\"0\"/>".repeat(60_000)
                + "</cellXfs>" + " ".repeat(5_000_000) + "</styleSheet>";
        var bytes = sound().with("xl/styles.xml", styles).bytes();

        assertThat((long) styles.length() / bytes.length).isGreaterThan(200);
        assertThat(read(bytes).rows()).hasSize(1);
    }

    @Test
    void a_packed_file_above_the_limit_is_refused() throws IOException {
        var path = folder.resolve("loanExport.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(new byte[(int) Limits.PACKED_WORKBOOK]);
        }
        assertRefused(path, "LIMIT", "expected at most 67108864");
    }

    @Test
    void macros_and_links_to_other_files_are_never_opened() throws IOException {
        var link = "<Relationship Id=\"rId900\" Type=\"x/sharedStrings\" Target=\"file:///etc/passwd\""
                + " TargetMode=\"External\"/>";
        var file = sound().with("xl/vbaProject.bin", "no xml").with("xl/externalLinks/externalLink1.xml", "no xml");
        var relations = file.parts().getOrDefault("xl/_rels/workbook.xml.rels", "");
        file.with("xl/_rels/workbook.xml.rels", relations.replace("</Relationships>", link + "</Relationships>"));

        assertThat(read(file.bytes()).rows()).hasSize(1);
    }

    @Test
    void no_private_copy_is_left_behind() throws IOException {
        var before = copies();
        read(sound().bytes());
        assertRefused(sound().with("../a", "b").bytes(), "UNSAFE_ZIP", "leaves");
        assertRefused(sound().with("xl/sharedStrings.xml", "<a>").bytes(), "NOT_THIS_FORMAT", "");
        assertRefused(sound().with("xl/worksheets/sheet1.xml", "<a/>").bytes(), "NOT_THIS_FORMAT", "");

        assertThat(copies()).isEqualTo(before);
    }

    private static List<String> copies() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(n -> n.startsWith("kirchberg-") && n.endsWith(".part"))
                    .sorted()
                    .toList();
        }
    }

    private static WorkbookFile sound() {
        return WorkbookFile.of(HEADER, financing(2));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] emptyZip() {
        var end = new byte[22];
        little(end).putInt(0, 0x06054B50);
        return end;
    }

    private static byte[] localPart(String name, String text) {
        var crc = new CRC32();
        crc.update(utf8(text));
        var header = new byte[30 + name.length() + text.length()];
        little(header)
                .putInt(0, 0x04034B50)
                .putInt(14, (int) crc.getValue())
                .putInt(18, text.length())
                .putInt(22, text.length())
                .putShort(26, (short) name.length())
                .put(30, utf8(name))
                .put(30 + name.length(), utf8(text));
        return header;
    }

    /** Where the directory begins: its position stands 6 bytes before the end of a zip without comment. */
    private static int directory(byte[] zip) {
        return little(zip).getInt(zip.length - 6);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var result = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, result, first.length, second.length);
        return result;
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        var latin = StandardCharsets.ISO_8859_1;
        return new String(bytes, latin).replace(from, to).getBytes(latin);
    }

    private static void writeWithZeros(Path path, String part, long count) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (var entry : sound().parts().entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(utf8(entry.getValue()));
            }
            zip.putNextEntry(new ZipEntry(part));
            var zeros = new byte[1 << 20];
            for (var written = 0L; written < count; written += zeros.length) {
                zip.write(zeros);
            }
        }
    }

    private Received read(byte[] bytes) throws IOException {
        return Received.from(
                SourceFolders.part(EIB_EXPORT_XLSX, Files.write(folder.resolve("loanExport.xlsx"), bytes)));
    }

    @Test
    void a_zip_that_is_no_workbook_is_to_be_unpacked() throws IOException {
        var path = Files.write(folder.resolve("loanExport.zip"), emptyZip());
        assertThatThrownBy(() -> Received.from(SourceFolders.part(EIB_EXPORT_XLSX, path)))
                .isInstanceOfSatisfying(Stop.class, s -> assertThat(s.hint()).startsWith("unpack it"));
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
