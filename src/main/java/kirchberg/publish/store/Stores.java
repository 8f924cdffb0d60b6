package kirchberg.publish.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;

/** Opens the store of a root. */
public final class Stores {
    /** A letter alone before the colon is a drive, not a scheme. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*");

    private Stores() {}

    /**
     * Opens a root, which need not exist yet.
     *
     * @throws Stop USAGE for a root of another kind, STORE if its file system cannot be reached
     */
    public static Store open(Address address) {
        var scheme = SCHEME.matcher(address.root());
        var kind = scheme.matches() ? scheme.group(1).toLowerCase(Locale.ROOT) : "file";
        return switch (kind) {
            case "file" -> new LocalStore(local(address.root()));
            case "hdfs" -> hdfs(address);
            case "s3a" -> s3(address);
            default -> throw badRoot(address, "got the scheme " + kind + ", expected a path, file:, hdfs: or s3a:");
        };
    }

    private static Path local(String root) {
        if (!SCHEME.matcher(root).matches()) {
            return Path.of(root);
        }
        try {
            return Path.of(URI.create(root));
        } catch (IllegalArgumentException e) {
            throw badRoot(Address.of(root), "it is no valid file: URI");
        }
    }

    private static Store hdfs(Address address) {
        try {
            return HdfsStore.open(address);
        } catch (IOException e) {
            throw new Stop(
                    Exit.STORE,
                    "Cannot open " + address + ": " + e.getClass().getSimpleName() + ", " + e.getMessage()
                            + ", expected an answer of its name node",
                    "Check host, port and rights, or set HADOOP_CONF_DIR to the settings of the cluster; nothing was"
                            + " changed.",
                    e);
        }
    }

    private static Store s3(Address address) {
        try {
            return S3Store.open(address);
        } catch (IOException | NoClassDefFoundError e) {
            throw S3Store.isMissing(e) ? missing(address, e) : unreached(address, e);
        }
    }

    private static Stop missing(Address address, Throwable why) {
        return new Stop(
                Exit.USAGE,
                "Cannot open " + address + ": S3A is not on the class path, got " + why.getMessage()
                        + ", expected hadoop-aws and Amazon's SDK",
                "Build with ./mvnw -P s3 package, or give spark-submit --packages org.apache.hadoop:hadoop-aws:3.4.2.",
                why);
    }

    private static Stop unreached(Address address, Throwable why) {
        return new Stop(
                Exit.STORE,
                "Cannot open " + address + ": " + why.getClass().getSimpleName() + ", " + why.getMessage()
                        + ", expected an answer of the bucket",
                "Check bucket, fs.s3a.endpoint and credentials; nothing was changed.",
                why);
    }

    private static Stop badRoot(Address address, String why) {
        return new Stop(
                Exit.USAGE,
                "Cannot use the root of the releases: " + why + ", at " + address,
                "Set output in the job file to a local folder, hdfs://HOST:PORT/PATH or s3a://BUCKET/PATH.");
    }
}
