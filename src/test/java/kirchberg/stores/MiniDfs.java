package kirchberg.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kirchberg.domain.release.Address;
import kirchberg.publish.store.disk.Folders;
import org.apache.hadoop.hdfs.HdfsConfiguration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * A real HDFS of one name node and one data node in this process, on the loopback address and ports of its own. It
 * starts once in a test run, in about 5 seconds, and ends with it.
 */
public final class MiniDfs {
    private static final MiniDfs ONLY = new MiniDfs();

    private final MiniDFSCluster cluster;

    private MiniDfs() {
        try {
            // It tells of every refused rename, of which the tests make thousands.
            Configurator.setLevel("org.apache.hadoop", Level.ERROR);
            var folder = Files.createTempDirectory("kirchberg-dfs");
            var settings = new HdfsConfiguration();
            settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
            cluster = new MiniDFSCluster.Builder(settings).numDataNodes(1).build();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(Path folder) {
        cluster.shutdown();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A root on it; needs no settings, for one data node keeps one copy by itself. */
    public static Address address(String path) {
        return new Address("hdfs://127.0.0.1:" + ONLY.cluster.getNameNodePort() + "/" + path, Map.of());
    }

    /** The cluster itself, to make it fail; whoever does heals it. */
    public static MiniDFSCluster cluster() {
        return ONLY.cluster;
    }
}
