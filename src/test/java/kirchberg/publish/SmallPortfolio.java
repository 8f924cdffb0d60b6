package kirchberg.publish;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kirchberg.domain.Label;
import kirchberg.domain.Priority;
import kirchberg.domain.source.ControlTotals;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Claims;
import kirchberg.table.Contributions;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Findings;
import kirchberg.table.Labels;
import kirchberg.table.ListedOperations;
import kirchberg.table.Neighbours;
import kirchberg.table.Operations;
import kirchberg.table.PossibleDoubles;
import kirchberg.table.Rejects;
import kirchberg.table.Sources;
import kirchberg.table.Table;
import kirchberg.table.Totals;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Five financings of three operations, with all that a release says of them. */
public final class SmallPortfolio {
    public static final String SOURCE = "nobody/2025-01-01";

    private SmallPortfolio() {}

    /** A row of a table; what is not given is null. */
    public static Row row(Table table, Map<Field, Object> values) {
        return RowFactory.create(table.fields().stream().map(values::get).toArray());
    }

    public static Map<Field, Object> financing(String id, String key, String institution, String amount) {
        var values = new HashMap<Field, Object>();
        values.put(Financings.FINANCING_ID, id);
        values.put(Financings.OPERATION_KEY, key);
        values.put(Financings.REPEAT_NUMBER, 1);
        values.put(Financings.SOURCE_ID, SOURCE);
        values.put(Financings.INSTITUTION, institution);
        values.put(Financings.STAGE, "SIGNED");
        values.put(Financings.AMOUNT_EUR, new BigDecimal(amount));
        values.put(Financings.OPERATION_NAME, "Name of " + id);
        values.put(Financings.COUNTRY, "Germany");
        values.put(Financings.COUNTRY_CODE, "DE");
        values.put(Financings.REGION, "EU");
        values.put(Financings.SECTOR, "ENERGY");
        values.put(Financings.SIGNED_ON, LocalDate.of(2024, 5, 6));
        values.put(Financings.SIGNATURE_YEAR, 2024);
        if (institution.equals("EIB")) {
            values.put(Financings.JOINT_AMOUNT_EUR, new BigDecimal("0.00"));
        }
        if (!key.startsWith("name:")) {
            values.put(Financings.OPERATION_ID, key);
        }
        Label.all().forEach(label -> share(values, label, "UNKNOWN", "0", "1"));
        return values;
    }

    public static void share(Map<Field, Object> financing, Label label, String basis, String low, String high) {
        financing.put(Labels.basis(label), basis);
        financing.put(Labels.low(label), new BigDecimal(low).setScale(8));
        financing.put(Labels.high(label), new BigDecimal(high).setScale(8));
    }

    public static List<Row> financings() {
        var half = financing("a", "100", "EIB", "100.00");
        share(half, Priority.CLIMATE, "STATED", "0.5", "0.5");
        var cancelled = financing("b", "100", "EIB", "-30.00");
        cancelled.put(Financings.COUNTRY, "France");
        cancelled.put(Financings.COUNTRY_CODE, "FR");
        cancelled.put(Financings.REPEAT_NUMBER, 2);
        var unknown = financing("c", "name:FUND", "EIF", "40.01");
        unknown.put(Financings.COUNTRY, "Unknown");
        unknown.remove(Financings.COUNTRY_CODE);
        unknown.put(Financings.REGION, "UNKNOWN");
        unknown.put(Financings.SECTOR, "UNKNOWN");
        var third = financing("d", "name:FUND", "EIF", "25.00");
        third.put(Financings.JOINT_AMOUNT_EUR, new BigDecimal("10.00"));
        third.put(Financings.SIGNED_ON, LocalDate.of(2023, 12, 31));
        third.put(Financings.SIGNATURE_YEAR, 2023);
        share(third, Priority.CLIMATE, "STATED", "0.33333333", "0.33333333");
        share(third, Priority.DIGITAL, "STATED", "0", "0");
        var approved = financing("e", "200", "EIB", "999.00");
        approved.put(Financings.STAGE, "APPROVED");
        return Stream.of(half, cancelled, unknown, third, approved)
                .map(f -> row(Financings.TABLE, f))
                .toList();
    }

