package kirchberg.domain.finding;

/** Outcome of a check. */
public enum Verdict {
    /** All that is possible lies inside what was said. */
    HOLDS,
    /** Nothing possible lies inside what was said. */
    FAILS,
    /** Both remain possible, because labels are unknown. */
    UNDECIDED,
    /** The data do not speak of it, or only of a part of it. */
    OUT_OF_REACH;

    /** As in a sentence about a claim: "is undecided". */
    public String words() {
        return switch (this) {
            case HOLDS -> "holds";
            case FAILS -> "fails";
            case UNDECIDED -> "is undecided";
            case OUT_OF_REACH -> "is out of reach";
        };
    }
}
