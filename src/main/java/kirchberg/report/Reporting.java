package kirchberg.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.difference.Difference;
import kirchberg.domain.edition.Disagreement;
import kirchberg.domain.edition.EditionExtract;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Query;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.judgement.Progress;
import kirchberg.domain.relation.Relation;
import kirchberg.domain.release.OpenLabel;
import kirchberg.domain.source.Accounting;
import kirchberg.domain.source.Source;
import kirchberg.domain.vintage.Vintage;
import kirchberg.table.Table;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The stage that tells: pages, tables and texts for people, JSON for machines. It judges nothing itself. */
public final class Reporting {

    /** Letters that nobody sees, or that turn the order of those around them: all but tabs and line ends. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\\t\\n]]");

    private Reporting() {}

    /**
     * All that the page shows.
     *
     * @param totalsByYear rows of {@code Totals.BY_YEAR}
     * @param totalsByPriorityRegionYear rows of {@code Totals.BY_PRIORITY_REGION_YEAR}
     * @param totalsByCountryYear rows of {@code Totals.BY_COUNTRY_YEAR}
     * @param accounting one for each source
     * @param rejects the first rows of {@code Rejects.TABLE}, as examples
     * @param rejectsByReason how many records were rejected for each reason
     * @param asOf day to which the findings refer
     * @param contentDigest sha256 over the content of the release
     * @param openLabels labels of the sources that no reference table knows
     * @param repeatedRows financings whose content another row has too
     * @param command what reproduces the release
     */
    public record Report(
            List<Finding> findings,
            List<Row> totalsByYear,
            List<Row> totalsByPriorityRegionYear,
            List<Row> totalsByCountryYear,
            List<Accounting> accounting,
            List<Source> sources,
            List<Row> rejects,
            Map<String, Long> rejectsByReason,
            LocalDate asOf,
            String contentDigest,
            List<OpenLabel> openLabels,
            long repeatedRows,
            String command) {

        private Report inReadingOrder() {
            return new Report(
                    Reporting.inReadingOrder(findings),
                    totalsByYear,
                    totalsByPriorityRegionYear,
                    totalsByCountryYear,
                    accounting,
                    sources,
                    rejects,
                    rejectsByReason,
                    asOf,
                    contentDigest,
                    openLabels,
                    repeatedRows,
                    command);
        }
    }

    /** What a reader looks for first: what fails, then what is open; last what the data do not speak of. */
    private static final List<Verdict> READING_ORDER =
            List.of(Verdict.FAILS, Verdict.UNDECIDED, Verdict.HOLDS, Verdict.OUT_OF_REACH);

