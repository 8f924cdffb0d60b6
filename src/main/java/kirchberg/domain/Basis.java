package kirchberg.domain;

/** How a label was found: by the source, by a rule of ours, or not at all (then it is the interval [0, 1]). */
public enum Basis {
    STATED,
    DERIVED,
    UNKNOWN
}
