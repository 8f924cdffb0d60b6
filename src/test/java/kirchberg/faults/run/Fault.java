package kirchberg.faults.run;

/** What goes wrong at a step of a run. */
public enum Fault {
    /** Nothing. */
    NONE,
    /** The process ends at once, without any of its hooks. */
    HALT,
    /** An exception that nobody expects. */
    EXCEPTION,
    /** Nothing moves for a while. */
    DELAY,
    /** The machine asks for more memory than there is. */
    OUT_OF_MEMORY
}
