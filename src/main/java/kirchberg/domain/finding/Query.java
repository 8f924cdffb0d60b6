package kirchberg.domain.finding;

/**
 * A question to the tables of a release, in DuckDB's dialect of SQL, that gives a finding's numbers: in the columns
 * {@code low} and {@code high}, with a row per year for a claim about each year.
 *
 * @param title which tables are asked
 * @param gives what of the finding the answer repeats
 * @param note what a reader should know of the answer; may be empty
 * @param sql one statement; empty if there is none, and then the note says why
 */
public record Query(String title, Gives gives, String note, String sql) {

    /** What of low and high an answer repeats. */
    public enum Gives {
        LOW_AND_HIGH,
        /** The upper end is open: the answer's {@code high} is what the rows hold. */
        LOW,
        /** Missing sources widen the finding: the answer is what the rows alone allow. */
        ROWS_ALONE,
        NOTHING
    }

    public static Query none(String title, String why) {
        return new Query(title, Gives.NOTHING, why, "");
    }
}
