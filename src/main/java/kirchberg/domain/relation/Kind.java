package kirchberg.domain.relation;

/** How the claims of a relation hang together. */
public enum Kind {
    /** Figures of one thing. */
    SAME,
    /** A floor and a ceiling of one thing that leave exactly one value. */
    FLOOR_AND_CEILING,
    /** A share, its part and its whole. */
    SHARE,
    /** A share and its part, and totals that the whole might be. */
    BASE,
    /** One share printed of two scopes, of which one contains the other. */
    SAME_SHARE_OF_TWO_SCOPES,
    /** A part is never above its whole. */
    PART_OF_WHOLE,
    /** Parts that make a whole, each euro once; or the Group, which is EIB and EIF less what both count. */
    SUM,
    /** A growth, and the figures of the two periods. */
    GROWTH,
    /** A ratio, and the two figures that make it. */
    RATIO,
    /** Parts by labels whose sum is above the whole: one euro carries several. */
    TAGS_ABOVE_TOTAL
}
