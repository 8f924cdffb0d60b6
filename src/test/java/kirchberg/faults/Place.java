package kirchberg.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kirchberg.domain.release.Address;
import kirchberg.stores.ConditionProxy;
import kirchberg.stores.MiniDfs;
import kirchberg.stores.S3Server;

/** The kinds of store that every promise is shown on. */
public enum Place {
    /** A disk of this machine. */
    LOCAL,
    /** An HDFS in this process. */
    HDFS,
    /** An S3 server behind the proxy that makes its conditions atomic. */
    S3;

    /** A root that nobody has used, below a folder of this name. */
    public Address root(Path folder) {
        return switch (this) {
            case LOCAL -> Address.of(folder.resolve("root").toString());
            case HDFS -> MiniDfs.address(String.valueOf(folder.getFileName()));
            case S3 -> S3Server.address(Only.PROXY.endpoint(), String.valueOf(folder.getFileName()));
        };
    }

    /** One server for all tests of a run; it ends with it. */
    private static final class Only {
        private static final ConditionProxy PROXY = start();

        private static ConditionProxy start() {
            try {
                var server = S3Server.start(Files.createTempDirectory("kirchberg-s3"));
                var proxy = ConditionProxy.before(server.endpoint());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    proxy.close();
                    server.close();
                }));
                return proxy;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
