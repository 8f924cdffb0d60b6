package kirchberg.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import kirchberg.domain.release.Address;
import kirchberg.faults.read.Watch;
import kirchberg.faults.run.SmallRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows A4 and A19: four readers check every file of what they see while the pointer flips, and find no fault. */
@Tag("spark")
class FlipsIT {
    private static final int MANY = 500;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static SmallRun run;

    @BeforeAll
    static void prepare() {
        run = SmallRun.on(SmallRun.prepare(shared.resolve("tables")));
    }

    @Test
    void no_read_of_a_local_disk_fails_or_mixes_where_overwriting_does_both() throws IOException, InterruptedException {
        flips("local", Address.of(folder.resolve("root").toString()), MANY);

        var contrast = new Overwrites(folder.resolve("table")).run(MANY / 10);
        System.out.println("A4: contrast, " + MANY / 10 + " overwrites by Spark, " + contrast);
        assertThat(contrast.failed().size() + contrast.mixed().size()).isPositive();
    }

    private static void flips(String place, Address address, int flips) throws IOException, InterruptedException {
        Watch.Tally tally = new Flips(address).run(run, flips);
        System.out.println("A4: " + place + ", " + flips + " flips, " + tally);
        assertThat(tally.failed()).isEmpty();
        assertThat(tally.mixed()).isEmpty();
        assertThat(tally.seen()).hasSize(2);
    }
}
