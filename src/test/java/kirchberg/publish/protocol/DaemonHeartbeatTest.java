package kirchberg.publish.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kirchberg.domain.release.Pace;
import org.junit.jupiter.api.Test;

/** The thread behind a lease, with pauses that end when the test says so. */
class DaemonHeartbeatTest {
    private final Semaphore pauses = new Semaphore(0);
    private final SynchronousQueue<Duration> begun = new SynchronousQueue<>();
    private final SynchronousQueue<Boolean> beats = new SynchronousQueue<>();

    /** A pause lasts until it is released; an interrupt ends it early and stays set. */
    private final class Held implements Pace {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void pause(Duration duration) {
            try {
                begun.put(duration);
                pauses.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void it_beats_after_each_fifth_of_a_ttl_in_a_daemon_until_it_is_closed() throws InterruptedException {
        var count = new AtomicInteger();
        var terms = new Contender("run").terms(Duration.ofSeconds(60), new Held());
        try (var heartbeat = new DaemonHeartbeat(terms)) {
            heartbeat.start(() -> {
                count.incrementAndGet();
                tell(Thread.currentThread().isDaemon());
            });
            for (var beat = 0; beat < 3; beat++) {
                assertThat(begun.poll(30, TimeUnit.SECONDS)).isEqualTo(Duration.ofSeconds(12));
                pauses.release();
                assertThat(beats.poll(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(begun.poll(30, TimeUnit.SECONDS)).isNotNull();
        }
        pauses.release();
        assertThat(begun.poll(200, TimeUnit.MILLISECONDS)).isNull();
        assertThat(count).hasValue(3);
    }

    private void tell(boolean isDaemon) {
        try {
            beats.put(isDaemon);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
