package kirchberg.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;

/** The bytes of a file, as far as they may be held in memory. */
final class FileBytes {
    /** Length of a document, in bytes; the largest annual reports of the bank have half of it. */
    static final long LIMIT = 50L * 1024 * 1024;

    private FileBytes() {}

    /** @throws Stop with exit 3 if there is no such file, or it is empty, too large or cannot be read */
    static byte[] of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Stop.refused(
                    Refusal.MISSING,
                    "Cannot read the document: "
                            + (Files.isDirectory(file) ? "a folder is no document, got " : "there is no file ") + file,
                    "Name a press release in plain text, HTML or PDF.");
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes((int) LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw tooLarge(file, Files.size(file), LIMIT);
            }
            return bytes;
        } catch (IOException e) {
            throw Stop.refused(
                    Refusal.MISSING,
                    "Cannot read the document: got " + e.getClass().getSimpleName() + " from " + file,
                    "Make the file readable.");
        }
    }

    static Stop tooLarge(Path file, long bytes, long most) {
        return Stop.refused(
                Refusal.LIMIT,
                "Cannot read the document: it is too large, got " + bytes + " bytes, expected at most " + most + "\nin "
                        + file,
                "Save the part that has the figures as a document of its own.");
    }
}
