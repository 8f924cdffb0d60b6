package kirchberg.clean;

import static kirchberg.table.Financings.CLEAN;
import static kirchberg.table.Financings.FINANCING_ID;
import static kirchberg.table.Financings.OPERATION_ID;
import static kirchberg.table.Financings.OPERATION_KEY;
import static kirchberg.table.Financings.OPERATION_NAME;
import static kirchberg.table.Financings.RECORD_NUMBER;
import static kirchberg.table.Financings.REPEAT_NUMBER;
import static kirchberg.table.Financings.SIGNATURE_YEAR;
import static kirchberg.table.Financings.SOURCE_FILE;
import static kirchberg.table.Financings.SOURCE_ID;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;

import java.util.Set;
import kirchberg.table.Field;
import kirchberg.table.OperationNames;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Ids that do not depend on the order of files or runs: a digest of the content, and a number among rows of equal
 * content. Where a row stands (source, file, record) is not content.
 */
final class Identity {
    private static final Field CONTENT = Field.text("content_digest", "SHA-256 of the content, hexadecimal.");

    private static final Set<Field> NOT_CONTENT =
            Set.of(OPERATION_KEY, FINANCING_ID, REPEAT_NUMBER, SOURCE_ID, SOURCE_FILE, RECORD_NUMBER, SIGNATURE_YEAR);

    /** Hexadecimal digits of an id: 128 bits. */
    private static final int ID_LENGTH = 32;

    private Identity() {}

    static Dataset<Row> withIds(Dataset<Row> rows) {
        var equals = Window.partitionBy(CONTENT.col()).orderBy(SOURCE_ID.col(), SOURCE_FILE.col(), RECORD_NUMBER.col());
        return rows.withColumn(CONTENT.name(), sha2(content(), 256))
                .withColumn(REPEAT_NUMBER.name(), row_number().over(equals))
                .withColumn(FINANCING_ID.name(), financingId())
                .withColumn(OPERATION_KEY.name(), operationKey());
    }

    /** Each value with its length in front, a minus for null: no two contents read the same. */
    private static Column content() {
        return concat(CLEAN.fields().stream()
                .filter(f -> !NOT_CONTENT.contains(f))
                .map(f -> f.col().cast("string"))
                .map(text -> coalesce(concat(length(text), lit(":"), text), lit("-")))
                .toArray(Column[]::new));
    }

    private static Column financingId() {
        return substring(sha2(concat(CONTENT.col(), lit(":"), REPEAT_NUMBER.col()), 256), 1, ID_LENGTH);
    }

    private static Column operationKey() {
        var name = OperationNames.normalised(OPERATION_NAME.col());
        return coalesce(OPERATION_ID.col(), concat(lit("name:"), name), concat(lit("row:"), FINANCING_ID.col()));
    }
}
