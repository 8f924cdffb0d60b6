package kirchberg.read.parquet;

import java.util.List;
import java.util.Locale;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.table.Portfolio;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** The columns of a portfolio's Parquet file: exactly those of the table, in any order. Nothing is converted. */
final class Columns {
    /** Letters of a foreign schema that are shown; it may have thousands of columns. */
    private static final int SHOWN = 2_000;

    private Columns() {}

    /** Refuses a file with other names or types. */
    static void require(String file, MessageType found) {
        var got = found.getFields().stream().map(Columns::words).toList();
        var expected = Portfolio.TABLE.fields().stream()
                .map(f -> f.name() + " " + f.type().sql().toLowerCase(Locale.ROOT))
                .toList();
        if (got.stream().sorted().toList().equals(expected.stream().sorted().toList())) {
            return;
        }
        throw Stop.refused(
                Refusal.HEADER,
                "Cannot read the columns of " + file + ": not those of a portfolio, " + difference(got, expected)
                        + "got " + cut(got.toString()) + ", expected " + expected,
                "write exactly these columns: money and shares as decimals, never as floating-point numbers, days as"
                        + " dates without a time, and no index");
    }

    private static String difference(List<String> got, List<String> expected) {
        var other = got.stream().filter(c -> !expected.contains(c)).toList();
        var missing = expected.stream().filter(c -> !got.contains(c)).toList();
        return (other.isEmpty() ? "" : "wrong " + cut(other.toString()) + ", ")
                + (missing.isEmpty() ? "" : "missing " + missing + ", ");
    }

    /** A column in the words of the table, or in Parquet's own if the table has none for it. */
    private static String words(Type column) {
        var repeated = column.isRepetition(Type.Repetition.REPEATED) ? "repeated " : "";
        return column.getName() + " " + repeated + (column.isPrimitive() ? type(column) : "group");
    }

    private static String type(Type column) {
        var meaning = column.getLogicalTypeAnnotation();
        if (meaning instanceof StringLogicalTypeAnnotation) {
            return "string";
        }
        if (meaning instanceof DateLogicalTypeAnnotation) {
            return "date";
        }
        var storage = column.asPrimitiveType().getPrimitiveTypeName();
        // Spark cannot read decimals of no fixed length; hardly a program writes them.
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal && storage != PrimitiveTypeName.BINARY) {
            return "decimal(" + decimal.getPrecision() + "," + decimal.getScale() + ")";
        }
        var name = storage.name().toLowerCase(Locale.ROOT);
        return meaning == null ? name : name + " " + meaning.toString().toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
