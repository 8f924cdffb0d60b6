package kirchberg.read.parquet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import kirchberg.read.received.RecordCount;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Portfolio;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;

/** Counts the records and the money of a file by its column of amounts alone, a row group at a time. */
final class Amounts {
    /** Amounts of more digits are none: text of them would not match the grammar either. */
    private static final long TOO_MANY_CENTS = 1_000_000_000_000_000_000L;

    /** Once a sum of cents is as large, the next amount might not fit in. */
    private static final long FULL = Long.MAX_VALUE - TOO_MANY_CENTS;

    private final ParquetFileReader file;
    private final MessageType amount;
    private long records;
    private long unreadable;
    private long cents;
    private BigInteger total = BigInteger.ZERO;

    Amounts(ParquetFileReader file) {
        this.file = file;
        var name = Portfolio.TABLE
                .fields()
                .get(Portfolio.FIELDS.indexOf(Financings.AMOUNT_EUR))
                .name();
        var schema = file.getFileMetaData().getSchema();
        this.amount = new MessageType(schema.getName(), schema.getType(name));
    }

    /** What is in the file; an amount that is missing or has too many digits is unreadable. */
    RecordCount count() throws IOException {
        file.setRequestedSchema(amount);
        for (var pages = file.readNextRowGroup(); pages != null; pages = file.readNextRowGroup()) {
            count(pages);
            pages.close();
        }
        if (records != file.getRecordCount()) {
            throw new IOException(
                    "got " + records + " amounts, expected " + file.getRecordCount() + " as the footer says");
        }
        carry();
        return new RecordCount(records, new BigDecimal(total, Field.EUR.scale()), unreadable);
    }

    private void count(PageReadStore pages) {
        var column = amount.getColumns().get(0);
        var values = new ColumnReadStoreImpl(
                        pages,
                        new GroupRecordConverter(amount).getRootConverter(),
                        amount,
                        file.getFileMetaData().getCreatedBy())
                .getColumnReader(column);
        var count = pages.getPageReader(column).getTotalValueCount();
        for (var number = 0L; number < count; number++) {
            if (values.getCurrentDefinitionLevel() < column.getMaxDefinitionLevel()) {
                unreadable++;
            } else {
                add(values, column);
            }
            values.consume();
        }
        records += count;
    }

    private void add(ColumnReader values, ColumnDescriptor column) {
        switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> add(values.getInteger());
            case INT64 -> add(values.getLong());
            default -> add(new BigInteger(values.getBinary().getBytes()));
        }
    }

    private void add(BigInteger value) {
        add(value.bitLength() < Long.SIZE ? value.longValue() : TOO_MANY_CENTS);
    }

    private void add(long value) {
        if (value <= -TOO_MANY_CENTS || value >= TOO_MANY_CENTS) {
            unreadable++;
            return;
        }
        if (cents > FULL || cents < -FULL) {
            carry();
        }
        cents += value;
    }

    private void carry() {
        total = total.add(BigInteger.valueOf(cents));
        cents = 0;
    }
}
