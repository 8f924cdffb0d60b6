package kirchberg.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.claim.Claim;
import kirchberg.report.Reporting.HeavyRow;

/** Rows of a figure on a page of plain text. */
final class HeavyRowsTable {
    private static final int NARROW = 76;
    private static final int ID_LETTERS = 8;

    private final PlainText page;
    private final Claim claim;

    HeavyRowsTable(PlainText page, Claim claim) {
        this.page = page;
        this.claim = claim;
    }

    /** On a narrow page the country goes with the operation. */
    void show(List<HeavyRow> rows) {
        var isNarrow = page.width() < NARROW;
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                "Signed on", "Country", isNarrow ? "Operation (country)" : "Operation", "Amount", "Counts", "Id"));
        rows.forEach(r -> table.add(List.of(
                r.signedOn().toString(),
                r.country(),
                isNarrow ? r.operationName() + " (" + r.country() + ")" : r.operationName(),
                millions(r.amountEur()),
                counts(r),
                r.financingId()
                        .substring(0, Math.min(ID_LETTERS, r.financingId().length())))));
        if (isNarrow) {
            page.table(table.stream().map(HeavyRowsTable::withoutSecond).toList(), 1, List.of(2, 3));
        } else {
            page.table(table, 2, List.of(3, 4));
        }
    }

    private static List<String> withoutSecond(List<String> cells) {
        return Stream.concat(Stream.of(cells.get(0)), cells.stream().skip(2)).toList();
    }

    /** Whether rows stand for operations: then they count as numbers, not as amounts. */
    boolean isCount() {
        return claim.measure().isOfOperations();
    }

    private String counts(HeavyRow row) {
        var low = isCount() ? Numbers.plain(row.lowEur()) : millions(row.lowEur());
        var high = isCount() ? Numbers.plain(row.highEur()) : millions(row.highEur());
        return low.equals(high) ? low : low + " to " + high;
    }

    private static String millions(BigDecimal amount) {
        return Numbers.fixed(amount.movePointLeft(6).setScale(1, RoundingMode.HALF_UP), 1);
    }
}
