package kirchberg.domain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One error in a configuration file, with its place.
 *
 * @param code dotted code, such as {@code claim.hedge}
 * @param message one line, what is wrong
 * @param file the file as the user named it
 * @param line from 1
 * @param column from 1
 * @param excerpt the line itself, or its beginning
 * @param help what to do
 */
public record Problem(String code, String message, String file, int line, int column, String excerpt, String help) {

    /** The problem as people read it: code, place, the line with a caret (if it reaches that far), help. */
    public String render() {
        var gutter = String.valueOf(line);
        var margin = " ".repeat(gutter.length());
        var caret = column > excerpt.length() + 1 ? "" : margin + " | " + " ".repeat(Math.max(0, column - 1)) + "^\n";
        return "error[" + code + "]: " + message + "\n"
                + margin + "--> " + file + ":" + line + ":" + column + "\n"
                + gutter + " | " + excerpt + "\n"
                + caret
                + margin + " = help: " + help;
    }

    /** All problems as one stop: nothing was written, exit 2. */
    public static Stop stop(List<Problem> problems) {
        var files = problems.stream().map(Problem::file).distinct().count();
        var text = problems.stream().map(Problem::render).collect(Collectors.joining("\n\n"));
        var count = problems.size()
                + (problems.size() == 1 ? " error in " : " errors in ")
                + files
                + (files == 1 ? " file." : " files.");
        return new Stop(
                Exit.USAGE, text + "\n\n" + count + " Nothing was written.", "Mend the lines above and run again.");
    }
}
