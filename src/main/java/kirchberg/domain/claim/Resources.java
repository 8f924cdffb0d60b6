package kirchberg.domain.claim;

/**
 * Whose money is lent: ALL includes financing under mandates, OWN leaves it out (EIB Financial Report 2024, 2025). No
 * portfolio row says which, so a claim on OWN takes every row as a maybe.
 */
public enum Resources {
    ALL,
    OWN
}
