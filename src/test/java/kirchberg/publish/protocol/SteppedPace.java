package kirchberg.publish.protocol;

import java.time.Duration;
import kirchberg.domain.release.Pace;

/** Time that passes only while somebody waits; what happens meanwhile is done after each wait. */
final class SteppedPace implements Pace {
    private long nanos;
    private Runnable meanwhile = () -> {};

    void meanwhile(Runnable next) {
        meanwhile = next;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void pause(Duration duration) {
        nanos += duration.toNanos();
        meanwhile.run();
    }
}
