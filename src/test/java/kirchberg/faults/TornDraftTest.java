package kirchberg.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Step;
import kirchberg.domain.release.Terms;
import kirchberg.faults.run.Failpoint;
import kirchberg.faults.run.Order;
import kirchberg.faults.run.SmallRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row A12: a file of a draft that is torn, empty, gone or has a bit flipped is found before readers could see it. */
@Tag("spark")
class TornDraftTest {
    private static final int FIRST_PAGE = 40;

    @TempDir
    private static Path shared;

    @TempDir
    private Path root;

    private static SmallRun run;

    /** What becomes of the bytes of a file. */
    private enum Damage {
        TORN,
        EMPTY,
        BIT_AT_THE_BEGINNING,
        BIT_IN_A_PAGE,
        BIT_AT_THE_END;

        private byte[] act(byte[] bytes) {
            return switch (this) {
                case TORN -> Arrays.copyOf(bytes, bytes.length / 2);
                case EMPTY -> new byte[0];
                case BIT_AT_THE_BEGINNING -> flipped(bytes, 0);
                case BIT_IN_A_PAGE -> flipped(bytes, Math.min(FIRST_PAGE, bytes.length / 2));
                case BIT_AT_THE_END -> flipped(bytes, bytes.length - 1);
            };
        }

        private static byte[] flipped(byte[] bytes, int at) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            return changed;
        }
    }

    @BeforeAll
    static void prepare() {
        run = SmallRun.on(SmallRun.prepare(shared.resolve("tables")));
    }

    @Test
    void damage_to_any_table_is_found_when_it_is_read_back() throws IOException {
        found(Step.VERIFY, "data");
    }

    @Test
    void damage_to_any_table_is_found_after_its_proof_too() throws IOException {
        found(Step.MANIFEST, "data");
    }

    private void found(Step step, String folder) throws IOException {
        run.publish(address(), terms(Failpoint.NONE), "whole");
        var current = Files.readString(root.resolve("CURRENT"));
        var missed = new ArrayList<String>();
        var files = names(folder);
        for (var file : files) {
            for (var damage : Damage.values()) {
                var isFound = isFound(step, file, damage);
                if (!isFound) {
                    missed.add(file + " " + damage);
                }
            }
        }
        var all = files.size() * Damage.values().length;
        System.out.println("A12: before " + step + ", " + (all - missed.size()) + " of " + all + " found");
        assertThat(missed).isEmpty();
        assertThat(root.resolve("CURRENT")).content().isEqualTo(current);
    }

    private boolean isFound(Step step, String file, Damage damage) {
        var order = new Order(address(), Terms.TTL, Failpoint.NONE, "damaged");
        try {
            run.publish(
                    address(),
                    order.terms(begun -> {
                        if (begun == step) {
                            damage(file, damage);
                        }
                    }),
                    "damaged");
            return false;
        } catch (Stop stop) {
            return true;
        }
    }

    private void damage(String file, Damage damage) {
        try {
            var path = newest().resolve(file);
            Files.write(path, damage.act(Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path newest() throws IOException {
        try (var drafts = Files.list(root.resolve("releases"))) {
            return drafts.filter(draft -> !Files.exists(draft.resolve("MANIFEST.json")))
                    .filter(draft -> !Files.exists(draft.resolve("FAILED.json")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> names(String folder) throws IOException {
        try (Stream<Path> releases = Files.list(root.resolve("releases"))) {
            var release = releases.findFirst().orElseThrow();
            try (var files = Files.list(release.resolve(folder))) {
                return files.map(file -> release.relativize(file).toString())
                        .sorted()
                        .toList();
            }
        }
    }

    private Address address() {
        return Address.of(root.toString());
    }

    private Terms terms(Failpoint failpoint) {
        return new Order(address(), Terms.TTL, failpoint, "whole").terms(step -> {});
    }
}
