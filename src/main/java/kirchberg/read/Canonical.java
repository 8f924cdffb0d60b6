package kirchberg.read;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kirchberg.domain.source.ControlTotals;
import kirchberg.read.csv.CsvTable;
import kirchberg.read.received.Delivery;
import kirchberg.read.received.FileKind;
import kirchberg.read.received.Line;
import kirchberg.read.received.SourceBytes;
import kirchberg.read.received.SourceReader;
import kirchberg.table.Financings;
import kirchberg.table.Portfolio;
import org.jspecify.annotations.Nullable;

/** A canonical portfolio as CSV: every value stated, one record is a signed amount of one country and one sector. */
final class Canonical implements SourceReader {
    private static final int NUTS2 = Portfolio.FIELDS.indexOf(Financings.NUTS2);

    private static final Pattern NUTS2_CODE = Pattern.compile(Portfolio.NUTS2_CODE);

    /** Codes and letters of them that a remark names: a broken column could have one in each record. */
    private static final int NAMED = 20;

    private static final int LETTERS = 60;

    private final Delivery delivery;
    private final Map<String, Long> noCodes = new TreeMap<>();

    Canonical(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void read(SourceBytes bytes) {
        bytes.require(FileKind.CSV);
        new CsvTable(bytes, delivery.source().format().columns(), delivery::remark).lines(this::accept);
    }

    @Override
    public ControlTotals confirm() {
        noCodes.forEach((code, count) -> delivery.remark(delivery.source().id() + ": the region \"" + code + "\" of "
                + count + " records is not shaped like a NUTS-2 code, expected two letters and two letters or digits;"
                + " it was taken as not stated."));
        return delivery.totals();
    }

    private void accept(Line line) {
        if (line.control()) {
            delivery.control();
        } else if (line.fault() != null) {
            delivery.reject(line);
        } else {
            noteCode(line.cells().get(NUTS2));
            delivery.financing(line, Portfolio.FIELDS, line.cells());
        }
    }

    /**
     * A spreadsheet may have turned a code into a number: its row counts as of no region, which somebody should know.
     */
    private void noteCode(@Nullable String code) {
        if (code == null || NUTS2_CODE.matcher(code).find()) {
            return;
        }
        var cut = code.length() <= LETTERS ? code : code.substring(0, LETTERS) + "...";
        noCodes.merge(noCodes.size() < NAMED || noCodes.containsKey(cut) ? cut : "another", 1L, Long::sum);
    }
}
