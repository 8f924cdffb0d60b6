package kirchberg.faults.run;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import kirchberg.domain.release.Step;

/** A writer in a process of its own: it can be halted, frozen and let go on. */
public final class WriterProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final Path folder;

    private WriterProcess(Process process, Path folder) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.folder = folder;
    }

    /**
     * Starts a process, which waits for orders.
     *
     * @param prepared folder of the tables
     * @param folder for its orders and its log; of its own
     */
    public static WriterProcess start(Path prepared, Path folder) throws IOException {
        Files.createDirectories(folder);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-cp",
                classPath(),
                Writer.class.getName(),
                prepared.toString());
        builder.redirectError(folder.resolve("log.txt").toFile());
        return new WriterProcess(builder.start(), folder);
    }

    /** Of the tests, without the engine of Spark and other large things that a writer never touches. */
    private static String classPath() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator, -1))
                .filter(entry -> !new File(entry)
                        .getName()
                        .matches("(duckdb|archunit|json-schema|pdfbox|fontbox|jersey|rocksdb|kubernetes).*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Hands over an order and does not wait for it. */
    public void begin(Order order) throws IOException {
        var file = Files.createTempFile(folder, "order", ".properties");
        Files.writeString(file, order.write());
        var in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(file + "\n");
        in.flush();
    }

    /** Waits until it says that it listens. */
    public void awaitReady() throws IOException {
        await("ready");
    }

    /** Waits until a step of its run begins. */
    public void await(Step step) throws IOException {
        await("at " + step);
    }

    private void await(String said) throws IOException {
        for (var line = out.readLine(); !said.equals(line); line = out.readLine()) {
            if (line == null || line.startsWith("exit ")) {
                throw new IOException("the writer did not say \"" + said + "\", it said " + line + "; "
                        + Files.readString(folder.resolve("log.txt")));
            }
        }
    }

    /** Waits for the end of its run, or of itself; the exit code. */
    public int await() throws IOException, InterruptedException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("exit ")) {
                return Integer.parseInt(line.substring("exit ".length()));
            }
        }
        return process.waitFor();
    }

    /** Freezes it: not one of its threads moves. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IOException("cannot send " + signal + " to the writer");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
