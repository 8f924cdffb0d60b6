package kirchberg.job;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The steps of one run: tells each one, times it, and counts the Spark actions among them. */
final class Steps {
    private final Clock clock;
    private final Consumer<String> progress;
    private final Map<String, BigDecimal> seconds = new LinkedHashMap<>();
    private String current = "begin";
    private int actions;

    Steps(Clock clock, Consumer<String> progress) {
        this.clock = clock;
        this.progress = progress;
    }

    <T> T step(String name, Supplier<T> work) {
        current = name;
        var begin = clock.instant();
        var result = work.get();
        var took = BigDecimal.valueOf(Duration.between(begin, clock.instant()).toMillis(), 3);
        seconds.merge(name, took, BigDecimal::add);
        progress.accept(String.format(Locale.ROOT, "%-36s %8s s", name, took.toPlainString()));
        return result;
    }

    void step(String name, Runnable work) {
        step(name, () -> {
            work.run();
            return name;
        });
    }

    /** A step that runs exactly one Spark action. */
    <T> T action(String name, Supplier<T> work) {
        actions++;
        return step(name, work);
    }

    void action(String name, Runnable work) {
        action(name, () -> {
            work.run();
            return name;
        });
    }

    /** The step that runs, or ran last. */
    String current() {
        return current;
    }

    int actions() {
        return actions;
    }

    Map<String, BigDecimal> seconds() {
        return seconds;
    }
}
