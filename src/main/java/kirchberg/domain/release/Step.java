package kirchberg.domain.release;

/** The named steps of a run, in their order. A run can fail at each of them, and a test makes it. */
public enum Step {
    /** The lease of the root is taken and the pointer read. */
    LEASE,
    /** The digests of all inputs; the same as those of the standing release end the run. */
    INPUTS,
    /** Records as received, and control totals. */
    READ,
    /** What could not be used is written, and held against the limits of the job. */
    REJECTS,
    /** Cleaning, classification, aggregation, checking. */
    COMPUTE,
    /** The last tables are written. */
    TABLES,
    /** Every table is read back and recomputed without Spark. */
    VERIFY,
    /** The pages are made from verified tables. */
    REPORT,
    /** The manifest is written, last of all files. */
    MANIFEST,
    /** The lease is still ours, and the pointer where it was. */
    FENCE,
    /** The pointer is swapped. */
    SWAP,
    /** The pointer is read back: this alone decides. */
    CONFIRM,
    /** History, metrics, events and messages; a fault is a warning. */
    TELL,
    /** What is old is marked or removed; a fault is a warning. */
    RETAIN,
    /** The lease is given back; a fault is a warning. */
    RELEASE;

    /** Whether the outcome of the run stands, so that nothing may change it any more. */
    public boolean isAfterTheSwap() {
        return compareTo(CONFIRM) > 0;
    }
}
