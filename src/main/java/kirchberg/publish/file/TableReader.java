package kirchberg.publish.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import kirchberg.publish.store.Faults;
import kirchberg.publish.store.Folder;
import kirchberg.table.Table;
import kirchberg.table.parquet.EarlierColumns;
import kirchberg.table.parquet.Shape;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Streams the rows of a file whose columns are those of the table. */
public final class TableReader implements Iterator<Row>, AutoCloseable {
    /** A text that a bit turned into another is still a text: only the checksum of its page tells. */
    private static final ParquetReadOptions CHECKED = ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withPageChecksumVerification(true)
            .build();

    private final String shown;
    private final Shape shape;
    private final ParquetFileReader in;
    private final MessageType message;
    private final MessageType stored;
    private long left;
    private long leftInGroup;
    private @Nullable RecordReader<Group> records;

    public TableReader(Folder folder, String name, Table table) {
        this(folder, name, table, false);
    }

    /** A file of a release: columns that were not there when it was made are null. */
    public static TableReader ofRelease(Folder folder, String name, Table table) {
        return new TableReader(folder, name, table, true);
    }

    private TableReader(Folder folder, String name, Table table, boolean mayBeEarlier) {
        this.shown = folder.shown(name);
        this.shape = new Shape(table);
        try {
            var file = folder.input(name);
            requireMagic(file);
            this.in = ParquetFileReader.open(file, CHECKED);
        } catch (IOException | RuntimeException e) {
            throw Faults.fault("read", shown, new IOException("missing, or its footer is torn", e));
        }
        var found = in.getFileMetaData().getSchema();
        this.left = in.getRecordCount();
        if (mayBeEarlier) {
            this.message = shape.message();
            this.stored = EarlierColumns.of(message, found);
            in.setRequestedSchema(stored);
        } else {
            shape.check(found);
            this.message = found;
            this.stored = found;
        }
    }

    /** Its footer has the same bytes, and alone is looked at; other readers look at both. */
    private static void requireMagic(InputFile file) throws IOException {
        try (var stream = file.newStream()) {
            var first = new byte[ParquetFileWriter.MAGIC.length];
            stream.readFully(first);
            if (!Arrays.equals(first, ParquetFileWriter.MAGIC)) {
                throw new IOException("it does not begin as Parquet does");
            }
        }
    }

    public long rows() {
        return in.getRecordCount();
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("Cannot read on: no more rows in " + shown);
        }
        left--;
        try {
            return shape.row(record());
        } catch (IOException | ParquetDecodingException e) {
            throw Faults.fault("read", shown, new IOException("its rows are torn", e));
        }
    }

    private Group record() throws IOException {
        var reader = records;
        if (reader == null || leftInGroup == 0) {
            var pages = in.readNextRowGroup();
            leftInGroup = pages.getRowCount();
            reader = new ColumnIOFactory()
                    .getColumnIO(message, stored)
                    .getRecordReader(pages, new GroupRecordConverter(message));
            records = reader;
        }
        leftInGroup--;
        return reader.read();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw Faults.fault("close", shown, e);
        }
    }
}
