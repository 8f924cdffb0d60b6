package kirchberg.check;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kirchberg.domain.Label;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.judgement.Judgement;
import kirchberg.domain.source.Coverage;
import kirchberg.table.Claims;
import kirchberg.table.Contributions;
import kirchberg.table.Financings;
import kirchberg.table.Findings;
import kirchberg.table.Neighbours;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Judges claims on a portfolio: two small plans whose rows the caller collects once, however many claims there are. */
public final class Checking {

    /**
     * What was collected, and what is known beside it.
     *
     * @param cells rows of {@link #cells}
     * @param operations rows of {@link #operations}
     * @param coverages what the sources say that they cover
     * @param referenceCounts entries of the reference tables, by what a COUNT claim counts
     * @param asOf the day of the judgement
     */
    public record Measured(
            List<Row> cells,
            List<Row> operations,
            List<Claim> claims,
            List<Coverage> coverages,
            Map<String, Long> referenceCounts,
            LocalDate asOf) {

        public Measured {
            cells = List.copyOf(cells);
            operations = List.copyOf(operations);
            claims = List.copyOf(claims);
            coverages = List.copyOf(coverages);
            referenceCounts = Map.copyOf(referenceCounts);
        }
    }

    private Checking() {}

    /**
     * Sums of all financings that no claim can tell apart, once without labels and once per label that they carry.
     *
     * @param financings under {@link Financings#TABLE}
     * @param labels the labels that claims speak of
     */
    public static Dataset<Row> cells(Dataset<Row> financings, Collection<Label> labels) {
        return Cells.of(financings, labels);
    }

    /**
     * Operations grouped by where they lie, in the views of the claims that count operations. Any other scope is
     * counted from them too, so their number does not grow with the claims.
     *
     * @param financings under {@link Financings#TABLE}
     */
    public static Dataset<Row> operations(Dataset<Row> financings, List<Claim> claims) {
        return Groups.of(financings, claims);
    }

    /** One finding per claim, in the order of the claims. */
    public static List<Finding> findings(Measured measured) {
        return Judgement.findings(
                measured.claims(),
                new Judgement.Portfolio(
                        CellRows.cells(measured.cells(), measured.claims()),
                        GroupRows.groups(measured.operations()),
                        measured.coverages(),
                        measured.referenceCounts(),
                        measured.asOf()));
    }

    /**
     * The rows behind every figure that rows give, under {@link Contributions#TABLE}, without rows that can add
     * nothing. They add up to the low and high of the finding, year by year for a claim about each year. Where missing
     * sources or the future widen the figure, they add up to what the sources hold.
     *
     * @param financings under {@link Financings#TABLE}
     */
    public static Dataset<Row> evidence(Dataset<Row> financings, List<Finding> findings) {
        return Proofs.of(financings, findings);
    }

    /**
     * The findings, with how many unknown rows would settle them.
     *
     * @param evidence hands on the rows under {@link Contributions#TABLE}, in the order of their key
     */
    public static List<Finding> settled(List<Finding> findings, Consumer<Consumer<Row>> evidence) {
        return SettleLists.settled(findings, evidence);
    }

    /** Rows of {@link Claims#TABLE}, in the order of the claims. */
    public static List<Row> claimRows(List<Claim> claims) {
        return claims.stream().map(ClaimRows::row).toList();
    }

    /** The claims of such rows, to be checked again. */
    public static List<Claim> claims(List<Row> rows) {
        return rows.stream().map(ClaimRows::claim).toList();
    }

    /** Rows of {@link Findings#TABLE}: each finding, followed by its years if it has any. */
    public static List<Row> findingRows(List<Finding> findings) {
        return findings.stream().flatMap(FindingRows::rows).toList();
    }

    /** Rows of {@link Neighbours#TABLE}: those of each finding in their order. */
    public static List<Row> neighbourRows(List<Finding> findings) {
        return findings.stream().flatMap(NeighbourRows::rows).toList();
    }

    /**
     * The findings of such rows, each with its years and neighbours, in the order of the claims.
     *
     * @param neighbours rows of {@link Neighbours#TABLE}; none for a release that has no such table
     */
    public static List<Finding> published(List<Claim> claims, List<Row> rows, List<Row> neighbours) {
        return PublishedFindings.of(claims, rows, neighbours);
    }
}
