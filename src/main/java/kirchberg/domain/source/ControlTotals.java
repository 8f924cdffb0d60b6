package kirchberg.domain.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of a source counted, independently of what Spark makes of its records.
 *
 * @param records all records after the header, control rows included
 * @param controlRows blank rows, repeated headers, the Total row, what a list shows twice by itself, and transactions
 *     that are neither signed nor disbursed
 * @param readableEur sum over every record whose amount can be read, control rows left out
 * @param unreadableAmounts records, control rows left out, whose amount cannot be read
 * @param statedTotalEur the closing Total row's amount; null if there is none
 * @param statedRecords how many records the source says that it has; null if it does not say
 * @param remarks what the reader noted, one sentence each (a missing Total row, an ignored column)
 */
public record ControlTotals(
        String sourceId,
        long records,
        long controlRows,
        BigDecimal readableEur,
        long unreadableAmounts,
        @Nullable BigDecimal statedTotalEur,
        @Nullable Long statedRecords,
        List<String> remarks) {

    public ControlTotals {
        remarks = List.copyOf(remarks);
    }

    /** The same with further remarks. */
    public ControlTotals with(List<String> further) {
        var all = Stream.concat(remarks.stream(), further.stream()).toList();
        return new ControlTotals(
                sourceId, records, controlRows, readableEur, unreadableAmounts, statedTotalEur, statedRecords, all);
    }
}
