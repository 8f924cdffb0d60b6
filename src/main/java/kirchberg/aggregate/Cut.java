package kirchberg.aggregate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Table;
import kirchberg.table.Totals;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * One table of totals: what it parts the portfolio by, beside institution, label and year.
 *
 * @param table the published table
 * @param by the column that it parts by
 * @param code a code that goes with it
 */
record Cut(Table table, Column by, Column code) {
    static final Field TABLE = Field.text("cut_table", "Name of the table of totals.");
    static final Field BY = Field.text("cut_by", "Region, country or sector; empty for totals by year alone.");
    static final Field CODE = Field.text("cut_code", "Code of a country, if it has one.");

    /** One per table of {@link Totals#TABLES}. */
    static final List<Cut> ALL = List.of(
            new Cut(Totals.BY_PRIORITY_REGION_YEAR, Financings.REGION.col(), noCode()),
            new Cut(Totals.BY_YEAR, lit(""), noCode()),
            new Cut(Totals.BY_COUNTRY_YEAR, Financings.COUNTRY.col(), Financings.COUNTRY_CODE.col()),
            new Cut(Totals.BY_SECTOR_YEAR, Financings.SECTOR.col(), noCode()));

    private static final String EACH = "cut";

    /** Every row once per table. */
    static Dataset<Row> perTable(Dataset<Row> rows) {
        return rows.withColumn(
                        EACH, explode(array(ALL.stream().map(Cut::asStruct).toArray(Column[]::new))))
                .withColumn(TABLE.name(), in(TABLE))
                .withColumn(BY.name(), in(BY))
                .withColumn(CODE.name(), in(CODE));
    }

    private Column asStruct() {
        return struct(lit(table.name()).as(TABLE.name()), by.as(BY.name()), code.as(CODE.name()));
    }

    private static Column in(Field field) {
        return col(EACH).getField(field.name());
    }

    private static Column noCode() {
        return lit(null).cast(DataTypes.StringType);
    }
}
