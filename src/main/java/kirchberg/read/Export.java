package kirchberg.read;

import static kirchberg.table.Financings.AMOUNT_EUR;
import static kirchberg.table.Financings.COUNTRY_LABEL;
import static kirchberg.table.Financings.DESCRIPTION;
import static kirchberg.table.Financings.INSTITUTION;
import static kirchberg.table.Financings.OPERATION_NAME;
import static kirchberg.table.Financings.REGION_LABEL;
import static kirchberg.table.Financings.SECTOR_LABEL;
import static kirchberg.table.Financings.SIGNED_ON;
import static kirchberg.table.Financings.STAGE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kirchberg.domain.Stage;
import kirchberg.domain.Stop;
import kirchberg.domain.source.AmountText;
import kirchberg.domain.source.ControlTotals;
import kirchberg.domain.source.DateText;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.SourceFormat;
import kirchberg.read.csv.CsvTable;
import kirchberg.read.received.Delivery;
import kirchberg.read.received.FileKind;
import kirchberg.read.received.Line;
import kirchberg.read.received.SourceBytes;
import kirchberg.read.received.SourceReader;
import kirchberg.read.xlsx.XlsxTable;
import kirchberg.table.Field;
import org.jspecify.annotations.Nullable;

/**
 * The bank's export "Financed projects", as CSV or workbook: a record is a signed amount of one country and one sector.
 */
final class Export implements SourceReader {
    private static final List<Field> FIELDS = List.of(
            OPERATION_NAME,
            REGION_LABEL,
            COUNTRY_LABEL,
            SECTOR_LABEL,
            SIGNED_ON,
            AMOUNT_EUR,
            DESCRIPTION,
            INSTITUTION,
            STAGE);
    private static final int NAME = FIELDS.indexOf(OPERATION_NAME);
    private static final int DATE = FIELDS.indexOf(SIGNED_ON);
    private static final int AMOUNT = FIELDS.indexOf(AMOUNT_EUR);
    private static final Pattern DATE_GRAMMAR = Pattern.compile(DateText.EXPORT);

    /** The euro sign's three bytes read as windows-1252, and the sign that stands for a lost letter. */
    private static final Pattern BROKEN_EURO = Pattern.compile("\u00E2\u201A\u00AC|\uFFFD");

    private final Delivery delivery;
    private String fileName = "";
    private long dayFirst;
    private long monthFirst;

    Export(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void read(SourceBytes bytes) {
        fileName = bytes.name();
        dayFirst = 0;
        monthFirst = 0;
        lines(bytes);
        requireDateOrder();
    }

    private void lines(SourceBytes bytes) {
        var format = delivery.source().format();
        if (format == SourceFormat.EIB_EXPORT_XLSX) {
            try (var table = new XlsxTable(bytes, format.columns(), delivery::remark)) {
                table.lines(this::accept);
            }
            return;
        }
        bytes.require(FileKind.CSV);
        new CsvTable(bytes, format.columns(), delivery::remark).lines(this::accept);
    }

    /**
     * Compares the Total row with the sum of the readable amounts. A source that says it is complete is refused if they
     * differ; else a remark gives both numbers.
     */
    @Override
    public ControlTotals confirm() {
        var totals = delivery.totals();
        var stated = totals.statedTotalEur();
        if (!delivery.totalSeen()) {
            delivery.remark(totals.sourceId() + ": there is no Total row, so nothing confirms the sum of "
                    + totals.readableEur().toPlainString() + " EUR.");
        } else if (stated == null) {
            differ("the Total row's amount cannot be read");
        } else if (stated.compareTo(totals.readableEur()) != 0) {
            differ("the Total row does not match, got a sum of "
                    + totals.readableEur().toPlainString() + " EUR over the amounts that can be read, expected "
                    + stated.toPlainString() + " EUR as stated, difference "
                    + stated.subtract(totals.readableEur()).toPlainString() + " EUR"
                    + (totals.unreadableAmounts() == 0
                            ? ""
                            : "; " + totals.unreadableAmounts() + " amounts cannot be read"));
        }
        return delivery.totals();
    }

    private void differ(String why) {
        var id = delivery.source().id();
        if (delivery.source().coverage().complete()) {
            throw Stop.refused(
                    Refusal.CONTROL_FIGURE,
                    "Cannot use " + id + ": " + why,
                    "Fetch the export again. If amounts cannot be read, say complete: false in source.yaml: the run then names each one.");
        }
        delivery.remark(id + ": " + why + ".");
    }

    private void accept(Line line) {
        if (line.control()) {
            delivery.control();
        } else if (line.fault() != null) {
            delivery.reject(line);
        } else {
            acceptSound(line, line.cells());
        }
    }

    private void acceptSound(Line line, List<@Nullable String> cells) {
        var amount = cells.get(AMOUNT);
        requireEuroSign(line, amount);
        if (isTotal(cells)) {
            delivery.statedTotal(line, AmountText.read(delivery.source().format(), amount));
            return;
        }
        countDateOrder(cells.get(DATE));
        var values = new ArrayList<>(cells);
        values.add(delivery.source().institution().name());
        values.add(Stage.SIGNED.name());
        delivery.financing(line, FIELDS, values);
    }

    private static boolean isTotal(List<@Nullable String> cells) {
        var set = cells.stream().filter(c -> c != null).count();
        return set == 2 && cells.get(AMOUNT) != null && "Total".equalsIgnoreCase(cells.get(NAME));
    }

    private void requireEuroSign(Line line, @Nullable String amount) {
        if (amount != null && BROKEN_EURO.matcher(amount).find()) {
            throw Stop.refused(
                    Refusal.ENCODING,
                    "Cannot read " + fileName + ": the euro sign is broken in record " + line.number() + " "
                            + line.position().text() + ", got \"" + amount + "\", expected \"\u20AC\"",
                    "export the list again; a program in between took UTF-8 for another encoding");
        }
    }

    private void countDateOrder(@Nullable String date) {
        if (date == null || !DATE_GRAMMAR.matcher(date).find()) {
            return;
        }
        var first = Integer.parseInt(date, 0, 2, 10);
        var second = Integer.parseInt(date, 3, 5, 10);
        if (first > 12 && second <= 12) {
            dayFirst++;
        } else if (second > 12 && first <= 12) {
            monthFirst++;
        }
    }

    private void requireDateOrder() {
        if (monthFirst > 0 && dayFirst == 0) {
            throw Stop.refused(
                    Refusal.DATE_ORDER,
                    "Cannot read " + fileName + ": dates seem to be month first, got " + monthFirst
                            + " dates possible only as mm/dd/yyyy and none possible only as dd/mm/yyyy, expected"
                            + " dd/mm/yyyy",
                    "export the list again with dates as dd/mm/yyyy");
        }
    }
}
