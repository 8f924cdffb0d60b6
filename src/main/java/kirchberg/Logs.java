package kirchberg;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import kirchberg.domain.release.Redaction;
import org.apache.logging.log4j.ThreadContext;

/**
 * Standard error as JSON lines: what is printed at once becomes one object, as the lines of log4j do. Without it, the
 * one and the other are lines for people.
 */
final class Logs extends Writer {
    /** How standard error is written. */
    enum Format {
        TEXT,
        JSON
    }

    /** Read by log4j's template too, so that lines of every thread carry the id. */
    private static final String RUN = "kirchberg.run";

    private final PrintWriter out;
    private final Clock clock;
    private final StringBuilder text = new StringBuilder();

    Logs(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /**
     * Makes log4j write JSON lines. It must not have begun yet; under spark-submit it has, and Spark's own
     * configuration decides.
     *
     * @param verbose true if stack traces are wanted
     */
    static void configureLog4j(boolean verbose) {
        System.setProperty("log4j2.configurationFile", "classpath:log4j2.properties,classpath:log4j2-json.properties");
        System.setProperty("kirchberg.log.template", verbose ? "verbose" : "brief");
    }

    /** Puts the id of a run into every line from now on. */
    static void named(String run) {
        System.setProperty(RUN, run);
        ThreadContext.put("run", run);
    }

    @Override
    public void write(char[] characters, int from, int count) {
        synchronized (text) {
            text.append(characters, from, count);
        }
    }

    /** Ends a line: a print writer that flushes by itself does so after each line that it is given. */
    @Override
    public void flush() {
        synchronized (text) {
            var message = text.toString().replace('\r', '\n').strip();
            text.setLength(0);
            if (!message.isEmpty()) {
                print(line("INFO", message));
            }
        }
    }

    @Override
    public void close() {
        flush();
    }

    /** A message about a run that cannot go on. */
    void error(String message, String hint, int exitCode) {
        print(line("ERROR", message).put("hint", clean(hint)).put("exit_code", exitCode));
    }

    private ObjectNode line(String level, String message) {
        var line = JsonNodeFactory.instance.objectNode();
        line.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("level", level).put("logger", "kirchberg").put("message", clean(message));
        return line.put("run", Objects.requireNonNullElse(System.getProperty(RUN), ""));
    }

    private void print(ObjectNode line) {
        out.println(line);
        out.flush();
    }

    private static String clean(String text) {
        return Redaction.BY_SHAPE.redacted(text);
    }
}
