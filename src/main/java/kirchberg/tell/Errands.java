package kirchberg.tell;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Things to do that may fail or hang: all at a time, in threads that keep no program alive, and never longer than
 * agreed. Whatever goes wrong becomes a warning.
 */
final class Errands<T> {
    private final Consumer<String> warn;
    private final Map<String, Callable<T>> work = new LinkedHashMap<>();

    Errands(Consumer<String> warn) {
        this.warn = warn;
    }

    /**
     * Adds one.
     *
     * @param what it does, for a warning: "write metrics"
     */
    void add(String what, Callable<T> errand) {
        work.put(what, errand);
    }

    /** Does all; gives what those gave that came back in time. */
    List<T> done(Duration most) {
        if (work.isEmpty()) {
            return List.of();
        }
        var threads = Executors.newFixedThreadPool(work.size(), Errands::thread);
        try {
            return results(threads.invokeAll(work.values(), most.toMillis(), TimeUnit.MILLISECONDS), most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            work.keySet().forEach(what -> warn.accept("Cannot " + what + ": interrupted"));
            return List.of();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "kirchberg-tell");
        thread.setDaemon(true);
        return thread;
    }

    private List<T> results(List<Future<T>> futures, Duration most) throws InterruptedException {
        var results = new ArrayList<T>();
        var next = futures.iterator();
        for (var what : work.keySet()) {
            try {
                results.add(next.next().get());
            } catch (CancellationException e) {
                warn.accept("Cannot " + what + ": not done within " + most.toMillis() + " ms, given up");
            } catch (ExecutionException e) {
                warn.accept("Cannot " + what + ": " + why(e.getCause() == null ? e : e.getCause()));
            }
        }
        return results;
    }

    /** What we say ourselves is said as it is; what others say, with the name of their exception. */
    private static String why(Throwable cause) {
        var message = cause.getMessage();
        return cause.getClass() == IOException.class && message != null ? message : "got " + cause;
    }
}
