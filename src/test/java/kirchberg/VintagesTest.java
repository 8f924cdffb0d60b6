package kirchberg;

import static kirchberg.SourcesFolder.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kirchberg.spark.LocalSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next vintage of a source: smaller than it may be, or the same bytes again. */
@Tag("spark")
class VintagesTest {
    private static final String ROWS = row("1", "EIB", "2024-05-01", "100") + row("2", "EIB", "2024-06-01", "250");
    private static final List<String> OLD = List.of("list/2025-01-31");
    private static final List<String> NEW = List.of("list/2025-02-28");

    @TempDir
    private Path folder;

    private SourcesFolder job;

    @BeforeEach
    void aStandingRelease() throws IOException {
        assertThat(LocalSpark.session().sparkContext().isStopped()).isFalse();
        job = new SourcesFolder(folder).canonical(OLD.get(0), ROWS);
        assertThat(job.run(OLD, "")).as(job.err()).isEqualTo(1); // 350 is not 300
    }

    @Test
    void a_source_that_shrinks_is_refused_with_both_numbers_and_what_to_do() throws IOException {
        var current = job.current();
        job.canonical(NEW.get(0), row("1", "EIB", "2024-05-01", "100"));
        assertThat(job.run(NEW, "")).isEqualTo(3);
        assertThat(job.err())
                .contains("SHRUNK", "1 records and EUR 100.00", "2 records and EUR 350.00", "no more than 5 % less")
                .contains("What to do:", "limits.shrink")
                .doesNotContain("\tat ");
        assertThat(job.current()).isEqualTo(current);
        // EUR fell by 71 %, and 100 is not 300
        assertThat(job.run(NEW, "limits: {shrink: 80 %}")).isEqualTo(1);
        assertThat(job.current()).isNotEqualTo(current);
    }

    @Test
    void a_source_that_shrinks_is_held_if_the_job_says_so() throws IOException {
        var current = job.current();
        job.canonical(NEW.get(0), row("1", "EIB", "2024-05-01", "100"));
        assertThat(job.run(NEW, "vintages: {shrunk: hold}")).isZero();
        assertThat(job.out())
                .contains("Held at ", "SHRUNK", "1 records and EUR 100.00", "2 records and EUR 350.00")
                .contains("EUR 350"); // the finding of the standing release
        assertThat(job.current()).isEqualTo(current);
    }

    @Test
    void a_held_job_still_fails_for_other_reasons() throws IOException {
        job.canonical(NEW.get(0), ROWS);
        Files.writeString(folder.resolve(NEW.get(0)).resolve("rows.csv"), "<!DOCTYPE html><html></html>");
        assertThat(job.run(NEW, "vintages: {shrunk: hold}")).isEqualTo(3);
    }

    @Test
    void the_same_bytes_in_another_vintage_change_nothing() throws IOException {
        var current = job.current();
        job.canonical(NEW.get(0), ROWS)
                .edit(NEW.get(0), "2025-01-31", "2025-02-28")
                .edit(NEW.get(0), "2024-12-31", "2025-02-28");
        assertThat(job.run(NEW, "")).isEqualTo(1);
        assertThat(job.out()).contains("Unchanged since ");
        assertThat(job.current()).isEqualTo(current);
        assertThat(job.run(NEW, "vintages: {same: publish}")).isEqualTo(1);
        assertThat(job.out()).contains("Published ");
        assertThat(job.current()).isNotEqualTo(current);
    }

    @Test
    void what_a_source_says_of_itself_is_not_overlooked() throws IOException {
        // the same folder, now said to be incomplete: nothing can be refuted by less than the claim
        job.edit(OLD.get(0), "to: 2024-12-31", "to: 2024-11-30");
        assertThat(job.run(OLD, "")).isEqualTo(1);
        assertThat(job.out()).contains("Published ");
        // the same bytes in a new folder, of another institution
        job.source(NEW.get(0), "kirchberg-csv", "GROUP", SourcesFolder.CANONICAL_HEADER + ROWS);
        assertThat(job.run(NEW, "")).isBetween(0, 1);
        assertThat(job.out()).contains("Published ");
    }

    @Test
    void a_file_that_is_not_what_it_is_said_to_be_is_refused_and_not_unchanged() throws IOException {
        job.canonical(NEW.get(0), ROWS);
        Files.writeString(
                folder.resolve(NEW.get(0)).resolve("rows.csv"),
                SourcesFolder.CANONICAL_HEADER + row("1", "EIB", "2024-05-01", "999"));
        assertThat(job.run(NEW, "")).isEqualTo(3);
        assertThat(job.err()).contains("DIGEST");
    }
}
