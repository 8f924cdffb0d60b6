package kirchberg;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import kirchberg.fetch.Fetching.Step;
import picocli.CommandLine.Help.Ansi;

/** How far a fetch has come: one moving line on a terminal, else a line for each slice or page that is done. */
final class FetchProgress implements Consumer<Step>, AutoCloseable {
    /** As wide as the narrowest terminal that people use. */
    private static final int WIDTH = 80;

    private static final int BAR = 28;
    private static final String START_OF_LINE = "\r\u001B[K";

    private final PrintWriter err;
    private final Clock clock;
    private final boolean isMoving;
    private final Instant start;
    private int told = -1;
    private boolean isLineOpen;

    FetchProgress(PrintWriter err, Clock clock, boolean isMoving) {
        this.err = err;
        this.clock = clock;
        this.isMoving = isMoving;
        this.start = clock.instant();
    }

    /** A moving line where that makes sense: the launcher says if the messages go into a file. */
    static FetchProgress on(PrintWriter err, Clock clock) {
        return new FetchProgress(err, clock, Ansi.AUTO.enabled() && !"file".equals(System.getenv("KIRCHBERG_STDERR")));
    }

    @Override
    public void accept(Step step) {
        if (!step.note().isEmpty()) {
            note(step.note());
        }
        if (isMoving) {
            err.print(START_OF_LINE + bar(step));
            isLineOpen = true;
        } else if (step.done() != told && step.done() > 0) {
            err.println(line(step));
            told = step.done();
        }
        err.flush();
    }

    private void note(String text) {
        err.print(isLineOpen ? START_OF_LINE : "");
        isLineOpen = false;
        err.println(folded(text));
    }

    /** Ends the moving line, so that what follows begins on one of its own. */
    @Override
    public void close() {
        if (isLineOpen) {
            err.println();
            err.flush();
        }
        isLineOpen = false;
    }

    private String bar(Step step) {
        var filled = (int) ((long) BAR * step.done() / Math.max(1, step.of()));
        return String.format(
                Locale.ROOT,
                "%-9s [%s%s] %d/%d  %,d items  %s",
                step.what(),
                "#".repeat(filled),
                ".".repeat(BAR - filled),
                step.done(),
                step.of(),
                step.items(),
                elapsed());
    }

    private String line(Step step) {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d, %,d items, %s",
                step.what(),
                step.done(),
                step.of(),
                step.items(),
                elapsed());
    }

    private String elapsed() {
        var time = Duration.between(start, clock.instant());
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private static String folded(String text) {
        var folded = new StringBuilder();
        var column = 0;
        for (var word : text.split(" ", -1)) {
            var isFull = column > 0 && column + 1 + word.length() >= WIDTH;
            folded.append(isFull ? System.lineSeparator() + "  " : column == 0 ? "" : " ")
                    .append(word);
            column = (isFull ? 2 : column == 0 ? 0 : column + 1) + word.length();
        }
        return folded.toString();
    }
}
