package kirchberg.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.Stage;
import kirchberg.domain.judgement.proof.Financing;
import kirchberg.domain.judgement.proof.Financing.Operation;
import kirchberg.domain.judgement.proof.Financing.Part;
import kirchberg.domain.judgement.proof.Financing.Where;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Labels;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Financings of the references to rows of the published table, and back. */
final class FinancingRows {
    private FinancingRows() {}

    static Row row(Financing f, int number) {
        Map<Field, @Nullable Object> values = new HashMap<>();
        values.put(Financings.FINANCING_ID, "f" + number);
        values.put(Financings.OPERATION_KEY, f.operation().key());
        values.put(Financings.OPERATION_ID, f.operation().id());
        values.put(
                Financings.OPERATION_NAME,
                f.operation().id() == null ? f.operation().key() : null);
        values.put(Financings.INSTITUTION, f.institution().name());
        values.put(Financings.STAGE, f.stage().name());
        values.put(Financings.SIGNED_ON, LocalDate.of(f.year(), 6, 30));
        values.put(Financings.SIGNATURE_YEAR, f.year());
        values.put(Financings.AMOUNT_EUR, euro(f.cents()));
        values.put(Financings.JOINT_AMOUNT_EUR, euro(f.jointCents()));
        values.put(Financings.MOBILISED_AMOUNT_EUR, euro(f.mobilisedCents()));
        values.put(Financings.COUNTRY_CODE, f.where().country());
        values.put(Financings.REGION, f.where().region());
        values.put(Financings.EU_MEMBERSHIP, f.where().eu().name());
        for (var label : Label.all()) {
            values.put(Labels.low(label), f.part(label).low());
            values.put(Labels.high(label), f.part(label).high());
        }
        return RowFactory.create(
                Financings.TABLE.fields().stream().map(values::get).toArray());
    }

    static Financing financing(Row row) {
        var labels = new HashMap<Label, Part>();
        for (var label : Label.all()) {
            labels.put(label, new Part(decimal(row, Labels.low(label)), decimal(row, Labels.high(label))));
        }
        return new Financing(
                Institution.valueOf(text(row, Financings.INSTITUTION)),
                Stage.valueOf(text(row, Financings.STAGE)),
                row.getInt(Financings.TABLE.index(Financings.SIGNATURE_YEAR)),
                new Operation(text(row, Financings.OPERATION_ID), text(row, Financings.OPERATION_KEY)),
                decimal(row, Financings.AMOUNT_EUR).movePointRight(2).longValueExact(),
                cents(row, Financings.JOINT_AMOUNT_EUR),
                cents(row, Financings.MOBILISED_AMOUNT_EUR),
                new Where(
                        text(row, Financings.COUNTRY_CODE),
                        text(row, Financings.REGION),
                        Membership.valueOf(text(row, Financings.EU_MEMBERSHIP))),
                labels);
    }

    static List<Financing> financings(List<Row> rows) {
        return rows.stream().map(FinancingRows::financing).toList();
    }

    private static @Nullable BigDecimal euro(@Nullable Long cents) {
        return cents == null ? null : BigDecimal.valueOf(cents, 2);
    }

    private static @Nullable Long cents(Row row, Field field) {
        var euro = row.getDecimal(Financings.TABLE.index(field));
        return euro == null ? null : euro.movePointRight(2).longValueExact();
    }

    private static BigDecimal decimal(Row row, Field field) {
        return row.getDecimal(Financings.TABLE.index(field));
    }

    private static String text(Row row, Field field) {
        return row.getString(Financings.TABLE.index(field));
    }
}
