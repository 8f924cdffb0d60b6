package kirchberg.domain.finding;

/** How strictly a hedge is read; the headline verdict is the conventional one. */
public enum Strictness {
    STRICT,
    CONVENTIONAL,
    LENIENT
}
