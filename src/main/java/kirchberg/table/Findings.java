package kirchberg.table;

/** Verdicts with what they rest on. A claim about each of several years has a row per year beside its own. */
public final class Findings {
    public static final Field YEAR =
            Field.year("year_of_each", "The single year of an \"each year\" claim; 0 for the claim as a whole.");
    public static final Field VERDICT =
            Field.text("verdict", "HOLDS, FAILS, UNDECIDED or OUT_OF_REACH: the conventional reading.");
    public static final Field STRICT_VERDICT =
            Field.text("strict_verdict", "Verdict if the hedge is read to the letter.");
    public static final Field LENIENT_VERDICT =
            Field.text("lenient_verdict", "Verdict if the hedge is read generously.");
    public static final Field SAID_STRICT = Field.text(
            "said_strict",
            "What the words allow, strictly read, as an interval in base units; null if never decidable.");
    public static final Field SAID_CONVENTIONAL =
            Field.text("said_conventional", "What the words allow, as a careful reader takes them.");
    public static final Field SAID_LENIENT = Field.text("said_lenient", "What the words allow, generously read.");
    public static final Field LOW = Field.text(
            "low",
            "Least value that the portfolio allows, as a decimal in the claim's unit; null if the data do not speak of it.");
    public static final Field HIGH = Field.text(
            "high", "Greatest value that the portfolio allows, as a decimal; null if there is no upper limit.");
    public static final Field UNIT = Field.text("unit", "eur, share, count or ratio.");
    public static final Field KNOWN_EUR =
            Field.eur("known_eur", "Amount in the scope that is known, in EUR; null if out of reach altogether.");
    public static final Field UNKNOWN_EUR =
            Field.eur("unknown_eur", "Amount in the scope that is unknown, in EUR; cancellations count as positive.");
    public static final Field ROWS_USED = Field.count("rows_used", "Financings in the scope, certain or maybe.");
    public static final Field ROWS_LEFT_OUT =
            Field.count("rows_left_out", "Financings of the portfolio outside the scope.");
    public static final Field COVERED =
            Field.flag("covered", "Whether complete sources cover the whole scope of the claim.");
    public static final Field WHY = Field.text("why", "Reason of the verdict, with its values.");
    public static final Field SETTLES =
            Field.text("settles", "What would settle the question; empty if it is settled.");

    public static final Field BREAK_EVEN = Field.text(
            "break_even",
            "How far from low (0) to high (1) the claim holds, as an interval; none if nowhere, null if nothing is unknown or there is no greatest value.");
    public static final Field OPEN_ROWS =
            Field.count("open_rows", "Unknown rows of the figure; null if it has none, or is no sum of amounts.");
    public static final Field OPEN_EUR = Field.eur(
            "open_eur",
            "What is unknown of them: amount times width of the label, or the whole amount if nobody can tell whether it belongs, in EUR.");
    public static final Field SETTLING_ROWS_BEST = Field.count(
            "settling_rows_best",
            "How many of them, the heaviest first, may settle the verdict; null if not even all can.");
    public static final Field SETTLING_ROWS_ANY = Field.count(
            "settling_rows_any", "How many of them settle it whatever they turn out to be; null if not even all do.");

    /** The published table, sorted by claim id and year. */
    public static final Table TABLE = Table.of(
            "findings",
            2,
            Claims.CLAIM_ID,
            YEAR,
            VERDICT,
            STRICT_VERDICT,
            LENIENT_VERDICT,
            SAID_STRICT,
            SAID_CONVENTIONAL,
            SAID_LENIENT,
            LOW,
            HIGH,
            UNIT,
            KNOWN_EUR,
            UNKNOWN_EUR,
            ROWS_USED,
            ROWS_LEFT_OUT,
            COVERED,
            WHY,
            SETTLES,
            BREAK_EVEN,
            OPEN_ROWS,
            OPEN_EUR,
            SETTLING_ROWS_BEST,
            SETTLING_ROWS_ANY);

    /** Break-even of a claim that holds for no completion. */
    public static final String NOWHERE = "none";

    private Findings() {}
}
