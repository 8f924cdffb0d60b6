package kirchberg.table;

import org.apache.spark.sql.types.DataTypes;

/** The same printed figures under the natural other readings of what they speak of. */
public final class Neighbours {
    public static final Field NUMBER = new Field(
            "neighbour_number", DataTypes.IntegerType, "Place among the neighbours of the claim, 1 for the first.");
    public static final Field NAME =
            Field.text("neighbour_name", "What is different, in plain words, such as \"the EIB alone\".");
    public static final Field PERIOD = Field.text("period", "Signature years, as in claim files.");
    public static final Field COUNTED_BY = Field.text(
            "counted_by",
            "NAME, CONTRACT or FINANCING where operations are counted by another key than their id; else empty.");
    public static final Field VERDICT =
            Field.text("verdict", "HOLDS, FAILS, UNDECIDED or OUT_OF_REACH, if the figure is read so.");
    public static final Field IS_BEST =
            Field.flag("is_best", "True for the reading that fits best, if any fits better than the claim itself.");

    /** The published table, sorted by claim id and number. */
    public static final Table TABLE = Table.of(
            "neighbours",
            2,
            Claims.CLAIM_ID,
            NUMBER,
            NAME,
            Claims.INSTITUTION,
            Claims.RESOURCES,
            Claims.STAGE,
            Claims.PLACE,
            Claims.OF_PLACE,
            PERIOD,
            COUNTED_BY,
            Findings.LOW,
            Findings.HIGH,
            Findings.UNIT,
            VERDICT,
            IS_BEST);

    private Neighbours() {}
}
