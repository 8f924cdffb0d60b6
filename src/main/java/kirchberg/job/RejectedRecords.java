package kirchberg.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kirchberg.domain.Stop;
import kirchberg.domain.overlap.Precedence;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.RejectReason;
import kirchberg.domain.source.Source;
import kirchberg.publish.release.Draft;
import kirchberg.table.Financings;
import kirchberg.table.Rejects;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;

/**
 * What follows from the records of a run that could not be used. A superseded record is none of them: it is sound, and
 * counted from another source.
 */
final class RejectedRecords {
    private static final Table TABLE = Rejects.TABLE;
    private static final int SOURCE = TABLE.index(Financings.SOURCE_ID);
    private static final int REASON = TABLE.index(Financings.REASON);
    private static final int TOLD = 5;

    private final Map<String, Long> faulty = new HashMap<>();
    private final Map<String, Long> superseded = new HashMap<>();
    private final List<String> first = new ArrayList<>();

    /**
     * Looks through the table once.
     *
     * @param draft where it lies
     */
    RejectedRecords(Draft draft) {
        draft.each(TABLE, this::count);
    }

    private void count(Row row) {
        if (row.getString(REASON).equals(RejectReason.SUPERSEDED.name())) {
            superseded.merge(row.getString(SOURCE), 1L, Long::sum);
            return;
        }
        faulty.merge(row.getString(SOURCE), 1L, Long::sum);
        if (first.size() < TOLD) {
            first.add(row.getString(TABLE.index(Financings.SOURCE_FILE)) + " record "
                    + row.getLong(TABLE.index(Financings.RECORD_NUMBER)) + " " + row.getString(REASON));
        }
    }

    /**
     * Stops if more records were rejected than the job allows.
     *
     * @param controls what the readers counted
     * @param where a sentence that says where the table lies; empty if it is gone once the run has ended
     */
    void requireFew(List<ControlTotals> controls, Inputs inputs, String where) {
        var rejects = faulty.values().stream().mapToLong(Long::longValue).sum();
        var records =
                controls.stream().mapToLong(c -> c.records() - c.controlRows()).sum();
        var limit = inputs.job().rejectedRowsLimit();
        if (BigDecimal.valueOf(rejects).compareTo(limit.multiply(BigDecimal.valueOf(records))) > 0) {
            throw Stop.refused(
                    Refusal.TOO_MANY_REJECTS,
                    "Cannot publish: got " + rejects + " of " + records + " records rejected, expected at most "
                            + limit.movePointRight(2).stripTrailingZeros().toPlainString() + " %; first "
                            + String.join(", ", first),
                    where + "Mend the source, or raise limits.rejected_rows in "
                            + inputs.job().file() + ".");
        }
    }

    /**
     * What the sources cover after all. A source whose records were rejected in part is not complete, whatever it says.
     * Nor is one whose records were superseded, unless the source that counts certainly holds all that it covers: a
     * number of an operation may stand for parts that the other has never seen.
     */
    List<Coverage> coverages(Inputs inputs) {
        return inputs.sources().stream()
                .map(s -> isWhole(s, inputs) ? s.coverage() : s.coverage().incomplete())
                .toList();
    }

    private boolean isWhole(Source source, Inputs inputs) {
        return !faulty.containsKey(source.id())
                && (superseded(source.id()) == 0
                        || inputs.sources().stream()
                                .filter(s -> isKept(s, source, inputs.precedence()))
                                .allMatch(s -> !faulty.containsKey(s.id())
                                        && s.coverage().holds(source.coverage())));
    }

    private static boolean isKept(Source source, Source over, Precedence precedence) {
        return precedence.byIds().getOrDefault(source.id(), List.of()).contains(over.id());
    }

    /** How many records of a source are counted from another one. */
    long superseded(String sourceId) {
        return superseded.getOrDefault(sourceId, 0L);
    }
}
