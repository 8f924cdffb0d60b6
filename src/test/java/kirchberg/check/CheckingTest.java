package kirchberg.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.Programme;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.judgement.Judgement;
import kirchberg.domain.judgement.Samples;
import kirchberg.domain.source.Coverage;
import kirchberg.spark.LocalSpark;
import kirchberg.table.Claims;
import kirchberg.table.Contributions;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import kirchberg.table.Findings;
import kirchberg.table.Neighbours;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class CheckingTest {
    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);
    private static final Portfolio PORTFOLIO = Portfolio.random(20251204L, 400);
    private static final List<Coverage> COVERAGES =
            List.of(Samples.complete(Institution.EIB, 2021, 2025), Samples.complete(Institution.EIF, 2021, 2024));

    private static final List<Claim> CLAIMS = claims();
    private static final Dataset<Row> FINANCINGS = LocalSpark.rows(Financings.TABLE, PORTFOLIO.rows());
    private static final Dataset<Row> CELLS = Checking.cells(FINANCINGS, Label.all());
    private static final Dataset<Row> OPERATIONS = Checking.operations(FINANCINGS, CLAIMS);

    /** Each plan runs once for all tests. */
    private static final List<Finding> FINDINGS = Checking.findings(new Checking.Measured(
            CELLS.collectAsList(), OPERATIONS.collectAsList(), CLAIMS, COVERAGES, Map.of(), AS_OF));

    private static final List<Finding> OF_A_LOOP = Judgement.findings(
            CLAIMS, new Judgement.Portfolio(PORTFOLIO.cells(), PORTFOLIO.groups(), COVERAGES, Map.of(), AS_OF));
    private static final Dataset<Row> EVIDENCE = Checking.evidence(FINANCINGS, FINDINGS);
    private static final List<Row> EVIDENCE_ROWS = EVIDENCE.collectAsList();

    @Test
    void findings_through_plans_equal_findings_of_a_loop() {
        assertThat(texts(FINDINGS)).isEqualTo(texts(OF_A_LOOP));
    }

    @Test
    void neighbours_through_plans_equal_neighbours_of_a_loop() {
        var rows = neighbours(FINDINGS);
        assertThat(rows).hasSizeGreaterThan(2_000).isEqualTo(neighbours(OF_A_LOOP));
        assertThat(rows).anyMatch(r -> r.contains("CONTRACT")).anyMatch(r -> r.endsWith("true]"));
    }

    @Test
    void findings_survive_the_way_through_their_tables() {
        var rows = LocalSpark.rows(Neighbours.TABLE, Checking.neighbourRows(FINDINGS))
                .collectAsList();
        var published = Checking.published(CLAIMS, Checking.findingRows(FINDINGS), rows);
        assertThat(neighbours(published)).isEqualTo(neighbours(FINDINGS));
        assertThat(texts(published)).isEqualTo(texts(FINDINGS));
        assertThat(published.stream().map(Finding::beside).toList())
                .isEqualTo(FINDINGS.stream().map(Finding::beside).toList());
    }

    @Test
    void groups_of_operations_are_as_many_for_one_claim_as_for_all_of_its_view() {
        var all = CLAIMS.stream()
                .filter(c -> c.measure() == Measure.OPERATIONS && c.of() == null)
                .toList();
        assertThat(all).hasSizeGreaterThan(10);
        assertThat(Checking.operations(FINANCINGS, all).collectAsList())
                .hasSameSizeAs(
                        Checking.operations(FINANCINGS, all.subList(0, 1)).collectAsList());
    }

    @Test
    void the_claims_of_the_comparison_bring_every_verdict() {
        assertThat(FINDINGS.stream().map(Finding::verdict)).contains(Verdict.values());
    }

    @Test
    void evidence_adds_up_to_the_low_and_high_of_each_finding() {
        var proven = FINDINGS.stream()
                .flatMap(f -> f.years().isEmpty() ? Stream.of(f) : f.years().stream())
                .filter(CheckingTest::isProven)
                .toList();
        assertThat(proven).hasSizeGreaterThan(180);
        var byClaim = EVIDENCE_ROWS.stream().collect(Collectors.groupingBy(r -> r.getString(0)));
        for (var finding : proven) {
            assertAddsUp(finding, byClaim.getOrDefault(finding.claim().id(), List.of()));
        }
        assertThat(byClaim.keySet())
                .isSubsetOf(proven.stream().map(f -> f.claim().id()).toList());
    }

    @Test
    void no_plan_holds_a_java_function_or_a_loop_over_pairs() {
        for (var plan : List.of(CELLS, OPERATIONS, EVIDENCE)) {
            assertThat(plan.queryExecution().executedPlan().toString())
                    .doesNotContain("UDF")
                    .doesNotContain("BroadcastNestedLoopJoin")
                    .doesNotContain("CartesianProduct");
        }
    }

    @Test
    void no_claim_gives_no_row() {
        assertThat(Checking.operations(FINANCINGS, List.of()).collectAsList()).isEmpty();
        assertThat(Checking.evidence(FINANCINGS, List.of()).collectAsList()).isEmpty();
    }

    @Test
    void claims_survive_the_way_through_rows() {
        var claims = new ArrayList<>(CLAIMS);
        claims.add(
                Samples.outOfReach(Samples.counting(Samples.named(claims.get(0), "far"), "ai_factories"), "elsewhere"));
        var rows = LocalSpark.rows(Claims.TABLE, Checking.claimRows(claims)).collectAsList();
        assertThat(Checking.claims(rows)).isEqualTo(claims);
    }

    @Test
    void findings_fit_their_table() {
        var rows =
                LocalSpark.rows(Findings.TABLE, Checking.findingRows(FINDINGS)).collectAsList();
        var row = rows.stream()
                .filter(r -> r.getString(0).equals("each") && r.getInt(1) == 2022)
                .findFirst()
                .orElseThrow();
        // nearly 60 %, conventional: [0.60 - min(0.10 / 2, 0.60 / 10), 0.60)
        assertThat(row.getString(Findings.TABLE.index(Findings.SAID_CONVENTIONAL)))
                .isEqualTo("[0.55, 0.6)");
        assertThat(row.getString(Findings.TABLE.index(Findings.UNIT))).isEqualTo("share");
    }

    private static boolean isProven(Finding f) {
        return f.evidence() != null && f.claim().measure() != Measure.COUNT;
    }

    /** What the sources hold is what rows add up to; only what they do not hold is beyond them. */
    private static void assertAddsUp(Finding finding, List<Row> rows) {
        var held = Objects.requireNonNull(finding.evidence()).held();
        var claim = finding.claim();
        var mine = rows.stream()
                .filter(r -> r.getInt(1) == 0 || claim.period().equals(Period.year(r.getInt(1))))
                .toList();
        var low = value(claim, mine, Contributions.NUMERATOR_LOW_EUR, Contributions.DENOMINATOR_LOW_EUR);
        var high = value(claim, mine, Contributions.NUMERATOR_HIGH_EUR, Contributions.DENOMINATOR_HIGH_EUR);
        assertThat(low).as(claim.toString()).isEqualTo(held.low());
        if (held.high() != null) {
            assertThat(high).as(claim.toString()).isEqualTo(held.high());
        }
    }

    private static @Nullable Quotient value(Claim claim, List<Row> rows, Field numerator, Field denominator) {
        var above = sum(rows, Contributions.TABLE.index(numerator));
        var below = sum(rows, Contributions.TABLE.index(denominator));
        return switch (claim.measure()) {
            case AMOUNT, MOBILISED, JOINT, OPERATIONS, COUNT -> Quotient.of(above);
            case SHARE, RATIO -> below.signum() <= 0 ? null : new Quotient(above, below);
            case GROWTH, OPERATIONS_GROWTH -> below.signum() <= 0 ? null : new Quotient(above.subtract(below), below);
        };
    }

    private static BigDecimal sum(List<Row> rows, int index) {
        return rows.stream().map(r -> r.getDecimal(index)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> neighbours(List<Finding> findings) {
        return Checking.neighbourRows(findings).stream().map(Row::toString).toList();
    }

    private static List<String> texts(List<Finding> findings) {
        return Checking.findingRows(findings).stream().map(Row::toString).toList();
    }

    /** Every measure, place, institution and label, with figures that some of them meet. */
    private static List<Claim> claims() {
        var claims = new ArrayList<Claim>();
        var places = List.of("WORLD", "EU", "NON_EU", "LU", "region:mediterranean", "region:UNKNOWN");
        for (var text : places) {
            for (var institution : List.of(Institution.EIB, Institution.EIF, Institution.GROUP)) {
                for (var claim : plain()) {
                    var placed = Samples.in(Samples.by(claim, institution), Place.parse(text));
                    claims.add(Samples.named(placed, claim.id() + "-" + institution + "-" + text));
                }
            }
        }
        var share = Samples.of(
                Samples.claim(Measure.SHARE, Hedge.NEARLY, Samples.figure("0.6", Unit.SHARE, "0.01", "0.1")),
                Priority.CLIMATE);
        claims.add(Samples.named(share.during(new Period(2021, 2025, true)), "each"));
        claims.add(Samples.named(Samples.ownResources(share), "own"));
        claims.add(Samples.named(
                Samples.ownResources(
                        Samples.by(Samples.claim(Measure.AMOUNT, Hedge.AT_LEAST, Samples.eur("1")), Institution.EIB)),
                "own-amount"));
        var target = Samples.claim(Measure.AMOUNT, Hedge.TARGET, Samples.eur("70000000"));
        claims.add(Samples.named(Samples.of(target, Programme.TECHEU).during(new Period(2025, 2027, false)), "target"));
        claims.add(Samples.named(target.during(new Period(2023, 2027, false)), "target-begun"));
        var growth =
                Samples.claim(Measure.OPERATIONS_GROWTH, Hedge.ABOUT, Samples.figure("0.1", Unit.SHARE, "0.01", "0.1"));
        claims.add(Samples.named(growth.about(growth.subject().against(Period.year(2023))), "more-operations"));
        return claims;
    }

    private static List<Claim> plain() {
        var percent = Samples.figure("0.5", Unit.SHARE, "0.01", "0.1");
        var amount = Samples.claim(Measure.AMOUNT, Hedge.AT_LEAST, Samples.eur("20000000"));
        return List.of(
                Samples.named(amount, "amount"),
                Samples.named(amount.during(new Period(2024, 2025, false)), "amount-open"),
                Samples.named(Samples.of(amount, Priority.CLIMATE), "climate"),
                Samples.named(
                        Samples.of(Samples.claim(Measure.SHARE, Hedge.ABOUT, percent), Priority.COHESION), "share"),
                Samples.named(
                        Samples.of(
                                Samples.claim(Measure.MOBILISED, Hedge.AT_LEAST, Samples.eur("7000000")),
                                Programme.TECHEU),
                        "mobilised"),
                Samples.named(
                        Samples.claim(Measure.RATIO, Hedge.AT_LEAST, Samples.figure("0.1", Unit.RATIO, "0.1", "0.1")),
                        "ratio"),
                Samples.named(
                        Samples.of(
                                Samples.claim(
                                        Measure.RATIO, Hedge.AT_LEAST, Samples.figure("0.1", Unit.RATIO, "0.1", "0.1")),
                                Priority.COHESION),
                        "ratio-label"),
                Samples.named(Samples.claim(Measure.JOINT, Hedge.ABOUT, Samples.eur("1000000")), "joint"),
                Samples.named(
                        Samples.of(Samples.claim(Measure.JOINT, Hedge.ABOUT, Samples.eur("500000")), Priority.CLIMATE),
                        "joint-climate"),
                growth(Samples.claim(Measure.GROWTH, Hedge.ABOUT, percent), "growth"),
                growth(Samples.of(Samples.claim(Measure.GROWTH, Hedge.ABOUT, percent), Priority.CLIMATE), "grown"),
                ofPlace(Samples.claim(Measure.SHARE, Hedge.ABOUT, percent), "EU"),
                ofPlace(Samples.claim(Measure.SHARE, Hedge.ABOUT, percent), "NON_EU"),
                ofPlace(Samples.claim(Measure.SHARE, Hedge.ABOUT, percent), "LU"),
                ofPlace(Samples.claim(Measure.SHARE, Hedge.ABOUT, percent), "region:mediterranean"),
                ofPlace(Samples.claim(Measure.SHARE, Hedge.ABOUT, percent), "WORLD"),
                Samples.named(
                        Samples.claim(Measure.OPERATIONS, Hedge.OVER, Samples.figure("30", Unit.COUNT, "1", "10")),
                        "operations"),
                Samples.named(
                        Samples.of(
                                        Samples.claim(
                                                Measure.OPERATIONS,
                                                Hedge.OVER,
                                                Samples.figure("30", Unit.COUNT, "1", "10")),
                                        Priority.DIGITAL)
                                .during(new Period(2022, 2023, true)),
                        "operations-each"));
    }

    private static Claim growth(Claim claim, String id) {
        return Samples.named(claim.about(claim.subject().against(new Period(2022, 2023, false))), id);
    }

    private static Claim ofPlace(Claim claim, String place) {
        return Samples.named(claim.about(claim.subject().partIn(Place.parse(place))), "of-" + place);
    }
}
