package kirchberg.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds: a document, or one clear message. */
final class HostileDocumentsTest {
    private static final String TEXT = "The bank signed EUR 89bn and it was for the union of states.";

    /** 101 MiB of zeros. */
    private static final byte[] BOMB = deflated(new byte[101 << 20]);

    @TempDir
    private Path folder;

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(stop(folder.resolve("nothing.pdf"))).hasMessageContainingAll("MISSING", "nothing.pdf");
        assertThat(stop(folder)).hasMessageContainingAll("MISSING", "a folder is no document");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_cannot_be_read_is_refused_with_what_was_found(byte[] bytes, String found) {
        var stop = stop(bytes);

        assertThat(stop.exit()).isEqualTo(Exit.INPUT);
        assertThat(stop).hasMessageContaining(found).hasMessageContaining("document-under-test");
        assertThat(stop.hint()).isNotBlank();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(new byte[0], "it is empty"),
                Arguments.of(latin("words ".repeat(600_000)), "its text is too long, got 3599999 characters"),
                Arguments.of(latin("PK\u0003\u0004word/document.xml"), "a zip, as Word (docx)"),
                Arguments.of(latin("{\\rtf1 text}"), "rich text (RTF)"),
                Arguments.of(latin("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"), "an old Office file"),
                Arguments.of(latin("\u0089PNG\r\n"), "a picture (PNG)"),
                Arguments.of(
                        "Les prêts dans une région".getBytes(Charset.forName("windows-1252")),
                        "byte 6 is no UTF-8, got 0xEA"),
                Arguments.of(latin("Text and\u0000more"), "zero character at 8"),
                Arguments.of(latin("<meta charset=\"koi8-r\"><p>x"), "its encoding is koi8-r"),
                Arguments.of(latin("   \n\n \t "), "it has no text"),
                Arguments.of(latin("<html><body><script>1</script></body></html>"), "it has no text"),
                Arguments.of(latin("%PDF-1.7\nnothing of a PDF"), "TRUNCATED: Cannot read the PDF: it is broken"),
                Arguments.of(half(PdfFile.ofText(TEXT, 80, 30)), "Cannot read the PDF: it is broken"),
                Arguments.of(PdfFile.locked(page(TEXT), "secret"), "it is encrypted and asks for a password"),
                Arguments.of(PdfFile.of(List.of(List.of(), List.of())), "none of its 2 pages has text"),
                Arguments.of(PdfFile.of(Collections.nCopies(501, List.of())), "it has 501 pages, expected at most 500"),
                Arguments.of(pdf(BOMB, "/FlateDecode"), "unpack to too much, got 104"),
                Arguments.of(pdf(deflated(BOMB), "[/FlateDecode /FlateDecode]"), "unpack to too much, got 104"),
                Arguments.of(latin("%PDF-1.4\n" + "stream\nx\u009C".repeat(100_001)), "its streams are too many"),
                Arguments.of(
                        latin("<html>" + "<header><table><tr><td>".repeat(1_000) + TEXT),
                        "nested 5003 deep, expected at most 1000"),
                Arguments.of(
                        pdf("q 1 0 0 1 0 0 cm Q\n".repeat(850_000).getBytes(StandardCharsets.US_ASCII), ""),
                        "more than 2500000 drawing instructions"));
    }

    @Test
    void a_file_above_the_limit_is_not_read() throws IOException {
        var file = folder.resolve("large.txt");
        try (var out = Files.newOutputStream(file)) {
            var block = "The bank and the union\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
            for (var i = 0; i < 10; i++) {
                out.write(block);
            }
        }
        assertThat(stop(file)).hasMessageContaining("too large, got 11500000 bytes, expected at most 10485760");
        Files.write(file, new byte[(50 << 20) + 1]);
        assertThat(stop(file)).hasMessageContaining("too large, got 52428801 bytes, expected at most 52428800");
    }

    @Test
    void a_language_that_cannot_be_told_asks_for_the_option() {
        var unknown = stop(latin("Luxembourg 2025"));
        assertThat(unknown.exit()).isEqualTo(Exit.USAGE);
        assertThat(unknown).hasMessageContaining("got de 0, en 0, fr 0 of 1 words");
        assertThat(unknown.hint()).contains("--language");
        assertThat(stop(latin("<html lang=es><p>El banco y la union")))
                .hasMessageContaining("it declares the language es");
    }

    @Test
    void deep_nesting_and_entity_tricks_of_a_page_are_only_text() throws IOException {
        assertThat(sentences(latin("<html>" + "<div>".repeat(900) + TEXT))).containsExactly(TEXT);
        assertThat(stop(latin("<html>" + "<div>".repeat(2_000_000) + TEXT)))
                .hasMessageContaining("it has 2000001 tags, expected at most 200000");
        var entities =
                "<!DOCTYPE html [<!ENTITY a \"bomb\"><!ENTITY b \"&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
                        + "<p>&b; &c; " + TEXT;
        assertThat(String.join(" ", sentences(latin(entities)))).contains(TEXT).doesNotContain("root:");
    }

    @Test
    void objects_of_a_pdf_that_hold_themselves_end() {
        var nested = "<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [2 0 R] >>";
        assertThat(stop(latin("%PDF-1.4\n1 0 obj\n" + nested + "\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF"))
                        .exit())
                .isEqualTo(Exit.INPUT);
        var deep = "[".repeat(200_000) + "]".repeat(200_000);
        assertThat(stop(latin("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages " + deep
                                + " >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF"))
                        .exit())
                .isEqualTo(Exit.INPUT);
    }

    @Test
    void a_damaged_pdf_is_a_document_or_one_message() {
        var whole = PdfFile.ofText((TEXT + "\n\n").repeat(10), 60, 12);
        var seed = Long.getLong("seed", 20251204L);
        var random = new Random(seed);
        for (var i = 0; i < 300; i++) {
            var damaged = whole.clone();
            for (var j = 0; j < 1 + random.nextInt(20); j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            var thrown = catchThrowable(() -> sentences(damaged));
            assertThat(thrown == null || thrown instanceof Stop)
                    .as("seed %d, case %d: %s", seed, i, thrown)
                    .isTrue();
        }
    }

    private Stop stop(byte[] bytes) {
        try {
            return stop(Files.write(folder.resolve("document-under-test"), bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stop stop(Path file) {
        var thrown = catchThrowable(() -> new DocumentReading(Path.of("data/words")).read(file, null));
        assertThat(thrown).isInstanceOf(Stop.class);
        return (Stop) thrown;
    }

    private List<String> sentences(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("document-under-test"), bytes);
        return new DocumentReading(Path.of("data/words"))
                .read(file, null).document().sentences().stream()
                        .map(s -> s.text())
                        .toList();
    }

    /** A PDF of one page whose content is one stream. */
    private static byte[] pdf(byte[] content, String filter) {
        var out = new ByteArrayOutputStream();
        var head =
                "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\n"
                        + "endobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length "
                        + content.length + (filter.isEmpty() ? "" : " /Filter " + filter) + " >>\nstream\n";
        out.writeBytes(latin(head));
        out.writeBytes(content);
        out.writeBytes(latin("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF"));
        return out.toByteArray();
    }

    private static List<List<PdfFile.Block>> page(String line) {
        return List.of(List.of(new PdfFile.Block(50, 700, List.of(line))));
    }

    private static byte[] deflated(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 3);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
