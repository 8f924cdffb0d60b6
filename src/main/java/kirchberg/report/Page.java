package kirchberg.report;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.release.OpenLabel;
import kirchberg.domain.source.Accounting;
import kirchberg.domain.source.Source;
import kirchberg.report.Reporting.Report;
import kirchberg.table.Financings;
import kirchberg.table.Rejects;
import org.apache.spark.sql.Row;

/**
 * All texts, tables and charts of the page, ready to be set.
 *
 * @param report what it is made of
 * @param claims the findings in words, in their order
 */
record Page(Report report, List<ClaimText> claims) {
    private static final int RAW_TEXT_SHOWN = 240;

    /** The generated code takes null for "nobody listens", but cannot say so. */
    @SuppressWarnings("NullAway")
    private static final HtmlInterceptor NOBODY = null;

    /** A verdict with its number, for the head of the page. */
    record Tile(String style, String word, long count) {}

    static Page of(Report report) {
        return new Page(report, report.findings().stream().map(ClaimText::of).toList());
    }

    String html() {
        var output = new StringOutput();
        JteindexGenerated.render(new OwaspHtmlTemplateOutput(output), NOBODY, this);
        return Reporting.visible(output.toString());
    }

    /** The verdict table and where it comes from, for mail and for machines. */
    String markdown() {
        var synthetic = isSynthetic() ? "**" + banner() + "**\n\n" : "";
        return Reporting.visible("# " + title() + "\n\n" + synthetic + status() + ".\n\n"
                + verdicts().markdown() + "\nAs of "
                + Numbers.date(report.asOf()) + ". Content digest `" + report.contentDigest()
                + "`. Not affiliated with the EIB.\n");
    }

    String title() {
        return (isSynthetic() ? "SYNTHETIC DATA: " : "") + "The EIB Group’s figures, recomputed";
    }

    String status() {
        return Words.summary(report.findings());
    }

    boolean isSynthetic() {
        return report.sources().stream().anyMatch(Source::synthetic);
    }

    String banner() {
        return "Synthetic data. Rows of this portfolio were made up: nothing here is a statement about the bank.";
    }

    /** What stands before a chart's title when rows were made up. */
    String mark() {
        return isSynthetic() ? "Synthetic data: " : "";
    }

    List<Tile> tiles() {
        return Arrays.stream(Verdict.values())
                .map(v -> tile(v, Words.tally(report.findings(), v)))
                .toList();
    }

    private static Tile tile(Verdict verdict, long count) {
        return new Tile(Words.style(verdict), Words.verdict(verdict, count), count);
    }

    String financings() {
        return Numbers.count(report.accounting().stream()
                .mapToLong(Accounting::publishedRows)
                .sum());
    }

    String asOf() {
        return Numbers.date(report.asOf());
    }

    /** What lets the page's one style through its content security policy. */
    String styleHash() {
        var output = new StringOutput();
        JtestyleGenerated.render(new OwaspHtmlTemplateOutput(output), NOBODY);
        var element = output.toString();
        var style = element.substring(element.indexOf('>') + 1, element.lastIndexOf("</"));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash the style: every Java has SHA-256, got none", e);
        }
    }

    private Grid verdicts() {
        var head = List.of("Claim", "Quote", "Said", "Computed", "Verdict", "Why");
        var rows = claims.stream()
                .map(c -> List.of(
                        c.id(),
                        c.claim().quote(),
                        c.figure(),
                        c.computed(),
                        c.word() + (c.note().isEmpty() ? "" : " (" + c.note() + ")"),
                        c.finding().why()))
                .toList();
        return Grid.of("verdicts", "Verdicts", head, rows);
    }

    YearChart yearChart() {
        return TotalsTables.chart(report.totalsByYear());
    }

    Grid years() {
        return TotalsTables.years(report.totalsByYear());
    }

    Grid priorities() {
        return TotalsTables.priorities(report.totalsByYear());
    }

    List<Grid> regions() {
        return TotalsTables.regions(report.totalsByPriorityRegionYear());
    }

    Grid countries() {
        return TotalsTables.countries(report.totalsByCountryYear());
    }

    /** What a reader should know of the sources: closing totals that do not match, and what the readers noted. */
    List<String> remarks() {
        var remarks = new ArrayList<String>();
        for (var a : report.accounting()) {
            var stated = a.control().statedTotalEur();
            if (stated != null && !a.matchesStatedTotal()) {
                remarks.add(a.control().sourceId() + ": the source’s own closing total is " + Numbers.exactEur(stated)
                        + "; its rows add up to " + Numbers.exactEur(a.control().readableEur()) + ".");
            }
            var of = a.control().sourceId() + ": ";
            a.control().remarks().forEach(r -> remarks.add(r.startsWith(of) ? r : of + r));
        }
        return remarks;
    }

    Grid reasons() {
        var rows = report.rejectsByReason().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> List.of(e.getKey(), Numbers.count(e.getValue())))
                .toList();
        return new Grid(
                "reject-reasons", "Rejected records per reason", 1, List.of("Reason", "Records"), rows, List.of());
    }

    /** What the reference tables do not know, the heaviest first. */
    Grid openLabels() {
        var rows = report.openLabels().stream()
                .sorted(Comparator.comparing(OpenLabel::eur)
                        .reversed()
                        .thenComparing(OpenLabel::kind)
                        .thenComparing(OpenLabel::label))
                .map(l -> List.of(l.kind(), l.label(), Numbers.count(l.rows()), Numbers.exactEur(l.eur())))
                .toList();
        return new Grid(
                "open-labels",
                "Labels that no reference table knows",
                2,
                List.of("Kind", "Label as published", "Financings", "EUR"),
                rows,
                List.of());
    }

    Grid rejects() {
        var head = List.of("Source", "File", "Record", "Reason", "Record as received");
        return Grid.of(
                "rejects",
                "Rejected records, the first " + report.rejects().size(),
                head,
                report.rejects().stream().map(Page::reject).toList());
    }

    private static List<String> reject(Row row) {
        var cells = Stream.of(Financings.SOURCE_ID, Financings.SOURCE_FILE, Financings.RECORD_NUMBER, Financings.REASON)
                .map(f -> Objects.toString(row.get(Rejects.TABLE.index(f)), ":"));
        var raw = Objects.toString(row.get(Rejects.TABLE.index(Financings.RAW_TEXT)), "");
        var shown = raw.length() <= RAW_TEXT_SHOWN ? raw : raw.substring(0, RAW_TEXT_SHOWN) + " …";
        return Stream.concat(cells, Stream.of(shown)).toList();
    }

    /** What the source says that it covers, in one sentence. */
    String coverage(Source source) {
        var c = source.coverage();
        return Words.institution(c.institution()) + ", " + Words.stage(c.stage()) + ", "
                + c.place().words() + ", "
                + Numbers.date(c.from()) + " to " + Numbers.date(c.to()) + ", "
                + (c.complete() ? "complete" : "not complete");
    }
}
