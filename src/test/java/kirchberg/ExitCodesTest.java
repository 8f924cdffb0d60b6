package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import kirchberg.spark.LocalSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row F1 of the fault table: each exit code as a scheduler meets it. */
@Tag("spark")
final class ExitCodesTest {
    /** EUR 1,000 of the EIB in 2024 refute what the press release says of 2024, for the list is complete. */
    private static final String LIST =
            JobFolder.EXPORT_HEADER + "WATER ONE,European Union,France,Energy,31/07/2024,\"€1,000\",\n";

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private JobFolder job;

    @BeforeEach
    void layOutAJob() throws IOException {
        assertThat(LocalSpark.session().sparkContext().isStopped()).isFalse();
        job = new JobFolder(folder).complete().with(LIST);
        change("/data/claims", "/data/claims/eib-financial-report-2024.yaml");
    }

    @Test
    void a_claim_that_fails_is_1_again_1_when_nothing_changed_and_0_if_asked_for() throws IOException {
        assertThat(run()).isEqualTo(1);
        assertThat(run()).isEqualTo(1);
        assertThat(run("--exit-zero")).isZero();
        assertThat(job.root().resolve("CURRENT")).isNotEmptyFile();
        Files.delete(job.file());
        assertThat(run("--exit-zero")).isEqualTo(3);
        told(0, 1, 3);
    }

    @Test
    void no_claim_that_fails_is_0() throws IOException {
        new JobFolder(folder).with(LIST);
        change("/data/claims", "/data/claims/eib-financial-report-2024.yaml");
        assertThat(run()).isZero();
        told(0);
    }

    @Test
    void a_job_that_cannot_be_read_is_2() throws IOException {
        change("reference:", "referense:");
        assertThat(run()).isEqualTo(2);
        told(2);
    }

    @Test
    void a_store_that_takes_nothing_is_7() throws IOException {
        change("output: out", "output: job.yaml/out");
        assertThat(run()).isEqualTo(7);
        assertThat(err.toString()).contains("What to do: ").doesNotContain("\tat ");
        told(7);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_nobody_foresaw_is_70_be_it_an_exception_or_an_error_of_java(boolean isError) {
        var broken = new PrintWriter(new Broken(isError), true);
        assertThat(Main.run(new String[] {"claims"}, broken, new PrintWriter(err, true)))
                .isEqualTo(70);
        assertThat(err.toString())
                .contains("Cannot go on: got ", "made up", "What to do: Run again with -v")
                .doesNotContain("\tat ");
        told(70);
    }

    @Test
    void with_v_an_error_of_java_shows_where_it_came_from() {
        var broken = new PrintWriter(new Broken(true), true);
        assertThat(Main.run(new String[] {"-v", "claims"}, broken, new PrintWriter(err, true)))
                .isEqualTo(70);
        assertThat(err.toString()).contains("\tat kirchberg.ExitCodesTest");
    }

    private static void told(int... codes) {
        for (var code : codes) {
            System.out.println("F1: exit code " + code + " told right");
        }
    }

    private void change(String was, String becomes) throws IOException {
        var text = Files.readString(job.job());
        assertThat(text).contains(was);
        Files.writeString(job.job(), text.replace(was, becomes));
    }

    private int run(String... options) {
        var args = new String[options.length + 2];
        args[0] = "run";
        args[1] = job.job().toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return Main.run(args, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
    }

    /** Fails in a way that no command expects. */
    private static final class Broken extends Writer {
        private final boolean isError;

        Broken(boolean isError) {
            this.isError = isError;
        }

        @Override
        public void write(char[] text, int from, int length) {
            if (isError) {
                throw new StackOverflowError("made up");
            }
            throw new IllegalStateException("made up");
        }

        @Override
        public void flush() {
            // nothing is kept
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
