package kirchberg.publish.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import kirchberg.domain.Basis;
import kirchberg.domain.Institution;
import kirchberg.domain.Stage;
import kirchberg.publish.file.TableCopy;
import kirchberg.publish.file.TableFault;
import kirchberg.table.Financings;
import kirchberg.table.Operations;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Makes each operation once more from the published financings, and compares it with the published operation. Both come
 * in the order of the operation key, so one operation is held at a time.
 */
final class OperationsProof implements Consumer<Row> {
    private static final Table ROWS = Financings.TABLE;
    private static final int KEY = ROWS.index(Financings.OPERATION_KEY);
    private static final int ID = ROWS.index(Financings.OPERATION_ID);
    private static final int NAME = ROWS.index(Financings.OPERATION_NAME);
    private static final int STAGE = ROWS.index(Financings.STAGE);
    private static final int SIGNED_ON = ROWS.index(Financings.SIGNED_ON);
    private static final int COUNTRY = ROWS.index(Financings.COUNTRY);
    private static final int INSTITUTION = ROWS.index(Financings.INSTITUTION);
    private static final int AMOUNT = ROWS.index(Financings.AMOUNT_EUR);
    private static final int JOINT = ROWS.index(Financings.JOINT_AMOUNT_EUR);

    private final Iterator<Row> published;
    private @Nullable Operation current;

    /** One operation under way. */
    private static final class Operation {
        private final String key;
        private final @Nullable String id;
        private final Set<String> countries = new HashSet<>();
        private @Nullable String name;
        private LocalDate first = LocalDate.MAX;
        private LocalDate last = LocalDate.MIN;
        private long financings;
        private BigDecimal eib = BigDecimal.ZERO;
        private BigDecimal eif = BigDecimal.ZERO;
        private BigDecimal joint = BigDecimal.ZERO;
        private long jointUnknown;

        private Operation(Row row) {
            this.key = row.getString(KEY);
            this.id = row.getString(ID);
        }

        private void add(Row row) {
            financings++;
            countries.add(row.getString(COUNTRY));
            var signed = (LocalDate) row.get(SIGNED_ON);
            first = signed.isBefore(first) ? signed : first;
            last = signed.isAfter(last) ? signed : last;
            addName(row.getString(NAME));
            addAmount(row, row.getDecimal(AMOUNT));
        }

        private void addName(@Nullable String other) {
            if (other != null && (name == null || TableCopy.compareText(other, name) < 0)) {
                name = other;
            }
        }

        private void addAmount(Row row, BigDecimal amount) {
            if (row.getString(INSTITUTION).equals(Institution.EIB.name())) {
                eib = eib.add(amount);
                return;
            }
            eif = eif.add(amount);
            if (row.isNullAt(JOINT)) {
                jointUnknown++;
            } else {
                joint = joint.add(row.getDecimal(JOINT));
            }
        }

        /** In the order of the table's fields. */
        private List<@Nullable Object> values() {
            return Arrays.asList(
                    key,
                    id,
                    (id == null ? Basis.DERIVED : Basis.STATED).name(),
                    name,
                    first,
                    last,
                    financings,
                    (long) countries.size(),
                    eib,
                    eif,
                    joint,
                    jointUnknown);
        }
    }

    /** Compares with the published rows under {@link Operations#TABLE}. */
    OperationsProof(Iterator<Row> published) {
        this.published = published;
    }

    /** Adds a row of the financings. */
    @Override
    public void accept(Row row) {
        checkKey(row);
        if (!row.getString(STAGE).equals(Stage.SIGNED.name())) {
            return;
        }
        var operation = current;
        if (operation == null || !operation.key.equals(row.getString(KEY))) {
            compare();
            operation = new Operation(row);
            current = operation;
        }
        operation.add(row);
    }

    /** Operations are counted by key and by id at once: that is right only if a stated id is the key. */
    private static void checkKey(Row row) {
        if (!row.isNullAt(ID) && !row.getString(ID).equals(row.getString(KEY))) {
            TableFault.same(ROWS, row, KEY, row.getString(ID));
        }
    }

    private void compare() {
        var operation = current;
        if (operation == null) {
            return;
        }
        if (!published.hasNext()) {
            throw TableFault.broken(Operations.TABLE, "a row is missing, got none, expected " + operation.key);
        }
        var row = published.next();
        var values = operation.values();
        for (var i = 0; i < values.size(); i++) {
            TableFault.same(Operations.TABLE, row, i, values.get(i));
        }
    }

    /** Ends the comparison: no operation may be left over. */
    void complete() {
        compare();
        current = null;
        if (published.hasNext()) {
            throw TableFault.broken(
                    Operations.TABLE,
                    "no signed financing belongs to a row, got " + TableFault.key(Operations.TABLE, published.next())
                            + ", expected no such row");
        }
    }
}
