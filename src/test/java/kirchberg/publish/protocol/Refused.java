package kirchberg.publish.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import kirchberg.domain.Exit;
import kirchberg.domain.Stop;

/** An act that must stop. */
final class Refused {
    private Refused() {}

    /** The stop, for its message. */
    static Stop with(Exit exit, Runnable act) {
        var stop = catchThrowableOfType(Stop.class, act::run);
        assertThat(stop).as("a stop with " + exit).isNotNull();
        assertThat(stop.exit()).as(stop.getMessage()).isEqualTo(exit);
        return stop;
    }
}
