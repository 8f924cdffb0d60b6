package kirchberg.read.iati;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.read.received.SourceBytes;

/** The encoding that an XML file declares in its first line; UTF-8 if it declares none. */
final class XmlEncoding {
    /** Encodings in which the declaration itself can be read and every letter but those of UTF-8 is one byte. */
    private static final List<String> READ = List.of("UTF-8", "US-ASCII", "ISO-8859-1", "ISO-8859-15", "WINDOWS-1252");

    /** Length of a declaration, in bytes, far above what any holds. */
    private static final int DECLARATION = 512;

    private static final Pattern STATED =
            Pattern.compile("^<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*([\"'])([^\"']*)\\1[^>]*\\?>");

    /**
     * What the first bytes tell.
     *
     * @param offset of the first byte in the file, behind a byte order mark
     * @param all the bytes from there on, the first ones too
     */
    record Head(Charset charset, long offset, InputStream all) {}

    private XmlEncoding() {}

    /**
     * Reads the declaration.
     *
     * @throws Stop ENCODING if an encoding is declared that is not read
     */
    static Head head(SourceBytes bytes) {
        var offset = bytes.offset();
        var taken = new ByteArrayOutputStream();
        for (var value = bytes.peek(); value >= 0 && taken.size() < DECLARATION; value = bytes.peek()) {
            taken.write(bytes.next());
            if (value == '>') {
                break;
            }
        }
        var all = new SequenceInputStream(new ByteArrayInputStream(taken.toByteArray()), bytes.rest());
        return new Head(charset(taken.toString(StandardCharsets.ISO_8859_1), bytes.name()), offset, all);
    }

    private static Charset charset(String declaration, String name) {
        var stated = STATED.matcher(declaration);
        if (!stated.find()) {
            return StandardCharsets.UTF_8;
        }
        var encoding = stated.group(2).toUpperCase(Locale.ROOT);
        if (!READ.contains(encoding)) {
            throw Stop.refused(
                    Refusal.ENCODING,
                    "Cannot read " + name + ": its first line declares an encoding that is not read, got \""
                            + stated.group(2) + "\", expected one of " + READ,
                    "save the file as XML in UTF-8");
        }
        return Charset.forName(encoding);
    }
}
