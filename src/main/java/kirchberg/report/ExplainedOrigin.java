package kirchberg.report;

import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Query;
import kirchberg.domain.vintage.Vintage;
import kirchberg.report.Reporting.Explanation;

/** What a figure rests on, and queries that repeat it, on a page of plain text. */
final class ExplainedOrigin {
    private final PlainText page;
    private final Explanation explanation;
    private final Finding finding;

    private ExplainedOrigin(PlainText page, Explanation explanation, Finding finding) {
        this.page = page;
        this.explanation = explanation;
        this.finding = finding;
    }

    static void on(PlainText page, Explanation explanation, Finding finding) {
        var origin = new ExplainedOrigin(page, explanation, finding);
        origin.sources();
        origin.proof();
    }

    private void sources() {
        page.title("What it rests on");
        var evidence = finding.evidence();
        if (evidence != null) {
            page.fact(
                    "Financings",
                    Numbers.count(evidence.rowsUsed()) + " looked at, " + Numbers.count(evidence.rowsLeftOut())
                            + " left out");
            page.fact("Coverage", evidence.covered() ? "complete for what the claim speaks of" : "incomplete");
        }
        explanation.origin().vintages().forEach(this::source);
        page.fact("Judged as of", Numbers.date(explanation.origin().asOf()));
    }

    private void source(Vintage vintage) {
        var covers = vintage.covers();
        page.fact(
                "Source",
                vintage.source() + ": " + vintage.publisher() + ", " + vintage.dataset()
                        + (vintage.synthetic() ? " (SYNTHETIC)" : ""));
        page.fact(
                "",
                "state of " + Numbers.date(vintage.published()) + ", fetched on " + Numbers.date(vintage.accessed()));
        page.fact(
                "",
                (covers.complete() ? "complete for " : "not complete; speaks of ")
                        + Words.institution(covers.institution()) + ", " + Words.stage(covers.stage()) + " "
                        + covers.place().words() + " from " + Numbers.date(covers.from()) + " to "
                        + Numbers.date(covers.to()));
    }

    private void proof() {
        page.title("The same number in SQL (DuckDB)");
        page.paragraph("Run it in " + explanation.origin().release());
        explanation.queries().forEach(this::query);
    }

    private void query(Query query) {
        page.blank();
        page.verbatim("-- " + query.title());
        if (!query.note().isEmpty()) {
            page.verbatim(String.join(
                    "\n",
                    TerminalTable.wrap(query.note(), page.width() - 3).stream()
                            .map(l -> "-- " + l)
                            .toList()));
        }
        if (!query.sql().isEmpty()) {
            page.verbatim(query.sql());
        }
    }
}
