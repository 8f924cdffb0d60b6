package kirchberg.publish.store;

import static kirchberg.publish.store.HadoopFiles.asked;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kirchberg.domain.release.Address;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.util.functional.FutureIO;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * A folder of an S3-compatible store, through Hadoop's S3A. Its version of a file is the ETag, quotes included. S3A is
 * on the class path of those alone who use S3, so it is known here by its names only.
 */
final class S3Store implements ConditionalStore {
    /** S3A's names for a PUT with If-None-Match and with If-Match (HADOOP-19256). */
    private static final String IF_NONE = "fs.option.create.conditional.overwrite";

    private static final String IF_MATCH = "fs.option.create.conditional.overwrite.etag";

    /** A 412 and a 409 to a write, and a file that changed while it was read. */
    private static final String CHANGED = "org.apache.hadoop.fs.s3a.RemoteFileChangedException";

    /** A file is asked for its ETag, then read under it; one that is swapped in between is asked again. */
    private static final int READS = 10;

    /**
     * A server that does not answer is told of within a minute or so, where S3A alone would try for an hour: 2 rounds
     * of 2 tries of 15 seconds, which is the least that S3A takes. Names and defaults: core-default.xml of Hadoop
     * 3.4.2.
     */
    private static final Map<String, String> PATIENCE = Map.of(
            "fs.s3a.attempts.maximum", "1",
            "fs.s3a.retry.limit", "1",
            "fs.s3a.retry.throttle.limit", "4",
            "fs.s3a.connection.establish.timeout", "15s",
            "fs.s3a.connection.timeout", "15s",
            "fs.s3a.connection.request.timeout", "15s");

    private final HadoopFiles files;

    private S3Store(HadoopFiles files) {
        this.files = files;
    }

    /** Opens a root, and asks the store of it once. */
    static S3Store open(Address address) throws IOException {
        var files = HadoopFiles.open(address, PATIENCE);
        try {
            files.isThere("");
            return new S3Store(files);
        } catch (IOException e) {
            files.close();
            throw e;
        }
    }

    @Override
    public String uri(String path) {
        return files.uri(path);
    }

    @Override
    public String shown(String path) {
        return files.uri(path);
    }

    @Override
    public byte[] read(String path) throws IOException {
        return readVersioned(path).bytes();
    }

    @Override
    public Versioned readVersioned(String path) throws IOException {
        for (var left = READS; ; left--) {
            try {
                return asked(() -> readOnce(path));
            } catch (IOException e) {
                if (left == 1 || !isChanged(e)) {
                    throw e;
                }
            }
        }
    }

    /** Bytes and ETag belong together: S3A reads under the ETag of the status that it is given. */
    private Versioned readOnce(String path) throws IOException {
        var status = files.system().getFileStatus(files.at(path));
        if (!(status instanceof EtagSource source) || status.isDirectory()) {
            throw new FileNotFoundException(shown(path) + " is no file with a version");
        }
        return new Versioned(bytes(status), source.getEtag());
    }

    private byte[] bytes(FileStatus status) throws IOException {
        var opening = files.system().openFile(status.getPath()).withFileStatus(status);
        try (var in = FutureIO.awaitFuture(opening.build())) {
            return in.readAllBytes();
        }
    }

    @Override
    public void putNew(String path, byte[] bytes) throws IOException {
        FSDataOutputStreamBuilder<?, ?> how = files.system().createFile(files.at(path));
        how.must(IF_NONE, true);
        write(how, bytes);
    }

    @Override
    public void putOver(String path, byte[] bytes, String version) throws IOException {
        FSDataOutputStreamBuilder<?, ?> how = files.system().createFile(files.at(path));
        how.must(IF_MATCH, version);
        write(how, bytes);
    }

    /**
     * All bytes are there before the first is written, and closing is the commit: it alone is answered. A stream that
     * is closed after a fault, as try-with-resources would, publishes what it has; one that is aborted leaves nothing.
     */
    private static void write(FSDataOutputStreamBuilder<?, ?> how, byte[] bytes) throws IOException {
        asked(() -> {
            var out = how.overwrite(true).build();
            try {
                out.write(bytes);
                out.close();
                return bytes.length;
            } catch (IOException | RuntimeException e) {
                out.abort();
                throw e;
            }
        });
    }

    /** A refusal of what S3A sent again, because no answer came, may be about our own bytes. */
    @Override
    public void create(String path, byte[] bytes) throws IOException {
        try {
            putNew(path, bytes);
        } catch (IOException e) {
            if (!isChanged(e)) {
                throw e;
            }
            var isOurs = Arrays.equals(read(path), bytes);
            if (!isOurs || !isRepeat(e)) {
                throw new FileAlreadyExistsException(shown(path));
            }
        }
    }

    @Override
    public boolean comparesVersions() throws IOException {
        var root = files.at("");
        return files.system().hasPathCapability(root, IF_NONE) && files.system().hasPathCapability(root, IF_MATCH);
    }

    @Override
    public InputFile input(String path) throws IOException {
        return files.input(path);
    }

    @Override
    public OutputFile output(String path) throws IOException {
        return files.output(path);
    }

    /** An object is there, whole and for good, once its upload is answered. */
    @Override
    public void sync(String path) {}

    @Override
    public List<Entry> list(String folder) throws IOException {
        return files.list(folder);
    }

    /** Keys have no folders: what lies below a name makes it one. */
    @Override
    public void privateFolder(String path) throws IOException {
        if (files.isThere(path)) {
            throw new FileAlreadyExistsException(shown(path));
        }
    }

    @Override
    public void move(String from, String to) throws IOException {
        files.move(from, to);
    }

    @Override
    public void delete(String path) throws IOException {
        files.delete(path);
    }

    /**
     * The store said 403 or 404 to the first attempt. To a later one it says nothing of those before; and a 409 or a
     * 412 never does, as {@link ConditionalStore} says.
     */
    @Override
    public boolean isDefinite(IOException fault) {
        return (fault instanceof AccessDeniedException || fault instanceof NoSuchFileException) && !isRepeat(fault);
    }

    private static boolean isChanged(IOException fault) {
        return fault.getClass().getName().equals(CHANGED);
    }

    /** Amazon's SDK keeps what became of the attempts before the last. */
    private static boolean isRepeat(IOException fault) {
        return causes(fault).anyMatch(cause -> cause.getSuppressed().length > 0);
    }

    /** Whether S3A, or what it needs, is not on the class path. */
    static boolean isMissing(Throwable fault) {
        return causes(fault).anyMatch(ClassNotFoundException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
