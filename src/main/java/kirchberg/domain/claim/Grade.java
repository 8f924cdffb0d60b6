package kirchberg.domain.claim;

/** How near a figure is to the one who made it. */
public enum Grade {
    /** Printed by the bank, in a filing of the bank, or by an institution of the EU. */
    PRINTED,
    /** Relayed by press, a wire or a mirror. */
    RELAYED,
    /** Our arithmetic on printed and relayed figures; nobody printed it. */
    DERIVED
}
