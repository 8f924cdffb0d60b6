package kirchberg.read.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.RejectReason;
import kirchberg.read.received.Limits;
import kirchberg.read.received.SourceBytes;
import org.jspecify.annotations.Nullable;

/**
 * Splits bytes into the records of RFC 4180, strictly: a quote opens a cell only at its beginning, an inner quote is
 * doubled, a line break inside quotes is data. CR, LF and CRLF end a record. Each record carries its byte offset and
 * raw text, and a fault stays with its record: after a misplaced quote the record ends with its line. No library at
 * hand gives offset, raw text and faults record by record while it streams, hence this class.
 */
final class CsvRecords {
    /**
     * One record as received.
     *
     * @param offset of its first byte in the file
     * @param raw its text without the line end
     * @param cells unquoted, otherwise as received
     * @param fault why the cells cannot be trusted; null if they can
     */
    record CsvRecord(
            long offset,
            String raw,
            List<String> cells,
            @Nullable RejectReason fault) {}

    /** Bytes that grow; unlike the library's stream it takes no lock for each of them. */
    private static final class Buffer {
        private byte[] bytes = new byte[1024];
        private int size;

        void add(int value) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * size);
            }
            bytes[size++] = (byte) value;
        }
    }

    private enum State {
        START,
        PLAIN,
        QUOTED,
        CLOSED,
        BROKEN
    }

    private final SourceBytes bytes;
    private final CharsetDecoder decoder;
    private final Buffer raw = new Buffer();
    private final Buffer cell = new Buffer();
    private final List<String> cells = new ArrayList<>();
    private State state = State.START;
    private @Nullable RejectReason fault;

    CsvRecords(SourceBytes bytes) {
        this.bytes = bytes;
        this.decoder = bytes.encoding().newDecoder();
    }

    /** The next record, null at the end. Refuses the file if a quote is still open there or if it is not UTF-8. */
    @Nullable
    CsvRecord next() {
        if (bytes.peek() < 0) {
            return null;
        }
        begin();
        var offset = bytes.offset();
        var value = bytes.next();
        while (value >= 0 && !(isLineEnd(value) && state != State.QUOTED)) {
            keep(value);
            value = bytes.next();
        }
        if (value == '\r' && bytes.peek() == '\n') {
            bytes.next();
        }
        return end(offset);
    }

    private static boolean isLineEnd(int value) {
        return value == '\n' || value == '\r';
    }

    private void begin() {
        raw.size = 0;
        cell.size = 0;
        cells.clear();
        state = State.START;
        fault = null;
    }

    private void keep(int value) {
        if (raw.size < Limits.RECORD) {
            raw.add(value);
        } else {
            blame(RejectReason.TOO_LARGE);
        }
        state = switch (state) {
            case START -> value == '"' ? State.QUOTED : plain(value);
            case PLAIN -> value == '"' ? broken() : plain(value);
            case QUOTED -> value == '"' ? State.CLOSED : inCell(value, State.QUOTED);
            case CLOSED -> value == '"' ? inCell(value, State.QUOTED) : afterQuote(value);
            case BROKEN -> State.BROKEN;
        };
    }

    private State plain(int value) {
        return value == ',' ? endCell() : inCell(value, State.PLAIN);
    }

    private State afterQuote(int value) {
        return value == ',' ? endCell() : broken();
    }

    private State inCell(int value, State next) {
        if (cell.size < Limits.CELL) {
            cell.add(value);
        } else {
            blame(RejectReason.TOO_LARGE);
        }
        return next;
    }

    private State endCell() {
        if (cells.size() == Limits.COLUMNS) {
            blame(RejectReason.TOO_LARGE);
            cell.size = 0;
            return State.START;
        }
        cells.add(new String(cell.bytes, 0, cell.size, bytes.encoding()));
        cell.size = 0;
        return State.START;
    }

    private State broken() {
        blame(RejectReason.RAGGED);
        return State.BROKEN;
    }

    private void blame(RejectReason reason) {
        if (fault == null) {
            fault = reason;
        }
    }

    private CsvRecord end(long offset) {
        if (state == State.QUOTED) {
            throw Stop.refused(
                    Refusal.TRUNCATED,
                    "Cannot read " + bytes.name() + ": the file ends inside quotes, in the record at byte offset "
                            + offset + ", expected a closing quote",
                    "fetch the file again; if it is whole, close the quote");
        }
        endCell();
        var text = decoded(offset);
        if (text.indexOf('\0') >= 0) {
            blame(RejectReason.BAD_TEXT);
        }
        return new CsvRecord(offset, text, List.copyOf(cells), fault);
    }

    private String decoded(long offset) {
        var whole = fault != RejectReason.TOO_LARGE;
        var received = ByteBuffer.wrap(raw.bytes, 0, raw.size);
        if (!whole) {
            received.limit(Math.min(received.limit(), Limits.CELL));
        }
        var text = CharBuffer.allocate(received.remaining());
        var result = decoder.reset().decode(received, text, whole);
        if (result.isError()) {
            throw notUtf8(offset + received.position(), received.get());
        }
        return text.flip().toString();
    }

    private Stop notUtf8(long offset, byte found) {
        return Stop.refused(
                Refusal.ENCODING,
                "Cannot read " + bytes.name() + ": the bytes are not " + bytes.encoding() + ", got "
                        + String.format("0x%02X", found) + " at byte offset " + offset + ", expected "
                        + bytes.encoding(),
                "save the file as UTF-8, from where it was first read, not from a copy with wrong letters");
    }
}
