package kirchberg.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Verdict;
import kirchberg.report.IntervalChart.Bar;
import kirchberg.report.Reporting.Explanation;
import kirchberg.report.Reporting.HeavyRow;

/** Everything about one claim as a page of plain text, 80 columns wide. */
final class Explaining {
    private static final int WIDTH = 80;
    private static final int TERM = 22;
    private static final int PICTURE = 56;

    private final List<String> lines = new ArrayList<>();

    private Explaining() {}

    static String of(Explanation explanation) {
        var page = new Explaining();
        var text = ClaimText.of(explanation.finding());
        page.head(text);
        page.meaning(text);
        page.result(text);
        page.years(text);
        page.heaviest(explanation.heaviest());
        page.proof(explanation.finding(), explanation.release());
        return page.lines.stream()
                .flatMap(String::lines)
                .map(l -> Reporting.visible(l.replace('\u00A0', ' ').replaceAll("\\p{Cntrl}", ""))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void head(ClaimText text) {
        var publication = text.claim().publication();
        lines.add(text.id() + ": " + text.word().toUpperCase(Locale.ROOT)
                + (text.note().isEmpty() ? "" : " (" + text.note() + ")"));
        lines.add("=".repeat(WIDTH));
        fact("Quote (" + publication.language() + ")", "\"" + text.claim().quote() + "\"");
        fact("Source", publication.title() + ", " + Numbers.date(publication.date()) + ", " + publication.id());
        fact("", publication.url());
    }

    private void meaning(ClaimText text) {
        title("How it is read");
        fact("Subject", text.subject());
        fact("Figure", text.figure());
        text.scope().forEach(f -> fact(f.term(), f.text()));
        if (!text.readings().isEmpty()) {
            title("What the words allow");
            text.readings()
                    .forEach(r -> fact(r.name(), r.allowed() + ": " + r.word().toLowerCase(Locale.ROOT)));
        }
    }

    private void result(ClaimText text) {
        title("What the portfolio allows");
        fact("Computed", text.computed());
        text.basis().forEach(f -> fact(f.term(), f.text()));
        var chart = text.chart();
        if (chart != null) {
            picture(chart);
        }
        title("Why");
        paragraph(text.why());
        title("What would settle it");
        paragraph(settles(text));
    }

    private static String settles(ClaimText text) {
        if (!text.settles().isEmpty()) {
            return text.settles();
        }
        return text.finding().verdict() == Verdict.OUT_OF_REACH ? "No portfolio can." : "Nothing is open.";
    }

    private void picture(IntervalChart chart) {
        lines.add("");
        var first = chart.ticks().get(0).text();
        var last = chart.ticks().get(chart.ticks().size() - 1).text();
        lines.add(" ".repeat(TERM) + first + " ".repeat(Math.max(1, PICTURE - first.length() - last.length())) + last);
        chart.bars().forEach(b -> fact(b.name(), drawn(b)));
    }

    private static String drawn(Bar bar) {
        var from = column(bar.from());
        var to = Math.max(from, column(bar.from().add(bar.width())));
        var mark = bar.name().startsWith("Computed") ? "#" : "=";
        var body = bar.point() ? mark : mark.repeat(Math.max(1, to - from + 1));
        var drawn = ".".repeat(from) + body;
        return bar.endless() ? drawn + ">" : drawn + ".".repeat(Math.max(0, PICTURE - drawn.length()));
    }

    private static int column(BigDecimal percent) {
        return percent.multiply(new BigDecimal(PICTURE - 2))
                .divide(new BigDecimal(100), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private void years(ClaimText text) {
        if (!text.years().isEmpty()) {
            title("Year by year");
            text.years()
                    .forEach(y -> fact(
                            y.year() + " " + y.word(),
                            y.computed() + (y.note().isEmpty() ? "" : " (" + y.note() + ")")));
        }
    }

    private void heaviest(List<HeavyRow> rows) {
        title("The rows that weigh most");
        if (rows.isEmpty()) {
            paragraph("No row is listed for this figure.");
        }
        for (var row : rows) {
            fact(row.signedOn() + "  " + row.country(), row.operationName());
            fact(
                    "",
                    Numbers.exactEur(row.amountEur()) + " signed; counts for " + counts(row) + "; "
                            + row.financingId());
        }
    }

    private static String counts(HeavyRow row) {
        var low = Numbers.exactEur(row.lowEur());
        var high = Numbers.exactEur(row.highEur());
        return low.equals(high) ? low : low + " at the least value, " + high + " at the greatest";
    }

    private void proof(Finding finding, String release) {
        title("The same number in SQL (DuckDB)");
        lines.add("-- in " + release);
        SameInSql.of(finding).forEach(lines::add);
    }

    private void title(String title) {
        lines.add("");
        lines.add(title);
        lines.add("-".repeat(title.length()));
    }

    private void paragraph(String text) {
        lines.addAll(TerminalTable.wrap(text, WIDTH));
    }

    private void fact(String term, String text) {
        var wrapped = TerminalTable.wrap(text, WIDTH - TERM);
        var names = TerminalTable.wrap(term, TERM - 2);
        for (var i = 0; i < Math.max(wrapped.size(), names.size()); i++) {
            var name = i < names.size() ? names.get(i) : "";
            lines.add(name + " ".repeat(TERM - name.length()) + (i < wrapped.size() ? wrapped.get(i) : ""));
        }
    }
}
