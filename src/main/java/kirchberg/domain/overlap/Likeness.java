package kirchberg.domain.overlap;

/** Why two financings of two sources that agree in stage, country, date and amount may be one and the same, or two. */
public enum Likeness {
    /** Both have the same contract or operation number, and the job lets both count. */
    SAME_ID,
    /** At least one of them has no number to compare. */
    NO_ID,
    /** Their numbers differ, so they are probably two. */
    OTHER_ID
}
