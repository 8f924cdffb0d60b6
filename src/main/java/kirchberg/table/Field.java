package kirchberg.table;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/**
 * A column of a table.
 *
 * @param name snake_case, unit last
 * @param type type on disk and in plans
 * @param meaning one sentence with the unit, and what null means where it can be null
 */
public record Field(String name, DataType type, String meaning) {
    /** Money in EUR: at most 16 digits before the point, cents after it. */
    public static final DecimalType EUR = DataTypes.createDecimalType(18, 2);

    /** A share from 0 to 1. */
    public static final DecimalType SHARE = DataTypes.createDecimalType(9, 8);

    /** Money times share, exact: contributions and the sums of them. */
    public static final DecimalType EXACT_EUR = DataTypes.createDecimalType(38, 10);

    public static Field text(String name, String meaning) {
        return new Field(name, DataTypes.StringType, meaning);
    }

    public static Field day(String name, String meaning) {
        return new Field(name, DataTypes.DateType, meaning);
    }

    public static Field year(String name, String meaning) {
        return new Field(name, DataTypes.IntegerType, meaning);
    }

    public static Field count(String name, String meaning) {
        return new Field(name, DataTypes.LongType, meaning);
    }

    public static Field flag(String name, String meaning) {
        return new Field(name, DataTypes.BooleanType, meaning);
    }

    public static Field eur(String name, String meaning) {
        return new Field(name, EUR, meaning);
    }

    public static Field share(String name, String meaning) {
        return new Field(name, SHARE, meaning);
    }

    public Column col() {
        return functions.col(name);
    }
}
