package kirchberg.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import kirchberg.faults.run.SmallRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows A4 and A19: four readers check every file of what they see while the pointer flips, and find no fault. */
@Tag("spark")
class FlipsIT {
    private static final int MANY = 500;
    private static final int OVERWRITES = 20;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static SmallRun run;

    @BeforeAll
    static void prepare() {
        run = SmallRun.on(SmallRun.prepare(shared.resolve("tables")));
    }

    @ParameterizedTest
    @CsvSource({"LOCAL, 100", "HDFS, 20", "S3, 10"})
    void no_read_fails_or_mixes_while_the_pointer_flips(Place place, int flips)
            throws IOException, InterruptedException {
        flips(place, flips);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void no_read_fails_or_mixes_while_the_pointer_flips_for_long(Place place) throws IOException, InterruptedException {
        flips(place, MANY);
    }

    /** The contrast: were overwriting as good, the pointer would be of no use. */
    @Test
    void overwriting_one_path_lets_readers_fail_or_mix() throws InterruptedException {
        var tally = new Overwrites(folder.resolve("table")).run(OVERWRITES);
        System.out.println("A4: contrast, " + OVERWRITES + " overwrites by Spark, " + tally);
        assertThat(tally.failed().size() + tally.mixed().size()).isPositive();
    }

    private void flips(Place place, int flips) throws IOException, InterruptedException {
        var tally = new Flips(place.root(folder)).run(run, flips);
        System.out.println("A4: " + place + ", " + flips + " flips, " + tally);
        assertThat(tally.failed()).isEmpty();
        assertThat(tally.mixed()).isEmpty();
        assertThat(tally.seen()).hasSize(2);
    }
}
