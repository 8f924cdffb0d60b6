package kirchberg.domain.claim;

/** What a claim measures. */
public enum Measure {
    /** Sum of signed amounts, in EUR; with a label, the part that carries it. */
    AMOUNT,
    /** Number of distinct operations, never of rows. */
    OPERATIONS,
    /** Labelled amount over the whole amount of the same scope, 0 to 1. */
    SHARE,
    /** Mobilised amount over signed amount. */
    RATIO,
    /** Sum of mobilised amounts, in EUR: total investment cost of the operations, not financing. */
    MOBILISED,
    /** Number of things that are no rows of a portfolio: entries of a reference table, or of the world outside. */
    COUNT
}
