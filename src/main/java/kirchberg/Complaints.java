package kirchberg;

import java.io.PrintWriter;
import java.io.StringWriter;
import kirchberg.domain.Breakdown;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.report.Reporting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a user is told of a command that did not end well: what, what to do about it, and the exit code.
 *
 * @param verbose true if stack traces are wanted
 * @param logs where messages go as JSON; null if they are lines for people
 */
record Complaints(boolean verbose, @Nullable Logs logs) {

    int of(Throwable thrown, PrintWriter err) {
        if (verbose) {
            var trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            err.println(trace.toString().stripTrailing());
        }
        var stop = thrown instanceof Stop known ? known : Breakdown.of("go on", thrown);
        return complain(err, String.valueOf(stop.getMessage()), stop.hint(), stop.exit());
    }

    private int complain(PrintWriter err, String message, String hint, Exit exit) {
        if (logs == null) {
            err.println(Reporting.visible(message));
            err.println("What to do: " + Reporting.visible(hint));
        } else {
            logs.error(message, hint, exit.code());
        }
        return exit.code();
    }

    static int ofUsage(ParameterException exception) {
        var command = exception.getCommandLine();
        var err = command.getErr();
        err.println(exception.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(exception, err)) {
            var help = (command.getParent() == null ? "" : command.getCommandName() + " ") + "--help";
            err.println("What to do: kirchberg " + help);
        }
        return Exit.USAGE.code();
    }
}
