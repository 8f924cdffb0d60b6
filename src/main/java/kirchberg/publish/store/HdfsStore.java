package kirchberg.publish.store;

import static kirchberg.publish.store.HadoopFiles.asked;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kirchberg.domain.release.Address;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options.CreateOpts;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.ipc.RemoteException;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * A folder of HDFS. The acts that a release rests on go through Hadoop's FileContext: its renames are one act of the
 * name node and say why they fail, while those of FileSystem answer false, and its files need not make the folders
 * above them.
 */
final class HdfsStore implements RenameStore {
    /**
     * A name node that does not answer is told of within 20 seconds, where Hadoop alone would try for a quarter of an
     * hour. Names and defaults: core-default.xml and hdfs-default.xml of Hadoop 3.4.2; times in milliseconds.
     */
    private static final Map<String, String> PATIENCE = Map.of(
            "ipc.client.connect.timeout", "5000",
            "ipc.client.connect.max.retries.on.timeouts", "2",
            "ipc.client.connect.max.retries", "3",
            "ipc.client.connect.retry.interval", "1000",
            "ipc.client.rpc-timeout.ms", "15000",
            "dfs.client.failover.max.attempts", "4",
            "dfs.client.failover.sleep.max.millis", "2000",
            "dfs.client.socket-timeout", "20000");

    /** How the name node calls a file that another writes at this moment. */
    private static final String BEING_WRITTEN = "org.apache.hadoop.hdfs.protocol.AlreadyBeingCreatedException";

    /** What the name node says of itself rather than of our act: another may have done it. */
    private static final Set<String> OF_THE_NODE =
            Set.of("org.apache.hadoop.ipc.StandbyException", "org.apache.hadoop.ipc.RetriableException");

    private final HadoopFiles files;
    private final FileContext context;

    private HdfsStore(HadoopFiles files, FileContext context) {
        this.files = files;
        this.context = context;
    }

    /** Opens a root, and asks the name node of it once. */
    static HdfsStore open(Address address) throws IOException {
        var files = HadoopFiles.open(address, PATIENCE);
        try {
            files.isThere("");
            var context = asked(() -> FileContext.getFileContext(files.at("").toUri(), files.settings()));
            return new HdfsStore(files, context);
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
        return files.read(path);
    }

    @Override
    public void create(String path, byte[] bytes) throws IOException {
        var out = begin(path, EnumSet.of(CreateFlag.CREATE), CreateOpts.createParent());
        try {
            fill(out, bytes);
        } catch (IOException e) {
            takeBack(path, e);
            throw e;
        }
    }

    @Override
    public void writeInto(String path, byte[] bytes) throws IOException {
        fill(begin(path, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE), CreateOpts.donotCreateParent()), bytes);
    }

    private FSDataOutputStream begin(String path, EnumSet<CreateFlag> flags, CreateOpts parents) throws IOException {
        try {
            return asked(() -> context.create(files.at(path), flags, parents));
        } catch (RemoteException e) {
            throw BEING_WRITTEN.equals(e.getClassName()) ? new FileAlreadyExistsException(shown(path)) : e;
        }
    }

    private static void fill(FSDataOutputStream begun, byte[] bytes) throws IOException {
        try (var out = begun) {
            out.write(bytes);
            out.hsync();
        }
    }

    /** Half a file would stand in the way of the next that writes it. */
    private void takeBack(String path, IOException why) {
        try {
            delete(path);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    @Override
    public InputFile input(String path) throws IOException {
        return files.input(path);
    }

    @Override
    public OutputFile output(String path) throws IOException {
        return files.output(path);
    }

    /** Names are in the log of the name node already; the blocks of {@link #output} were synced when closed. */
    @Override
    public void sync(String path) {}

    @Override
    public List<Entry> list(String folder) throws IOException {
        return files.list(folder);
    }

    /** Making a folder that is there is no fault to HDFS, so it is asked before. */
    @Override
    public void privateFolder(String path) throws IOException {
        requireFree(path);
        files.makeFolderOf(path);
        asked(() -> {
            context.mkdir(files.at(path), new FsPermission("700"), false);
            return path;
        });
    }

    @Override
    public void move(String from, String to) throws IOException {
        requireFree(to);
        files.makeFolderOf(to);
        rename(from, to, Rename.NONE);
    }

    private void requireFree(String path) throws IOException {
        if (files.isThere(path)) {
            throw new FileAlreadyExistsException(shown(path));
        }
    }

    @Override
    public boolean claim(String from, String to) throws IOException {
        try {
            rename(from, to, Rename.OVERWRITE);
            return true;
        } catch (RemoteException e) {
            if (String.valueOf(e.getMessage()).contains("not empty")) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void replace(String from, String to) throws IOException {
        rename(from, to, Rename.OVERWRITE);
    }

    private void rename(String from, String to, Rename how) throws IOException {
        asked(() -> {
            context.rename(files.at(from), files.at(to), how);
            return to;
        });
    }

    @Override
    public void delete(String path) throws IOException {
        files.delete(path);
    }

    /**
     * The name node itself said no, which Hadoop keeps as the cause of what it throws. A connection that broke or ran
     * out of time says nothing of what was done before.
     */
    @Override
    public boolean isDefinite(IOException fault) {
        return fault instanceof FileSystemException
                || Stream.<Throwable>iterate(fault, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause ->
                                cause instanceof RemoteException no && !OF_THE_NODE.contains(no.getClassName()));
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
