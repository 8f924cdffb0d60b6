package kirchberg.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of one sheet in which every cell is text. The library notes when it was made; that is taken out again, so
 * that the same rows give the same bytes.
 */
final class ExportSheet implements Consumer<List<String>>, AutoCloseable {
    /** Rows of a sheet: what the format itself allows. */
    private static final int MOST_ROWS = 1_048_576;

    /** Rows kept in memory at most. */
    private static final int FLUSHED_ROWS = 1_000;

    /** When the sample is said to be published; any fixed time would do. */
    private static final LocalDateTime MADE = LocalDateTime.of(2026, 1, 31, 0, 0);

    private final Path file;
    private final Path draft;
    private final OutputStream bytes;
    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    ExportSheet(Path file) throws IOException {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + ".part");
        this.bytes = new BufferedOutputStream(Files.newOutputStream(draft));
        this.book = new Workbook(bytes, "kirchberg", null);
        this.sheet = book.newWorksheet("Sheet1");
    }

    /** Adds a row. A cell without text is left out, but a blank row stands there. */
    @Override
    public void accept(List<String> cells) {
        if (row == MOST_ROWS) {
            throw new Stop(
                    Exit.USAGE,
                    "Cannot write the sample: too many rows for a workbook, got more than " + MOST_ROWS
                            + ", expected at most that many",
                    "Ask for fewer rows, or for --format export.");
        }
        for (var column = 0; column < cells.size(); column++) {
            var text = cells.get(column);
            if (!text.isEmpty() || (column == 0 && cells.stream().allMatch(String::isEmpty))) {
                sheet.inlineString(row, column, text);
            }
        }
        row++;
        if (row % FLUSHED_ROWS == 0) {
            flush();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (bytes) {
            book.close();
            bytes.flush();
            copyWithoutClock();
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void copyWithoutClock() throws IOException {
        try (var from = new ZipFile(draft.toFile());
                var to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (var parts = from.entries().asIterator(); parts.hasNext(); ) {
                var part = parts.next();
                var entry = new ZipEntry(part.getName());
                entry.setTimeLocal(MADE);
                to.putNextEntry(entry);
                copy(from, part, to);
                to.closeEntry();
            }
        }
    }

    private static void copy(ZipFile from, ZipEntry part, ZipOutputStream to) throws IOException {
        try (var bytes = from.getInputStream(part)) {
            if (part.getName().equals("docProps/core.xml")) {
                var text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
                to.write(text.replaceFirst("(<dcterms:created[^>]*>)[^<]*", "$1" + MADE + ":00Z")
                        .getBytes(StandardCharsets.UTF_8));
            } else {
                bytes.transferTo(to);
            }
        }
    }
}
