package kirchberg.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Terms;
import kirchberg.faults.read.Reader;
import kirchberg.faults.run.Failpoint;
import kirchberg.faults.run.Order;
import kirchberg.faults.run.SmallRun;
import kirchberg.publish.Publishing;
import kirchberg.publish.SmallPortfolio;
import kirchberg.publish.store.Stores;
import kirchberg.table.Operations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row F8: a root that version 0.1 wrote, with its lock as a plain file, is read, and goes on. */
@Tag("spark")
class OldReleaseTest {
    private static final Path WRITTEN = Path.of("src/test/resources/fixtures/releases/0.1");

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void copy() throws IOException {
        root = folder.resolve("root");
        try (var paths = Files.walk(WRITTEN)) {
            for (var path : paths.toList()) {
                Files.copy(path, root.resolve(WRITTEN.relativize(path).toString()));
            }
        }
    }

    private Address address() {
        return Address.of(root.toString());
    }

    @Test
    void what_version_0_1_published_is_read_whole() throws IOException, InterruptedException {
        var release = Publishing.release(address());
        assertThat(release.runId()).isEqualTo("00000002-4567cdef");
        assertThat(release.key()).isEqualTo("key-2");
        assertThat(release.rows(Operations.TABLE)).isEqualTo(SmallPortfolio.operations());
        assertThat(Publishing.release(address(), "00000001-0123abcd").key()).isEqualTo("key-1");
        try (var store = Stores.open(address())) {
            assertThat(Reader.read(store).run()).isEqualTo("00000002-4567cdef");
        }
    }

    @Test
    void the_next_run_publishes_over_it_although_its_lock_is_a_file() throws IOException, InterruptedException {
        assertThat(root.resolve("LOCK")).isRegularFile();
        var run = SmallRun.on(SmallRun.prepare(folder.resolve("tables")));
        var terms = new Order(address(), Terms.TTL, Failpoint.NONE, "new").terms(step -> {});

        var id = run.publish(address(), terms, "new");

        assertThat(id).startsWith("00000003-");
        assertThat(run.publish(address(), terms, "newer")).startsWith("00000004-");
        assertThat(Publishing.release(address(), id).manifest()).containsEntry("previous", "00000002-4567cdef");
        assertThat(List.of(
                        Publishing.release(address(), "00000001-0123abcd").key(),
                        Publishing.release(address(), "00000002-4567cdef").key()))
                .containsExactly("key-1", "key-2");
        System.out.println("F8: 1 older version, 0.1: 2 of 2 releases read, and published over");
    }
}
