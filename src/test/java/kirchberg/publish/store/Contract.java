package kirchberg.publish.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs what a kind of store promises, each promise on a root of its own.
 *
 * @param open a store of this kind, on the root of this name
 * @param <S> kind of store
 */
record Contract<S extends Store>(Function<String, S> open) {

    /** One promise; it may open the root as often as it likes. */
    @FunctionalInterface
    interface Promise<S> {
        void keep(Callable<S> root) throws Exception;
    }

    /** A promise of one user of a store. */
    @FunctionalInterface
    interface Act<S> {
        void on(S store) throws Exception;
    }

    /** A promise and how it is called. */
    record Named<S>(String name, Promise<S> promise) {}

    static <S extends Store> Named<S> one(String name, Act<S> act) {
        return new Named<>(name, root -> {
            try (var store = root.call()) {
                act.on(store);
            }
        });
    }

    Stream<DynamicTest> tests(List<Named<S>> promises) {
        var count = new AtomicInteger();
        return promises.stream().map(promise -> {
            var root = "root-" + promises.size() + "-" + count.incrementAndGet();
            return DynamicTest.dynamicTest(
                    promise.name(), () -> promise.promise().keep(() -> open.apply(root)));
        });
    }

    /** Does acts at the same moment, each in a thread of its own; their answers in the same order. */
    static <T> List<T> race(List<Callable<T>> acts) throws Exception {
        var start = new CyclicBarrier(acts.size());
        var threads = Executors.newFixedThreadPool(acts.size());
        try {
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(acts.stream()
                    .map(act -> (Callable<T>) () -> {
                        start.await();
                        return act.call();
                    })
                    .toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
