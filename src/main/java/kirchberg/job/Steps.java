package kirchberg.job;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kirchberg.domain.Stop;
import org.jspecify.annotations.Nullable;

/** The steps of one run: tells each one, times it, and counts the Spark actions among them. */
final class Steps {
    private final Clock clock;
    private final Consumer<String> progress;
    private final Map<String, BigDecimal> seconds = new LinkedHashMap<>();
    private volatile String current = "begin";
    private final AtomicReference<@Nullable String> failed = new AtomicReference<>();
    private final AtomicInteger actions = new AtomicInteger();

    Steps(Clock clock, Consumer<String> progress) {
        this.clock = clock;
        this.progress = progress;
    }

    <T> T step(String name, Supplier<T> work) {
        current = name;
        var begin = clock.instant();
        var result = watched(name, work);
        done(name, Duration.between(begin, clock.instant()));
        return result;
    }

    /** Of two that run at a time, the one that failed is to be named, not the one that began last. */
    private <T> T watched(String name, Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable e) { // Spark throws checked exceptions that it does not declare
            failed.compareAndSet(null, name);
            throw e;
        }
    }

    private synchronized void done(String name, Duration duration) {
        var took = BigDecimal.valueOf(duration.toMillis(), 3);
        seconds.merge(name, took, BigDecimal::add);
        progress.accept(String.format(Locale.ROOT, "%-36s %8s s", name, took.toPlainString()));
    }

    /** Two pieces of work at a time, for neither needs the other; ends when both have ended. */
    static <T> T together(Runnable beside, Supplier<T> work) {
        var other = CompletableFuture.runAsync(beside);
        try {
            var result = work.get();
            other.join();
            return result;
        } catch (CompletionException e) {
            throw e.getCause() instanceof Stop stop ? stop : e;
        } finally {
            other.exceptionally(failure -> null).join();
        }
    }

    void step(String name, Runnable work) {
        step(name, () -> {
            work.run();
            return name;
        });
    }

    /** A step that runs exactly one Spark action. */
    <T> T action(String name, Supplier<T> work) {
        actions.incrementAndGet();
        return step(name, work);
    }

    void action(String name, Runnable work) {
        action(name, () -> {
            work.run();
            return name;
        });
    }

    /** The first step that failed, else the one that began last. */
    String current() {
        var first = failed.get();
        return first == null ? current : first;
    }

    int actions() {
        return actions.get();
    }

    synchronized Map<String, BigDecimal> seconds() {
        return new LinkedHashMap<>(seconds);
    }
}
