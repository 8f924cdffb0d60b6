package kirchberg.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import kirchberg.table.Field;
import kirchberg.table.Table;
import kirchberg.table.parquet.EarlierColumns;
import kirchberg.table.parquet.RowWriter;
import kirchberg.table.parquet.Shape;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** One Parquet file per table: streamed in and out without Spark, or written by one Spark action. */
final class TableFiles {
    /** Makes a path local, whatever the default file system of Spark's configuration. */
    private static final String LOCAL = "file://";

    /** Folder of a draft for what is needed only while it is made. */
    static final String STAGING = "staging";

    private TableFiles() {}

    /** Where a table lies in the folder of a release. */
    static Path data(Path release, Table table) {
        return release.resolve("data").resolve(table.name() + ".parquet");
    }

    static Dataset<Row> open(SparkSession spark, Path file, Table table) {
        return spark.read().schema(table.schema()).parquet(LOCAL + file);
    }

    /** The first rows of a file, in its order. */
    static List<Row> rows(Path file, Table table, int most) {
        try (var reader = new Reader(file, table)) {
            var rows = new ArrayList<Row>();
            while (rows.size() < most && reader.hasNext()) {
                rows.add(reader.next());
            }
            return List.copyOf(rows);
        }
    }

    /** All rows of a file that an earlier version of the program may have written, in its order. */
    static List<Row> published(Path file, Table table) {
        try (var reader = Reader.ofRelease(file, table)) {
            var rows = new ArrayList<Row>();
            reader.forEachRemaining(rows::add);
            return List.copyOf(rows);
        }
    }

    /** One Spark action: the rows, sorted by key, as a single file. */
    static void write(Path file, Table table, Dataset<Row> rows) {
        var folder = Disk.folderOf(file).resolveSibling(STAGING).resolve(table.name() + ".spark");
        table.select(rows)
                .repartition(1)
                .sortWithinPartitions(table.key().stream().map(Field::col).toArray(Column[]::new))
                .write()
                .mode(SaveMode.ErrorIfExists)
                .option("compression", "zstd")
                .parquet(LOCAL + folder);
        Disk.move(singlePart(folder, table), file);
        Disk.delete(folder);
    }

    private static Path singlePart(Path folder, Table table) {
        var parts = Disk.tree(folder).stream()
                .filter(p -> String.valueOf(p.getFileName()).matches("part-.*[.]parquet"))
                .toList();
        if (parts.size() != 1) {
            throw new IllegalStateException(
                    "Cannot write table " + table.name() + ": got " + parts.size() + " files, expected 1");
        }
        return parts.get(0);
    }

    static void write(Path file, Table table, List<Row> rows) {
        try (var writer = new Writer(file, table)) {
            rows.stream().sorted(TableCopy.order(table)).forEach(writer);
        }
    }

    static long count(Path file, Table table) {
        try (var reader = new Reader(file, table)) {
            return reader.rows();
        }
    }

    /** Streams rows to a new file, a row group at a time. */
    static final class Writer implements Consumer<Row>, AutoCloseable {
        private final Path file;
        private final RowWriter out;

        Writer(Path file, Table table) {
            this.file = file;
            try {
                this.out = new RowWriter(new LocalOutputFile(file), table);
            } catch (IOException e) {
                throw Disk.fault("write", file, e);
            }
        }

        @Override
        public void accept(Row row) {
            try {
                out.write(row);
            } catch (IOException e) {
                throw Disk.fault("write", file, e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw Disk.fault("close", file, e);
            }
        }
    }

    /** Streams the rows of a file whose columns are those of the table. */
    static final class Reader implements Iterator<Row>, AutoCloseable {
        private final Path file;
        private final Shape shape;
        private final ParquetFileReader in;
        private final MessageType message;
        private final MessageType stored;
        private long left;
        private long leftInGroup;
        private @Nullable RecordReader<Group> records;

        Reader(Path file, Table table) {
            this(file, table, false);
        }

        /** A file of a release: columns that were not there when it was made are null. */
        static Reader ofRelease(Path file, Table table) {
            return new Reader(file, table, true);
        }

        private Reader(Path file, Table table, boolean mayBeEarlier) {
            this.file = file;
            this.shape = new Shape(table);
            try {
                this.in = ParquetFileReader.open(new LocalInputFile(file));
            } catch (IOException | RuntimeException e) {
                throw Disk.fault("read", file, new IOException("missing, or its footer is torn", e));
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

        long rows() {
            return in.getRecordCount();
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException("Cannot read on: no more rows in " + file);
            }
            left--;
            try {
                return shape.row(record());
            } catch (IOException | ParquetDecodingException e) {
                throw Disk.fault("read", file, new IOException("its rows are torn", e));
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
                throw Disk.fault("close", file, e);
            }
        }
    }
}
