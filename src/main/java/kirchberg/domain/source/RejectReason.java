package kirchberg.domain.source;

/** Why a record could not be used. The name is the code in the table of rejects. */
public enum RejectReason {
    RAGGED,
    BAD_CELL,
    BAD_TEXT,
    BAD_SHAPE,
    TOO_LARGE,
    NO_AMOUNT,
    BAD_AMOUNT,
    AMBIGUOUS_NUMBER,
    NEGATIVE_SIGNED,
    OTHER_CURRENCY,
    NO_CURRENCY,
    NO_DATE,
    BAD_DATE,
    DATE_OUT_OF_RANGE,
    /** Two dates of one record that should be the same. */
    DATE_CONFLICT,
    /** No number of the operation or contract where the format promises one. */
    NO_ID,
    /** Records of one operation in a list of operations that say different things: all of them. */
    CONFLICTING_ID,
    /** A stated label or institution of a canonical portfolio that is none of the allowed values. */
    BAD_LABEL,
    /** Sound, but another source describes the same contract or operation, and the job says that this one counts. */
    SUPERSEDED;

    /** Whether the record's values cannot be told apart or read, so that its amount is unknown too. */
    public boolean isStructural() {
        return switch (this) {
            case RAGGED, BAD_CELL, BAD_TEXT, BAD_SHAPE, TOO_LARGE -> true;
            case NO_AMOUNT,
                    BAD_AMOUNT,
                    AMBIGUOUS_NUMBER,
                    NEGATIVE_SIGNED,
                    OTHER_CURRENCY,
                    NO_CURRENCY,
                    NO_DATE,
                    BAD_DATE,
                    DATE_OUT_OF_RANGE,
                    DATE_CONFLICT,
                    NO_ID,
                    CONFLICTING_ID,
                    BAD_LABEL,
                    SUPERSEDED -> false;
        };
    }
}
