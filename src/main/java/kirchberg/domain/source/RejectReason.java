package kirchberg.domain.source;

/** Why a record could not be used. The name is the code in the table of rejects. */
public enum RejectReason {
    RAGGED,
    BAD_TEXT,
    TOO_LARGE,
    NO_AMOUNT,
    BAD_AMOUNT,
    AMBIGUOUS_NUMBER,
    NEGATIVE_SIGNED,
    OTHER_CURRENCY,
    NO_DATE,
    BAD_DATE,
    DATE_OUT_OF_RANGE,
    /** A stated label or institution of a canonical portfolio that is none of the allowed values. */
    BAD_LABEL
}
