package kirchberg.publish.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.publish.store.ConditionalStore;
import kirchberg.publish.store.RenameStore;
import kirchberg.publish.store.Store;
import kirchberg.publish.store.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A2: the n-th call of the store fails, for every n until a whole publish meets no fault. Whatever the call: readers
 * see the old release or the new one, what the run said of itself is true, and the next run needs no help.
 */
class NthCallTest {
    @TempDir
    private Path folder;

    /** How a call fails. A store of objects never keeps half of one: there, torn is the same as before. */
    private enum Mode {
        BEFORE,
        AFTER,
        TORN
    }

    enum Kind {
        DISK(RenameStore.class),
        RENAMING(RenameStore.class),
        COMPARING(ConditionalStore.class);

        private final Class<? extends Store> type;

        Kind(Class<? extends Store> type) {
            this.type = type;
        }
    }

    /** The fault that is put in. */
    private static final class Injected extends IOException {
        private static final long serialVersionUID = 1;

        private Injected(Mode mode, int n, String method) {
            super(mode + " call " + n + ", " + method);
        }
    }

    private Store open(Kind kind, String root) {
        return switch (kind) {
            case DISK -> Stores.open(Address.of(folder.resolve(root).toString()));
            case RENAMING -> MemoryRenameStore.on(() -> Instant.EPOCH);
            case COMPARING -> MemoryConditionalStore.on(() -> Instant.EPOCH);
        };
    }

    /** A store whose n-th call fails, and which counts. */
    private static final class Failing {
        private final Store store;
        private final Kind kind;
        private final Mode mode;
        private final int n;
        private int calls;
        private String where = "";

        private Failing(Store store, Kind kind, Mode mode, int n) {
            this.store = store;
            this.kind = kind;
            this.mode = mode;
            this.n = n;
        }

        private Store proxy() {
            return (Store) Proxy.newProxyInstance(
                    Store.class.getClassLoader(),
                    new Class<?>[] {kind.type},
                    (self, method, arguments) -> call(method, arguments));
        }

        private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("isDefinite")) {
                return kind == Kind.DISK || mode == Mode.BEFORE;
            }
            if (!Arrays.asList(method.getExceptionTypes()).contains(IOException.class)) {
                return pass(method, arguments);
            }
            calls++;
            return calls == n ? fail(method, arguments) : pass(method, arguments);
        }

        private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(store, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private Object fail(Method method, Object @Nullable [] arguments) throws Throwable {
            where = method.getName() + (arguments == null ? "" : " " + arguments[0]);
            if (mode == Mode.AFTER) {
                pass(method, arguments);
            }
            var isTorn = List.of("create", "writeInto").contains(method.getName()) && kind != Kind.COMPARING;
            if (mode == Mode.TORN && isTorn && arguments != null) {
                var bytes = (byte[]) arguments[1];
                pass(method, new Object[] {arguments[0], Arrays.copyOf(bytes, bytes.length / 2)});
            }
            throw new Injected(mode, n, where);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whichever_call_fails_readers_see_old_or_new_and_the_next_run_heals(Kind kind) {
        var sites = 0;
        var violations = new ArrayList<String>();
        for (var mode : Mode.values()) {
            for (var n = 1; ; n++) {
                var failing = new Failing(open(kind, mode + "-" + n), kind, mode, n);
                var found = trial(failing);
                if (failing.calls < n) {
                    break;
                }
                sites++;
                found.forEach(violation -> violations.add(violation + ", at " + failing.mode + " " + failing.where));
            }
        }
        System.out.println("A2: " + kind + ", " + sites / 3 + " call sites x 3 modes, violations " + violations.size());
        assertThat(violations).isEmpty();
        assertThat(sites).isGreaterThan(3 * 15);
    }

    private static List<String> trial(Failing failing) {
        var violations = new ArrayList<String>();
        var old = new Contender("old").publish(failing.store);
        var run = new Contender("run");
        var next = new Pointer[1];
        var said = said(run, failing.proxy(), next);
        var current = Pointer.read(failing.store).orElseThrow();
        var isNew = next[0] != null && current.equals(next[0]);
        if (!isNew && !current.equals(old)) {
            violations.add("a pointer of nobody: " + current);
        }
        if (said != Exit.UNKNOWN && (said == null) != isNew) {
            violations.add("said " + said + " and published " + isNew);
        }
        var healed = new Contender("healing").publish(failing.store);
        var expected = isNew ? List.of(old, current, healed) : List.of(old, healed);
        if (!Pointer.published(failing.store).equals(expected)) {
            violations.add("the history has " + Pointer.published(failing.store));
        }
        return violations;
    }

    /** A whole publish with a beat in the middle; what it ended in, null if it was published. */
    private static @Nullable Exit said(Contender run, Store store, Pointer[] next) {
        try (var lease = run.take(store)) {
            next[0] = run.next(lease);
            run.heart.step();
            lease.requireHeld();
            lease.swap(next[0]);
            return null;
        } catch (Stop stop) {
            return stop.exit();
        }
    }
}
