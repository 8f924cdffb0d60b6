package kirchberg.domain.text;

/** What can be done with a number that was found. */
public enum Checkability {
    /** A portfolio could decide it, once what is undetermined has been filled in. */
    CHECKABLE,
    /** A figure, but no portfolio holds what it speaks of. */
    OUT_OF_REACH,
    /** A year, a date, a reference, a part of a name: nothing is claimed. */
    NOT_A_FIGURE,
    /** Cannot be read safely, so nothing is made of it. */
    AMBIGUOUS
}
