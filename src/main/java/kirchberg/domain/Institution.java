package kirchberg.domain;

/**
 * Whose books a financing or a claim belongs to. Rows are of the EIB or the EIF; the Group is both, less what both
 * count. The Commission's own programmes appear in publications of the Group, but in no row.
 */
public enum Institution {
    EIB,
    EIF,
    GROUP,
    COMMISSION
}
