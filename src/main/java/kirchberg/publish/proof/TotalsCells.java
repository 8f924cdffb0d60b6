package kirchberg.publish.proof;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kirchberg.publish.file.TableFault;
import kirchberg.publish.proof.TotalsProof.Ends;
import kirchberg.table.Financings;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The recomputed cells of one table of totals, and their comparison with the published rows. */
final class TotalsCells {
    private static final int CENTS = 2;
    private static final int OPERATION_KEY = Financings.TABLE.index(Financings.OPERATION_KEY);
    private static final int OPERATION_ID = Financings.TABLE.index(Financings.OPERATION_ID);

    private final Table table;
    private final List<String> labels;
    private final int[] sourcePositions;
    private final Map<List<@Nullable Object>, List<Cell>> cells = new HashMap<>();

    /** One label at one place: exact sums. */
    static final class Cell {
        private BigDecimal low = BigDecimal.ZERO;
        private BigDecimal high = BigDecimal.ZERO;
        private long financings;
        private long certainOperations;
        private long possibleOperations;
        private @Nullable String lastKey;
        private @Nullable String lastId;
        private boolean published;

        void add(Row row, boolean isCertain, Ends amount) {
            low = low.add(amount.low());
            high = high.add(amount.high());
            financings++;
            var key = row.getString(OPERATION_KEY);
            if (isCertain && !key.equals(lastKey)) {
                lastKey = key;
                certainOperations++;
            }
            if (row.isNullAt(OPERATION_ID) || !row.getString(OPERATION_ID).equals(lastId)) {
                lastId = row.getString(OPERATION_ID);
                possibleOperations++;
            }
        }

        private List<Object> measures() {
            return List.of(
                    low.setScale(CENTS, RoundingMode.HALF_UP),
                    high.setScale(CENTS, RoundingMode.HALF_UP),
                    financings,
                    certainOperations,
                    possibleOperations);
        }
    }

    /** Cells of a table for these labels, in their order. */
    TotalsCells(Table table, List<String> labels) {
        this.table = table;
        this.labels = labels;
        this.sourcePositions =
                table.key().stream().skip(2).mapToInt(Financings.TABLE::index).toArray();
    }

    Table table() {
        return table;
    }

    /** The cells of an institution where a financing belongs, label by label. */
    List<Cell> at(String institution, Row financing) {
        var place = new @Nullable Object[sourcePositions.length + 1];
        place[0] = institution;
        for (var i = 0; i < sourcePositions.length; i++) {
            place[i + 1] = financing.get(sourcePositions[i]);
        }
        return cells.computeIfAbsent(
                Arrays.asList(place),
                k -> Stream.generate(Cell::new).limit(labels.size()).toList());
    }

    /** Compares a published row with the cell of its key. */
    void compare(Row published) {
        var cell = cell(published);
        if (cell == null) {
            throw TableFault.broken(
                    table,
                    "no financing belongs to a row, got key " + TableFault.key(table, published)
                            + ", expected no such row");
        }
        cell.published = true;
        var measures = cell.measures();
        for (var i = 0; i < measures.size(); i++) {
            TableFault.same(table, published, table.keySize() + i, measures.get(i));
        }
    }

    private @Nullable Cell cell(Row published) {
        var place = new @Nullable Object[table.keySize() - 1];
        place[0] = published.get(0);
        for (var i = 1; i < place.length; i++) {
            place[i] = published.get(i + 1);
        }
        var here = cells.get(Arrays.asList(place));
        var label = labels.indexOf(published.getString(1));
        return here == null || label < 0 ? null : here.get(label);
    }

    /** Refuses a table that lacks a row; rows of labels that no financing carries may be missing. */
    void complete() {
        cells.forEach((place, here) -> {
            for (var i = 0; i < here.size(); i++) {
                var cell = here.get(i);
                if (cell.financings > 0 && !cell.published) {
                    throw TableFault.broken(
                            table,
                            "a row is missing, got none, expected " + labels.get(i) + " of " + place + " with "
                                    + cell.measures());
                }
            }
        });
    }
}
