package kirchberg.domain.claim;

/** What a figure counts: euro, a share from 0 to 1, plain things, or a multiple. */
public enum Unit {
    EUR,
    SHARE,
    COUNT,
    RATIO
}
