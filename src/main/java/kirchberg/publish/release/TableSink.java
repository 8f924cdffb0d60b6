package kirchberg.publish.release;

import java.util.function.Consumer;
import kirchberg.publish.file.TableWriter;
import kirchberg.publish.store.Folder;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;

/** Streams rows to a store, in bounded memory: into files of a few thousand rows, so that Spark can share them out. */
public final class TableSink implements Consumer<Row>, AutoCloseable {
    private static final int ROWS_PER_FILE = 8192;

    private final Folder folder;
    private final Table table;
    private TableWriter writer;
    private int files;
    private int rows;

    TableSink(Folder folder, Table table) {
        this.folder = folder;
        this.table = table;
        this.writer = next();
    }

    @Override
    public void accept(Row row) {
        if (rows == ROWS_PER_FILE) {
            writer.close();
            writer = next();
        }
        writer.accept(row);
        rows++;
    }

    private TableWriter next() {
        rows = 0;
        return new TableWriter(folder, "part-" + files++ + ".parquet", table);
    }

    @Override
    public void close() {
        writer.close();
    }
}
