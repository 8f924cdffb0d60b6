package kirchberg.document.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** The text of a PDF. Scripts, forms and attachments are not looked at, and nothing that it names is fetched. */
public final class PdfPages {
    /** Pages of a document; the longest reports of the bank have about 250. */
    static final int PAGES = 500;

    /** Letters of a page below which it is a picture of text, if no page has more. */
    private static final int LEAST_LETTERS = 20;

    private static final FontMapper FONT = new BuiltInFont();

    private final byte[] bytes;
    private final Path file;

    private PdfPages(byte[] bytes, Path file) {
        this.bytes = bytes;
        this.file = file;
    }

    /**
     * The lines of all pages, without running heads, running feet and page numbers; an empty line ends a paragraph.
     *
     * @throws Stop with exit 3 if it is locked, broken, has no text, or has or unpacks to more than is allowed
     */
    public static List<String> lines(byte[] bytes, Path file) {
        return new PageFurniture(new PdfPages(bytes, file).pages()).text();
    }

    private List<List<String>> pages() {
        var unpacked = InflatedStreams.tooMuch(bytes);
        if (unpacked > 0) {
            throw tooMuch("its streams are too many or unpack to too much, got " + unpacked + " bytes and more");
        }
        FontMappers.set(FONT);
        try (var document = Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            return pages(document);
        } catch (InvalidPasswordException e) {
            throw refused("it is encrypted and asks for a password", "Save it without a password.");
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw tooMuch("it is nested or packed so that it needs more memory than there is");
        }
    }

    private List<List<String>> pages(PDDocument document) throws IOException {
        if (document.getNumberOfPages() > PAGES) {
            throw tooMuch("it has " + document.getNumberOfPages() + " pages, expected at most " + PAGES);
        }
        var stripper = new LineStripper(this::tooMuch);
        var pages = new ArrayList<List<String>>();
        for (var page = 1; page <= document.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            pages.add(stripper.getText(document).lines().toList());
        }
        if (pages.stream().noneMatch(PdfPages::hasText)) {
            throw refused(
                    "none of its " + pages.size() + " pages has text; it is probably scanned",
                    "Run text recognition (OCR) on it, or take the release as HTML or plain text.");
        }
        return pages;
    }

    private static boolean hasText(List<String> page) {
        return page.stream()
                        .flatMapToInt(String::codePoints)
                        .filter(Character::isLetter)
                        .limit(LEAST_LETTERS)
                        .count()
                >= LEAST_LETTERS;
    }

    private Stop broken(Exception why) {
        if (why instanceof Stop stop) {
            return stop;
        }
        return Stop.refused(
                Refusal.TRUNCATED,
                "Cannot read the PDF: it is broken, got " + why.getClass().getSimpleName() + " (" + firstLine(why)
                        + ")\nin " + file,
                "Download it again, or take the release as HTML or plain text.");
    }

    private static String firstLine(Exception why) {
        return String.valueOf(why.getMessage()).lines().findFirst().orElse("");
    }

    private Stop refused(String why, String hint) {
        return Stop.refused(Refusal.NOT_THIS_FORMAT, "Cannot read the PDF: " + why + "\nin " + file, hint);
    }

    private Stop tooMuch(String why) {
        return Stop.refused(
                Refusal.LIMIT,
                "Cannot read the PDF: " + why + "\nin " + file,
                "Save the pages with the figures as a document of their own.");
    }
}
