package kirchberg.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Step;
import kirchberg.faults.read.Reader;
import kirchberg.faults.run.Failpoint;
import kirchberg.faults.run.Order;
import kirchberg.faults.run.SmallRun;
import kirchberg.publish.store.Stores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row A10: the disk is full from a step on: the old release stays, and once there is room again the next run works. */
@Tag("spark")
class FullDiskIT {
    private static final Duration TTL = Duration.ofMillis(500);
    private static final int STORE_FAULT = 7;
    private static final int BLOCK = 4096;

    @TempDir
    private Path folder;

    @Test
    void a_full_disk_at_any_step_leaves_the_old_release() throws IOException, InterruptedException {
        var disk = Files.createDirectory(folder.resolve("disk"));
        var isMounted = command("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", disk.toString());
        if (!isMounted) {
            System.out.println("A10: not shown, for a small disk can be mounted by root alone");
        }
        assumeThat(isMounted).as("a small disk can be mounted").isTrue();
        try {
            fill(disk);
        } finally {
            command("umount", "-l", disk.toString());
        }
    }

    private void fill(Path disk) throws IOException, InterruptedException {
        var run = SmallRun.on(SmallRun.prepare(folder.resolve("tables")));
        var address = Address.of(disk.resolve("root").toString());
        var wrong = new ArrayList<String>();
        code(run, address, step -> {});
        try (var store = Stores.open(address)) {
            for (var full : Step.values()) {
                var before = Reader.read(store).run();
                var code = code(run, address, begun -> {
                    if (begun == full) {
                        takeAllRoom(disk.resolve("ballast"));
                    }
                });
                var isSwapped = full.compareTo(Step.SWAP) > 0;
                var after = Reader.read(store).run();
                if (code != (isSwapped ? 0 : STORE_FAULT) || after.equals(before) == isSwapped) {
                    wrong.add(full + ": exit " + code + ", " + before + ", then " + after);
                }
                Files.delete(disk.resolve("ballast"));
                assertThat(code(run, address, step -> {}))
                        .as("after room was made")
                        .isZero();
            }
        }
        var steps = Step.values().length;
        System.out.println("A10: LOCAL, " + (steps - wrong.size()) + " of " + steps + " full disks held");
        assertThat(wrong).isEmpty();
    }

    private static int code(SmallRun run, Address address, java.util.function.Consumer<Step> watching) {
        try {
            run.publish(address, new Order(address, TTL, Failpoint.NONE, "").terms(watching), "key");
            return 0;
        } catch (Stop stop) {
            return stop.exit().code();
        }
    }

    /** Writes until nothing more goes in, be it a byte. */
    private static void takeAllRoom(Path ballast) {
        try (var channel = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                channel.write(ByteBuffer.allocate(BLOCK));
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(List.of(words))
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
