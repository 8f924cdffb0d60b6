package kirchberg.publish.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import kirchberg.domain.source.Accounting.Shared;
import kirchberg.publish.file.TableFault;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.PossibleDoubles;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;

/** Looks up both rows of each possible double among the published financings: they must be there, and agree. */
final class DoublesProof implements Consumer<Row> {
    private static final Table PAIRS = PossibleDoubles.TABLE;
    private static final Table ROWS = Financings.TABLE;
    private static final int KEPT = PAIRS.index(PossibleDoubles.KEPT_FINANCING_ID);
    private static final int KEPT_SOURCE = PAIRS.index(PossibleDoubles.KEPT_SOURCE_ID);
    private static final int OTHER = PAIRS.index(PossibleDoubles.OTHER_FINANCING_ID);
    private static final int OTHER_SOURCE = PAIRS.index(PossibleDoubles.OTHER_SOURCE_ID);
    private static final int AMOUNT = PAIRS.index(Financings.AMOUNT_EUR);
    private static final int ID = ROWS.index(Financings.FINANCING_ID);
    private static final int SOURCE = ROWS.index(Financings.SOURCE_ID);
    private static final List<Field> AGREEING = List.of(
            Financings.INSTITUTION, Financings.STAGE, Financings.SIGNED_ON, Financings.AMOUNT_EUR, Financings.COUNTRY);

    private final Map<String, List<Row>> expected = new HashMap<>();
    private final Set<String> counted = new HashSet<>();
    private final Map<String, Shared> sums = new HashMap<>();

    /** Takes a pair. A row that is in several pairs may be counted twice once only. */
    void pair(Row pair) {
        expected.computeIfAbsent(pair.getString(KEPT), id -> new ArrayList<>()).add(pair);
        expected.computeIfAbsent(pair.getString(OTHER), id -> new ArrayList<>()).add(pair);
        if (counted.add(pair.getString(OTHER))) {
            var one = new Shared(0, BigDecimal.ZERO, 1, pair.getDecimal(AMOUNT));
            sums.merge(pair.getString(OTHER_SOURCE), one, DoublesProof::sum);
        }
    }

    private static Shared sum(Shared a, Shared b) {
        return new Shared(
                0,
                BigDecimal.ZERO,
                a.possibleDoubles() + b.possibleDoubles(),
                a.possibleDoublesEur().add(b.possibleDoublesEur()));
    }

    /** Takes a published financing, after all pairs. */
    @Override
    public void accept(Row financing) {
        var pairs = expected.remove(financing.getString(ID));
        if (pairs != null) {
            pairs.forEach(pair -> check(pair, financing));
        }
    }

    private static void check(Row pair, Row financing) {
        var isKept = pair.getString(KEPT).equals(financing.getString(ID));
        var agrees =
                AGREEING.stream().allMatch(f -> Objects.equals(pair.get(PAIRS.index(f)), financing.get(ROWS.index(f))))
                        && pair.getString(isKept ? KEPT_SOURCE : OTHER_SOURCE).equals(financing.getString(SOURCE));
        if (!agrees) {
            throw TableFault.broken(PAIRS, "got " + pair + ", expected what the financing says, " + financing);
        }
    }

    /** Stops if a row of a pair was not published. */
    void complete() {
        if (!expected.isEmpty()) {
            throw TableFault.broken(
                    PAIRS, "got rows that are no published financings, " + expected.keySet() + ", expected none");
        }
    }

    /** What may be counted twice of a source. */
    Shared of(String sourceId) {
        return sums.getOrDefault(sourceId, Shared.NOTHING);
    }
}
