package kirchberg.table;

/** What "projects" counts: one row per operation key, whatever the number of its financings. */
public final class Operations {
    public static final Field ID_BASIS =
            Field.text("id_basis", "STATED if the source numbers operations, DERIVED if the key is a normalised name.");
    public static final Field OPERATION_NAME =
            Field.text("operation_name", "Alphabetically first of the operation's published names.");
    public static final Field FIRST_SIGNED_ON = Field.day("first_signed_on", "Date of the first signature.");
    public static final Field LAST_SIGNED_ON = Field.day("last_signed_on", "Date of the last signature.");
    public static final Field FINANCING_COUNT = Field.count("financing_count", "Number of financings.");
    public static final Field COUNTRY_COUNT = Field.count("country_count", "Number of different countries or labels.");
    public static final Field EIB_AMOUNT_EUR = Field.eur("eib_amount_eur", "Sum of the EIB's signed amounts, in EUR.");
    public static final Field EIF_AMOUNT_EUR = Field.eur("eif_amount_eur", "Sum of the EIF's signed amounts, in EUR.");
    public static final Field JOINT_AMOUNT_EUR = Field.eur(
            "joint_amount_eur",
            "Sum of the stated parts that both institutions count, in EUR; rows that state none add 0.");
    public static final Field JOINT_UNKNOWN_COUNT =
            Field.count("joint_unknown_count", "EIF financings whose joint part is unknown.");

    /** The published table, sorted by operation key. Only SIGNED financings count. */
    public static final Table TABLE = Table.of(
            "operations",
            1,
            Financings.OPERATION_KEY,
            Financings.OPERATION_ID,
            ID_BASIS,
            OPERATION_NAME,
            FIRST_SIGNED_ON,
            LAST_SIGNED_ON,
            FINANCING_COUNT,
            COUNTRY_COUNT,
            EIB_AMOUNT_EUR,
            EIF_AMOUNT_EUR,
            JOINT_AMOUNT_EUR,
            JOINT_UNKNOWN_COUNT);

    private Operations() {}
}
