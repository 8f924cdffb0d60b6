package kirchberg.publish.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Priority;
import kirchberg.domain.Stage;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Labels;
import kirchberg.table.Table;
import kirchberg.table.Totals;
import org.apache.spark.sql.Row;

/**
 * Adds up the tables of totals once more, from the published financings. These come in the order of their operation
 * keys, so that operations are counted without being remembered.
 */
final class TotalsProof implements Consumer<Row> {
    private static final List<Label> LABELS = Label.all();
    private static final int PRIORITIES = Priority.values().length;

    /** Programmes come last: the main table goes without them. */
    private static final List<String> NAMES = Stream.of(
                    keys(LABELS.subList(0, PRIORITIES)),
                    List.of(Totals.ALL, Totals.UNCLASSIFIED),
                    keys(LABELS.subList(PRIORITIES, LABELS.size())))
            .flatMap(List::stream)
            .toList();

    private static final Ends NOTHING = new Ends(BigDecimal.ZERO, BigDecimal.ZERO);
    private static final Ends WHOLE = new Ends(BigDecimal.ONE, BigDecimal.ONE);
    private static final Table ROWS = Financings.TABLE;
    private static final int INSTITUTION = ROWS.index(Financings.INSTITUTION);
    private static final int AMOUNT = ROWS.index(Financings.AMOUNT_EUR);
    private static final int JOINT = ROWS.index(Financings.JOINT_AMOUNT_EUR);
    private static final int STAGE = ROWS.index(Financings.STAGE);
    private static final int[] LOWS = positions(Labels::low);
    private static final int[] HIGHS = positions(Labels::high);

    private final List<TotalsCells> tables =
            Totals.TABLES.stream().map(t -> new TotalsCells(t, names(t))).toList();

    /** Least and greatest of a number. */
    record Ends(BigDecimal low, BigDecimal high) {

        static Ends exactly(BigDecimal value) {
            return new Ends(value, value);
        }

        /** Every product with a share; below zero, the greater share gives the lesser product. */
        Ends times(Ends share) {
            return new Ends(
                    low.multiply(low.signum() < 0 ? share.high : share.low),
                    high.multiply(high.signum() < 0 ? share.low : share.high));
        }
    }

    private static List<String> keys(List<Label> labels) {
        return labels.stream().map(Label::key).toList();
    }

    private static List<String> names(Table table) {
        return table.fields().contains(Totals.PRIORITY) ? NAMES.subList(0, PRIORITIES + 2) : NAMES;
    }

    private static int[] positions(Function<Label, Field> field) {
        return LABELS.stream().map(field).mapToInt(ROWS::index).toArray();
    }

    /** The recomputed cells, table by table, to compare the published ones with. */
    List<TotalsCells> tables() {
        return tables;
    }

    /** Adds a row of the financings. */
    @Override
    public void accept(Row row) {
        if (!row.getString(STAGE).equals(Stage.SIGNED.name())) {
            return;
        }
        var shares = shares(row);
        var institution = row.getString(INSTITUTION);
        add(row, institution, shares, Ends.exactly(row.getDecimal(AMOUNT)));
        add(row, Institution.GROUP.name(), shares, inGroup(row));
    }

    /** What a row adds to the Group: an EIF row less what the EIB counts too, of which an unknown part may be any. */
    private static Ends inGroup(Row row) {
        var amount = row.getDecimal(AMOUNT);
        if (row.getString(INSTITUTION).equals(Institution.EIB.name())) {
            return Ends.exactly(amount);
        }
        return row.isNullAt(JOINT)
                ? new Ends(amount.min(BigDecimal.ZERO), amount.max(BigDecimal.ZERO))
                : Ends.exactly(amount.subtract(row.getDecimal(JOINT)));
    }

    private static List<Ends> shares(Row row) {
        var shares = new ArrayList<Ends>(NAMES.size());
        for (var i = 0; i < LABELS.size(); i++) {
            shares.add(new Ends(row.getDecimal(LOWS[i]), row.getDecimal(HIGHS[i])));
        }
        shares.addAll(PRIORITIES, List.of(WHOLE, isUnclassified(shares) ? WHOLE : NOTHING));
        return shares;
    }

    private static boolean isUnclassified(List<Ends> shares) {
        var priorities = shares.subList(0, PRIORITIES);
        return priorities.stream().allMatch(s -> s.low.signum() == 0)
                && priorities.stream().anyMatch(s -> s.high.signum() > 0);
    }

    private void add(Row row, String institution, List<Ends> shares, Ends weight) {
        var amounts = shares.stream().map(weight::times).toList();
        for (var table : tables) {
            var cells = table.at(institution, row);
            for (var i = 0; i < cells.size(); i++) {
                if (shares.get(i).high.signum() > 0) {
                    cells.get(i).add(row, shares.get(i).low.signum() > 0, amounts.get(i));
                }
            }
        }
    }
}
