package kirchberg.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kirchberg.domain.Stop;
import kirchberg.domain.source.AmountText;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.Source;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Hands the records of a source on as raw rows, and counts rows and money while it does, by {@link AmountText}. */
final class Delivery {
    private static final List<String> COLUMNS = Financings.RAW.names();

    private final Source source;
    private final Consumer<Row> sink;
    private final List<String> remarks = new ArrayList<>();
    private String file = "";
    private long records;
    private long controlRows;
    private BigDecimal readableEur = BigDecimal.ZERO.setScale(2);
    private long unreadableAmounts;
    private @Nullable BigDecimal statedTotalEur;
    private boolean totalSeen;

    Delivery(Source source, Consumer<Row> sink) {
        this.source = source;
        this.sink = sink;
    }

    Source source() {
        return source;
    }

    void beginFile(String name) {
        file = name;
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    /** Counts a blank row or a repeated header. */
    void control() {
        records++;
        controlRows++;
    }

    /** Counts a Total row and keeps what it states, if that can be read. */
    void statedTotal(CsvTable.Line line, Optional<BigDecimal> amount) {
        control();
        if (totalSeen) {
            throw Stop.refused(
                    Refusal.CONTROL_FIGURE,
                    "Cannot use " + source.id() + "/" + file + ": the Total row comes twice, again in record "
                            + line.number() + " at byte offset " + line.offset() + ", expected one",
                    "fetch the file again; do not join two exports in one source");
        }
        totalSeen = true;
        statedTotalEur = amount.orElse(null);
    }

    boolean totalSeen() {
        return totalSeen;
    }

    /** Hands on a record that is structurally broken: its cells and its money are unknown. */
    void reject(CsvTable.Line line) {
        records++;
        unreadableAmounts++;
        sink.accept(RowFactory.create(row(line)));
    }

    /** Hands on a sound record; the fields say what its values are, amount included. */
    void financing(CsvTable.Line line, List<Field> fields, List<@Nullable String> values) {
        records++;
        var amount = AmountText.read(source.format(), values.get(fields.indexOf(Financings.AMOUNT_EUR)));
        if (amount.isPresent()) {
            readableEur = readableEur.add(amount.get());
        } else {
            unreadableAmounts++;
        }
        var row = row(line);
        for (var index = 0; index < fields.size(); index++) {
            row[position(fields.get(index))] = values.get(index);
        }
        sink.accept(RowFactory.create(row));
    }

    ControlTotals totals() {
        return new ControlTotals(
                source.id(), records, controlRows, readableEur, unreadableAmounts, statedTotalEur, remarks);
    }

    private @Nullable Object[] row(CsvTable.Line line) {
        var row = new @Nullable Object[COLUMNS.size()];
        row[position(Financings.SOURCE_ID)] = source.id();
        row[position(Financings.SOURCE_FILE)] = file;
        row[position(Financings.RECORD_NUMBER)] = String.valueOf(line.number());
        row[position(Financings.FORMAT)] = source.format().key();
        row[position(Financings.ACCESSED)] = source.accessed().toString();
        row[position(Financings.CURRENCY)] = source.currency();
        row[position(Financings.BYTE_OFFSET)] = String.valueOf(line.offset());
        row[position(Financings.RAW_TEXT)] = line.raw();
        row[position(Financings.REASON)] =
                line.fault() == null ? null : line.fault().name();
        return row;
    }

    private static int position(Field field) {
        return COLUMNS.indexOf(field.name());
    }
}
