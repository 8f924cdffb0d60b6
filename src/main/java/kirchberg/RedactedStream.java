package kirchberg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import kirchberg.domain.release.Redaction;

/** Takes secrets out of all that is written, whoever wrote it: our own lines, those of log4j, stack traces. */
final class RedactedStream extends OutputStream {
    private static final int MOST_BYTES = 1 << 16;

    private final OutputStream out;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    RedactedStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        held.write(b);
        if (b == '\n' && held.size() > MOST_BYTES) {
            flush();
        }
    }

    /** Whoever prints a line flushes behind it, so no secret is cut in two. */
    @Override
    public synchronized void flush() throws IOException {
        var text = held.toString(StandardCharsets.UTF_8);
        held.reset();
        out.write(Redaction.BY_SHAPE.redacted(text).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
