package kirchberg.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Spark standalone cluster on the loopback address: one Master and two Workers, each a process of its own, on Spark's
 * own jars. A Worker's executors, and the driver in cluster mode, are its children. Only what was started here is
 * killed.
 */
final class Cluster implements AutoCloseable {
    private static final int WORKERS = 2;

    private final Path folder;
    private final Path sparkHome;
    private final int port;
    private final List<Program> workers = new ArrayList<>();
    private final List<Program> submitted = new ArrayList<>();
    private Program master;
    private int started;

    private Cluster(Path folder, int port) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.sparkHome = Files.createDirectories(folder.resolve("spark"));
        this.port = port;
        Files.createSymbolicLink(sparkHome.resolve("jars"), JobRoot.HOME.resolve("target/lib"));
        this.master = newMaster();
    }

    /** Starts all processes and waits until the Master knows the Workers. */
    static Cluster start(Path folder) throws IOException {
        var cluster = new Cluster(folder, freePort());
        try {
            cluster.waitForMaster();
            for (var i = 0; i < WORKERS; i++) {
                cluster.addWorker();
            }
            Patience.until(
                    () -> cluster.master.text().split("Registering worker", -1).length > WORKERS,
                    Patience.SHORT,
                    () -> "two Workers\n" + cluster.master.text());
            return cluster;
        } catch (AssertionError e) {
            cluster.close();
            throw e;
        }
    }

    String url() {
        return "spark://" + Program.LOOPBACK + ":" + port;
    }

    /** Submits a run. Nobody waits for it here. */
    Program submit(Mode mode, JobRoot root, Map<String, String> settings) {
        var arguments = new ArrayList<>(List.of("--master", url(), "--deploy-mode", mode.word()));
        mode.settings().forEach((key, value) -> arguments.addAll(List.of("--conf", key + "=" + value)));
        settings.forEach((key, value) -> arguments.addAll(List.of("--conf", key + "=" + value)));
        arguments.addAll(List.of(
                "--class",
                "kirchberg.Main",
                JobRoot.JAR.toString(),
                "run",
                root.job().toString()));
        var program = spark(root.newLog("submit"), "org.apache.spark.deploy.SparkSubmit", arguments);
        submitted.add(program);
        return program;
    }

    /** Executors at work. */
    List<ProcessHandle> executors() {
        return children("CoarseGrainedExecutorBackend");
    }

    /** Drivers of cluster mode. */
    List<ProcessHandle> drivers() {
        return children("DriverWrapper");
    }

    private List<ProcessHandle> children(String word) {
        return workers.stream()
                .flatMap(worker -> worker.children(word).stream())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** Waits for an executor, and kills one. */
    void killExecutor() {
        Patience.until(() -> !executors().isEmpty(), Patience.SHORT, () -> "an executor\n" + master.text());
        Program.signal(executors().get(0), "KILL");
    }

    /** Kills a Worker and its executors, as when a machine is switched off. */
    void killWorker() {
        var worker = workers.remove(0);
        worker.end();
    }

    void addWorker() {
        var number = ++started;
        workers.add(spark(
                folder.resolve("worker-" + number + ".log"),
                "org.apache.spark.deploy.worker.Worker",
                List.of(
                        "--host",
                        Program.LOOPBACK,
                        "--webui-port",
                        "0",
                        "--cores",
                        "2",
                        "--memory",
                        "2g",
                        "--work-dir",
                        folder.resolve("work-" + number).toString(),
                        url())));
    }

    /** Kills the Master and starts it again at the same address. It recovers what it knew from its folder. */
    void restartMaster() {
        master.end();
        master = newMaster();
        waitForMaster();
    }

    /** Files below the folders in which executors keep what they shuffle. */
    Path shuffleFolder() {
        return folder.resolve("local");
    }

    String masterLog() {
        return master.text();
    }

    @Override
    public void close() throws IOException {
        submitted.forEach(Program::end);
        workers.forEach(Program::end);
        master.end();
        Files.deleteIfExists(sparkHome.resolve("jars"));
    }

    private Program newMaster() {
        var number = ++started;
        return spark(
                folder.resolve("master-" + number + ".log"),
                "org.apache.spark.deploy.master.Master",
                List.of("--host", Program.LOOPBACK, "--port", Integer.toString(port), "--webui-port", "0"));
    }

    private Program spark(Path log, String mainClass, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dspark.master.rest.enabled=false",
                "-Dspark.deploy.recoveryMode=FILESYSTEM",
                "-Dspark.deploy.recoveryDirectory=" + folder.resolve("recovery"),
                "-cp",
                sparkHome + "/jars/*",
                mainClass));
        command.addAll(arguments);
        return Program.java(log, environment(), command);
    }

    private Map<String, String> environment() {
        return Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "SPARK_HOME",
                sparkHome.toString(),
                "SPARK_LOCAL_IP",
                Program.LOOPBACK,
                "SPARK_LOCAL_DIRS",
                shuffleFolder().toString(),
                "SPARK_SCALA_VERSION",
                "2.13");
    }

    private void waitForMaster() {
        Patience.until(this::answers, Patience.SHORT, () -> "the Master\n" + master.text());
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