    public static List<Row> operations() {
        var stated = Map.<Field, Object>ofEntries(
                Map.entry(Financings.OPERATION_KEY, "100"),
                Map.entry(Financings.OPERATION_ID, "100"),
                Map.entry(Operations.ID_BASIS, "STATED"),
                Map.entry(Operations.OPERATION_NAME, "Name of a"),
                Map.entry(Operations.FIRST_SIGNED_ON, LocalDate.of(2024, 5, 6)),
                Map.entry(Operations.LAST_SIGNED_ON, LocalDate.of(2024, 5, 6)),
                Map.entry(Operations.FINANCING_COUNT, 2L),
                Map.entry(Operations.COUNTRY_COUNT, 2L),
                Map.entry(Operations.EIB_AMOUNT_EUR, new BigDecimal("70.00")),
                Map.entry(Operations.EIF_AMOUNT_EUR, new BigDecimal("0.00")),
                Map.entry(Operations.JOINT_AMOUNT_EUR, new BigDecimal("0.00")),
                Map.entry(Operations.JOINT_UNKNOWN_COUNT, 0L));
        var derived = new HashMap<>(stated);
        derived.put(Financings.OPERATION_KEY, "name:FUND");
        derived.remove(Financings.OPERATION_ID);
        derived.put(Operations.ID_BASIS, "DERIVED");
        derived.put(Operations.OPERATION_NAME, "Name of c");
        derived.put(Operations.FIRST_SIGNED_ON, LocalDate.of(2023, 12, 31));
        derived.put(Operations.EIB_AMOUNT_EUR, new BigDecimal("0.00"));
        derived.put(Operations.EIF_AMOUNT_EUR, new BigDecimal("65.01"));
        derived.put(Operations.JOINT_AMOUNT_EUR, new BigDecimal("10.00"));
        derived.put(Operations.JOINT_UNKNOWN_COUNT, 1L);
        return List.of(row(Operations.TABLE, stated), row(Operations.TABLE, derived));
    }

    public static List<Row> rejects() {
        return List.of(reject(7, "BAD_DATE", new BigDecimal("5.50")), reject(9, "BAD_AMOUNT", null));
    }

    private static Row reject(long record, String reason, @Nullable BigDecimal amount) {
        return RowFactory.create(SOURCE, "a.csv", record, 100L * record, null, reason, amount, "=raw;\"text\"\r\n");
    }

    /** 5 published, 2 rejected, 1 control row; 100 - 30 + 40.01 + 25 + 999 + 5.50 = 1139.51. */
    public static ControlTotals control() {
        return new ControlTotals(SOURCE, 8, 1, new BigDecimal("1139.51"), 1, null, null, List.of());
    }

    public static List<Row> claims() {
        return Stream.of("AMOUNT", "SHARE", "OPERATIONS")
                .map(measure -> row(
                        Claims.TABLE,
                        Map.of(
                                Claims.CLAIM_ID,
                                "claim-" + measure,
                                Claims.MEASURE,
                                measure,
                                Claims.PERIOD_IS_EACH,
                                false,
                                Claims.FIGURE_VALUE,
                                new BigDecimal("1.0000"))))
                .toList();
    }

    /** The climate amount of the EIB in 2024 is 50 - 30 to 50; its share of the EIF in 2023 is a third. */
    public static List<Row> findings() {
        return List.of(
                finding("claim-AMOUNT", "20", "50"),
                finding("claim-SHARE", "0.33333333", "0.33333333"),
                finding("claim-OPERATIONS", "1", "1"));
    }

    private static Row finding(String claim, String low, String high) {
        return row(
                Findings.TABLE,
                Map.of(
                        Claims.CLAIM_ID,
                        claim,
                        Findings.YEAR,
                        0,
                        Findings.LOW,
                        low,
                        Findings.HIGH,
                        high,
                        Findings.COVERED,
                        true));
    }

    public static List<Row> evidence() {
        return List.of(
                evidence("claim-AMOUNT", "a", "50", "50", "0", "0"),
                evidence("claim-AMOUNT", "b", "-30", "0", "0", "0"),
                evidence("claim-SHARE", "d", "8.33333325", "8.33333325", "25", "25"),
                evidence("claim-OPERATIONS", "a", "1", "1", "0", "0"));
    }

