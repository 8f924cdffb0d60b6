package kirchberg.check;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kirchberg.domain.Interval;
import kirchberg.domain.Quotient;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Period;
import kirchberg.domain.finding.BreakEven;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Outlook;
import kirchberg.domain.finding.Settling;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import kirchberg.table.Claims;
import kirchberg.table.Field;
import kirchberg.table.Findings;
import kirchberg.table.Neighbours;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Rows of {@link Findings#TABLE} back to findings, for those who read a release. */
final class PublishedFindings {
    private PublishedFindings() {}

    static List<Finding> of(List<Claim> claims, List<Row> rows, List<Row> neighbours) {
        var byClaim = rows.stream().collect(Collectors.groupingBy(r -> text(r, Claims.CLAIM_ID)));
        var beside = neighbours.stream()
                .collect(Collectors.groupingBy(r -> r.getString(Neighbours.TABLE.index(Claims.CLAIM_ID))));
        return claims.stream()
                .map(claim -> beside(
                        finding(claim, byClaim.getOrDefault(claim.id(), List.of())),
                        beside.getOrDefault(claim.id(), List.of())))
                .toList();
    }

    private static Finding beside(Finding finding, List<Row> neighbours) {
        return finding.with(finding.outlook()
                .beside(neighbours.stream()
                        .map(r -> NeighbourRows.neighbour(finding.claim(), r))
                        .toList()));
    }

    private static Finding finding(Claim claim, List<Row> rows) {
        var years = rows.stream()
                .filter(r -> year(r) != 0)
                .map(r -> finding(claim.during(Period.year(year(r))), r, List.of()))
                .toList();
        var whole = rows.stream().filter(r -> year(r) == 0).findFirst().orElseThrow();
        return finding(claim, whole, years);
    }

    private static Finding finding(Claim claim, Row row, List<Finding> years) {
        return new Finding(
                claim,
                said(row),
                Map.of(
                        Strictness.STRICT, verdict(row, Findings.STRICT_VERDICT),
                        Strictness.CONVENTIONAL, verdict(row, Findings.VERDICT),
                        Strictness.LENIENT, verdict(row, Findings.LENIENT_VERDICT)),
                evidence(row),
                text(row, Findings.WHY),
                text(row, Findings.SETTLES),
                years,
                Outlook.NONE.needing(breakEven(row)).settledBy(settling(row)));
    }

    private static Map<Strictness, Interval> said(Row row) {
        var said = new EnumMap<Strictness, Interval>(Strictness.class);
        Map.of(
                        Strictness.STRICT, Findings.SAID_STRICT,
                        Strictness.CONVENTIONAL, Findings.SAID_CONVENTIONAL,
                        Strictness.LENIENT, Findings.SAID_LENIENT)
                .forEach((strictness, field) -> {
                    var text = value(row, field);
                    if (text != null) {
                        said.put(strictness, Interval.parse(text));
                    }
                });
        return said;
    }

    private static @Nullable Evidence evidence(Row row) {
        var low = value(row, Findings.LOW);
        if (low == null) {
            return null;
        }
        var high = value(row, Findings.HIGH);
        return new Evidence(
                Interval.closed(Quotient.parse(low), high == null ? null : Quotient.parse(high)),
                eur(row, Findings.KNOWN_EUR),
                eur(row, Findings.UNKNOWN_EUR),
                row.getLong(Findings.TABLE.index(Findings.ROWS_USED)),
                row.getLong(Findings.TABLE.index(Findings.ROWS_LEFT_OUT)),
                row.getBoolean(Findings.TABLE.index(Findings.COVERED)));
    }

    private static @Nullable BreakEven breakEven(Row row) {
        var text = value(row, Findings.BREAK_EVEN);
        if (text == null) {
            return null;
        }
        return new BreakEven(text.equals(Findings.NOWHERE) ? null : Interval.parse(text));
    }

    private static @Nullable Settling settling(Row row) {
        var rows = count(row, Findings.OPEN_ROWS);
        return rows == null
                ? null
                : new Settling(
                        rows,
                        eur(row, Findings.OPEN_EUR),
                        count(row, Findings.SETTLING_ROWS_BEST),
                        count(row, Findings.SETTLING_ROWS_ANY));
    }

    private static @Nullable Long count(Row row, Field field) {
        var index = Findings.TABLE.index(field);
        return row.isNullAt(index) ? null : row.getLong(index);
    }

    private static int year(Row row) {
        return row.getInt(Findings.TABLE.index(Findings.YEAR));
    }

    private static Verdict verdict(Row row, Field field) {
        return Verdict.valueOf(text(row, field));
    }

    private static BigDecimal eur(Row row, Field field) {
        return row.getDecimal(Findings.TABLE.index(field));
    }

    private static String text(Row row, Field field) {
        var text = value(row, field);
        return text == null ? "" : text;
    }

    private static @Nullable String value(Row row, Field field) {
        return row.getString(Findings.TABLE.index(field));
    }
}
