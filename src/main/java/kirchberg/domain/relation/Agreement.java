package kirchberg.domain.relation;

import kirchberg.domain.Interval;

/** Whether figures can all be right. The worst comes first. */
public enum Agreement {
    /** Impossible for every value that the printed roundings and hedges leave. */
    CONTRADICTS,
    /** Possible for one value only, at the edge of a rounding. */
    TIGHT,
    /** Possible, but a reader should know something about it. */
    REMARK,
    /** Possible. */
    AGREES;

    /** Two statements about one value: it is enough that they meet. */
    public static Agreement of(Interval one, Interval other) {
        var meeting = one.meeting(other);
        if (meeting.isEmpty()) {
            return CONTRADICTS;
        }
        return meeting.get().isPoint() && !one.isPoint() && !other.isPoint() ? TIGHT : AGREES;
    }

    public Agreement worse(Agreement other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Whether a reader is told unasked. */
    public boolean isListed() {
        return this != AGREES;
    }
}
