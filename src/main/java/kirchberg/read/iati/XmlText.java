package kirchberg.read.iati;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.read.received.Limits;
import kirchberg.read.received.SourceBytes;

/**
 * The text of an XML file, strictly decoded. What was handed out since the last {@link #forget} is kept, so that raw
 * text and byte offsets can be told from a parser that counts characters; that is also the bound of what a parser may
 * gather.
 */
final class XmlText extends Reader {
    private static final int BUFFER = 8 * 1024;

    /** Handed out but not yet parsed: the parser reads ahead by less than this. */
    private static final int AHEAD = 64 * 1024;

    private final String name;
    private final InputStream input;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer undecoded = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer decoded = CharBuffer.allocate(BUFFER).limit(0);
    private final StringBuilder kept = new StringBuilder();
    private long keptFrom;
    private long keptFromByte;
    private long undecodedFrom;
    private boolean ended;

    /** The text of the bytes that are left. */
    XmlText(SourceBytes bytes, XmlEncoding.Head head) {
        name = bytes.name();
        charset = head.charset();
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        keptFromByte = head.offset();
        undecodedFrom = head.offset();
        input = head.all();
    }

    @Override
    public int read(char[] target, int begin, int most) throws IOException {
        while (!decoded.hasRemaining()) {
            if (ended) {
                return -1;
            }
            decode();
        }
        var count = Math.min(most, decoded.remaining());
        decoded.get(target, begin, count);
        kept.append(target, begin, count);
        if (kept.length() > Limits.RECORD + AHEAD) {
            throw tooLarge();
        }
        return count;
    }

    /** Does nothing: the bytes are not ours to close. */
    @Override
    public void close() {}

    /** Forgets what stands before a place. */
    void forget(long place) {
        keptFromByte = byteAt(place);
        kept.delete(0, (int) (place - keptFrom));
        keptFrom = place;
    }

    /** Offset in the file of the first byte that is kept. */
    long keptFromByte() {
        return keptFromByte;
    }

    /** Offset in the file of the first byte of the letter at a place. */
    long byteAt(long place) {
        var offset = keptFromByte;
        for (var index = 0; index < place - keptFrom; index++) {
            offset += width(kept.charAt(index));
        }
        return offset;
    }

    /** The letter at a place. */
    char at(long place) {
        return kept.charAt((int) (place - keptFrom));
    }

    /** The place of the next such text, which must have been handed out, from another on. */
    long next(String sought, long place) {
        return keptFrom + kept.indexOf(sought, (int) (place - keptFrom));
    }

    /** The text between two places. */
    String between(long from, long to) {
        return kept.substring((int) (from - keptFrom), (int) (to - keptFrom));
    }

    /** Whether a text stands at a place. */
    boolean hasAt(String sought, long place) {
        return kept.length() - (place - keptFrom) >= sought.length()
                && between(place, place + sought.length()).equals(sought);
    }

    /** Whether all was handed out and its last letters, but for white space, are not these. */
    boolean endsWithout(String end) {
        return ended
                && !decoded.hasRemaining()
                && !kept.toString().stripTrailing().endsWith(end);
    }

    /** Refuses the file: a record that begins where the text is kept from, or before, is too large. */
    Stop tooLarge() {
        return Stop.refused(
                Refusal.LIMIT,
                "Cannot read " + name + ": an activity, or what stands between two, is too large, got more than "
                        + Limits.RECORD + " letters around byte offset " + keptFromByte + ", expected at most "
                        + Limits.RECORD,
                "look at the file there; a contract is described in a few thousand letters");
    }

    private void decode() throws IOException {
        undecodedFrom += undecoded.position();
        undecoded.compact();
        var count = input.read(undecoded.array(), undecoded.position(), undecoded.remaining());
        undecoded.position(undecoded.position() + Math.max(count, 0)).flip();
        ended = count < 0;
        decoded.clear();
        var result = decoder.decode(undecoded, decoded, ended);
        decoded.flip();
        if (result.isError()) {
            throw Stop.refused(
                    Refusal.ENCODING,
                    "Cannot read " + name + ": got a byte that is not " + charset.name() + " at byte offset "
                            + (undecodedFrom + undecoded.position()) + ", expected " + charset.name() + " throughout",
                    "fetch the file again; if it is in another encoding, its first line must say so");
        }
    }

    private int width(char letter) {
        if (!charset.equals(StandardCharsets.UTF_8) || letter < 0x80) {
            return 1;
        }
        // half of a letter that has four bytes and is two surrogates
        return letter < 0x800 || Character.isSurrogate(letter) ? 2 : 3;
    }
}
