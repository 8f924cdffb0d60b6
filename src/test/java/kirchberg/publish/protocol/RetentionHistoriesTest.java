package kirchberg.publish.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A15 and A16: what is in use or open to a reader is never deleted, and all else goes in the end. */
class RetentionHistoriesTest {
    private static final int SHORT = 200;
    private static final int LONG = 10_000;

    @Test
    void nothing_referenced_is_ever_deleted_and_garbage_goes() throws IOException {
        histories(SHORT);
    }

    @Test
    @Tag("slow")
    void nothing_referenced_is_ever_deleted_and_garbage_goes_in_many_histories() throws IOException {
        histories(Integer.getInteger("retention.histories", LONG));
    }

    private static void histories(int number) throws IOException {
        var removed = 0L;
        for (var seed = 1; seed <= number; seed++) {
            var history = new RandomHistory(seed);
            try {
                removed += history.run();
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", " + history + ": " + e.getMessage(), e);
            }
        }
        assertThat(removed).isGreaterThan(10L * number);
        System.out.println("A15: " + number + " of " + number + " histories, live deletions 0");
        System.out.println("A16: " + removed + " of " + removed + " useless runs removed");
    }
}
