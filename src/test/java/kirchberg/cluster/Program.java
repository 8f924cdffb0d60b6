package kirchberg.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Java program in a process of its own, with a log.
 *
 * @param log both of its outputs
 */
record Program(Process process, Path log) {
    static final String LOOPBACK = "127.0.0.1";

    /** What Spark's own scripts would add. */
    private static final List<String> OPENS = Stream.of(
                    "java.lang",
                    "java.lang.invoke",
                    "java.nio",
                    "java.util",
                    "java.util.concurrent",
                    "sun.nio.ch",
                    "sun.util.calendar")
            .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
            .toList();

    /**
     * Starts {@code java} with these arguments.
     *
     * @param log a file that is not there yet; its folder becomes the folder of the process
     */
    static Program java(Path log, Map<String, String> environment, List<String> arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                Stream.of(List.of(java), OPENS, arguments).flatMap(List::stream).toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "KIRCHBERG_MASTER"));
        try {
            return new Program(
                    builder.redirectOutput(log.toFile())
                            .directory(log.resolveSibling(".").toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its exit code, once it has ended; 128 and more after a signal. */
    int code() {
        Patience.until(() -> !process.isAlive(), Patience.LONG, () -> "the end of " + this + "\n" + text());
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String text() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean says(String words) {
        return text().contains(words);
    }

    void waitFor(String words) {
        Patience.until(
                () -> says(words) || !isAlive(), Patience.LONG, () -> "\"" + words + "\" in " + log + "\n" + text());
        if (!says(words)) {
            throw new AssertionError(log + " ended before it said \"" + words + "\"\n" + text());
        }
    }

    /** Programs that this one started, such as the executors of a Worker, by a word of their command. */
    List<ProcessHandle> children(String word) {
        return process.children()
                .filter(child -> child.info().commandLine().orElse("").contains(word))
                .toList();
    }

    void signal(String name) {
        signal(process.toHandle(), name);
    }

    /** Sends TERM, INT or KILL to a process that was started here or by such a one. */
    static void signal(ProcessHandle process, String name) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()));
            kill.redirectErrorStream(true).start().waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Ends it and all that it started. */
    void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Patience.until(() -> !process.isAlive(), Patience.SHORT, () -> "the end of a killed " + log);
    }
}
