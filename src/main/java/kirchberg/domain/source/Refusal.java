package kirchberg.domain.source;

/** Why a whole source file was refused before anything was published. */
public enum Refusal {
    MISSING,
    NOT_THIS_FORMAT,
    HEADER,
    ENCODING,
    DATE_ORDER,
    TRUNCATED,
    UNSAFE_XML,
    UNSAFE_ZIP,
    LIMIT,
    DIGEST,
    CONTROL_FIGURE,
    SHRUNK,
    TOO_MANY_REJECTS
}
