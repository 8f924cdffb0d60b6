package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar on a Spark standalone cluster of one Master and one Worker, processes of their own on the loopback address.
 */
final class StandaloneClusterIT {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final String LOOPBACK = "127.0.0.1";

    /** What Spark's own scripts would add. */
    private static final List<String> OPENS = List.of(
                    "java.base/java.lang",
                    "java.base/java.lang.invoke",
                    "java.base/java.nio",
                    "java.base/java.util",
                    "java.base/java.util.concurrent",
                    "java.base/sun.nio.ch",
                    "java.base/sun.util.calendar")
            .stream()
            .map(name -> "--add-opens=" + name + "=ALL-UNNAMED")
            .toList();

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private Path sparkHome;
    private String master;

    @BeforeEach
    void startCluster() throws Exception {
        sparkHome = Files.createDirectory(folder.resolve("spark"));
        Files.createSymbolicLink(sparkHome.resolve("jars"), HOME.resolve("target/lib"));
        var port = freePort();
        master = "spark://" + LOOPBACK + ":" + port;
        start(
                "master",
                "org.apache.spark.deploy.master.Master",
                List.of("--host", LOOPBACK, "--port", Integer.toString(port), "--webui-port", "0"));
        waitFor(port);
        var work = folder.resolve("work").toString();
        var worker = List.of("--host", LOOPBACK, "--webui-port", "0", "--cores", "2", "--memory", "1g");
        start("worker", "org.apache.spark.deploy.worker.Worker", concat(worker, List.of("--work-dir", work, master)));
    }

    /** Only what was started here, the last first; a Worker's executors are its children. */
    @AfterEach
    void stopCluster() throws Exception {
        Collections.reverse(started);
        for (var process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        Files.delete(sparkHome.resolve("jars"));
    }

    @Test
    void a_submitted_job_publishes_and_answers_as_it_does_locally() throws Exception {
        var settings = List.of(
                "spark.driver.host=" + LOOPBACK,
                "spark.driver.bindAddress=" + LOOPBACK,
                "spark.executor.memory=512m",
                "spark.sql.shuffle.partitions=2",
                "spark.ui.enabled=false");
        var submit = new ArrayList<>(List.of("--master", master, "--deploy-mode", "client"));
        settings.forEach(setting -> submit.addAll(List.of("--conf", setting)));
        var jar = HOME.resolve("target/kirchberg.jar").toString();
        submit.addAll(List.of("--class", "kirchberg.Main", jar, "run", job().toString()));

        var driver = start("submit", "org.apache.spark.deploy.SparkSubmit", submit);

        assertThat(driver.waitFor(5, TimeUnit.MINUTES)).as(log("submit")).isTrue();
        assertThat(driver.exitValue()).as(log("submit")).isIn(0, 1);
        assertThat(folder.resolve("release/CURRENT")).isNotEmptyFile();
        assertThat(manifests()).hasSize(1);
        assertThat(log("master")).contains("Registered app");
    }

    private Path job() throws IOException {
        var data = HOME.resolve("data");
        var lines = List.of(
                "sources: ['" + data.resolve("sample") + "']",
                "reference: '" + data.resolve("reference") + "'",
                "claims: ['" + data.resolve("claims") + "']",
                "output: release");
        return Files.write(folder.resolve("job.yaml"), lines, StandardCharsets.UTF_8);
    }

    private List<Path> manifests() throws IOException {
        try (var files = Files.walk(folder.resolve("release/releases"))) {
            return files.filter(file -> file.endsWith("MANIFEST.json")).toList();
        }
    }

    private Process start(String name, String mainClass, List<String> arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // The log settings in our jar are quiet; here Spark's own tell who registered.
        var options = List.of("-Xmx512m", "-Dspark.master.rest.enabled=false", "-cp", sparkHome + "/jars/*", mainClass);
        var command = concat(concat(List.of(java), OPENS), concat(options, arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve(name + ".log").toFile()).directory(folder.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "SPARK_HOME",
                        sparkHome.toString(),
                        "SPARK_LOCAL_IP",
                        LOOPBACK,
                        "SPARK_SCALA_VERSION",
                        "2.13"));
        var process = builder.start();
        started.add(process);
        return process;
    }

    private String log(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".log"), StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void waitFor(int port) throws Exception {
        for (var attempt = 0; attempt < 300; attempt++) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException notYet) {
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("Cannot reach " + master + " within a minute: " + log("master"));
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
