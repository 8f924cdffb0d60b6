package kirchberg.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import kirchberg.clean.Cleaning;
import kirchberg.domain.source.ControlTotals;
import kirchberg.table.Financings;
import kirchberg.table.Rejects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What readers counted and handed over, to be compared with what one plan of the cleaning stage makes of it all. */
public final class Ledger {
    private static final int FILE = Financings.RAW.names().indexOf(Financings.SOURCE_FILE.name());

    private final Map<String, ControlTotals> counted = new TreeMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** Sums of the published and the rejected rows of one file. */
    private record Sums(long rows, long unreadable, BigDecimal eur) {
        static Sums of(Row row) {
            return row.isNullAt(1) ? new Sums(1, 1, BigDecimal.ZERO) : new Sums(1, 0, row.getDecimal(1));
        }

        Sums and(Sums other) {
            return new Sums(rows + other.rows, unreadable + other.unreadable, eur.add(other.eur));
        }
    }

    /** Enters what came of one file, or of files that belong together, under a name that no other has. */
    public void enter(String file, ControlTotals totals, List<Row> handedOver) {
        assertThat(counted.put(file, totals)).as(file).isNull();
        for (var row : handedOver) {
            var values = new Object[row.size()];
            for (var index = 0; index < values.length; index++) {
                values[index] = index == FILE ? file : row.get(index);
            }
            rows.add(RowFactory.create(values));
        }
    }

    /** Published and rejected rows of every file are those that were counted, and so is their money. */
    public void assertCleaningAgrees() {
        assertCleaningAgrees(
                raw -> Cleaning.financings(raw).select(Financings.SOURCE_FILE.col(), Financings.AMOUNT_EUR.col()));
    }

    /**
     * The same for another door of the stage.
     *
     * @param published file and amount of each row that the stage publishes
     */
    public void assertCleaningAgrees(Function<Dataset<Row>, Dataset<Row>> published) {
        assertCleaningAgrees(LocalSpark.rows(Financings.RAW, rows), published);
    }

    /** The same for rows that Spark itself has read. */
    public void assertCleaningAgrees(Dataset<Row> raw, Function<Dataset<Row>, Dataset<Row>> published) {
        var sums = new TreeMap<String, Sums>();
        var both = published
                .apply(raw)
                .union(Cleaning.rejects(raw).select(Financings.SOURCE_FILE.col(), Rejects.AMOUNT_EUR.col()));
        for (var row : both.collectAsList()) {
            sums.merge(row.getString(0), Sums.of(row), Sums::and);
        }
        assertThat(sums.keySet()).isEqualTo(counted.keySet());
        counted.forEach((file, totals) -> {
            var sum = sums.getOrDefault(file, new Sums(0, 0, BigDecimal.ZERO));
            assertThat(sum.rows()).as(file).isEqualTo(totals.records() - totals.controlRows());
            assertThat(sum.unreadable()).as(file).isEqualTo(totals.unreadableAmounts());
            assertThat(sum.eur()).as(file).isEqualByComparingTo(totals.readableEur());
        });
    }
}
