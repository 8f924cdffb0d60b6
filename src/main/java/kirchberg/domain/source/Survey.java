package kirchberg.domain.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a first reading of a source tells about it.
 *
 * @param totals what its reader counted
 * @param from first possible signature date in it; null if there is none, or the reader hands on no rows
 * @param to last such date
 * @param late records dated later than the day after the source was fetched: one of the two dates is wrong
 */
public record Survey(
        ControlTotals totals,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long late) {

    /** Whether the source has a closing total of its own that equals the sum of its amounts, every one of them read. */
    public boolean isConfirmedByItsTotal() {
        var stated = totals.statedTotalEur();
        return stated != null && totals.unreadableAmounts() == 0 && stated.compareTo(totals.readableEur()) == 0;
    }

    /** Whether the source has as many records as it says, if it says so. */
    public boolean isConfirmedByItsCount() {
        var stated = totals.statedRecords();
        return stated != null && stated == totals.records() - totals.controlRows();
    }
}
