package kirchberg.publish.protocol;

import java.io.IOException;

/** A fault after which nobody knows whether the store did what it was asked: a time-out, a reset, a 5xx. */
final class Unanswered extends IOException {
    private static final long serialVersionUID = 1;

    Unanswered(Hook.Call call) {
        super("no answer to " + call);
    }
}
