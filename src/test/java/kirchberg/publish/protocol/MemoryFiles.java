package kirchberg.publish.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.SeekableInputStream;

/** Files in memory, as Parquet reads and writes them. */
final class MemoryFiles {
    private MemoryFiles() {}

    /** What becomes of the bytes of a file that was written in pieces. */
    @FunctionalInterface
    interface Sink {
        void accept(byte[] bytes) throws IOException;
    }

    /** Opens the place of a file: refuses, or gives the sink that its bytes go to when it is closed. */
    @FunctionalInterface
    interface Opening {
        Sink open(boolean mayBeThere) throws IOException;
    }

    static InputFile input(byte[] bytes) {
        return new InputFile() {
            @Override
            public long getLength() {
                return bytes.length;
            }

            @Override
            public SeekableInputStream newStream() {
                return new Reader(new Bytes(bytes));
            }
        };
    }

    static OutputFile output(String path, Opening opening) {
        return new OutputFile() {
            @Override
            public PositionOutputStream create(long blockSizeHint) throws IOException {
                return new Writer(opening.open(false));
            }

            @Override
            public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
                return new Writer(opening.open(true));
            }

            @Override
            public boolean supportsBlockSize() {
                return false;
            }

            @Override
            public long defaultBlockSize() {
                return 0;
            }

            @Override
            public String getPath() {
                return path;
            }
        };
    }

    private static final class Bytes extends ByteArrayInputStream {
        private Bytes(byte[] bytes) {
            super(bytes);
        }

        private synchronized long at() {
            return pos;
        }

        private synchronized void moveTo(long place) throws IOException {
            if (place < 0 || place > count) {
                throw new IOException("Cannot seek: got " + place + ", expected 0 to " + count);
            }
            pos = Math.toIntExact(place);
        }
    }

    private static final class Reader extends DelegatingSeekableInputStream {
        private final Bytes bytes;

        private Reader(Bytes bytes) {
            super(bytes);
            this.bytes = bytes;
        }

        @Override
        public long getPos() {
            return bytes.at();
        }

        @Override
        public void seek(long place) throws IOException {
            bytes.moveTo(place);
        }
    }

    private static final class Writer extends PositionOutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Sink sink;
        private boolean isClosed;

        private Writer(Sink sink) {
            this.sink = sink;
        }

        @Override
        public long getPos() {
            return bytes.size();
        }

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] source, int from, int length) {
            bytes.write(source, from, length);
        }

        @Override
        public void close() throws IOException {
            if (!isClosed) {
                isClosed = true;
                sink.accept(bytes.toByteArray());
            }
        }
    }
}
