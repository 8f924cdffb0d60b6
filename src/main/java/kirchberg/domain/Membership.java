package kirchberg.domain;

/** Whether a financing lies in a scope (the EU on its signature date, say), or nobody can tell. */
public enum Membership {
    IN,
    OUT,
    UNKNOWN
}
