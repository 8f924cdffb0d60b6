package kirchberg.publish.protocol;

import java.time.Duration;
import kirchberg.domain.release.Pace;
import kirchberg.domain.release.Terms;
import org.jspecify.annotations.Nullable;

/** Beats in a thread that keeps no process alive, five times within a TTL. */
final class DaemonHeartbeat implements Heartbeat {
    private static final int BEATS = 5;

    private final Pace pace;
    private final Duration every;
    private @Nullable Thread thread;
    private boolean isClosed;

    DaemonHeartbeat(Terms terms) {
        this.pace = terms.pace();
        this.every = terms.ttl().dividedBy(BEATS);
    }

    @Override
    public synchronized void start(Runnable beat) {
        var beating = new Thread(() -> beatOn(beat), "kirchberg-lease");
        beating.setDaemon(true);
        beating.start();
        thread = beating;
    }

    private void beatOn(Runnable beat) {
        do {
            pace.pause(every);
        } while (hasBeaten(beat));
    }

    private synchronized boolean hasBeaten(Runnable beat) {
        if (!isClosed) {
            beat.run();
        }
        return !isClosed;
    }

    /** Interrupts a pause only: an interrupted write would close the file system's channel under it. */
    @Override
    public synchronized void close() {
        isClosed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
