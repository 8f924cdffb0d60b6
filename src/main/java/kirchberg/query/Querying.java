package kirchberg.query;

import java.time.LocalDate;
import java.util.List;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.finding.Evidence;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Query;
import kirchberg.domain.finding.Query.Gives;
import kirchberg.table.Financings;
import kirchberg.table.Totals;
import org.jspecify.annotations.Nullable;

/** The question of a claim in SQL, for an engine that knows nothing of this program. */
public final class Querying {
    private static final String BY_EVIDENCE = "From the rows of the evidence";
    private static final String BY_FINANCINGS = "Straight over the financings";
    private static final String MISSING =
            "Sources are missing or still to come, which no row stands for: the finding is wider than this answer.";
    private static final String OPEN = "The upper end is open: high is what the sources hold.";

    private final Finding finding;
    private final Subject subject;
    private final boolean isDue;

    private Querying(Finding finding, LocalDate asOf) {
        this.finding = finding;
        this.subject = finding.claim().subject();
        this.isDue = finding.claim().hedge() != Hedge.TARGET
                || asOf.getYear() > subject.period().to();
    }

    /**
     * Queries that repeat a finding's numbers; where there can be none, one without SQL that says why.
     *
     * @param asOf the day of the finding
     */
    public static List<Query> of(Finding finding, LocalDate asOf) {
        if (finding.evidence() == null) {
            return List.of(Query.none(BY_FINANCINGS, "There is none: the data do not speak of this claim."));
        }
        return new Querying(finding, asOf).queries();
    }

    private List<Query> queries() {
        if (subject.measure() == Measure.COUNT) {
            return List.of(entries());
        }
        return List.of(query(BY_EVIDENCE, FromEvidence.of(finding.claim())), query(BY_FINANCINGS, overFinancings()));
    }

    private Query query(String title, List<String> lines) {
        var sql = String.join("\n", lines) + ";";
        if (isWidened()) {
            return new Query(title, Gives.ROWS_ALONE, MISSING, sql);
        }
        return isOpen() ? new Query(title, Gives.LOW, OPEN, sql) : new Query(title, Gives.LOW_AND_HIGH, "", sql);
    }

    /** A quotient that missing rows may put elsewhere; sums and counts only grow. */
    private boolean isWidened() {
        return switch (subject.measure()) {
            case SHARE, RATIO -> !isDue || !isCovered();
            case GROWTH, OPERATIONS_GROWTH -> !isCovered();
            case AMOUNT, MOBILISED, JOINT, OPERATIONS, COUNT -> false;
        };
    }

    private boolean isOpen() {
        return judged().stream()
                .anyMatch(f -> f.evidence() == null || f.evidence().possible().high() == null);
    }

    private boolean isCovered() {
        return judged().stream().map(Finding::evidence).allMatch(Querying::isCovered);
    }

    private static boolean isCovered(@Nullable Evidence evidence) {
        return evidence != null && evidence.covered();
    }

    private List<Finding> judged() {
        return finding.years().isEmpty() ? List.of(finding) : finding.years();
    }

    private List<String> overFinancings() {
        var byYear = subject.period().each();
        var lines = measured(subject, byYear);
        return byYear ? Sql.lines(List.of(lines, List.of("ORDER BY " + Financings.SIGNATURE_YEAR.name()))) : lines;
    }

    private List<String> measured(Subject asked, boolean byYear) {
        var amounts = Amounts.of(asked.measure(), asked, byYear);
        return switch (asked.measure()) {
            case AMOUNT, JOINT -> amounts.sums();
            case MOBILISED -> amounts.statedSums();
            case SHARE -> Shares.of(asked, byYear);
            case RATIO -> Quotients.ratio(asked, byYear);
            case OPERATIONS -> Counts.of(asked, byYear);
            case GROWTH -> growth(asked.measuring(Measure.AMOUNT));
            case OPERATIONS_GROWTH -> growth(asked.measuring(Measure.OPERATIONS));
            case COUNT -> List.of();
        };
    }

    private List<String> growth(Subject of) {
        var against = of.against() == null ? of.period() : of.against();
        return Quotients.growth(
                measured(of, false),
                measured(of.during(against), false),
                finding.claim().figure().unit());
    }

    /** The priorities are labels of the totals; the other reference tables are no part of a release. */
    private Query entries() {
        var title = "From the tables of the release";
        if (!subject.counts().equals("priorities")) {
            return Query.none(
                    title, "There is none: what is counted stands in the reference tables, which are no part of it.");
        }
        return new Query(title, Gives.LOW_AND_HIGH, "", """
                SELECT count(DISTINCT %1$s) AS low, count(DISTINCT %1$s) AS high
                FROM %2$s
                WHERE %1$s NOT IN (%3$s, %4$s);""".formatted(
                        Totals.PRIORITY.name(),
                        Sql.file(Totals.BY_PRIORITY_REGION_YEAR),
                        Sql.literal(Totals.ALL),
                        Sql.literal(Totals.UNCLASSIFIED)));
    }
}
