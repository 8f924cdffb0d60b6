package kirchberg.read.parquet;

import static kirchberg.table.Financings.ACCESSED;
import static kirchberg.table.Financings.CURRENCY;
import static kirchberg.table.Financings.FORMAT;
import static kirchberg.table.Financings.RAW;
import static kirchberg.table.Financings.RAW_TEXT;
import static kirchberg.table.Financings.REASON;
import static kirchberg.table.Financings.RECORD_NUMBER;
import static kirchberg.table.Financings.SOURCE_FILE;
import static kirchberg.table.Financings.SOURCE_ID;
import static org.apache.spark.sql.functions.btrim;
import static org.apache.spark.sql.functions.instr;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kirchberg.domain.source.RejectReason;
import kirchberg.domain.source.Source;
import kirchberg.read.received.Limits;
import kirchberg.read.received.Text;
import kirchberg.table.Field;
import kirchberg.table.Portfolio;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/**
 * The columns of a portfolio as raw text, each row with its place. Text is cleaned as every reader cleans it, but for
 * its composition: Spark has no function for that, so a portfolio's text must be composed (NFC) when it is handed over.
 */
final class RawColumns {
    /** Letters that Spark takes for a pattern of file names. */
    private static final Pattern GLOB = Pattern.compile("[\\[\\]{}*?\\\\]");

    private static final Column NOTHING = lit(null).cast(DataTypes.StringType);

    private final Source source;

    RawColumns(Source source) {
        this.source = source;
    }

    /** One scan of all files, so that the plan does not grow with their number. */
    Dataset<Row> of(SparkSession spark) {
        var files = source.files().stream()
                .map(f -> "file://"
                        + escaped(ParquetPortfolio.place(source, f.name()).toString()))
                .toArray(String[]::new);
        var rows = spark.read().schema(Portfolio.TABLE.schema()).parquet(files);
        var columns = columns();
        return RAW.select(rows.select(RAW.fields().stream()
                .map(f -> columns.getOrDefault(f.name(), NOTHING).as(f.name()))
                .toArray(Column[]::new)));
    }

    private static String escaped(String path) {
        return GLOB.matcher(path).replaceAll("\\\\$0");
    }

    private Map<String, Column> columns() {
        var columns = new HashMap<>(Map.of(
                SOURCE_ID.name(), lit(source.id()),
                SOURCE_FILE.name(), fileName(),
                RECORD_NUMBER.name(), Portfolio.ROW_INDEX.col().plus(lit(1)),
                FORMAT.name(), lit(source.format().key()),
                ACCESSED.name(), lit(source.accessed().toString()),
                CURRENCY.name(), lit(source.currency()),
                REASON.name(), reason(),
                RAW_TEXT.name(), rawText()));
        for (var index = 0; index < Portfolio.FIELDS.size(); index++) {
            columns.put(
                    Portfolio.FIELDS.get(index).name(),
                    clean(Portfolio.TABLE.fields().get(index)));
        }
        return columns;
    }

    /** What follows the source folder in the path, which Spark writes as a URI, so some names need to be mended. */
    private Column fileName() {
        var folder = uri(ParquetPortfolio.place(source, "") + "/");
        var path = Portfolio.FILE_PATH.col();
        var begin = instr(path, lit(folder)).plus(lit(folder.length()));
        var name = substring(path, begin, lit(Integer.MAX_VALUE));
        var mended = when(lit(false), name);
        for (var file : source.files()) {
            var written =
                    uri(ParquetPortfolio.place(source, file.name()).toString()).substring(folder.length());
            if (!written.equals(file.name())) {
                mended = mended.when(name.equalTo(written), file.name());
            }
        }
        return mended.otherwise(name);
    }

    private static String uri(String path) {
        try {
            return new URI(null, null, path, null, null).toString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Cannot name the file " + path, e);
        }
    }

    private static Column clean(Field field) {
        var text = field.col().cast(DataTypes.StringType);
        if (!isText(field)) {
            return text;
        }
        var lines = replace(replace(text, lit("\r\n"), lit("\n")), lit("\r"), lit("\n"));
        return nullif(btrim(lines, lit(Text.BLANKS)), lit(""));
    }

    private static Column reason() {
        var bad = lit(false);
        var large = lit(false);
        for (var field : texts().toList()) {
            var text = field.col();
            bad = bad.or(not(is_valid_utf8(text))).or(text.contains("\0"));
            large = large.or(octet_length(text).gt(Limits.CELL));
        }
        return when(bad, RejectReason.BAD_TEXT.name()).when(large, RejectReason.TOO_LARGE.name());
    }

    /** The record as JSON, every value text, what is not stated left out; cut if it was refused for its size. */
    private static Column rawText() {
        var json = to_json(struct(Portfolio.TABLE.fields().stream()
                .map(f -> f.col().cast(DataTypes.StringType).as(f.name()))
                .toArray(Column[]::new)));
        return when(reason().eqNullSafe(lit(RejectReason.TOO_LARGE.name())), substring(json, 1, Limits.CELL))
                .otherwise(json);
    }

    private static Stream<Field> texts() {
        return Portfolio.TABLE.fields().stream().filter(RawColumns::isText);
    }

    private static boolean isText(Field field) {
        return field.type().equals(DataTypes.StringType);
    }
}