    private static List<Finding> inReadingOrder(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(f -> READING_ORDER.indexOf(f.verdict())))
                .toList();
    }

    /**
     * A claim with all that is known of it.
     *
     * @param progress of a target whose period still runs; null for other claims
     * @param heaviest the rows that weigh most, heaviest first
     * @param unsettled the rows of which it is not known how much they count, the most uncertain first
     * @param queries that give the same numbers
     */
    public record Explanation(
            Finding finding,
            @Nullable Progress progress,
            List<HeavyRow> heaviest,
            List<HeavyRow> unsettled,
            List<Query> queries,
            Origin origin) {}

    /**
     * Where an explanation comes from.
     *
     * @param release folder of the release
     * @param asOf day of the findings
     * @param synthetic whether any of the portfolio was made up
     */
    public record Origin(String release, LocalDate asOf, boolean synthetic, List<Vintage> vintages) {}

    /**
     * A financing behind a figure.
     *
     * @param amountEur signed, in EUR
     * @param lowEur what it adds to the numerator at the least value, in EUR
     * @param highEur what it adds at the greatest
     */
    public record HeavyRow(
            String financingId,
            String operationName,
            LocalDate signedOn,
            String country,
            BigDecimal amountEur,
            BigDecimal lowEur,
            BigDecimal highEur) {}

    /** The pages {@code index.html} and {@code report.md} by their names: of the same report, the same bytes. */
    public static SortedMap<String, byte[]> pages(Report report) {
        var page = Page.of(report.inReadingOrder());
        try {
            return new TreeMap<>(Map.of(
                    "index.html", page.html().getBytes(StandardCharsets.UTF_8),
                    "report.md", page.markdown().getBytes(StandardCharsets.UTF_8)));
        } catch (UncheckedIOException e) {
            throw new Stop(Exit.INTERNAL, "Cannot make the report: " + e.getMessage(), "report this", e);
        }
    }

    /**
     * The verdict table as plain text.
     *
     * @param width columns of the terminal; below 60 it is taken as 60
     * @param colour whether the verdicts are also coloured with ANSI escapes
     */
    public static String terminal(List<Finding> findings, int width, boolean colour) {
        return TerminalTable.of(inReadingOrder(findings), width, colour);
    }

    /** The findings as one JSON array; decimals are strings, amounts in EUR, shares 0 to 1. */
    public static String json(List<Finding> findings) {
        return FindingsJson.of(findings);
    }

    /**
     * A list of claims as plain text, in their order.
     *
     * @param width columns of the terminal; below 60 it is taken as 60
     */
    public static String claims(List<Claim> claims, int width) {
        return ClaimTable.of(claims, width);
    }

    /** Rows of a table as one JSON array of objects under its column names; decimals and days are strings. */
    public static String json(Table table, List<Row> rows) {
        return RowsJson.of(table, rows);
    }

    /**
     * A few facts as one JSON object, in the order of their names.
     *
     * @param facts texts, flags, whole numbers and lists of these
     */
    public static String json(Map<String, ?> facts) {
        return FindingsJson.printed(new ObjectMapper().valueToTree(new TreeMap<>(facts)));
    }

    /**
     * How two portfolios differ, as plain text.
     *
     * @param width columns of the terminal; below 60 it is taken as 60
     * @param limit how many changes are shown
     */
    public static String terminal(Difference difference, int width, int limit) {
        return DifferenceTable.of(difference, width, limit);
    }

    /**
     * How two portfolios differ, as one JSON object; decimals are strings.
     *
     * @param limit how many changes are listed
     */
    public static String json(Difference difference, int limit) {
        return DifferenceJson.of(difference, limit);
    }

    /**
     * Relations between claims as plain text: those that a reader should know of, the worst first, with their quotes.
     *
     * @param claims how many were compared
     * @param agreeing whether relations that agree are shown as well
     * @param width columns of the terminal; below 60 it is taken as 60
     */
    public static String terminal(List<Relation> relations, int claims, boolean agreeing, int width) {
        return RelationTable.of(relations, claims, agreeing, width);
    }

    /** The same relations as one JSON array. */
    public static String json(List<Relation> relations, boolean agreeing) {
        return RelationsJson.of(relations.stream()
                .filter(r -> agreeing || r.agreement().isListed())
                .toList());
    }

    /**
     * The numbers of a text as plain text, 80 columns wide.
     *
     * @param disagreements within the text and with its other versions
     */
    public static String terminal(EditionExtract extraction, List<Disagreement> disagreements) {
        return ExtractTable.of(extraction, disagreements);
    }

    /** The same as one JSON object; decimals are strings. */
    public static String json(EditionExtract extraction, List<Disagreement> disagreements) {
        return ExtractJson.of(extraction, disagreements);
    }

    /**
     * A text with U+FFFD in place of each letter that nobody would see: controls but tabs and line ends, and those that
     * turn the order of writing. For text from files on its way to a terminal.
     */
    public static String visible(String text) {
        return UNSEEN.matcher(text).replaceAll("\uFFFD");
    }

    /**
     * Everything about one claim as plain text.
     *
     * @param width columns, from 60 to 160; statements of SQL are not broken
     */
    public static String explain(Explanation explanation, int width) {
        return Explaining.of(explanation, width);
    }

    /** Everything about one claim as one JSON object, as {@code src/docs/explain.md} says. */
    public static String json(Explanation explanation) {
        return ExplanationJson.of(explanation);
    }

    /** The claims that can be explained, by publication, newest first. */
    public static String claims(List<Finding> findings) {
        return ClaimList.of(findings);
    }
}
