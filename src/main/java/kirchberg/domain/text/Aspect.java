package kirchberg.domain.text;

/** What must be known of a number before it can be checked. */
public enum Aspect {
    INSTITUTION,
    PLACE,
    PERIOD,
    MEASURE,
    STAGE
}
