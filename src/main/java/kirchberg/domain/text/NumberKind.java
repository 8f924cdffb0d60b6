package kirchberg.domain.text;

/** What a number in a text turned out to be. */
public enum NumberKind {
    /** Money. */
    AMOUNT,
    /** Per cent of a whole. */
    SHARE,
    /** How many times as much. */
    MULTIPLE,
    /** So many things. */
    COUNT,
    /** An end of a range, such as 8 or 9 in "8 to 9 bn": at least the one and at most the other. */
    RANGE,
    /** A term of a printed sum, such as 8.4 in "8.4 + 1.5 bn". */
    TERM,
    /** A change against an earlier value, such as +13 %. */
    CHANGE,
    /** A year, a span of years, a date or a time of day. */
    DATE,
    /** Number of an article, a release, a page, a telephone, a footnote; an ordinal. */
    REFERENCE,
    /** Part of a name, such as COVID-19, NUTS 2 or CO2. */
    NAME,
    /** A number with a unit of measure that is no money and no thing, such as MW or km. */
    QUANTITY,
    /** Cannot be read safely. */
    UNREADABLE
}
