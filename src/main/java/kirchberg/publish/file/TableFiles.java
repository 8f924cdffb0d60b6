package kirchberg.publish.file;

import java.util.ArrayList;
import java.util.List;
import kirchberg.domain.Stop;
import kirchberg.publish.store.Folder;
import kirchberg.publish.store.Store;
import kirchberg.table.Field;
import kirchberg.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** One Parquet file per table of a release: streamed in and out without Spark, or written by one Spark action. */
public final class TableFiles {

    /** Folder of a draft for what is needed only while it is made. */
    public static final String STAGING = "staging";

    private TableFiles() {}

    /** Where a table lies in the folder of a release. */
    public static String data(Table table) {
        return "data/" + table.name() + ".parquet";
    }

    public static Dataset<Row> open(SparkSession spark, Folder folder, String name, Table table) {
        return spark.read().schema(table.schema()).parquet(folder.uri(name));
    }

    /** The first rows of a table, in the order of its file. */
    public static List<Row> rows(Folder release, Table table, int most) {
        try (var reader = new TableReader(release, data(table), table)) {
            var rows = new ArrayList<Row>();
            while (rows.size() < most && reader.hasNext()) {
                rows.add(reader.next());
            }
            return List.copyOf(rows);
        }
    }

    /** All rows of a table that an earlier version of the program may have written, in the order of its file. */
    public static List<Row> published(Folder release, Table table) {
        try (var reader = TableReader.ofRelease(release, data(table), table)) {
            var rows = new ArrayList<Row>();
            reader.forEachRemaining(rows::add);
            return List.copyOf(rows);
        }
    }

    /** One Spark action: the rows, sorted by key, as a single file. */
    public static void write(Folder release, Table table, Dataset<Row> rows) {
        var parts = STAGING + "/" + table.name() + ".spark";
        table.select(rows)
                .repartition(1)
                .sortWithinPartitions(table.key().stream().map(Field::col).toArray(Column[]::new))
                .write()
                .mode(SaveMode.ErrorIfExists)
                .option("compression", "zstd")
                .parquet(release.uri(parts));
        release.move(parts + "/" + singlePart(release.child(parts), table), data(table));
        release.delete(parts);
    }

    private static String singlePart(Folder folder, Table table) {
        var parts = folder.list().stream()
                .map(Store.Entry::name)
                .filter(name -> name.matches("part-.*[.]parquet"))
                .toList();
        if (parts.size() != 1) {
            throw new IllegalStateException(
                    "Cannot write table " + table.name() + ": got " + parts.size() + " files, expected 1");
        }
        return parts.get(0);
    }

    public static void write(Folder release, Table table, List<Row> rows) {
        try (var writer = new TableWriter(release, data(table), table)) {
            rows.stream().sorted(TableCopy.order(table)).forEach(writer);
        }
    }

    /** Whether a file is there whose columns are those of the table. */
    public static boolean hasColumnsOf(Folder release, Table table) {
        try (var reader = new TableReader(release, data(table), table)) {
            return reader.rows() >= 0;
        } catch (Stop other) {
            return false;
        }
    }

    public static long count(Folder release, Table table) {
        try (var reader = new TableReader(release, data(table), table)) {
            return reader.rows();
        }
    }
}
