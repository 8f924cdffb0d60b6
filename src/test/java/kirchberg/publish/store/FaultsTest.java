package kirchberg.publish.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read again, and what is not. */
final class FaultsTest {
    private final AtomicInteger asked = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "3, 4"})
    void a_read_that_met_a_change_is_repeated(int faults, int times) throws IOException {
        var answer = Faults.reread(() -> {
            if (asked.getAndIncrement() < faults) {
                throw new IOException("Blocklist has changed!");
            }
            return "whole";
        });

        assertThat(answer).isEqualTo("whole");
        assertThat(asked).hasValue(times);
    }

    @Test
    void a_read_that_fails_four_times_has_failed() {
        assertThatThrownBy(() -> failing(new IOException("torn"))).hasMessage("torn");

        assertThat(asked).hasValue(4);
    }

    @ParameterizedTest
    @MethodSource("clear")
    void what_is_clear_is_not_asked_again(IOException fault) {
        assertThatThrownBy(() -> failing(fault)).isSameAs(fault);

        assertThat(asked).hasValue(1);
    }

    static Stream<IOException> clear() {
        return Stream.of(
                new NoSuchFileException("CURRENT"),
                new FileNotFoundException("CURRENT"),
                new SocketTimeoutException("no answer"),
                new ConnectException("refused"));
    }

    private String failing(IOException fault) throws IOException {
        return Faults.reread(() -> {
            asked.incrementAndGet();
            throw fault;
        });
    }
}
