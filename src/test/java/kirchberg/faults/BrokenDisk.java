package kirchberg.faults;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kirchberg.publish.store.RenameStore;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** A disk whose writes fail, with EIO, from the n-th on. What was written before can be read. */
final class BrokenDisk implements RenameStore {
    private final RenameStore disk;
    private final int fatal;
    private final AtomicInteger writes = new AtomicInteger();

    BrokenDisk(RenameStore disk, int fatal) {
        this.disk = disk;
        this.fatal = fatal;
    }

    /** Whether it has come to that. */
    boolean isBroken() {
        return writes.get() >= fatal;
    }

    private RenameStore writing() throws IOException {
        if (writes.incrementAndGet() >= fatal) {
            throw new IOException("Input/output error");
        }
        return disk;
    }

    @Override
    public String uri(String path) {
        return disk.uri(path);
    }

    @Override
    public String shown(String path) {
        return disk.shown(path);
    }

    @Override
    public byte[] read(String path) throws IOException {
        return disk.read(path);
    }

    @Override
    public void create(String path, byte[] bytes) throws IOException {
        writing().create(path, bytes);
    }

    @Override
    public InputFile input(String path) throws IOException {
        return disk.input(path);
    }

    @Override
    public OutputFile output(String path) throws IOException {
        return writing().output(path);
    }

    @Override
    public void sync(String path) throws IOException {
        writing().sync(path);
    }

    @Override
    public List<Entry> list(String folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public void privateFolder(String path) throws IOException {
        writing().privateFolder(path);
    }

    @Override
    public void move(String from, String to) throws IOException {
        writing().move(from, to);
    }

    @Override
    public void delete(String path) throws IOException {
        writing().delete(path);
    }

    @Override
    public boolean claim(String from, String to) throws IOException {
        return writing().claim(from, to);
    }

    @Override
    public void writeInto(String path, byte[] bytes) throws IOException {
        writing().writeInto(path, bytes);
    }

    @Override
    public void replace(String from, String to) throws IOException {
        writing().replace(from, to);
    }

    @Override
    public boolean isDefinite(IOException fault) {
        return disk.isDefinite(fault);
    }

    @Override
    public void close() throws IOException {
        disk.close();
    }
}
