package kirchberg.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.Stage;
import kirchberg.domain.counting.Corner;
import kirchberg.domain.counting.OperationGroup;
import kirchberg.domain.judgement.Cell;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Labels;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Financings as plain Java, as rows for a plan, and as one cell each for the loop that plans are compared with. */
record Portfolio(List<Financing> financings) {

    /** One financing; labels that are not in the map are unknown, [0, 1]. */
    record Financing(
            Institution institution,
            Stage stage,
            int year,
            @Nullable String operationId,
            @Nullable String name,
            @Nullable String contractId,
            String amount,
            @Nullable String joint,
            @Nullable String mobilised,
            @Nullable String country,
            String region,
            Membership eu,
            Map<Label, List<String>> labels) {

        String low(Label label) {
            return labels.getOrDefault(label, List.of("0", "1")).get(0);
        }

        String high(Label label) {
            return labels.getOrDefault(label, List.of("0", "1")).get(1);
        }

        String key() {
            return operationId != null ? operationId : name != null ? "name:" + normalised() : "row:" + amount;
        }

        /** The name as names are compared. */
        String normalised() {
            return name == null ? "" : name.toUpperCase(Locale.ROOT).replace("  ", " ");
        }

        Corner corner() {
            return new Corner(institution, stage, year, country, region, eu);
        }
    }

    static Portfolio random(long seed, int size) {
        var random = new Random(seed);
        var financings = new ArrayList<Financing>();
        for (var i = 0; i < size; i++) {
            financings.add(financing(random));
        }
        return new Portfolio(financings);
    }

    private static Financing financing(Random r) {
        var isEib = r.nextInt(4) > 0;
        var cents = BigDecimal.valueOf(r.nextInt(12) == 0 ? -r.nextInt(9_000_000) : r.nextInt(90_000_000), 2);
        var joint = isEib
                ? "0"
                : pick(
                        r,
                        "0",
                        "0",
                        cents.divide(BigDecimal.valueOf(4), 2, RoundingMode.DOWN)
                                .toPlainString(),
                        null);
        var labels = new HashMap<Label, List<String>>();
        for (var label : Label.all()) {
            var one = Integer.toString(r.nextInt(101));
            var stated = new BigDecimal(one).movePointLeft(2).toPlainString();
            var choice = r.nextInt(5);
            if (choice > 0) {
                labels.put(
                        label,
                        choice == 1 ? List.of("0", stated) : choice == 2 ? List.of("0", "0") : List.of(stated, stated));
            }
        }
        var place = r.nextInt(10);
        return new Financing(
                isEib ? Institution.EIB : Institution.EIF,
                r.nextInt(20) == 0 ? Stage.APPROVED : Stage.SIGNED,
                2021 + r.nextInt(5),
                r.nextInt(6) == 0 ? null : "op" + r.nextInt(150),
                r.nextInt(15) == 0 ? null : pick(r, "Solar park ", "SOLAR  PARK ", "Loan no ") + r.nextInt(60),
                r.nextInt(3) == 0 ? null : "contract" + r.nextInt(200),
                cents.toPlainString(),
                joint,
                r.nextInt(3) == 0 ? null : Integer.toString(r.nextInt(1_000_000)),
                place == 0 ? null : place < 4 ? "LU" : place < 7 ? "FR" : "MA",
                place == 0 ? "UNKNOWN" : place < 7 ? "european_union" : "mediterranean",
                place == 0 ? Membership.UNKNOWN : place < 7 ? Membership.IN : Membership.OUT,
                labels);
    }

    private static @Nullable String pick(Random random, @Nullable String... values) {
        return values[random.nextInt(values.length)];
    }

