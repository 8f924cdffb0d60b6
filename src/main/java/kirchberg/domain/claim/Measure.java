package kirchberg.domain.claim;

/** What a claim measures. */
public enum Measure {
    /** Sum of signed amounts, in EUR; with a label, the part that carries it. */
    AMOUNT,
    /** Number of distinct operations, never of rows. */
    OPERATIONS,
    /** Amount of a label, or of a place, over the whole amount of the same scope, 0 to 1. */
    SHARE,
    /** Amount over the amount of earlier years, less 1; or without that, for a figure that is a multiple. */
    GROWTH,
    /** The same of the number of operations. */
    OPERATIONS_GROWTH,
    /** What the EIB and the EIF both count, in EUR. */
    JOINT,
    /** Mobilised amount over signed amount. */
    RATIO,
    /** Sum of mobilised amounts, in EUR: total investment cost of the operations, not financing. */
    MOBILISED,
    /** Number of things that are no rows of a portfolio: entries of a reference table, or of the world outside. */
    COUNT;

    /** Whether amounts or numbers are held against those of earlier years. */
    public boolean isGrowth() {
        return this == GROWTH || this == OPERATIONS_GROWTH;
    }

    /** Whether operations are counted. */
    public boolean isOfOperations() {
        return this == OPERATIONS || this == OPERATIONS_GROWTH;
    }
}
