package kirchberg.job;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import kirchberg.domain.Stop;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Refusal;
import kirchberg.publish.Publishing;
import kirchberg.table.Financings;
import kirchberg.table.Rejects;

/**
 * What follows from the records of a run that could not be used.
 *
 * @param draft where their table lies
 * @param isDryRun whether the draft is gone once the run has ended
 */
record RejectedRecords(Publishing.Draft draft, Inputs inputs, boolean isDryRun) {
    private static final int TOLD = 5;

    /**
     * Stops if more records were rejected than the job allows.
     *
     * @param controls what the readers counted
     */
    void requireFew(List<ControlTotals> controls) {
        var rejects = draft.rowCount(Rejects.TABLE);
        var records =
                controls.stream().mapToLong(c -> c.records() - c.controlRows()).sum();
        var limit = inputs.job().rejectedRowsLimit();
        if (BigDecimal.valueOf(rejects).compareTo(limit.multiply(BigDecimal.valueOf(records))) > 0) {
            throw Stop.refused(
                    Refusal.TOO_MANY_REJECTS,
                    "Cannot publish: got " + rejects + " of " + records + " records rejected, expected at most "
                            + limit.movePointRight(2).stripTrailingZeros().toPlainString() + " %; first "
                            + firstRejects(),
                    (isDryRun ? "" : "Look at data/rejects.parquet in " + draft.folder() + ". ")
                            + "Mend the source, or raise limits.rejected_rows in "
                            + inputs.job().file() + ".");
        }
    }

    private String firstRejects() {
        var table = Rejects.TABLE;
        return draft.rows(table, TOLD).stream()
                .map(row -> row.getString(table.index(Financings.SOURCE_FILE)) + " record "
                        + row.getLong(table.index(Financings.RECORD_NUMBER)) + " "
                        + row.getString(table.index(Financings.REASON)))
                .collect(Collectors.joining(", "));
    }

    /** A source whose records were rejected in part is not complete, whatever it says. */
    List<Coverage> coverages() {
        var source = Rejects.TABLE.index(Financings.SOURCE_ID);
        var rejecting = draft.rows(Rejects.TABLE).stream()
                .map(row -> row.getString(source))
                .collect(Collectors.toSet());
        return inputs.sources().stream()
                .map(s -> rejecting.contains(s.id()) ? s.coverage().incomplete() : s.coverage())
                .toList();
    }
}
