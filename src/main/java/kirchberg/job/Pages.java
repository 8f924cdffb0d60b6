package kirchberg.job;

import java.util.List;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.release.Audit;
import kirchberg.publish.release.Draft;
import kirchberg.report.Reporting;
import kirchberg.table.Rejects;
import kirchberg.table.Totals;

/** Hands the report what it shows, from the verified tables of a draft. */
final class Pages {
    private static final int REJECTS_SHOWN = 50;

    private Pages() {}

    static void write(Draft draft, Inputs inputs, List<Finding> findings, Audit audit) {
        var countries = draft.rows(Totals.BY_COUNTRY_YEAR);
        var pages = Reporting.pages(new Reporting.Report(
                findings,
                draft.rows(Totals.BY_YEAR),
                draft.rows(Totals.BY_PRIORITY_REGION_YEAR),
                countries,
                audit.accounting(),
                inputs.sources(),
                draft.rows(Rejects.TABLE, REJECTS_SHOWN),
                audit.rejects(),
                inputs.asOf(),
                audit.contentDigest(),
                audit.openLabels(),
                audit.repeatedRows(),
                "kirchberg run " + inputs.job().file().getFileName()));
        pages.forEach(draft::page);
    }
}
