package kirchberg.faults.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Step;

/**
 * A process that publishes. It gets the folder of the tables; then each line it reads is a file with an order, and it
 * says each step that begins and how the run ended.
 */
public final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws IOException {
        var run = SmallRun.on(Path.of(arguments[0]));
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            say("ready");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                say("exit " + code(run, Order.read(Files.readString(Path.of(line))), Writer::begins));
            }
        }
        System.exit(0);
    }

    /** How a run in this process would exit. */
    public static int code(SmallRun run, Order order) {
        return code(run, order, step -> {});
    }

    private static int code(SmallRun run, Order order, Consumer<Step> watching) {
        try {
            run.publish(order.address(), order.terms(watching), order.key());
            return 0;
        } catch (Stop stop) {
            return stop.exit().code();
        } catch (RuntimeException | Error e) {
            return Exit.INTERNAL.code();
        }
    }

    private static void begins(Step step) {
        say("at " + step);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
