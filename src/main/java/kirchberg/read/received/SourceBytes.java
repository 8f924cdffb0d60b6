package kirchberg.read.received;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;

/** The bytes of one source file: recognised by the first of them, hashed as they are handed out, and limited. */
public final class SourceBytes implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private static final HexFormat HEX = HexFormat.of();

    private final String name;
    private final Charset encoding;
    private final long limit;
    private final InputStream input;
    private final MessageDigest digest;
    private final byte[] buffer = new byte[BUFFER];
    private int length;
    private int position;
    private long bufferOffset;

    private SourceBytes(Source source, String name, InputStream input, MessageDigest digest) {
        this.name = name;
        this.limit = Limits.file(source.format());
        this.encoding = source.encoding();
        this.input = input;
        this.digest = digest;
    }

    /** Opens a file of a source; refuses it if it is missing or too large. */
    public static SourceBytes open(Source source, SourceFile file) {
        var path = source.folder().resolve(file.name());
        var name = source.id() + "/" + file.name();
        if (!Files.isRegularFile(path)) {
            throw Stop.refused(
                    Refusal.MISSING,
                    "Cannot read " + name + ": no such file, expected " + file.bytes() + " bytes",
                    "put the file back, or take it out of source.yaml");
        }
        try {
            refuseAbove(Limits.file(source.format()), Files.size(path), name);
            var bytes = new SourceBytes(source, name, Files.newInputStream(path), MessageDigest.getInstance("SHA-256"));
            bytes.fill();
            return bytes;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw unreadable(name, e);
        }
    }

    /** Source id and file name, for messages. */
    public String name() {
        return name;
    }

    /** Offset of the next byte in the file. */
    public long offset() {
        return bufferOffset + position;
    }

    /** The next byte, 0 to 255, without taking it; -1 at the end. */
    public int peek() {
        if (position == length && length > 0) {
            fill();
        }
        return length == 0 ? -1 : buffer[position] & 0xFF;
    }

    /** The next byte, 0 to 255; -1 at the end. */
    public int next() {
        var value = peek();
        if (value >= 0) {
            position++;
        }
        return value;
    }

    /** How the text of a CSV file is encoded, as {@code source.yaml} says. */
    public Charset encoding() {
        return encoding;
    }

    /** The rest of the bytes, hashed as they are read. Closing it does nothing. */
    public InputStream rest() {
        return new InputStream() {
            @Override
            public int read() {
                return next();
            }

            @Override
            public int read(byte[] target, int begin, int most) {
                if (most == 0) {
                    return 0;
                }
                if (peek() < 0) {
                    return -1;
                }
                var count = Math.min(most, length - position);
                System.arraycopy(buffer, position, target, begin, count);
                position += count;
                return count;
            }
        };
    }

    /**
     * Takes what is left and compares length and digest of the whole file with what is declared.
     *
     * @throws Stop DIGEST if they differ
     */
    public void requireDigest(SourceFile declared) {
        while (peek() >= 0) {
            position = length;
        }
        var sha256 = HEX.formatHex(digest.digest());
        if (offset() != declared.bytes() || !sha256.equals(declared.sha256())) {
            throw Stop.refused(
                    Refusal.DIGEST,
                    "Cannot use " + name + ": the file is not the one declared, got " + offset() + " bytes, sha256 "
                            + sha256 + ", expected " + declared.bytes() + " bytes, sha256 " + declared.sha256(),
                    "fetch the file again, or correct source.yaml if the new file is meant");
        }
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private void fill() {
        try {
            bufferOffset += length;
            position = 0;
            length = input.readNBytes(buffer, 0, BUFFER);
            digest.update(buffer, 0, length);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
        refuseAbove(limit, bufferOffset + length, name);
    }

    /**
     * Refuses the file if its first bytes show that it is of another kind; skips the byte order mark of a text.
     *
     * @throws Stop NOT_THIS_FORMAT, or ENCODING for a text that is not UTF-8
     */
    public void require(FileKind expected) {
        if (expected.isText()) {
            requireUtf8(expected);
        }
        var found = FileKind.of(buffer, position, length);
        if (found != expected) {
            throw Stop.refused(
                    Refusal.NOT_THIS_FORMAT,
                    "Cannot read " + name + ": " + found.meaning() + ", expected "
                            + expected.name().toLowerCase(Locale.ROOT),
                    found.hint(expected));
        }
    }

    private void requireUtf8(FileKind expected) {
        if (length >= 2 && (isUtf16Mark() || (FileKind.of(buffer, 0, length) == FileKind.CSV && isBinary()))) {
            throw Stop.refused(
                    Refusal.ENCODING,
                    "Cannot read " + name + ": got UTF-16 or binary data at byte offset 0, expected UTF-8",
                    "save the file as " + expected.name() + " in UTF-8");
        }
        if (length >= 3 && HEX.formatHex(buffer, 0, 3).equals("efbbbf")) {
            position = 3;
        }
    }

    private boolean isBinary() {
        return buffer[0] == 0 || buffer[1] == 0;
    }

    private boolean isUtf16Mark() {
        var mark = HEX.formatHex(buffer, 0, 2);
        return mark.equals("fffe") || mark.equals("feff");
    }

    private static void refuseAbove(long limit, long size, String name) {
        if (size > limit) {
            throw Stop.refused(
                    Refusal.LIMIT,
                    "Cannot read " + name + ": the file is too large, got " + size + " bytes, expected at most "
                            + limit,
                    "split the file by years");
        }
    }

    private static Stop unreadable(String name, Exception cause) {
        return new Stop(
                Exit.INPUT,
                "Cannot read " + name + ": " + cause.getMessage(),
                "check that the file can be read",
                cause);
    }
}
