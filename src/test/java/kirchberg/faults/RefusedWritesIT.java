package kirchberg.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Terms;
import kirchberg.faults.read.Reader;
import kirchberg.faults.run.Failpoint;
import kirchberg.faults.run.Order;
import kirchberg.faults.run.SmallRun;
import kirchberg.publish.release.Root;
import kirchberg.publish.store.RenameStore;
import kirchberg.publish.store.Stores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row A11: a root that takes no writes, or fails at one of them: a fault of the store, and the old release stays. */
@Tag("spark")
class RefusedWritesIT {
    /** Every act of a run is failed in turn, in these strides: the first acts one by one would take very long. */
    private static final int STRIDE = 7;

    @TempDir
    private Path folder;

    @Test
    void a_root_that_became_read_only_is_a_fault_of_the_store() throws IOException, InterruptedException {
        var root = Files.createDirectory(folder.resolve("root"));
        var run = SmallRun.on(SmallRun.prepare(folder.resolve("tables")));
        var id = run.publish(address(), terms(), "old");
        var isReadOnly = command("mount", "--bind", root.toString(), root.toString())
                && command("mount", "-o", "remount,ro,bind", root.toString());
        if (!isReadOnly) {
            command("umount", root.toString());
            System.out.println("A11: read-only root not shown, for it can be mounted by root alone");
        }
        assumeThat(isReadOnly).as("a root can be mounted read-only").isTrue();
        try {
            assertThat(code(() -> run.publish(address(), terms(), "new"))).isEqualTo(Exit.STORE.code());
            assertThat(seen()).isEqualTo(id);
        } finally {
            command("umount", root.toString());
        }
        assertThat(run.publish(address(), terms(), "new")).isNotEqualTo(id);
        System.out.println("A11: read-only root, 1 of 1 refused, works after");
    }

    @Test
    void an_act_that_fails_is_a_fault_of_the_store_and_the_next_run_works() throws IOException, InterruptedException {
        var run = SmallRun.on(SmallRun.prepare(folder.resolve("tables")));
        run.publish(address(), terms(), "old");
        var failed = 0;
        for (var fatal = 1; ; fatal += STRIDE) {
            var before = seen();
            var store = new BrokenDisk((RenameStore) Stores.open(address()), fatal);
            var code = code(() -> {
                try (var open = Root.leased(store, terms())) {
                    run.publish(open, "broken");
                }
            });
            var isPublished = !seen().equals(before);
            assertThat(code).as("act " + fatal).isEqualTo(isPublished ? 0 : Exit.STORE.code());
            if (!store.isBroken()) {
                break;
            }
            failed++;
            run.publish(address(), terms(), "healed");
        }
        System.out.println("A11: an act fails for good, " + failed + " of " + failed + " held");
        assertThat(failed).isGreaterThan(STRIDE);
    }

    private String seen() throws IOException, InterruptedException {
        try (var store = Stores.open(address())) {
            return Reader.read(store).run();
        }
    }

    private Address address() {
        return Address.of(folder.resolve("root").toString());
    }

    private Terms terms() {
        return new Order(address(), java.time.Duration.ofMillis(300), Failpoint.NONE, "").terms(step -> {});
    }

    private static int code(Runnable run) {
        try {
            run.run();
            return 0;
        } catch (Stop stop) {
            return stop.exit().code();
        }
    }

    private static boolean command(String... words) throws InterruptedException {
        try {
            return new ProcessBuilder(List.of(words)).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
