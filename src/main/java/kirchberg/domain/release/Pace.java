package kirchberg.domain.release;

import java.time.Duration;

/** Time as one process knows it: durations only. The clocks of two machines are never compared. */
public interface Pace {

    /** Nanoseconds since some moment, never going back. */
    long nanos();

    /** Waits; an interrupt ends it early and stays set. */
    void pause(Duration duration);
}
