package kirchberg.document.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;

/**
 * How much the deflated streams of a PDF unpack to, counted before the library unpacks them, for it holds a stream in
 * memory whole. Streams in further wrappings are not seen here; for those there is the memory of the process.
 */
final class InflatedStreams {
    /** A stream, in bytes: a picture of 30 million points. */
    static final long ONE = 100L * 1024 * 1024;

    /** All streams together, in bytes. */
    static final long ALL = 1024L * 1024 * 1024;

    /** Streams of a document; a report of 250 pages has about 2,000. */
    static final int STREAMS = 100_000;

    private static final int LAYERS = 4;

    /** First byte of what zlib deflates (RFC 1950). */
    private static final int ZLIB = 0x78;

    private static final byte[] MARK = "stream".getBytes(StandardCharsets.US_ASCII);

    private InflatedStreams() {}

    /** Bytes that were unpacked until it was too much, or until there were too many streams; else 0. */
    static long tooMuch(byte[] pdf) {
        var all = 0L;
        var streams = 0;
        for (var at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
            var size = at < pdf.length && pdf[at] == ZLIB ? unpacked(pdf, at) : 0;
            all += size;
            streams++;
            if (size > ONE || all > ALL || streams > STREAMS) {
                return Math.max(all, 1);
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

    /** The most that a layer of the stream unpacks to; what it holds may be deflated again. */
    private static long unpacked(byte[] pdf, int at) {
        var most = 0L;
        for (var layers = 1; layers <= LAYERS; layers++) {
            var layer = layer(pdf, at, layers);
            most = Math.max(most, layer.size());
            if (most > ONE || layer.first() != ZLIB) {
                return most;
            }
        }
        return most;
    }

    private record Layer(long size, int first) {}

    private static Layer layer(byte[] pdf, int at, int layers) {
        InputStream in = new ByteArrayInputStream(pdf, at, pdf.length - at);
        for (var i = 0; i < layers; i++) {
            in = new InflaterInputStream(in);
        }
        var size = 0L;
        var first = -1;
        var buffer = new byte[64 * 1024];
        try (var layer = in) {
            for (var got = layer.read(buffer); got > 0 && size <= ONE; got = layer.read(buffer)) {
                first = size == 0 ? buffer[0] : first;
                size += got;
            }
            return new Layer(size, first);
        } catch (IOException e) {
            return new Layer(size, first);
        }
    }
}
