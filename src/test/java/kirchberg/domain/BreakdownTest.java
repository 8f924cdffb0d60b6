package kirchberg.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody foresaw is told in one line, with a hint that helps. */
class BreakdownTest {
    @Test
    void a_full_heap_is_answered_with_how_to_give_more() {
        var stop = Breakdown.of("finish the step read", new OutOfMemoryError("Java heap space"));

        assertThat(stop)
                .hasMessage("Cannot finish the step read: the memory does not suffice, got"
                        + " java.lang.OutOfMemoryError: Java heap space");
        assertThat(stop.exit()).isEqualTo(Exit.INTERNAL);
        assertThat(stop.hint()).contains("-Xmx", "--driver-memory", "--executor-memory");
    }

    @Test
    void the_full_heap_of_a_task_is_known_by_what_spark_tells_of_it() {
        var told = "Job aborted due to stage failure: Lost task 0.0: java.lang.OutOfMemoryError: Java heap space\n"
                + "\tat org.apache.spark.Task.run(Task.scala:1)";

        var stop = Breakdown.of("go on", new IllegalStateException("outer", new IOException(told)));

        assertThat(stop.hint()).contains("-Xmx");
    }

    @Test
    void a_heap_below_the_least_of_spark_is_a_lack_of_memory() {
        var stop = Breakdown.of(
                "start Spark", new IllegalArgumentException("[INVALID_DRIVER_MEMORY] System memory 64 must be 450"));

        assertThat(stop.hint()).contains("-Xmx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Job 15 cancelled because SparkContext was shut down",
                "SparkContext has been shutdown",
                "Cannot call methods on a stopped SparkContext."
            })
    void spark_that_was_stopped_is_no_fault_to_report(String told) {
        var stop = Breakdown.of("finish the step clean", new IllegalStateException(told));

        assertThat(stop).hasMessageContaining("Spark was stopped");
        assertThat(stop.hint()).startsWith("Run again.").doesNotContain("report");
    }

    @Test
    void of_a_stack_only_the_first_line_is_told() {
        var stop = Breakdown.of("go on", new IOException("task failed\n\tat org.apache.spark.Task.run(Task.scala:1)"));

        assertThat(stop).hasMessage("Cannot go on: got java.io.IOException: task failed");
        assertThat(stop.hint()).contains("-v");
    }

    @Test
    void causes_that_go_round_come_to_an_end() {
        var first = new IllegalStateException("first");
        var second = new IllegalStateException("second", first);
        first.initCause(second);

        assertThat(Breakdown.of("go on", second)).hasMessageContaining("second");
    }
}
