package kirchberg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An error of the JVM ends the program with 70: the JVM's own 1 would mean that a claim fails. */
class BrokenJvmTest {
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"--version", "claims"})
    void a_full_heap_is_an_internal_error_with_a_word_on_memory(String command) {
        assertThat(runOn(new OutOfMemoryError("Java heap space"), command)).isEqualTo(70);
        assertThat(err.toString()).contains("the memory does not suffice", "What to do: Give Java a larger heap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "claims"})
    void a_full_stack_and_a_missing_class_are_internal_errors(String command) {
        assertThat(runOn(new StackOverflowError(), command)).isEqualTo(70);
        assertThat(runOn(new NoClassDefFoundError("org/apache/spark/SparkConf"), command))
                .isEqualTo(70);
        assertThat(err.toString())
                .contains("StackOverflowError", "NoClassDefFoundError: org/apache/spark/SparkConf", "What to do:")
                .doesNotContain("\tat ");
    }

    private int runOn(Error error, String command) {
        return Main.run(new String[] {command}, new PrintWriter(new Breaking(error)), new PrintWriter(err, true));
    }

    /** Standard output on which the JVM breaks. */
    private static final class Breaking extends Writer {
        private final Error error;

        Breaking(Error error) {
            this.error = error;
        }

        @Override
        public void write(char[] text, int from, int length) {
            throw error;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
