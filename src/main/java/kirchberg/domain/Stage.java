package kirchberg.domain;

/** Stage of a deal: three different numbers for one deal. Only SIGNED counts unless a claim says otherwise. */
public enum Stage {
    APPROVED,
    SIGNED,
    DISBURSED
}
