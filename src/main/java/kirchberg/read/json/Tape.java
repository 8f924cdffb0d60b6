package kirchberg.read.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.read.received.Limits;
import kirchberg.read.received.SourceBytes;

/**
 * What stands between a file and the JSON parser: proves that every byte is UTF-8, which the parser does not, and keeps
 * the bytes of the item that is being read, up to {@link Limits#CELL}.
 */
final class Tape extends InputStream {
    /** Above what the parser asks for at once. */
    private static final int BLOCK = 16 * 1024;

    /** A letter has at most four bytes; three of them may be left over from the block before. */
    private static final int LETTER = 4;

    private final String name;
    private final InputStream source;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer pending = ByteBuffer.allocate(BLOCK + LETTER);
    private final CharBuffer letters = CharBuffer.allocate(BLOCK + LETTER);
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private byte[] block = new byte[0];
    private long blockOffset;
    private boolean ended;

    Tape(SourceBytes bytes) {
        this.name = bytes.name();
        this.source = bytes.rest();
        this.blockOffset = bytes.offset();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int begin, int most) throws IOException {
        var count = source.read(target, begin, Math.min(most, BLOCK));
        if (count < 0) {
            ended = true;
            requireWholeLetter();
            return count;
        }
        blockOffset += block.length;
        block = Arrays.copyOfRange(target, begin, begin + count);
        requireUtf8();
        keep(0);
        return count;
    }

    /** Whether more was asked for than there is. */
    boolean ended() {
        return ended;
    }

    /**
     * Keeps bytes from here on.
     *
     * @param offset in the file, of a byte of the block that was read last
     */
    void keepFrom(long offset) {
        kept.reset();
        keep((int) (offset - blockOffset));
    }

    /** The bytes kept, as text: at most the given number, and never half a letter. */
    String kept(long most) {
        var bytes = ByteBuffer.wrap(kept.toByteArray());
        bytes.limit((int) Math.min(bytes.limit(), most));
        var text = CharBuffer.allocate(bytes.remaining());
        StandardCharsets.UTF_8.newDecoder().decode(bytes, text, false);
        return text.flip().toString();
    }

    private void keep(int from) {
        var room = Math.min(block.length - from, Limits.CELL - kept.size());
        kept.write(block, from, room);
    }

    private void requireUtf8() {
        for (var index = 0; index < block.length; index++) {
            if (block[index] == 0) {
                throw refused("got UTF-16 or binary data at byte offset " + (blockOffset + index));
            }
        }
        pending.put(block).flip();
        var offset = blockOffset + block.length - pending.limit();
        var result = decoder.decode(pending, letters.clear(), false);
        if (result.isError()) {
            throw refused("the bytes are not UTF-8, got " + String.format("0x%02X", pending.get()) + " at byte offset "
                    + (offset + pending.position() - 1));
        }
        pending.compact();
    }

    private void requireWholeLetter() {
        if (pending.position() > 0) {
            throw Stop.refused(
                    Refusal.TRUNCATED,
                    "Cannot read " + name + ": the file ends inside a letter, at byte offset "
                            + (blockOffset + block.length) + ", expected the end of the list",
                    "fetch the file again");
        }
    }

    private Stop refused(String found) {
        return Stop.refused(
                Refusal.ENCODING,
                "Cannot read " + name + ": " + found + ", expected UTF-8",
                "save the page again as it is received; a program in between took it for another encoding");
    }
}
