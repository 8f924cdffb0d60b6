package kirchberg.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kirchberg.domain.release.Address;

/**
 * S3Proxy 4.1.0 over memory, a process of its own on the loopback address. It compares before it writes, but not in one
 * act with the write: If-Match has two winners in most races. So it stands behind {@link ConditionProxy} unless a test
 * is about just that.
 */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "releases";
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final URI endpoint;

    private S3Server(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /**
     * Starts a server with one empty bucket.
     *
     * @param folder for its settings and its log
     */
    public static S3Server start(Path folder) throws IOException, InterruptedException {
        var endpoint = URI.create("http://127.0.0.1:" + freePort());
        var settings = Files.writeString(folder.resolve("s3proxy.properties"), """
                s3proxy.endpoint=%s
                s3proxy.authorization=none
                jclouds.provider=transient
                jclouds.identity=nobody
                jclouds.credential=none
                """.formatted(endpoint));
        var server = new S3Server(launch(settings, folder.resolve("s3proxy.log")), endpoint);
        try {
            server.waitUntilItListens();
            server.makeBucket();
            return server;
        } catch (IOException | InterruptedException e) {
            server.close();
            throw e;
        }
    }

    private static Process launch(Path settings, Path log) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=" + HOME.resolve("src/test/s3proxy/logback.xml"),
                "-cp",
                HOME.resolve("target/s3proxy") + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                settings.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void waitUntilItListens() throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("Cannot start S3Proxy: see s3proxy.log; its jars come from ./mvnw verify");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void makeBucket() throws IOException, InterruptedException {
        var put = HttpRequest.newBuilder(endpoint.resolve("/" + BUCKET))
                .timeout(PATIENCE)
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = HttpClient.newHttpClient().send(put, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("Cannot make the bucket: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** A root in the bucket, at this endpoint: the server's or that of a proxy before it. */
    public static Address address(URI endpoint, String folder) {
        return new Address(
                "s3a://" + BUCKET + "/" + folder,
                Map.of(
                        "fs.s3a.endpoint", endpoint.toString(),
                        "fs.s3a.endpoint.region", "eu-central-1",
                        "fs.s3a.path.style.access", "true",
                        "fs.s3a.connection.ssl.enabled", "false",
                        "fs.s3a.access.key", "nobody",
                        "fs.s3a.secret.key", "none"));
    }

    /** Where it listens: with conditions that race. */
    public URI endpoint() {
        return endpoint;
    }

    /** Kills the process that was started here, and no other. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
