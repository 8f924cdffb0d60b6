package kirchberg.read;

import java.util.List;
import kirchberg.read.received.Delivery;
import kirchberg.read.received.Line;
import kirchberg.table.Field;
import kirchberg.table.Financings;

/** A canonical portfolio as CSV: every value stated, one record is a signed amount of one country and one sector. */
final class Canonical {
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

    private Canonical() {}

    /** Delivers a line whose cells are in the order of the format's columns. */
    static void accept(Line line, Delivery delivery) {
        if (line.control()) {
            delivery.control();
        } else if (line.fault() != null) {
            delivery.reject(line);
        } else {
            delivery.financing(line, FIELDS, line.cells());
        }
    }
}
