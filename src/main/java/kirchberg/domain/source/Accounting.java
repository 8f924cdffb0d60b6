package kirchberg.domain.source;

import java.math.BigDecimal;

/**
 * The equation of a source: records in = published + rejected + control rows, and the same in money.
 *
 * @param control what the reader counted
 * @param publishedRows financings of this source in the release
 * @param publishedEur their sum
 * @param rejectedRows rejects of this source
 * @param rejectedEur sum of the rejected amounts that can be read
 * @param rejectedUnreadable rejects whose amount cannot be read
 */
public record Accounting(
        ControlTotals control,
        long publishedRows,
        BigDecimal publishedEur,
        long rejectedRows,
        BigDecimal rejectedEur,
        long rejectedUnreadable) {

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
