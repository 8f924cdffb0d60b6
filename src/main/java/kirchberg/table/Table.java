package kirchberg.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A data set's columns, in order.
 *
 * @param name file name of a published table, without its extension
 * @param keySize how many of the first fields identify a row; they are the sort order on disk
 * @param fields the columns
 */
public record Table(String name, int keySize, List<Field> fields) {

    public Table {
        fields = List.copyOf(fields);
    }

    public static Table of(String name, int keySize, Field... fields) {
        return new Table(name, keySize, List.of(fields));
    }

    /** This table's fields followed by others. */
    public Table with(String otherName, List<Field> others) {
        var all = new ArrayList<>(fields);
        all.addAll(others);
        return new Table(otherName, keySize, all);
    }

    /** The same names, every value text. */
    public Table asText(String textName) {
        return new Table(
                textName,
                keySize,
                fields.stream().map(f -> Field.text(f.name(), f.meaning())).toList());
    }

    public StructType schema() {
        return new StructType(fields.stream()
                .map(f -> DataTypes.createStructField(f.name(), f.type(), true))
                .toArray(StructField[]::new));
    }

    /** The fields that identify a row, in sort order. */
    public List<Field> key() {
        return fields.subList(0, keySize);
    }

    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** Exactly these columns, in order, cast to their types. */
    public Dataset<Row> select(Dataset<Row> rows) {
        var present = Arrays.asList(rows.columns());
        var missing = names().stream().filter(n -> !present.contains(n)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Cannot make table " + name + ": missing " + missing + ", got " + present);
        }
        return rows.select(fields.stream().map(f -> f.col().cast(f.type())).toArray(Column[]::new));
    }

    /** Position of a field, for rows on the driver. */
    public int index(Field field) {
        return fields.indexOf(field);
    }

    /** The table as a section of {@code src/docs/dictionary.md}. */
    public String dictionary() {
        return fields.stream()
                .map(f -> "| `" + f.name() + "` | " + f.type().sql().toLowerCase(Locale.ROOT) + " | " + f.meaning()
                        + " |\n")
                .collect(Collectors.joining(
                        "", "## `" + name + "`\n\n| column | type | meaning |\n|---|---|---|\n", "\n"));
    }
}
