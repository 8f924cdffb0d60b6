package kirchberg.read;

import java.util.List;
import kirchberg.domain.source.ControlTotals;
import kirchberg.read.csv.CsvTable;
import kirchberg.read.received.Delivery;
import kirchberg.read.received.FileKind;
import kirchberg.read.received.Line;
import kirchberg.read.received.SourceBytes;
import kirchberg.read.received.SourceReader;
import kirchberg.table.Field;
import kirchberg.table.Financings;

/** A canonical portfolio as CSV: every value stated, one record is a signed amount of one country and one sector. */
final class Canonical implements SourceReader {
    private static final List<Field> FIELDS = List.of(
            Financings.OPERATION_ID,
            Financings.OPERATION_NAME,
            Financings.INSTITUTION,
            Financings.STAGE,
            Financings.SIGNED_ON,
            Financings.AMOUNT_EUR,
            Financings.JOINT_AMOUNT_EUR,
            Financings.MOBILISED_AMOUNT_EUR,
            Financings.COUNTRY_LABEL,
            Financings.REGION_LABEL,
            Financings.NUTS2,
            Financings.SECTOR_LABEL,
            Financings.PRIORITIES,
            Financings.CLIMATE_SHARE,
            Financings.PROGRAMMES,
            Financings.DESCRIPTION);

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
            delivery.financing(line, FIELDS, line.cells());
        }
    }
}
