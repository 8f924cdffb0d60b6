package kirchberg.read.received;

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
public final class Delivery {
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
    private @Nullable Long statedRecords;

    /**
     * A delivery of one source.
     *
     * @param sink takes rows under {@code Financings.RAW}
     */
    public Delivery(Source source, Consumer<Row> sink) {
        this.source = source;
        this.sink = sink;
    }

    /** What is delivered. */
    public Source source() {
        return source;
    }

    /** Says of which file the next records are. */
    public void beginFile(String name) {
        file = name;
    }

    /** Keeps a sentence for the report. */
    public void remark(String sentence) {
        remarks.add(sentence);
    }

    /** Counts a record that is none: a blank row, a repeated header, a page overlap, a transaction left out. */
    public void control() {
        records++;
        controlRows++;
    }

    /** Counts a Total row and keeps what it states, if that can be read. */
    public void statedTotal(Line line, Optional<BigDecimal> amount) {
        control();
        if (totalSeen) {
            throw Stop.refused(
                    Refusal.CONTROL_FIGURE,
                    "Cannot use " + source.id() + "/" + file + ": the Total row comes twice, again in record "
                            + line.number() + " " + line.position().text() + ", expected one",
                    "fetch the file again; do not join two exports in one source");
        }
        totalSeen = true;
        statedTotalEur = amount.orElse(null);
    }

    /** Whether a Total row was counted. */
    public boolean totalSeen() {
        return totalSeen;
    }

    /** Adds to the number of records that the source says it has. */
    public void statedRecords(long stated) {
        var before = statedRecords;
        statedRecords = before == null ? stated : before + stated;
    }

    /** Hands on a record that is structurally broken: its cells and its money are unknown. */
    public void reject(Line line) {
        records++;
        unreadableAmounts++;
        sink.accept(RowFactory.create(row(line)));
    }

    /**
     * Hands on a record whose values can be told apart. The amount counts as readable by the rule of
     * {@link AmountText}.
     *
     * @param fields what the values are, amount included; a currency among them is stronger than the source's, and a
     *     reason among them (of those that are not structural) rejects the record
     */
    public void financing(Line line, List<Field> fields, List<@Nullable String> values) {
        records++;
        var row = row(line);
        for (var index = 0; index < fields.size(); index++) {
            row[position(fields.get(index))] = values.get(index);
        }
        var amount = "EUR".equals(row[position(Financings.CURRENCY)])
                ? AmountText.read(source.format(), values.get(fields.indexOf(Financings.AMOUNT_EUR)))
                : Optional.<BigDecimal>empty();
        if (amount.isPresent()) {
            readableEur = readableEur.add(amount.get());
        } else {
            unreadableAmounts++;
        }
        sink.accept(RowFactory.create(row));
    }

    /** Counts the records of a file that others hand on. */
    public void counted(RecordCount file) {
        records += file.records();
        if ("EUR".equals(source.currency())) {
            readableEur = readableEur.add(file.readableEur());
            unreadableAmounts += file.unreadableAmounts();
        } else {
            unreadableAmounts += file.records();
        }
    }

    /** What was counted so far. */
    public ControlTotals totals() {
        return new ControlTotals(
                source.id(),
                records,
                controlRows,
                readableEur,
                unreadableAmounts,
                statedTotalEur,
                statedRecords,
                remarks);
    }

    private @Nullable Object[] row(Line line) {
        var row = new @Nullable Object[COLUMNS.size()];
        row[position(Financings.SOURCE_ID)] = source.id();
        row[position(Financings.SOURCE_FILE)] = file;
        row[position(Financings.RECORD_NUMBER)] = String.valueOf(line.number());
        row[position(Financings.FORMAT)] = source.format().key();
        row[position(Financings.ACCESSED)] = source.accessed().toString();
        row[position(Financings.CURRENCY)] = source.currency();
        var offset = line.position().offset();
        row[position(Financings.BYTE_OFFSET)] = offset == null ? null : offset.toString();
        row[position(Financings.CELL_REFERENCE)] = line.position().cell();
        row[position(Financings.RAW_TEXT)] = line.raw();
        var fault = line.fault();
        row[position(Financings.REASON)] = fault == null ? null : fault.name();
        return row;
    }

    private static int position(Field field) {
        return COLUMNS.indexOf(field.name());
    }
}
