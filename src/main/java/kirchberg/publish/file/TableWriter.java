package kirchberg.publish.file;

import java.io.IOException;
import java.util.function.Consumer;
import kirchberg.publish.store.Faults;
import kirchberg.publish.store.Folder;
import kirchberg.table.Table;
import kirchberg.table.parquet.RowWriter;
import org.apache.spark.sql.Row;

/** Streams rows to a new file, a row group at a time. */
public final class TableWriter implements Consumer<Row>, AutoCloseable {
    private final String shown;
    private final RowWriter out;

    /** Begins a file that must not exist. */
    public TableWriter(Folder folder, String name, Table table) {
        this.shown = folder.shown(name);
        try {
            this.out = new RowWriter(folder.output(name), table);
        } catch (IOException e) {
            throw Faults.fault("write", shown, e);
        }
    }

    @Override
    public void accept(Row row) {
        try {
            out.write(row);
        } catch (IOException e) {
            throw Faults.fault("write", shown, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw Faults.fault("close", shown, e);
        }
    }
}
