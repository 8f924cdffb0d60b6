package kirchberg.domain.source;

import java.math.BigDecimal;

/**
 * The equation of a source: records in = published + rejected + control rows, and the same in money.
 *
 * @param control what the reader counted
 * @param publishedRows financings of this source in the release
 * @param publishedEur their sum
 * @param rejectedRows rejects of this source, superseded records among them
 * @param rejectedEur sum of the rejected amounts that can be read
 * @param rejectedUnreadable rejects whose amount cannot be read
 * @param shared what it has in common with other sources
 */
public record Accounting(
        ControlTotals control,
        long publishedRows,
        BigDecimal publishedEur,
        long rejectedRows,
        BigDecimal rejectedEur,
        long rejectedUnreadable,
        Shared shared) {

    /**
     * What a source has in common with sources that count before it.
     *
     * @param supersededRows rejects that are sound records of contracts or operations which another source counts
     * @param supersededEur their sum
     * @param possibleDoubles published financings that look like one of another source
     * @param possibleDoublesEur their sum: what may be counted twice
     */
    public record Shared(
            long supersededRows, BigDecimal supersededEur, long possibleDoubles, BigDecimal possibleDoublesEur) {
        public static final Shared NOTHING = new Shared(0, BigDecimal.ZERO, 0, BigDecimal.ZERO);
    }

    /** The rejects that could not be used: those that no other source supersedes. */
    public long faultyRows() {
        return rejectedRows - shared.supersededRows;
    }

    /** The sum of their amounts, as far as they can be read, in EUR. */
    public BigDecimal faultyEur() {
        return rejectedEur.subtract(shared.supersededEur);
    }

    /** Whether nothing was lost, in rows and in money. */
    public boolean balances() {
        return control.records() == publishedRows + rejectedRows + control.controlRows()
                && control.readableEur().compareTo(publishedEur.add(rejectedEur)) == 0
                && control.unreadableAmounts() == rejectedUnreadable;
    }

    /** Whether the source's own closing total, if it has one, equals the sum of its readable amounts. */
    public boolean matchesStatedTotal() {
        var stated = control.statedTotalEur();
        return stated == null || stated.compareTo(control.readableEur()) == 0;
    }
}
