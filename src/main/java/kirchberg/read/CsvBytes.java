package kirchberg.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFile;

/** The bytes of one source file: recognised by the first of them, hashed as they are handed out, and limited. */
final class CsvBytes implements AutoCloseable {
    /** Greatest length of a source file, in bytes. */
    static final long FILE_LIMIT = 512L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private static final String WEB_PAGE = "this is a web page (an error page, or a guessed address)";

    /** How other files begin: each byte as a letter of ISO 8859-1, in lower case. */
    private static final List<Signature> SIGNATURES = List.of(
            new Signature("<!doctype html", WEB_PAGE),
            new Signature("<html", WEB_PAGE),
            new Signature("<", "this seems to be XML, or a part of a web page"),
            new Signature("{", "this seems to be JSON"),
            new Signature("[", "this seems to be JSON"),
            new Signature("pk\u0003\u0004", "this seems to be a zip or Excel file (.xlsx)"),
            new Signature("\u00F0\u00EF\u0011\u00E0", "this seems to be an old Excel file (.xls)"),
            new Signature("\u001F\u008B", "this seems to be a gzip file"),
            new Signature("%pdf", "this seems to be a PDF file"),
            new Signature("par1", "this seems to be a Parquet file"));

    private static final HexFormat HEX = HexFormat.of();

    private record Signature(String begins, String meaning) {}

    private final String name;
    private final InputStream input;
    private final MessageDigest digest;
    private final byte[] buffer = new byte[BUFFER];
    private int length;
    private int position;
    private long bufferOffset;

    private CsvBytes(String name, InputStream input, MessageDigest digest) {
        this.name = name;
        this.input = input;
        this.digest = digest;
    }

    /** Opens a file of a source; refuses it if it is missing or too large. */
    static CsvBytes open(Source source, SourceFile file) {
        var path = source.folder().resolve(file.name());
        var name = source.id() + "/" + file.name();
        if (!Files.isRegularFile(path)) {
            throw Stop.refused(
                    Refusal.MISSING,
                    "Cannot read " + name + ": no such file, expected " + file.bytes() + " bytes",
                    "put the file back, or take it out of source.yaml");
        }
        try {
            var bytes = new CsvBytes(name, opened(path, name), MessageDigest.getInstance("SHA-256"));
            bytes.fill();
            return bytes;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw unreadable(name, e);
        }
    }

    private static InputStream opened(Path path, String name) throws IOException {
        refuseAbove(Files.size(path), name);
        return Files.newInputStream(path);
    }

    /** Source id and file name, for messages. */
    String name() {
        return name;
    }

    /** Offset of the next byte in the file. */
    long offset() {
        return bufferOffset + position;
    }

    /** The next byte, 0 to 255, without taking it; -1 at the end. */
    int peek() {
        if (position == length && length > 0) {
            fill();
        }
        return length == 0 ? -1 : buffer[position] & 0xFF;
    }

    /** The next byte, 0 to 255; -1 at the end. */
    int next() {
        var value = peek();
        if (value >= 0) {
            position++;
        }
        return value;
    }

    /** Compares length and digest of what was handed out, which must be the whole file, with what is declared. */
    void requireDigest(SourceFile declared) {
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
        refuseAbove(bufferOffset + length, name);
    }

    /** Refuses the file if its first bytes show that it is no CSV file in UTF-8; skips a byte order mark. */
    void requireCsv() {
        if (length >= 2 && (buffer[0] == 0 || buffer[1] == 0 || isUtf16Mark())) {
            throw Stop.refused(
                    Refusal.ENCODING,
                    "Cannot read " + name + ": got UTF-16 or binary data at byte offset 0, expected UTF-8",
                    "save the file as CSV in UTF-8");
        }
        if (length >= 3 && HEX.formatHex(buffer, 0, 3).equals("efbbbf")) {
            position = 3;
        }
        var seems = seemsToBe();
        if (!seems.isEmpty()) {
            throw Stop.refused(
                    Refusal.NOT_THIS_FORMAT,
                    "Cannot read " + name + ": " + seems + ", expected a CSV file with a header",
                    "save the list as CSV and put it in place of this file");
        }
    }

    private boolean isUtf16Mark() {
        var mark = HEX.formatHex(buffer, 0, 2);
        return mark.equals("fffe") || mark.equals("feff");
    }

    private String seemsToBe() {
        var head = new String(buffer, position, Math.min(length - position, 512), StandardCharsets.ISO_8859_1)
                .replaceFirst("^[ \\t\\r\\n]+", "")
                .toLowerCase(Locale.ROOT);
        if (head.isEmpty() && length < BUFFER) {
            return "the file is empty";
        }
        return SIGNATURES.stream()
                .filter(s -> head.startsWith(s.begins()))
                .map(Signature::meaning)
                .findFirst()
                .orElse("");
    }

    private static void refuseAbove(long size, String name) {
        if (size > FILE_LIMIT) {
            throw Stop.refused(
                    Refusal.LIMIT,
                    "Cannot read " + name + ": the file is too large, got " + size + " bytes, expected at most "
                            + FILE_LIMIT,
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