    /** Rows under {@link Financings#TABLE}. */
    List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var f : financings) {
            rows.add(row(f, rows.size()));
        }
        return rows;
    }

    private static Row row(Financing f, int number) {
        var values = new HashMap<Field, Object>();
        values.put(Financings.FINANCING_ID, "f" + number);
        values.put(Financings.OPERATION_KEY, f.key());
        values.put(Financings.INSTITUTION, f.institution().name());
        values.put(Financings.STAGE, f.stage().name());
        values.put(Financings.SIGNED_ON, LocalDate.of(f.year(), 6, 30));
        values.put(Financings.SIGNATURE_YEAR, f.year());
        values.put(Financings.AMOUNT_EUR, new BigDecimal(f.amount()));
        values.put(Financings.REGION, f.region());
        values.put(Financings.EU_MEMBERSHIP, f.eu().name());
        putIfStated(values, Financings.OPERATION_ID, f.operationId());
        putIfStated(values, Financings.OPERATION_NAME, f.name());
        putIfStated(values, Financings.CONTRACT_ID, f.contractId());
        putIfStated(values, Financings.COUNTRY_CODE, f.country());
        putIfStated(values, Financings.JOINT_AMOUNT_EUR, f.joint() == null ? null : new BigDecimal(f.joint()));
        putIfStated(
                values, Financings.MOBILISED_AMOUNT_EUR, f.mobilised() == null ? null : new BigDecimal(f.mobilised()));
        for (var label : Label.all()) {
            values.put(Labels.low(label), new BigDecimal(f.low(label)));
            values.put(Labels.high(label), new BigDecimal(f.high(label)));
        }
        return RowFactory.create(
                Financings.TABLE.fields().stream().map(values::get).toArray());
    }

    private static void putIfStated(Map<Field, Object> values, Field field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    /** Each financing as a cell of its own, once per label and once without labels. */
    List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (var f : financings) {
            cells.add(cell(f, null, "0", "1"));
            Label.all().forEach(l -> cells.add(cell(f, l, f.low(l), f.high(l))));
        }
        return cells;
    }

    /** Every thing that can be counted as a group of its own, once per label and once without labels. */
    List<OperationGroup> groups() {
        var groups = new ArrayList<>(groups(null));
        Label.all().forEach(l -> groups.addAll(groups(l)));
        return groups;
    }

    private List<OperationGroup> groups(@Nullable Label label) {
        var groups = new ArrayList<OperationGroup>();
        for (var kind : OperationGroup.Kind.values()) {
            var things = new LinkedHashMap<String, List<Financing>>();
            for (var f : financings) {
                if (label == null || new BigDecimal(f.high(label)).signum() > 0) {
                    key(f, kind, things.size())
                            .ifPresent(k -> things.computeIfAbsent(k, x -> new ArrayList<>())
                                    .add(f));
                }
            }
            things.values().forEach(rows -> groups.add(group(kind, label, rows)));
        }
        return groups;
    }

    private static Optional<String> key(Financing f, OperationGroup.Kind kind, int number) {
        return Optional.ofNullable(
                switch (kind) {
                    case ID -> f.operationId();
                    case UNNUMBERED_NAME -> f.operationId() == null && f.name() != null ? f.normalised() : null;
                    case NAME -> f.name() == null ? null : f.normalised();
                    case CONTRACT -> f.contractId();
                    case ROW -> "row" + number;
                    case UNNUMBERED_ROW -> f.operationId() == null ? "row" + number : null;
                    case UNNAMED_ROW -> f.name() == null ? "row" + number : null;
                    case UNCONTRACTED_ROW -> f.contractId() == null ? "row" + number : null;
                });
    }

    private static OperationGroup group(OperationGroup.Kind kind, @Nullable Label label, List<Financing> rows) {
        var certain = new HashSet<Corner>();
        var possible = new HashSet<Corner>();
        for (var f : rows) {
            var carries = label == null || new BigDecimal(f.low(label)).signum() > 0;
            (carries ? certain : possible).add(f.corner());
        }
        possible.removeAll(certain);
        return new OperationGroup(label, kind, certain, possible, 1);
    }

    private static Cell cell(Financing f, @Nullable Label label, String low, String high) {
        var zero = BigDecimal.ZERO;
        var amount = new BigDecimal(f.amount());
        var isPositive = amount.signum() >= 0;
        var joint = f.joint() == null ? zero : new BigDecimal(f.joint());
        var unshared = f.joint() == null ? amount : zero;
        return new Cell(
                f.institution(),
                f.stage(),
                f.year(),
                f.country(),
                f.region(),
                f.eu(),
                label,
                new BigDecimal(low),
                new BigDecimal(high),
                1,
                amount.max(zero),
                amount.min(zero),
                isPositive ? joint : zero,
                isPositive ? zero : joint,
                unshared.max(zero),
                unshared.min(zero),
                f.mobilised() == null ? zero : new BigDecimal(f.mobilised()),
                f.mobilised() == null ? 1 : 0);
    }
}
