package kirchberg.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Makes PDF files for tests: lines of text on pages, as a word processor writes them. */
public final class PdfFile {
    private static final int LEADING = 14;

    private PdfFile() {}

    /** A block of lines; its place is that of its first line, in points from the lower left corner. */
    public record Block(int x, int y, List<String> lines) {}

    /** One page per list of blocks. */
    public static byte[] of(List<List<Block>> pages) {
        return made(pages, "");
    }

    /** The same, which asks for a password. */
    public static byte[] locked(List<List<Block>> pages, String password) {
        return made(pages, password);
    }

    /**
     * A text with empty lines between paragraphs, broken into lines of at most so many letters, on pages of so many
     * lines.
     */
    public static byte[] ofText(String text, int width, int height) {
        var lines = new ArrayList<String>();
        text.lines().forEach(line -> lines.addAll(broken(line, width)));
        var pages = new ArrayList<List<Block>>();
        for (var from = 0; from < lines.size(); from += height) {
            pages.add(blocks(lines.subList(from, Math.min(lines.size(), from + height))));
        }
        return of(pages);
    }

    /** Lines between empty ones stand together; between blocks there is room. */
    private static List<Block> blocks(List<String> lines) {
        var blocks = new ArrayList<Block>();
        var open = new ArrayList<String>();
        var y = 780;
        for (var line : lines) {
            if (line.isBlank() && !open.isEmpty()) {
                blocks.add(new Block(50, y, List.copyOf(open)));
                y -= LEADING * (open.size() + 2);
                open.clear();
            } else if (!line.isBlank()) {
                open.add(line);
            }
        }
        blocks.add(new Block(50, y, List.copyOf(open)));
        return blocks;
    }

    private static List<String> broken(String line, int width) {
        var lines = new ArrayList<String>();
        var rest = line;
        while (rest.length() > width) {
            var at = rest.lastIndexOf(' ', width);
            lines.add(rest.substring(0, at));
            rest = rest.substring(at + 1);
        }
        lines.add(rest);
        return lines;
    }

    private static byte[] made(List<List<Block>> pages, String password) {
        try (var document = new PDDocument()) {
            for (var page : pages) {
                write(document, page);
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDDocument document, List<Block> blocks) throws IOException {
        var page = new PDPage();
        document.addPage(page);
        var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        try (var content = new PDPageContentStream(document, page)) {
            for (var block : blocks) {
                content.beginText();
                content.setFont(font, 11);
                content.setLeading(LEADING);
                content.newLineAtOffset(block.x(), block.y());
                for (var line : block.lines()) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
        }
    }
}
