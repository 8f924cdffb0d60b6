package kirchberg.domain;

/**
 * Whose books a financing or a claim belongs to. Rows are of the EIB or the EIF; the Group is both, less what both
 * count.
 */
public enum Institution {
    EIB,
    EIF,
    GROUP
}
