package kirchberg.tell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Files that are read while they are written. */
final class WholeFile {
    private WholeFile() {}

    /** Replaces a file at once: a reader sees the old text or the new one, whole. */
    static void write(Path file, String text) throws IOException {
        var path = file.toAbsolutePath();
        var draft = path.resolveSibling(
                "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.writeString(draft, text);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The text of a file; empty if there is none. */
    static Optional<String> read(Path file) throws IOException {
        return Files.exists(file)
                ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Adds one line, in one piece; a line that a killed run left torn is ended first. */
    static void append(Path file, String line) throws IOException {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            try (var lock = channel.lock()) {
                var end = channel.size();
                var text = isTorn(channel, end) ? "\n" + line + "\n" : line + "\n";
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    end += channel.write(bytes, end);
                }
                lock.release();
            }
        }
    }

    private static boolean isTorn(FileChannel channel, long size) throws IOException {
        var last = ByteBuffer.allocate(1);
        return size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
    }
}
