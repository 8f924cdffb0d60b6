package kirchberg.document.pdf;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How much the deflated streams of a PDF unpack to, counted before the library unpacks them, for it holds a stream in
 * memory whole. Streams in further wrappings are not seen here; for those there is the memory of the process.
 */
final class InflatedStreams {
    /** A stream, in bytes: a picture of 30 million points. */
    static final long ONE = 100L * 1024 * 1024;

    /** All streams together, in bytes. */
    static final long ALL = 1024L * 1024 * 1024;

    private static final byte[] MARK = "stream".getBytes(StandardCharsets.US_ASCII);

    private InflatedStreams() {}

    /** Bytes that a stream unpacks to, or all of them, where that is more than allowed; else 0. */
    static long tooMuch(byte[] pdf) {
        var all = 0L;
        for (var at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
            var size = unpacked(pdf, at);
            all += size;
            if (size > ONE || all > ALL) {
                return Math.max(size, all);
            }
        }
        return 0;
    }

    /** Where the data of the next stream begin; -1 if there is none. */
    private static int next(byte[] pdf, int from) {
        for (var i = from; i + MARK.length + 2 < pdf.length; i++) {
            if (isMark(pdf, i)) {
                var after = i + MARK.length;
                return pdf[after] == '\r' && pdf[after + 1] == '\n' ? after + 2 : after + 1;
            }
        }
        return -1;
    }

    private static boolean isMark(byte[] pdf, int at) {
        for (var i = 0; i < MARK.length; i++) {
            if (pdf[at + i] != MARK[i]) {
                return false;
            }
        }
        var line = pdf[at + MARK.length];
        return line == '\r' || line == '\n';
    }

    private static long unpacked(byte[] pdf, int at) {
        var inflater = new Inflater();
        var buffer = new byte[64 * 1024];
        inflater.setInput(pdf, at, pdf.length - at);
        var size = 0L;
        try {
            for (var got = 1; got > 0 && size <= ONE; size += got) {
                got = inflater.inflate(buffer);
            }
            return size;
        } catch (DataFormatException e) {
            return size;
        } finally {
            inflater.end();
        }
    }
}
