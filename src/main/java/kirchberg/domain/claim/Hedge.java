package kirchberg.domain.claim;

/** How a publication softens a number. The band that each hedge allows is in {@code Band}. */
public enum Hedge {
    NONE,
    EXACTLY,
    NEARLY,
    OVER,
    ABOUT,
    AT_LEAST,
    AT_MOST,
    TARGET
}
