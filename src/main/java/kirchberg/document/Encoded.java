package kirchberg.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;

/**
 * Bytes of a text and its characters. A byte order mark decides; else, in HTML, what a meta element within the first
 * 1,024 bytes says, as browsers read it; else it is UTF-8. Nothing is replaced or guessed: Windows-1252 and UTF-8
 * cannot always be told apart, and a wrong guess turns a hard space inside a number into two letters.
 */
final class Encoded {
    /** Length of a text in bytes; a press release has a thousandth of it. */
    static final int LIMIT = 10 * 1024 * 1024;

    private static final int DECLARED_WITHIN = 1024;
    private static final Pattern DECLARED =
            Pattern.compile("(?i)<meta\\s[^>]*?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9:_.-]+)");

    /** Labels by which pages name an encoding (WHATWG, Encoding, of 2025): the Latin ones all mean Windows-1252. */
    private static final Map<String, Charset> LABELS = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "utf8", StandardCharsets.UTF_8,
            "utf-16", StandardCharsets.UTF_8,
            "us-ascii", Charset.forName("windows-1252"),
            "ascii", Charset.forName("windows-1252"),
            "iso-8859-1", Charset.forName("windows-1252"),
            "latin1", Charset.forName("windows-1252"),
            "windows-1252", Charset.forName("windows-1252"),
            "cp1252", Charset.forName("windows-1252"),
            "iso-8859-15", Charset.forName("ISO-8859-15"));

    private final byte[] bytes;
    private final Path file;

    Encoded(byte[] bytes, Path file) {
        this.bytes = bytes;
        this.file = file;
    }

    static boolean isUtf16(byte[] bytes) {
        return begins(bytes, 0xFE, 0xFF) || begins(bytes, 0xFF, 0xFE);
    }

    /** The characters of a plain text: UTF-8, or UTF-16 with a mark. */
    String plain() {
        return decoded(StandardCharsets.UTF_8);
    }

    /** The characters of a page. */
    String page() {
        var head = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        var declared = DECLARED.matcher(head);
        return decoded(declared.find() ? named(declared.group(1)) : StandardCharsets.UTF_8);
    }

    private Charset named(String label) {
        var charset = LABELS.get(label.toLowerCase(Locale.ROOT));
        if (charset == null && !isUtf16(bytes)) {
            throw refused("it says that its encoding is " + label, "UTF-8, Windows-1252 or ISO-8859-15");
        }
        return charset == null ? StandardCharsets.UTF_8 : charset;
    }

    private String decoded(Charset otherwise) {
        if (bytes.length > LIMIT) {
            throw FileBytes.tooLarge(file, bytes.length, LIMIT);
        }
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return strictly(StandardCharsets.UTF_8, 3);
        }
        if (isUtf16(bytes)) {
            return strictly(begins(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 2);
        }
        return strictly(otherwise, 0);
    }

    private String strictly(Charset charset, int from) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        var out = CharBuffer.allocate(bytes.length + 1);
        var result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw refused("byte " + in.position() + " is no " + charset + hex(in), "UTF-8, or UTF-16 with its mark");
        }
        var text = out.flip().toString();
        var zero = text.indexOf(0);
        if (zero >= 0) {
            throw refused("it has a zero character at " + zero + ", so it is no text", "text");
        }
        return text;
    }

    private static String hex(ByteBuffer at) {
        return at.hasRemaining() ? String.format(Locale.ROOT, ", got 0x%02X", at.get(at.position())) : "";
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private Stop refused(String why, String expected) {
        return Stop.refused(
                Refusal.ENCODING,
                "Cannot read the text: " + why + ", expected " + expected + "\nin " + file,
                "Save it as UTF-8; a text from Windows: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW.");
    }
}