    private static Row evidence(String claim, String id, String... ends) {
        var values = new ArrayList<Object>(List.of(claim, 0, id));
        Stream.of(ends).map(BigDecimal::new).forEach(values::add);
        values.addAll(List.of(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE, true));
        assert values.size() == Contributions.TABLE.fields().size();
        return RowFactory.create(values.toArray());
    }

    /** Every table, added up once per test run. */
    public static Map<Table, List<Row>> tables() {
        return AddedUp.TABLES;
    }

    private static final class AddedUp {
        private static final Map<Table, List<Row>> TABLES = tables();

        private static Map<Table, List<Row>> tables() {
            var tables = new HashMap<Table, List<Row>>(Map.of(
                    Financings.TABLE, financings(),
                    Operations.TABLE, operations(),
                    Rejects.TABLE, rejects(),
                    ListedOperations.TABLE, List.of(),
                    PossibleDoubles.TABLE, List.of(),
                    Claims.TABLE, claims(),
                    Findings.TABLE, findings(),
                    Neighbours.TABLE, List.of(),
                    Contributions.TABLE, evidence(),
                    Sources.TABLE, List.of(row(Sources.TABLE, Map.of(Financings.SOURCE_ID, SOURCE)))));
            var rows = LocalSpark.rows(Financings.TABLE, financings());
            Totals.TABLES.forEach(t -> tables.put(t, t.select(totals(rows, t)).collectAsList()));
            return Map.copyOf(tables);
        }
    }

    /** A table of totals as Spark adds it up: every label one after the other, the Group as rows of its own. */
    private static Dataset<Row> totals(Dataset<Row> financings, Table table) {
        var isMain = table.fields().contains(Totals.PRIORITY);
        var labels = isMain ? List.<Label>of(Priority.values()) : Label.all();
        var signed = financings.filter(Financings.STAGE.col().equalTo("SIGNED"));
        var all = weighted(signed)
                .withColumn("label", lit("all"))
                .withColumn("l", lit(BigDecimal.ONE))
                .withColumn("h", lit(BigDecimal.ONE));
        var unclassified = Stream.of(Priority.values())
                .map(p -> Labels.low(p).col().equalTo(BigDecimal.ZERO))
                .reduce(Column::and)
                .orElseThrow();
        var parts = labels.stream()
                .map(label -> weighted(signed)
                        .withColumn("label", lit(label.key()))
                        .withColumn("l", Labels.low(label).col())
                        .withColumn("h", Labels.high(label).col()))
                .reduce(all.union(all.filter(unclassified).withColumn("label", lit("unclassified"))), Dataset::union)
                .filter(col("h").gt(0));
        var measured = table.key().stream().skip(2).map(Field::col);
        var keys = Stream.concat(
                        Stream.of(
                                Totals.INSTITUTION.col(),
                                col("label").as(table.fields().get(1).name())),
                        measured)
                .toArray(Column[]::new);
        return parts.groupBy(keys)
                .agg(
                        sum(least(col("wl").multiply(col("l")), col("wl").multiply(col("h"))))
                                .as(Totals.AMOUNT_LOW_EUR.name()),
                        sum(greatest(col("wh").multiply(col("l")), col("wh").multiply(col("h"))))
                                .as(Totals.AMOUNT_HIGH_EUR.name()),
                        sum(lit(1L)).as(Totals.FINANCING_COUNT.name()),
                        count_distinct(when(col("l").gt(0), Financings.OPERATION_KEY.col()))
                                .as(Totals.OPERATION_LOW_COUNT.name()),
                        count_distinct(Financings.OPERATION_ID.col())
                                .plus(sum(when(Financings.OPERATION_ID.col().isNull(), 1L)
                                        .otherwise(0L)))
                                .as(Totals.OPERATION_HIGH_COUNT.name()));
    }

    private static Dataset<Row> weighted(Dataset<Row> signed) {
        var amount = Financings.AMOUNT_EUR.col();
        var zero = lit(BigDecimal.ZERO);
        var own = amount.minus(Financings.JOINT_AMOUNT_EUR.col());
        var group = signed.withColumn("wl", coalesce(own, least(amount, zero)))
                .withColumn("wh", coalesce(own, greatest(amount, zero)))
                .withColumn("institution", lit("GROUP"));
        return signed.withColumn("wl", amount).withColumn("wh", amount).unionByName(group);
    }
}
