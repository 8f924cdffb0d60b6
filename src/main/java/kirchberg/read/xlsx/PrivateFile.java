package kirchberg.read.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Bytes that are kept outside the heap, in a temporary file that only its owner may read and that is gone once closed.
 * First written from end to end, then read anywhere, through a few pages that stay in memory.
 */
final class PrivateFile implements AutoCloseable {
    private static final int PAGE = 8 * 1024;
    private static final int PAGES = 128;

    private final String name;
    private final FileChannel channel;
    private final ByteBuffer written = ByteBuffer.allocate(8 * PAGE);
    private final long[] numbers = new long[PAGES];
    private final byte[][] pages = new byte[PAGES][];
    private long size;

    /**
     * An empty file.
     *
     * @param name of the source file, for messages
     */
    PrivateFile(String name) {
        this.name = name;
        Arrays.fill(numbers, -1);
        try {
            var path = Files.createTempFile("kirchberg-", ".part");
            channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw Refusals.disk(name, e);
        }
    }

    /** Bytes written so far. */
    long size() {
        return size;
    }

    void append(byte[] bytes, int from, int count) {
        size += count;
        var begin = from;
        while (begin < from + count) {
            var most = Math.min(written.remaining(), from + count - begin);
            written.put(bytes, begin, most);
            begin += most;
            if (!written.hasRemaining()) {
                flush();
            }
        }
    }

    /** Ends the writing: from here on the file is read. */
    void flush() {
        written.flip();
        try {
            while (written.hasRemaining()) {
                channel.write(written);
            }
        } catch (IOException e) {
            throw Refusals.disk(name, e);
        }
        written.clear();
    }

    /** The bytes from a position on, fewer than wanted only at the end of the file. */
    byte[] bytes(long from, long wanted) {
        var count = (int) Math.max(0, Math.min(wanted, size - from));
        var result = new byte[count];
        var done = 0;
        while (done < count) {
            done += copy(from + done, result, done, count - done);
        }
        return result;
    }

    /** The bytes between two positions. */
    InputStream between(long from, long end) {
        return new InputStream() {
            private long position = from;

            @Override
            public int read() {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int begin, int most) {
                if (position >= end) {
                    return most == 0 ? 0 : -1;
                }
                var count = copy(position, target, begin, (int) Math.min(most, end - position));
                position += count;
                return count;
            }
        };
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Refusals.disk(name, e);
        }
    }

    private int copy(long from, byte[] target, int begin, int most) {
        var offset = (int) (from % PAGE);
        var count = Math.min(most, PAGE - offset);
        System.arraycopy(page(from / PAGE), offset, target, begin, count);
        return count;
    }

    private byte[] page(long number) {
        var slot = (int) (number % PAGES);
        if (numbers[slot] != number) {
            var page = ByteBuffer.allocate(PAGE);
            try {
                while (page.hasRemaining() && channel.read(page, number * PAGE + page.position()) >= 0) {}
            } catch (IOException e) {
                throw Refusals.disk(name, e);
            }
            pages[slot] = page.array();
            numbers[slot] = number;
        }
        return pages[slot];
    }
}
