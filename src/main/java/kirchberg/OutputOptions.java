package kirchberg;

import java.util.List;
import kirchberg.check.Checking;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.difference.Difference;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.relation.Relation;
import kirchberg.report.Reporting;
import kirchberg.table.Claims;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** How results are printed. */
final class OutputOptions {
    private static final int LIST_WIDTH = 80;

    @Option(names = "--format", defaultValue = "TABLE", description = "table (default) or json.")
    private Format format = Format.TABLE;

    @Option(
            names = "--no-color",
            description = "No colours. They are off anyway unless on a terminal, or with NO_COLOR.")
    private boolean plain;

    /** For people, or for machines. */
    enum Format {
        TABLE,
        JSON
    }

    boolean isJson() {
        return format == Format.JSON;
    }

    /** The findings as asked for: one JSON array, or a table as wide as the terminal. */
    String render(List<Finding> findings) {
        return isJson() ? Reporting.json(findings) : Reporting.terminal(findings, width(), isColoured());
    }

    /** A difference as asked for: one JSON object, or tables as wide as the terminal. */
    String render(Difference difference, int limit) {
        return isJson() ? Reporting.json(difference, limit) : Reporting.terminal(difference, width(), limit);
    }

    /** Relations between claims as asked for: one JSON array, or blocks as wide as the terminal. */
    String render(List<Relation> relations, int claims, boolean agreeing) {
        return isJson()
                ? Reporting.json(relations, agreeing)
                : Reporting.terminal(relations, claims, agreeing, width());
    }

    /** Claims as asked for: one JSON array of the columns that a release publishes of them, or a list for people. */
    String list(List<Claim> claims) {
        return isJson()
                ? Reporting.json(Claims.TABLE, Checking.claimRows(claims))
                : Reporting.claims(claims, width(LIST_WIDTH));
    }

    private boolean isColoured() {
        return !plain && Ansi.AUTO.enabled();
    }

    private static int width() {
        return width(Main.DEFAULT_WIDTH);
    }

    private static int width(int unlessTold) {
        var columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[0-9]{2,3}") ? Integer.parseInt(columns) : unlessTold;
    }
}
