package kirchberg.domain.difference;

/** Why two portfolios differ, or not, in a row; in the order in which they are told. A row has exactly one. */
public enum Cause {
    /** Equal in everything that was compared. */
    UNCHANGED,
    /** Another amount, and nothing else. */
    AMOUNT,
    /** A signature date in another year, and nothing else. */
    YEAR,
    /** Another signature date of the same year, and nothing else. */
    DATE,
    /** Another country, at most with the region that follows from it. */
    COUNTRY,
    /** Other words: region, sector, name, description or another stated value; the amount, date and country stand. */
    LABEL,
    /** More than one of the above at once. */
    SEVERAL,
    /** In the older portfolio only. */
    VANISHED,
    /** In the newer portfolio only. */
    APPEARED
}
