package kirchberg.domain;

import kirchberg.domain.source.Refusal;

/**
 * The one exception of the house: the run cannot go on. {@code Main} alone turns it into a message and an exit code.
 * The message follows "Cannot [what]: [why], got [value], expected [value]"; the hint says what to do.
 */
public final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final String hint;

    public Stop(Exit exit, String message, String hint) {
        super(message);
        this.exit = exit;
        this.hint = hint;
    }

    public Stop(Exit exit, String message, String hint, Throwable cause) {
        super(message, cause);
        this.exit = exit;
        this.hint = hint;
    }

    /** A source file that is refused: exit 3, the message begins with the refusal's code. */
    public static Stop refused(Refusal refusal, String message, String hint) {
        return new Stop(Exit.INPUT, refusal + ": " + message, hint);
    }

    public Exit exit() {
        return exit;
    }

    public String hint() {
        return hint;
    }
}
