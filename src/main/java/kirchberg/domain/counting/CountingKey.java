package kirchberg.domain.counting;

/** What a count of operations goes by: the portfolio may give several numbers for one word, "projects". */
public enum CountingKey {
    /** The number of the operation; where none is stated, its name at least and its rows at most. */
    OPERATION("id, else name"),
    /** The name alone, in upper case with blanks collapsed, whatever the numbers say. */
    NAME("name"),
    /** The number of the finance contract, if any row in question states one. */
    CONTRACT("contract"),
    /** The row: one signed amount, one country, one sector. Rows are not projects, and are named as rows. */
    FINANCING("financing");

    private final String words;

    CountingKey(String words) {
        this.words = words;
    }

    /** In plain words, as in "counted by name". */
    public String words() {
        return words;
    }
}
