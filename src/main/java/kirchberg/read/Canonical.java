package kirchberg.read;

import kirchberg.domain.source.ControlTotals;
import kirchberg.read.csv.CsvTable;
import kirchberg.read.received.Delivery;
import kirchberg.read.received.FileKind;
import kirchberg.read.received.Line;
import kirchberg.read.received.SourceBytes;
import kirchberg.read.received.SourceReader;
import kirchberg.table.Portfolio;

/** A canonical portfolio as CSV: every value stated, one record is a signed amount of one country and one sector. */
final class Canonical implements SourceReader {
    private final Delivery delivery;

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
        return delivery.totals();
    }

    private void accept(Line line) {
        if (line.control()) {
            delivery.control();
        } else if (line.fault() != null) {
            delivery.reject(line);
        } else {
            delivery.financing(line, Portfolio.FIELDS, line.cells());
        }
    }
}
