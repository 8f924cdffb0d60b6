package kirchberg.table;

import java.util.List;
import java.util.stream.IntStream;
import kirchberg.domain.source.SourceFormat;

/**
 * A canonical portfolio as it is handed over: one row per signed amount of one country and one sector, everything
 * stated that is known, null where it is not. As CSV it has these columns, as Parquet these types too.
 */
public final class Portfolio {
    /** What the columns become, in their order. */
    public static final List<Field> FIELDS = List.of(
            Financings.OPERATION_ID,
            Financings.OPERATION_NAME,
            Financings.INSTITUTION,
            Financings.STAGE,
            Financings.SIGNED_ON,
            Financings.AMOUNT_EUR,
            Financings.JOINT_AMOUNT_EUR,
            Financings.MOBILISED_AMOUNT_EUR,
            Financings.COUNTRY_LABEL,
            Financings.REGION_LABEL,
            Financings.NUTS2,
            Financings.SECTOR_LABEL,
            Financings.PRIORITIES,
            Financings.CLIMATE_SHARE,
            Financings.PROGRAMMES,
            Financings.DESCRIPTION);

    /** The columns under the names and types of a file. No row has a key: equal rows are separate signatures. */
    public static final Table TABLE = new Table(
            "portfolio",
            0,
            IntStream.range(0, FIELDS.size())
                    .mapToObj(
                            i -> named(SourceFormat.KIRCHBERG_PARQUET.columns().get(i), FIELDS.get(i)))
                    .toList());

    /** What a NUTS-2 code looks like; whether there is such a region is another question. */
    public static final String NUTS2_CODE = "^[A-Z]{2}[A-Z0-9]{2}\\z";

    /** Where Spark says which file a row comes from; a column that it hides. */
    public static final Field FILE_PATH = Field.text("_metadata.file_path", "Path of the row's file, as Spark has it.");

    /** Where Spark says which row of its file a row is; a column that it hides. */
    public static final Field ROW_INDEX = Field.count("_metadata.row_index", "Number of the row in its file, from 0.");

    private Portfolio() {}

    private static Field named(String column, Field field) {
        return new Field(column, field.type(), field.meaning());
    }
}
