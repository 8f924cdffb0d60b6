package kirchberg.table.parquet;

import java.io.IOException;
import kirchberg.table.Table;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.Row;

/** Streams rows into a new Parquet file, a row group at a time. The same rows give the same bytes. */
public final class RowWriter implements AutoCloseable {
    private static final long ROW_GROUP_BYTES = 32L << 20;

    private final Shape shape;
    private final MessageType message;
    private final ParquetWriter<Group> out;

    /** Begins a file whose columns are those of a table. */
    public RowWriter(OutputFile file, Table table) throws IOException {
        this.shape = new Shape(table);
        this.message = shape.message();
        this.out = ExampleParquetWriter.builder(file)
                .withType(message)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .build();
    }

    /** Adds a row of the table. */
    public void write(Row row) throws IOException {
        var group = new SimpleGroup(message);
        shape.fill(group, row);
        out.write(group);
    }

    /** Writes what is left, and the footer. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
